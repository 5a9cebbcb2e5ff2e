import SourceText

/// One line of front matter, read by its look alone: it may be half typed.
struct FrontMatterLine {
  /// The number of blanks before the text, dashes of lists not counted.
  let indent: Int
  /// The columns of the dashes that begin items of lists on this line.
  let dashes: [Int]
  /// The column at which the text after the dashes begins.
  let column: Int
  /// The bytes after indentation and dashes, up to the end that was given.
  let text: ByteRange
  /// The key, quotes left out, where the text begins with one and a colon.
  let key: [UInt8]?
  /// The offset after the key's colon and the blanks behind it.
  let valueStart: Int
  /// Whether there is nothing but blanks or a comment.
  let isEmpty: Bool

  /// Reads the bytes of `range`, which begins at the start of a line and holds no line end.
  init(_ range: ByteRange, in bytes: [UInt8]) {
    var index = range.start
    while index < range.end, bytes[index] == 0x20 { index += 1 }
    indent = index - range.start
    var dashes: [Int] = []
    while index < range.end, bytes[index] == UInt8(ascii: "-"), index + 1 == range.end || bytes[index + 1] == 0x20 {
      dashes.append(index - range.start)
      index += 1
      while index < range.end, bytes[index] == 0x20 { index += 1 }
    }
    self.dashes = dashes
    column = index - range.start
    text = ByteRange(index, range.end)
    isEmpty = dashes.isEmpty && (index == range.end || bytes[index] == UInt8(ascii: "#"))
    if let colon = Self.colon(text, in: bytes) {
      key = Self.unquoted(ByteRange(text.start, colon), in: bytes)
      var start = colon + 1
      while start < range.end, bytes[start] == 0x20 { start += 1 }
      valueStart = start
    } else {
      key = nil
      valueStart = range.end
    }
  }

  /// The column that says under which key the line stands: that of its first dash, or of its text.
  var level: Int { dashes.first ?? column }

  /// The colon that ends a key: followed by a blank or by the end of the line.
  private static func colon(_ text: ByteRange, in bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    for index in text.indices {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if index == text.start, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), index == text.start || bytes[index - 1] == 0x20 {
        return nil
      } else if byte == UInt8(ascii: ":"), index + 1 == text.end || bytes[index + 1] == 0x20 {
        return index
      }
    }
    return nil
  }

  private static func unquoted(_ range: ByteRange, in bytes: [UInt8]) -> [UInt8] {
    var range = range
    while range.end > range.start, bytes[range.end - 1] == 0x20 { range.end -= 1 }
    if range.count >= 2, bytes[range.start] == bytes[range.end - 1],
      bytes[range.start] == UInt8(ascii: "\"") || bytes[range.start] == UInt8(ascii: "'")
    {
      range = ByteRange(range.start + 1, range.end - 1)
    }
    return Array(bytes[range.indices])
  }
}
