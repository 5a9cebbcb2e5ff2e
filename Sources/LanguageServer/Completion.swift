import DataTree
import PostingLint
import SourceText

extension PostingServer {
  /// Answers with what can be written at a place.
  mutating func answerCompletion(_ id: RequestID, _ place: TextPlace) {
    guard let (document, check, linter, offset) = checkedPlace(place), let schema = linter.schema else {
      respond(id) { $0.array { _ in } }
      return
    }
    let guide = SchemaGuide(schema.document)
    var items: [CompletionItem] = []
    var typed = ByteRange(at: offset)
    if let found = CompletionPlace.find(document, check.document.form, at: offset) {
      typed = found.typed
      items =
        Completions(
          place: found, guide: guide, linter: linter, language: check.language,
          showsMarkdown: capabilities.showsMarkdownDocumentation
        ).all
    } else if check.document.form == .frontMatter, let empty = EmptyDocument(document, at: offset) {
      typed = empty.typed
      let item = EmptyDocument.item(
        guide, today: linter.options.today, check.language, isSnippet: capabilities.takesSnippets)
      items = item.map { [$0] } ?? []
    }
    let writer = DiagnosticWriter(document, capabilities)
    let showsDetails = capabilities.showsLabelDetails
    respond(id) { result in
      result.array { list in
        for (index, item) in items.enumerated() {
          list.object { item.write(index, typed, writer, showsDetails: showsDetails, to: &$0) }
        }
      }
    }
  }
}

/// One suggestion.
struct CompletionItem {
  /// `CompletionItemKind` of LSP 3.17.
  enum Kind: Int {
    case property = 10
    case value = 12
    case snippet = 15
    case reference = 18
    case enumMember = 20
  }

  var label: String
  var kind: Kind
  /// What is written for it.
  var newText: String
  /// Whether that holds places to fill in.
  var isSnippet = false
  /// What the typed text is compared to, where that is not the label; some clients would take what is written for it.
  var filterText: String?
  /// What it means, in a few words, behind the label.
  var meaning: String?
  /// A few words beside the label.
  var detail: String?
  /// What it is about, and whether that is Markdown.
  var documentation: (text: String, isMarkdown: Bool)?

  /// Writes the item; `index` is its place in the order of all.
  func write(
    _ index: Int, _ typed: ByteRange, _ writer: DiagnosticWriter, showsDetails: Bool, to output: inout JSONWriter
  ) {
    output.member("label", label)
    if showsDetails, let meaning { output.object("labelDetails") { $0.member("description", meaning) } }
    output.member("kind", kind.rawValue)
    if let detail { output.member("detail", detail) }
    if let documentation {
      output.object("documentation") {
        $0.member("kind", documentation.isMarkdown ? "markdown" : "plaintext")
        $0.member("value", documentation.text)
      }
    }
    output.member("filterText", filterText ?? label)
    // 2: a snippet.
    if isSnippet { output.member("insertTextFormat", 2) }
    output.member("sortText", String(repeating: "0", count: max(0, 6 - String(index).utf8.count)) + String(index))
    output.object("textEdit") {
      writer.write(typed, to: &$0)
      $0.member("newText", newText)
    }
  }
}

/// What can be written at a place.
struct Completions {
  let place: CompletionPlace
  let guide: SchemaGuide
  let linter: Linter
  let language: Language
  let showsMarkdown: Bool

  /// The suggestions, the most useful first.
  var all: [CompletionItem] { values + keys }

  /// The keys that are not there yet, those that must be there first.
  private var keys: [CompletionItem] {
    guard let mapping = place.mapping else { return [] }
    let schemas = guide.schemas(at: mapping)
    let required = guide.required(of: guide.schemas(at: mapping, having: place.presentKeys))
    let open = guide.properties(of: schemas).filter { !place.presentKeys.contains($0.name) }
    let sorted = open.filter { required.contains($0.name) } + open.filter { !required.contains($0.name) }
    let items = sorted.map { key in
      let name = String(decoding: key.name, as: UTF8.self)
      let schemas = guide.schemas(at: mapping + [.key(key.name)])
      let text = KeyPage.text(name, schemas, guide, linter, language, isMarkdown: showsMarkdown)
      return item(
        key: name, detail: required.contains(key.name) ? Message(fr: "obligatoire", en: "required")[language] : nil,
        meaning: guide.description(of: schemas, language), documentation: text.map { ($0, showsMarkdown) })
    }
    return items + rules(schemas)
  }

  private func item(
    key name: String, detail: String?, meaning: String?, documentation: (text: String, isMarkdown: Bool)?
  ) -> CompletionItem {
    let written = place.syntax.key(name)
    let rest =
      switch place.syntax {
      case .yaml, .json: ": "
      case .toml: " = "
      }
    return CompletionItem(
      label: name, kind: .property, newText: place.hasColon ? written : written + rest,
      filterText: place.syntax == .json ? written : name, meaning: meaning.map(Self.short), detail: detail,
      documentation: documentation)
  }

  /// The rules that a configuration may name.
  private func rules(_ schemas: [NodeID]) -> [CompletionItem] {
    guard guide.namesRules(schemas) else { return [] }
    return RuleRegistry.all.map { $0.info }.filter { !place.presentKeys.contains(Array($0.id.utf8)) }.map { info in
      let page =
        showsMarkdown ? RuleMarkdown.page(info, language) : "\(info.summary[language])\n\n\(info.rationale[language])"
      return item(
        key: info.id, detail: info.level, meaning: info.summary[language], documentation: (page, showsMarkdown))
    }
  }

  /// The first words of a text: up to its first stop or colon, sixty characters at most.
  private static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { ".:;".unicodeScalars.contains($0) } ?? scalars.endIndex
    var words = scalars[..<end]
    while let last = words.last, last == " " || last == "\u{A0}" { words.removeLast() }
    let cut = String(String.UnicodeScalarView(words.prefix(60)))
    return words.count > 60 ? cut + "…" : cut
  }

  private var values: [CompletionItem] {
    guard let path = place.value else { return [] }
    let schemas = guide.schemas(at: path)
    var items = guide.allowedValues(of: schemas, as: place.syntax).map {
      let label = place.syntax == .yaml ? $0 : Self.plain($0)
      return CompletionItem(label: label, kind: .enumMember, newText: $0, filterText: $0)
    }
    if let list = guide.list(at: path), let known = linter.options.references[list.name] {
      items += known.ids.map { id in
        text(list.prefix + String(decoding: id, as: UTF8.self), .reference, detail: known.origin)
      }
    }
    items += guide.knownWords(of: guide.schemasAndList(at: path)).map { text($0, .value) }
    let example = Message(fr: "exemple", en: "example")[language]
    items += guide.examples(of: schemas).map { text($0, .value, detail: example) }
    if guide.isDate(schemas) {
      let today = linter.options.today.iso
      let isText = place.syntax == .json
      items.append(
        CompletionItem(
          label: today, kind: .value, newText: isText ? place.syntax.scalar(today) : today,
          filterText: isText ? place.syntax.scalar(today) : today,
          detail: Message(fr: "aujourd’hui", en: "today")[language]))
    }
    if place.wantsBlank { for index in items.indices { items[index].newText = " " + items[index].newText } }
    return items
  }

  /// A text as a value; between quotes that are typed already it stands as it is.
  private func text(_ text: String, _ kind: CompletionItem.Kind, detail: String? = nil) -> CompletionItem {
    let written = place.isQuoted ? text : place.syntax.scalar(text)
    return CompletionItem(
      label: text, kind: kind, newText: written, filterText: place.syntax == .yaml ? text : written, detail: detail)
  }

  /// A written text without its quotes.
  private static func plain(_ written: String) -> String {
    let bytes = Array(written.utf8)
    guard bytes.count >= 2, bytes[0] == Byte.doubleQuote, bytes[bytes.count - 1] == Byte.doubleQuote else {
      return written
    }
    return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
  }
}
