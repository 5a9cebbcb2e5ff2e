import Readers
import TestSupport

/// A row of the table of what real readers made of an input.
struct ValueRow: Sendable {
  /// The id of the input.
  var input: String
  /// The reader's name in the table.
  var reader: String
  var kind: String
  var value: String
  /// The bytes of the input: a value of the key `k`, or a whole front matter.
  var bytes: [UInt8]
  /// Whether the input is one value.
  var isScalar: Bool
}

/// Reads the table.
enum ValueTable {
  static let path = "readers/values.tsv"

  /// Which row of the table a reader's facts are.
  static let rows: [Reader: String] = [
    .jekyll: "jekyll-upstream", .jekyllPsych: "jekyll-debian", .hugo: "hugo-0.168", .hugo0111: "hugo-0.111",
    .grayMatter: "gray-matter", .jsYAML: "js-yaml-4.1.1", .yaml: "eemeli-2.9.0", .pyYAML: "pyyaml-safe",
    .pythonFrontmatter: "python-frontmatter", .mkdocs: "mkdocs-meta", .mystParser: "myst-parser",
    .ruamel: "ruamel-safe", .nikola: "nikola", .pelican: "pelican", .pandoc: "pandoc", .symfony: "symfony",
    .zensical: "zensical", .goYAML: "go-yaml-v3", .markata: "markata",
  ]

  static func read() throws -> [ValueRow] {
    var rows: [ValueRow] = []
    for line in try SharedData.bytes(path).split(separator: 0x0A).dropFirst() {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: Array($0), as: UTF8.self)
      }
      guard fields.count > 5 else { continue }
      let reader = fields[2].split(separator: " ").first.map(String.init) ?? ""
      let isScalar = fields[0].hasPrefix("s")
      guard let bytes = isScalar ? scalar(fields[1]) : literal(fields[1]) else { continue }
      rows.append(
        ValueRow(
          input: fields[0], reader: reader, kind: fields[4], value: fields[5], bytes: bytes, isScalar: isScalar))
    }
    return rows
  }

  private static func scalar(_ text: String) -> [UInt8]? {
    text == "(empty)" ? Array("k:\n".utf8) : Array("k: \(text)\n".utf8)
  }

  /// The bytes of `name: 'literal of Python'`; `nil` where the table cut it off.
  static func literal(_ field: String) -> [UInt8]? {
    var text = Array(field.utf8)
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 2 < text.count else { return nil }
    text.removeFirst(colon + 2)
    let isBytes = text.first == UInt8(ascii: "b")
    if isBytes { text.removeFirst() }
    guard let quote = text.first, text.count > 1, text.last == quote else { return nil }
    var result: [UInt8] = []
    var index = 1
    while index < text.count - 1 {
      guard text[index] == UInt8(ascii: "\\") else {
        result.append(text[index])
        index += 1
        continue
      }
      let sign = text[index + 1]
      index += 2
      func code(_ digits: Int) -> UInt32 {
        let value = UInt32(String(decoding: text[index..<index + digits], as: UTF8.self), radix: 16) ?? 0
        index += digits
        return value
      }
      switch sign {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "x"):
        let value = code(2)
        if isBytes { result.append(UInt8(value)) } else { result += Array(String(UnicodeScalar(value)!).utf8) }
      case UInt8(ascii: "u"): result += Array(String(UnicodeScalar(code(4))!).utf8)
      default: result.append(sign)
      }
    }
    return result
  }

  /// The page that carries a front matter.
  static func page(_ row: ValueRow) -> [UInt8]? {
    let text = String(decoding: row.bytes, as: UTF8.self)
    switch row.input {
    case "t-utf16le":
      return [0xFF, 0xFE] + "---\nk: é\n---\nText\n".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case "t-close-four": return Array("---\n\(text)----\nText\n".utf8)
    case "t-close-space": return Array("---\n\(text)--- \nText\n".utf8)
    case "t-open-comment": return Array("--- # c\n\(text)---\nText\n".utf8)
    case "t-open-four": return Array("----\n\(text)---\nText\n".utf8)
    case "t-blank-before": return Array("\n---\n\(text)---\nText\n".utf8)
    case "t-close-glued-eof": return Array("---\n\(text)---".utf8)
    case "t-close-text": return Array("---\n\(text)--- text\nText\n".utf8)
    case "t-doc-end-close": return Array("---\nk: 1\n...\nText\n".utf8)
    case "t-cr": return Array("---\rk: v\rm: 2\r---\rText\r".utf8)
    case "t-toml-fm": return Array("+++\n\(text)+++\nText\n".utf8)
    case "t-json-fm": return row.bytes + Array("\nText\n".utf8)
    default:
      let end = row.bytes.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
      return Array("---\n".utf8) + row.bytes + Array((end ? "" : "\n").utf8) + Array("---\nText\n".utf8)
    }
  }
}
