import DataTree
import PostingLint
import SourceText

extension PostingServer {
  /// Answers where the readers of the site differ at a place, what the findings there mean, and what the key is for.
  mutating func answerHover(_ id: RequestID, _ place: TextPlace) {
    guard let (document, check, linter, offset) = checkedPlace(place) else {
      respond(id) { $0.null() }
      return
    }
    let isMarkdown = capabilities.showsMarkdownHover
    var parts: [String] = []
    var range: ByteRange?
    var seen: Set<String> = []
    let context = linter.schema?.context(of: check.document) ?? RuleContext(check.document, options: linter.options)
    if let found = context.readings(at: offset) {
      let text = found.what[check.language]
      parts.append(isMarkdown ? MarkdownText.escaped(text) : text)
      range = found.range
    }
    for finding in check.report.diagnostics
    where finding.range.start <= offset && offset <= finding.range.end && seen.insert(finding.rule).inserted {
      guard let info = RuleRegistry.info(finding.rule) else { continue }
      parts.append(
        isMarkdown
          ? "**\(info.id)** — " + RuleMarkdown.page(info, check.language) : RuleManual.page(info, check.language))
      range = range ?? finding.range
    }
    let tree = check.document.tree
    if let schema = linter.schema, let found = TreePlace(tree, at: offset),
      let text = KeyPage.text(found, SchemaGuide(schema.document), linter, check.language, isMarkdown: isMarkdown)
    {
      parts.append(text)
      range = range ?? found.range
    }
    if let schema = linter.schema, let found = TreePlace(tree, at: offset), let key = found.key,
      case .key(let name)? = found.path.last, let info = RuleRegistry.info(String(decoding: name, as: UTF8.self)),
      SchemaGuide(schema.document).namesRules(SchemaGuide(schema.document).schemas(at: Array(found.path.dropLast())))
    {
      parts.append(
        isMarkdown
          ? "**\(info.id)** — " + RuleMarkdown.page(info, check.language) : RuleManual.page(info, check.language))
      range = range ?? tree.range(of: key)
    }
    guard !parts.isEmpty else {
      respond(id) { $0.null() }
      return
    }
    let writer = DiagnosticWriter(document, capabilities)
    respond(id) { result in
      result.object { hover in
        hover.object("contents") {
          $0.member("kind", isMarkdown ? "markdown" : "plaintext")
          $0.member("value", parts.joined(separator: isMarkdown ? "\n\n---\n\n" : "\n\n"))
        }
        if let range { writer.write(range, to: &hover) }
      }
    }
  }
}

/// What a key is for, for people.
enum KeyPage {
  /// The text about the key of a place; `nil` where the schema does not know it.
  static func text(
    _ place: TreePlace, _ guide: SchemaGuide, _ linter: Linter, _ language: Language, isMarkdown: Bool
  ) -> String? {
    guard let last = place.path.lastIndex(where: { if case .key = $0 { true } else { false } }),
      case .key(let name) = place.path[last]
    else { return nil }
    let schemas = guide.schemas(at: Array(place.path[...last]))
    guard !schemas.isEmpty else { return nil }
    return text(String(decoding: name, as: UTF8.self), schemas, guide, linter, language, isMarkdown: isMarkdown)
  }

  /// The name, what it is about, and what may stand there.
  static func text(
    _ name: String, _ schemas: [NodeID], _ guide: SchemaGuide, _ linter: Linter, _ language: Language,
    isMarkdown: Bool
  ) -> String? {
    var paragraphs: [String] = []
    let title = isMarkdown ? "**\(MarkdownText.escaped(name))**" : name
    let description = guide.description(of: schemas, language)
    paragraphs.append(
      ([title] + (description.map { [isMarkdown ? MarkdownText.escaped($0) : $0] } ?? [])).joined(separator: " — "))
    let items = guide.schemas(below: schemas)
    let values = guide.allowedValues(of: schemas) + guide.allowedValues(of: items)
    if !values.isEmpty {
      let shown = values.map { isMarkdown ? MarkdownText.code($0) : $0 }.joined(separator: ", ")
      paragraphs.append(Message(fr: "Valeurs\u{A0}: \(shown)", en: "Values: \(shown)")[language])
    }
    if let list = guide.list(of: schemas) ?? guide.list(of: items), let known = linter.options.references[list.name] {
      let origin = isMarkdown ? MarkdownText.code(known.origin) : known.origin
      paragraphs.append(
        Message(
          fr: "Un identifiant de \(origin) (\(known.ids.count) possible\(known.ids.count > 1 ? "s" : ""))",
          en: "An id of \(origin) (\(known.ids.count) available)")[language])
    }
    return description == nil && paragraphs.count == 1 ? nil : paragraphs.joined(separator: "\n\n")
  }
}

/// Writes text inside Markdown.
enum MarkdownText {
  /// The text with the characters escaped that Markdown would take for marks.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if Array("\\`*_[]<>#|".utf8).contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text as a code span (CommonMark 6.1).
  static func code(_ text: String) -> String {
    let fence = String(repeating: "`", count: longestRun(text) + 1)
    let pad = text.utf8.first == UInt8(ascii: "`") || text.utf8.last == UInt8(ascii: "`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var current = 0
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
