internal import SourceText

/// Reads UTF-8 in a part of a text.
enum FormatText {
  /// Whether all of the text is well-formed.
  static func isUTF8(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { $0 >= 0x80 }) else { return true }
    var scanner = FormatScanner(text)
    while !scanner.isAtEnd {
      guard takeScalar(&scanner) != nil else { return false }
    }
    return true
  }

  /// The characters of a text, or `nil` where it is not UTF-8.
  static func scalars(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    var scanner = FormatScanner(text)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    while !scanner.isAtEnd {
      guard let scalar = takeScalar(&scanner) else { return nil }
      result.append(scalar)
    }
    return result
  }

  /// The next character, which it passes, or `nil` where there is no well-formed one.
  static func takeScalar(_ scanner: inout FormatScanner) -> Unicode.Scalar? {
    let rest = scanner.rest
    guard let first = rest.first else { return nil }
    if first < 0x80 {
      scanner.skip()
      return Unicode.Scalar(first)
    }
    // Four bytes at most are copied: the reader takes arrays.
    guard let (scalar, length) = UTF8Scan.scalar(at: 0, in: Array(rest.prefix(4))) else { return nil }
    for _ in 0..<length { scanner.skip() }
    return scalar
  }
}
