import SourceText

extension Input {
  /// Whether `---` or `...`, alone or before a blank, is at `index`; asked for the start of a line only.
  @inline(__always) func isDocumentMarker(_ index: Int) -> Bool {
    let byte = self[index]
    guard byte == Byte.dash || byte == Byte.dot else { return false }
    return self[index + 1] == byte && self[index + 2] == byte && isBlankOrEnd(index + 3)
  }

  /// Goes over bytes from `index` on that are neither control characters nor `:` or `#`, eight at a time.
  @inline(__always) func skippingText(_ index: Int) -> Int {
    skipping(index) { $0.bytes(below: Byte.space) | $0.bytes(equalTo: Byte.colon) | $0.bytes(equalTo: Byte.hash) }
  }

  /// The same, stopping at flow indicators too.
  @inline(__always) func skippingFlowText(_ index: Int) -> Int {
    skipping(index) {
      // One bit is between the brackets and the braces.
      let braces = $0 | UInt64(repeating: 0x20)
      return $0.bytes(below: Byte.space) | $0.bytes(equalTo: Byte.colon) | $0.bytes(equalTo: Byte.hash)
        | $0.bytes(equalTo: Byte.comma) | braces.bytes(equalTo: Byte.openBrace) | braces.bytes(equalTo: Byte.closeBrace)
    }
  }
}

extension UInt8 {
  /// One of `,[]{}` (5.3).
  @inline(__always) var isFlowIndicator: Bool {
    self == Byte.comma || self == Byte.openBracket || self == Byte.closeBracket || self == Byte.openBrace
      || self == Byte.closeBrace
  }

  /// What begins an anchor or a tag: `&` or `!` (6.9).
  @inline(__always) var isPropertySign: Bool { self == Byte.ampersand || self == Byte.exclamation }

  /// An ASCII letter, a digit or `-` (5.6).
  @inline(__always) var isWord: Bool { isAlphanumeric || self == Byte.dash }
}
