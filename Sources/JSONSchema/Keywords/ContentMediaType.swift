import DataTree
import JSON
import SourceText

/// What draft-07 checks of a text that holds another document.
struct ContentCheck: Sendable {
  var isBase64 = false
  var isJSON = false
}

extension Keyword {
  /// What a text holds (2020-12 validation, 8.4): an annotation. Draft-07 (8) leaves checking to the reader, and there
  /// `application/json` is checked.
  static let contentMediaType = Keyword("contentMediaType", .content, .all, .text) { builder, site in
    builder.addContentCheck(site)
  }
}

extension SchemaBuilder {
  /// Adds the check that stands for both keywords, once.
  mutating func addContentCheck(_ site: KeywordSite) {
    let isAdded = instructions.contains {
      if case .content = $0.check { return true }
      return false
    }
    guard rulebook.dialect == .draft07, !isAdded else { return }
    var check = ContentCheck()
    if let encoding = sibling("contentEncoding") {
      check.isBase64 = tree.scalar(encoding.value, equals: Array("base64".utf8))
      // Of an encoding that is not known, nothing can be said.
      if !check.isBase64 { return }
    }
    if let type = sibling("contentMediaType") {
      check.isJSON = tree.scalar(type.value, equals: Array("application/json".utf8))
    }
    if check.isBase64 || check.isJSON { add(.content(check), site) }
  }
}

extension Evaluator {
  mutating func checkContent(_ check: ContentCheck, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .string else { return true }
    var content = tree.utf8(of: NodeID(node))
    if check.isBase64 {
      guard let decoded = Base64.decode(content) else { return fail(keyword) { _ in .badBase64 } }
      content = decoded
    }
    if check.isJSON, (try? JSONParser.parse(content)) == nil { return fail(keyword) { _ in .badJSON } }
    return true
  }
}

/// RFC 4648, 4.
enum Base64 {
  /// The bytes that `text` stands for, or `nil` where it is no Base64 with its padding.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    let padding = text.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
    var value: UInt32 = 0
    for (index, byte) in text.dropLast(padding).enumerated() {
      guard let digit = digit(byte) else { return nil }
      value = value << 6 | digit
      if index % 4 == 3 {
        result += [UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
        value = 0
      }
    }
    if padding == 1 { result += [UInt8(value >> 10 & 0xFF), UInt8(value >> 2 & 0xFF)] }
    if padding == 2 { result.append(UInt8(value >> 4 & 0xFF)) }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
