import SourceText

/// The bytes that a reader walks over, cut at `end`: a read outside them gives 0, whatever the index.
///
/// It is only valid inside the closure that lent the buffer, so it never leaves ``YAMLParser``.
@safe struct Input {
  private let base: UnsafePointer<UInt8>
  /// The number of bytes behind `base`, which may go on after `end`.
  private let count: Int
  /// The offset after the last byte that may be read.
  let end: Int

  /// Reads `buffer` up to `end`; `nil` for an empty buffer.
  init?(_ buffer: UnsafeBufferPointer<UInt8>, end: Int) {
    guard let base = buffer.baseAddress else { return nil }
    unsafe self.base = unsafe base
    count = buffer.count
    self.end = min(end, buffer.count)
  }

  /// The byte at `index`, or 0 outside the text.
  @inline(__always) subscript(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: end) ? unsafe base[index] : 0
  }

  /// The first index from `index` on, which is not negative, that holds a byte which `marks` marks in a word, at most `end`;
  /// fewer than eight bytes before the end of the buffer it may stop sooner.
  @inline(__always) private func skipping(_ index: Int, to marks: (UInt64) -> UInt64) -> Int {
    var index = index
    while index &+ 8 <= count, index < end {
      let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let found = marks(word)
      if found != 0 { return min(index &+ found.trailingZeroBitCount / 8, end) }
      index &+= 8
    }
    return min(index, end)
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

  /// Goes over bytes from `index` on that are neither control characters nor `quote` or a backslash, eight at a time.
  @inline(__always) func skippingQuotedText(_ index: Int, _ quote: UInt8) -> Int {
    skipping(index) {
      $0.bytes(below: Byte.space) | $0.bytes(equalTo: quote) | $0.bytes(equalTo: Byte.backslash)
    }
  }

  /// Goes over printable ASCII from `index` on, eight bytes at a time.
  @inline(__always) func skippingPrintable(_ index: Int) -> Int {
    skipping(index) {
      $0.bytes(below: Byte.space) | $0.bytes(equalTo: 0x7F) | $0 & UInt64(repeating: 0x80)
    }
  }

  /// Whether a blank, a line break or the end of the text is at `index`.
  @inline(__always) func isBlankOrEnd(_ index: Int) -> Bool {
    let byte = self[index]
    return byte == Byte.space || byte == Byte.lineFeed || byte == Byte.tab || byte == Byte.carriageReturn
      || index >= end
  }

  /// Whether a line break or the end of the text is at `index`.
  @inline(__always) func isBreakOrEnd(_ index: Int) -> Bool {
    let byte = self[index]
    return byte == Byte.lineFeed || byte == Byte.carriageReturn || index >= end
  }

  /// The first index from `index` on that holds neither a space nor a tab.
  @inline(__always) func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while self[index].isBlank { index += 1 }
    return index
  }

  /// The first index from `index` on that holds no space.
  @inline(__always) func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while self[index] == Byte.space { index += 1 }
    return index
  }

  /// The index of the next line break, or the end of the text.
  @inline(__always) func lineEnd(_ index: Int) -> Int {
    var index = index
    while true {
      index = skipping(index) { $0.bytes(below: Byte.space) }
      if isBreakOrEnd(index) { return min(index, end) }
      index += 1
    }
  }

  /// The index after the line break at `index`, which may be CR LF; `index` itself where there is none.
  @inline(__always) func skippingBreak(_ index: Int) -> Int {
    switch self[index] {
    case Byte.lineFeed: index + 1
    case Byte.carriageReturn: self[index + 1] == Byte.lineFeed ? index + 2 : index + 1
    default: index
    }
  }

  /// The end of the text from `start` to `end` without its last spaces and tabs.
  @inline(__always) func trimmingBlanks(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The end of the text from `start` to `end` without its last blanks and line breaks.
  func trimmingBreaks(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank || self[end - 1] == Byte.lineFeed || self[end - 1] == Byte.carriageReturn {
      end -= 1
    }
    return end
  }

  /// Whether `---` or `...`, alone or before a blank, is at `index`; asked for the start of a line only.
  @inline(__always) func isDocumentMarker(_ index: Int) -> Bool {
    let byte = self[index]
    guard byte == Byte.dash || byte == Byte.dot else { return false }
    return self[index + 1] == byte && self[index + 2] == byte && isBlankOrEnd(index + 3)
  }

  /// The bytes from `start` to `end`.
  func bytes(_ start: Int, _ end: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(max(end - start, 0))
    var index = start
    while index < end {
      result.append(self[index])
      index += 1
    }
    return result
  }

  /// Whether the ASCII text `word` is at `index`.
  func matches(_ word: StaticString, at index: Int) -> Bool {
    word.withUTF8Buffer { text in
      for offset in 0..<text.count where unsafe self[index + offset] != text[offset] { return false }
      return index + text.count <= end
    }
  }
}

extension UInt8 {
  /// One of `,[]{}` (5.3).
  @inline(__always) var isFlowIndicator: Bool {
    self == Byte.comma || self == Byte.openBracket || self == Byte.closeBracket || self == Byte.openBrace
      || self == Byte.closeBrace
  }

  /// An ASCII letter, a digit or `-` (5.6).
  @inline(__always) var isWord: Bool { isAlphanumeric || self == Byte.dash }
}
