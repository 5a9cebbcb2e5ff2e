import Testing

/// A text of the checkout, cut by its marks.
struct DocumentText {
  /// The text.
  let text: String

  /// A text.
  init(text: String) {
    self.text = text
  }

  /// Reads a file of the checkout.
  init(_ path: String) throws {
    text = String(decoding: try checkoutFile(path), as: UTF8.self)
  }

  /// Whether another text is a part of this one, byte for byte.
  func contains(_ part: String) -> Bool {
    Self.offset(of: Array(part.utf8), in: Array(text.utf8), after: 0) != nil
  }

  /// The text after the first `start` up to the next `end`, or to the end of the file.
  func part(between start: String, and end: String?) throws -> String {
    let bytes = Array(text.utf8)
    let from = try #require(Self.offset(of: Array(start.utf8), in: bytes, after: 0)) + start.utf8.count
    guard let end else { return String(decoding: bytes[from...], as: UTF8.self) }
    let to = try #require(Self.offset(of: Array(end.utf8), in: bytes, after: from))
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  /// The contents of the fenced code blocks of a language.
  func blocks(of language: String) -> [String] {
    let bytes = Array(text.utf8)
    var result: [String] = []
    var index = 0
    let fence = Array("```\(language)\n".utf8)
    while let start = Self.offset(of: fence, in: bytes, after: index),
      let end = Self.offset(of: Array("\n```\n".utf8), in: bytes, after: start + fence.count)
    {
      result.append(String(decoding: bytes[start + fence.count...end], as: UTF8.self))
      index = end + 1
    }
    return result
  }

  private static func offset(of needle: [UInt8], in bytes: [UInt8], after start: Int) -> Int? {
    guard bytes.count >= start + needle.count else { return nil }
    return (start...bytes.count - needle.count).first { bytes[$0...].starts(with: needle) }
  }
}
