public import DataTree
import SourceText

/// Writes texts as TOML (1.0, which every reader takes): a date without quotes where it stood so, a key without quotes
/// where it may, all else in the quotes that are asked for. A text that is not UTF-8 cannot be written.
public enum TOMLScalarWriter: ScalarWriting {
  public static func written(_ text: [UInt8], at place: ScalarPlace, like style: NodeStyle) -> [UInt8]? {
    guard String(validating: text, as: UTF8.self) != nil else { return nil }
    if style == .plain {
      if place == .key, !text.isEmpty, text.allSatisfy(Reader.isBareKey) { return text }
      if place != .key, let date = DateTime.read(text[...]), date.exists { return text }
    }
    if style == .singleQuoted || style == .tripleSingleQuoted, !text.contains(where: isSpecialInLiteral) {
      return [Byte.singleQuote] + text + [Byte.singleQuote]
    }
    var output = [Byte.doubleQuote]
    for byte in text { append(byte, to: &output) }
    output.append(Byte.doubleQuote)
    return output
  }

  /// Whether a byte cannot stand between single quotes.
  private static func isSpecialInLiteral(_ byte: UInt8) -> Bool {
    byte == Byte.singleQuote || byte < Byte.space && byte != Byte.tab || byte == 0x7F
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case Byte.doubleQuote, Byte.backslash: output += [Byte.backslash, byte]
    case Byte.lineFeed: output += [Byte.backslash, UInt8(ascii: "n")]
    case Byte.carriageReturn: output += [Byte.backslash, UInt8(ascii: "r")]
    case Byte.tab: output += [Byte.backslash, UInt8(ascii: "t")]
    case 0..<Byte.space, 0x7F:
      output += Array("\\u00".utf8)
      for digit in [byte >> 4, byte & 15] { output.append(digit < 10 ? Byte.zero + digit : 0x41 - 10 + digit) }
    default: output.append(byte)
    }
  }
}
