import DataTree
import PostingLint
import SourceText
import YAML

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
    if let found = CompletionPlace(document, at: offset) {
      typed = found.typed
      items =
        Completions(
          place: found, guide: guide, linter: linter, language: check.language,
          showsMarkdown: capabilities.showsMarkdownDocumentation
        ).all
    } else if let empty = EmptyDocument(document, at: offset) {
      typed = empty.typed
      let item = EmptyDocument.item(
        guide, today: linter.options.today, check.language, isSnippet: capabilities.takesSnippets)
      items = item.map { [$0] } ?? []
    }
    let writer = DiagnosticWriter(document, capabilities)
    respond(id) { result in
      result.array { list in
        for (index, item) in items.enumerated() { list.object { item.write(index, typed, writer, to: &$0) } }
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
  /// What the typed text is compared to, where that is not the label.
  var filterText: String?
  /// A few words beside the label.
  var detail: String?
  /// What it is about, and whether that is Markdown.
  var documentation: (text: String, isMarkdown: Bool)?

  /// Writes the item; `index` is its place in the order of all.
  func write(_ index: Int, _ typed: ByteRange, _ writer: DiagnosticWriter, to output: inout JSONWriter) {
    output.member("label", label)
    output.member("kind", kind.rawValue)
    if let detail { output.member("detail", detail) }
    if let documentation {
      output.object("documentation") {
        $0.member("kind", documentation.isMarkdown ? "markdown" : "plaintext")
        $0.member("value", documentation.text)
      }
    }
    if let filterText { output.member("filterText", filterText) }
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
    return sorted.map { key in
      let name = String(decoding: key.name, as: UTF8.self)
      let schemas = guide.schemas(at: mapping + [.key(key.name)])
      let text = KeyPage.text(name, schemas, guide, linter, language, isMarkdown: showsMarkdown)
      return CompletionItem(
        label: name, kind: .property, newText: place.hasColon ? name : name + ": ",
        detail: required.contains(key.name) ? (Message(fr: "obligatoire", en: "required")[language]) : nil,
        documentation: text.map { ($0, showsMarkdown) })
    }
  }

  private var values: [CompletionItem] {
    guard let path = place.value else { return [] }
    let schemas = guide.schemas(at: path)
    var items = guide.allowedValues(of: schemas).map {
      CompletionItem(label: $0, kind: .enumMember, newText: $0)
    }
    if let list = guide.list(at: path), let known = linter.options.references[list.name] {
      items += known.ids.map { id in
        let text = list.prefix + String(decoding: id, as: UTF8.self)
        let written = place.isQuoted ? text : YAMLScalarWriter.scalar(text)
        return CompletionItem(label: text, kind: .reference, newText: written, detail: known.origin)
      }
    }
    items += guide.knownWords(of: guide.schemasAndList(at: path)).map {
      CompletionItem(label: $0, kind: .value, newText: place.isQuoted ? $0 : YAMLScalarWriter.scalar($0))
    }
    if guide.isDate(schemas) {
      let today = linter.options.today.iso
      items.append(
        CompletionItem(
          label: today, kind: .value, newText: today, detail: Message(fr: "aujourd’hui", en: "today")[language]))
    }
    return items
  }
}
