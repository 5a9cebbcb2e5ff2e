import PostingLint
import SourceText

/// Front matter to fill in, for a document that has no text yet.
struct EmptyDocument {
  /// The dashes that are typed already; they end at the place.
  let typed: ByteRange

  /// Looks at a place; `nil` where the document has text.
  init?(_ document: OpenDocument, at offset: Int) {
    let line = document.lines.contentRange(ofLine: document.lines.line(at: offset), in: document.bytes)
    let dashes = ByteRange(line.start, min(offset, line.end))
    guard dashes.count <= 3, document.bytes[dashes.indices].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    let rest = document.bytes[..<dashes.start] + document.bytes[dashes.end...]
    guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return nil }
    typed = dashes
  }

  /// The keys that must be there in front matter without any, each with its first allowed value.
  static func item(_ guide: SchemaGuide, today: CalendarDate, _ language: Language, isSnippet: Bool) -> CompletionItem?
  {
    let root = guide.schemas(at: [], having: [])
    let required = guide.required(of: root)
    let keys = guide.properties(of: root).map(\.name).filter { required.contains($0) }
    guard !keys.isEmpty else { return nil }
    var stops = 0
    let lines = keys.map { key in
      let schemas = guide.schemas(at: [.key(key)])
      let isList = guide.types(of: schemas).contains("array")
      // An example is only a hint where it is written as one, to be typed over.
      let example = (isSnippet ? guide.examples(of: schemas).first : nil).map { Document.Syntax.yaml.scalar($0) }
      let value = guide.allowedValues(of: schemas).first ?? example ?? (guide.isDate(schemas) ? today.iso : "")
      stops += 1
      let field = isSnippet ? Self.field(stops, value) : value
      return Document.Syntax.yaml.key(String(decoding: key, as: UTF8.self)) + (isList ? ":\n  - " : ": ") + field + "\n"
    }
    return CompletionItem(
      label: Message(fr: "en-tête à remplir", en: "front matter to fill in")[language], kind: .snippet,
      newText: "---\n" + lines.joined() + "---\n" + (isSnippet ? "\n$0" : ""), isSnippet: isSnippet, filterText: "---")
  }

  /// A place to fill in (LSP 3.17, "Snippet Syntax").
  private static func field(_ number: Int, _ value: String) -> String {
    var escaped: [UInt8] = []
    for byte in value.utf8 {
      if Array("\\$}".utf8).contains(byte) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return "${\(number):\(String(decoding: escaped, as: UTF8.self))}"
  }
}
