import DataTree
import SourceText

/// Turns the written form of a scalar into its value.
enum ScalarText {
  static let decoder = ScalarDecoder { node, content, bytes in decode(node, content, in: bytes) }

  /// The value of the scalar `node`, whose inner text is `content`.
  static func decode(_ node: Node, _ content: ByteRange, in bytes: [UInt8]) -> [UInt8] {
    switch node.style {
    case .doubleQuoted: decodeDoubleQuoted(content, in: bytes)
    case .singleQuoted: fold(content, in: bytes, isQuoted: true)
    case .literal, .folded: decodeBlock(node, content, in: bytes)
    default: fold(content, in: bytes, isQuoted: false)
    }
  }

  // MARK: Flow scalars

  /// Folds the lines of a plain or single-quoted scalar (6.5): one line break is a space, each further one a line
  /// feed; blanks round a break are left out. In single quotes `''` is one `'`.
  private static func fold(_ content: ByteRange, in bytes: [UInt8], isQuoted: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.start
    while index < content.end {
      let byte = bytes[index]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        index = foldBreak(at: index, content, in: bytes, into: &result, keeping: 0)
      } else {
        result.append(byte)
        // After a mistake a quote may stand alone.
        let isPair = byte == Byte.singleQuote && index + 1 < content.end && bytes[index + 1] == byte
        index += isQuoted && isPair ? 2 : 1
      }
    }
    return result
  }

  /// Folds the line breaks from `index` on and gives the index of the next text. The blanks at the end of `result`
  /// are taken away, save the first `keeping` bytes, which were escaped.
  private static func foldBreak(
    at index: Int, _ content: ByteRange, in bytes: [UInt8], into result: inout [UInt8], keeping: Int
  ) -> Int {
    while result.count > keeping, let last = result.last, last.isBlank { result.removeLast() }
    var breaks = 0
    let next = skipBreaks(from: index, content, in: bytes, &breaks)
    if breaks == 1 {
      result.append(Byte.space)
    } else {
      for _ in 1..<max(breaks, 1) { result.append(Byte.lineFeed) }
    }
    return next
  }

  private static func skipBreaks(from index: Int, _ content: ByteRange, in bytes: [UInt8], _ breaks: inout Int) -> Int {
    var index = index
    while index < content.end {
      let byte = bytes[index]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        breaks += 1
        if byte == Byte.carriageReturn, index + 1 < content.end, bytes[index + 1] == Byte.lineFeed { index += 1 }
      } else if !byte.isBlank {
        break
      }
      index += 1
    }
    return index
  }

  /// Folds lines and resolves the escapes of YAML (5.7), which hold those of JSON; surrogate pairs are joined, a lone
  /// surrogate and a number without a character become U+FFFD.
  private static func decodeDoubleQuoted(_ content: ByteRange, in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.start
    var keeping = 0
    while index < content.end {
      let byte = bytes[index]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        index = foldBreak(at: index, content, in: bytes, into: &result, keeping: keeping)
      } else if byte == Byte.backslash, index + 1 < content.end {
        index = decodeEscape(at: index, content, in: bytes, into: &result)
        keeping = result.count
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// Resolves the escape at `index` and gives the index after it.
  private static func decodeEscape(
    at index: Int, _ content: ByteRange, in bytes: [UInt8], into result: inout [UInt8]
  ) -> Int {
    let escape = bytes[index + 1]
    switch escape {
    case UInt8(ascii: "x"): return decodeNumber(at: index, 2, content, in: bytes, into: &result)
    case UInt8(ascii: "u"): return decodeNumber(at: index, 4, content, in: bytes, into: &result)
    case UInt8(ascii: "U"): return decodeNumber(at: index, 8, content, in: bytes, into: &result)
    case Byte.lineFeed, Byte.carriageReturn:
      // An escaped break is no text; the empty lines after it are.
      var breaks = 0
      let next = skipBreaks(from: index + 1, content, in: bytes, &breaks)
      for _ in 1..<max(breaks, 1) { result.append(Byte.lineFeed) }
      return next
    case UInt8(ascii: "N"): result += [0xC2, 0x85]
    case UInt8(ascii: "_"): result += [0xC2, 0xA0]
    case UInt8(ascii: "L"): result += [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): result += [0xE2, 0x80, 0xA9]
    default:
      if let plain = simpleEscape(escape) {
        result.append(plain)
      } else {
        // An unknown escape was reported; its text is kept as it is written.
        result += [Byte.backslash, escape]
      }
    }
    return index + 2
  }

  private static func simpleEscape(_ escape: UInt8) -> UInt8? {
    switch escape {
    case UInt8(ascii: "0"): 0x00
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"), Byte.tab: 0x09
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "v"): 0x0B
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "e"): 0x1B
    case Byte.space, Byte.doubleQuote, Byte.slash, Byte.backslash: escape
    default: nil
    }
  }

  /// Resolves `\x`, `\u` or `\U` with its `count` digits.
  private static func decodeNumber(
    at index: Int, _ count: Int, _ content: ByteRange, in bytes: [UInt8], into result: inout [UInt8]
  ) -> Int {
    guard let value = hex(index + 2, count, content, in: bytes) else {
      result += bytes[index..<index + 2]
      return index + 2
    }
    var number = value
    var next = index + 2 + count
    if count == 4, value & 0xFC00 == 0xD800, next + 5 < content.end, bytes[next] == Byte.backslash,
      bytes[next + 1] == UInt8(ascii: "u"), let low = hex(next + 2, 4, content, in: bytes), low & 0xFC00 == 0xDC00
    {
      number = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      next += 6
    }
    result += Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
    return next
  }

  private static func hex(_ start: Int, _ count: Int, _ content: ByteRange, in bytes: [UInt8]) -> UInt32? {
    guard start + count <= content.end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + count] {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  // MARK: Block scalars

  /// Takes the indentation from the lines of a block scalar, folds them after `>` and chomps the end (8.1).
  private static func decodeBlock(_ node: Node, _ content: ByteRange, in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    // Only the header stands where there is not one line.
    let hasLines = content.start > Int(node.start) && isBreak(content.start - 1, in: bytes)
    guard hasLines, content.start <= content.end else { return [] }
    result.reserveCapacity(content.count + 1)
    var chomping = Byte.space
    var isDetected = true
    var index = Int(node.start) + 1
    while index < content.start, bytes[index] == Byte.plus || bytes[index] == Byte.dash || bytes[index].isDigit {
      if bytes[index].isDigit { isDetected = false } else { chomping = bytes[index] }
      index += 1
    }
    let folds = node.style == .folded
    let indent = node.indentation
    // Line breaks since the last text, and whether that text may be folded with the next.
    var breaks = 0
    var wasFoldable = false
    var hasText = false
    index = content.start
    while true {
      let start = index
      while index < content.end, index - start < indent, bytes[index] == Byte.space { index += 1 }
      let text = index
      while index < content.end, !isBreak(index, in: bytes) { index += 1 }
      // Above the text that shows the indentation a wider line of spaces is blank, though a mistake.
      let isBlank = isDetected && !hasText && bytes[text..<index].allSatisfy { $0 == Byte.space }
      if index > text, !isBlank {
        let isFoldable = folds && !bytes[text].isBlank
        if hasText, isFoldable, wasFoldable {
          breaks == 1 ? result.append(Byte.space) : appendBreaks(breaks - 1, to: &result)
        } else {
          appendBreaks(breaks, to: &result)
        }
        result += bytes[text..<index]
        breaks = 0
        wasFoldable = isFoldable
        hasText = true
      }
      breaks += 1
      if index >= content.end { break }
      if bytes[index] == Byte.carriageReturn, index + 1 < bytes.count, bytes[index + 1] == Byte.lineFeed { index += 1 }
      index += 1
    }
    if chomping == Byte.plus {
      appendBreaks(breaks, to: &result)
    } else if chomping == Byte.space, hasText {
      result.append(Byte.lineFeed)
    }
    return result
  }

  private static func appendBreaks(_ count: Int, to result: inout [UInt8]) {
    for _ in 0..<max(count, 0) { result.append(Byte.lineFeed) }
  }

  private static func isBreak(_ index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] == Byte.lineFeed || bytes[index] == Byte.carriageReturn
  }
}
