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
    guard let first = scanner.peek else { return nil }
    if first < 0x80 {
      scanner.skip()
      return Unicode.Scalar(first)
    }
    var iterator = scanner.rest.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else { return nil }
    for _ in 0..<encoded.count { scanner.skip() }
    return Unicode.UTF8.decode(encoded)
  }
}
