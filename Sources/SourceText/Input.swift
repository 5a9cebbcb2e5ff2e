/// The bytes that a reader walks over, cut at `end`: a read outside them gives 0, whatever the index.
///
/// It is only valid inside the closure that lent the buffer, so it never leaves the parser that made it.
@frozen @safe public struct Input {
  @usableFromInline let buffer: UnsafeBufferPointer<UInt8>
  /// The offset after the last byte that may be read; the buffer may go on after it.
  public let end: Int

  /// Reads `buffer` up to `end`.
  package init(_ buffer: UnsafeBufferPointer<UInt8>, end: Int) {
    unsafe self.buffer = unsafe buffer
    self.end = max(min(end, buffer.count), 0)
  }

  /// The byte at `index`, or 0 outside the text.
  @inlinable @inline(__always) package subscript(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: end) ? unsafe buffer[index] : 0
  }

  /// The first index from `index` on that holds a byte which `marks` marks in a word, at most `end`; fewer than eight bytes
  /// before the end of the buffer it may stop sooner. Words are only read where all their bytes are in the buffer.
  @inlinable @inline(__always) package func skipping(_ index: Int, to marks: (UInt64) -> UInt64) -> Int {
    guard index >= 0 else { return index }
    var index = index
    let bytes = unsafe UnsafeRawBufferPointer(buffer)
    while index &+ 8 <= bytes.count, index < end {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = marks(word)
      if found != 0 { return min(index &+ found.trailingZeroBitCount / 8, end) }
      index &+= 8
    }
    return min(index, end)
  }

  /// Goes over bytes from `index` on that are neither control characters nor `quote` or a backslash, eight at a time.
  @inlinable @inline(__always) package func skippingQuotedText(_ index: Int, _ quote: UInt8) -> Int {
    skipping(index) {
      $0.bytes(below: Byte.space) | $0.bytes(equalTo: quote) | $0.bytes(equalTo: Byte.backslash)
    }
  }

  /// Goes over printable ASCII from `index` on but `quote` and a backslash, eight bytes at a time.
  @inlinable @inline(__always) package func skippingPrintable(_ index: Int, upTo quote: UInt8) -> Int {
    skipping(index) {
      $0.bytes(below: Byte.space) | $0.bytes(equalTo: 0x7F) | $0 & UInt64(repeating: 0x80)
        | $0.bytes(equalTo: quote) | $0.bytes(equalTo: Byte.backslash)
    }
  }

  /// Goes over printable ASCII from `index` on, eight bytes at a time.
  @inlinable @inline(__always) package func skippingPrintable(_ index: Int) -> Int {
    skipping(index) {
      $0.bytes(below: Byte.space) | $0.bytes(equalTo: 0x7F) | $0 & UInt64(repeating: 0x80)
    }
  }

  /// Whether a blank, a line break or the end of the text is at `index`.
  @inlinable @inline(__always) package func isBlankOrEnd(_ index: Int) -> Bool {
    let byte = self[index]
    return byte == Byte.space || byte == Byte.lineFeed || byte == Byte.tab || byte == Byte.carriageReturn
      || index >= end
  }

  /// Whether a line break or the end of the text is at `index`.
  @inlinable @inline(__always) package func isBreakOrEnd(_ index: Int) -> Bool {
    let byte = self[index]
    return byte == Byte.lineFeed || byte == Byte.carriageReturn || index >= end
  }

  /// The first index from `index` on that holds neither a space nor a tab.
  @inlinable @inline(__always) package func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while self[index].isBlank { index += 1 }
    return index
  }

  /// The first index from `index` on that holds no space.
  @inlinable @inline(__always) package func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while self[index] == Byte.space { index += 1 }
    return index
  }

  /// The index of the next line break, or the end of the text.
  @inlinable @inline(__always) package func lineEnd(_ index: Int) -> Int {
    var index = index
    while true {
      index = skipping(index) { $0.bytes(below: Byte.space) }
      if isBreakOrEnd(index) { return min(index, end) }
      index += 1
    }
  }

  /// The index after the line break at `index`, which may be CR LF; `index` itself where there is none.
  @inlinable @inline(__always) package func skippingBreak(_ index: Int) -> Int {
    switch self[index] {
    case Byte.lineFeed: index + 1
    case Byte.carriageReturn: self[index + 1] == Byte.lineFeed ? index + 2 : index + 1
    default: index
    }
  }

  /// The end of the text from `start` to `end` without its last spaces and tabs.
  @inlinable @inline(__always) package func trimmingBlanks(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The end of the text from `start` to `end` without its last blanks and line breaks.
  package func trimmingBreaks(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank || self[end - 1] == Byte.lineFeed || self[end - 1] == Byte.carriageReturn {
      end -= 1
    }
    return end
  }

  /// The bytes from `start` to `end`.
  package func bytes(_ start: Int, _ end: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(max(end - start, 0))
    var index = start
    while index < end {
      result.append(self[index])
      index += 1
    }
    return result
  }

  /// Whether the `count` bytes from `left` on are those from `right` on.
  @inlinable @inline(__always) package func areSame(_ left: Int, _ right: Int, _ count: Int) -> Bool {
    var offset = 0
    while offset < count {
      if self[left + offset] != self[right + offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether `text` is at `index`.
  @inlinable @inline(__always) package func matches(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + text.count <= end else { return false }
    for offset in 0..<text.count where unsafe self[index + offset] != text[offset] { return false }
    return true
  }

  /// Whether the ASCII text `word` is at `index`.
  @inlinable @inline(__always) package func matches(_ word: StaticString, at index: Int) -> Bool {
    word.withUTF8Buffer { unsafe matches($0, at: index) }
  }
}
