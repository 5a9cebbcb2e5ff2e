import SourceText

// What the text of a mistake shows of the file, so that it can be understood without an excerpt.
extension Parser {
  /// How many code points are shown at most.
  private static let shownLimit = 30

  /// The sign or the words that the message of `code` shows; empty where it shows none.
  func shown(_ code: YAMLErrorCode, _ range: ByteRange, related: ByteRange?) -> String {
    switch code {
    case .reservedCharacter, .unexpectedCharacter, .extraBracket, .unclosedQuote, .unknownAlias, .repeatedProperty,
      .propertyOnAlias, .propertyBeforeCollection, .badAnchor, .badTag, .unknownTagHandle, .badBlockHeader, .bulletList:
      text(range.start, range.start + 1)
    case .textAfterAlias: "*"
    case .unclosedFlow: closing(range.start)
    case .wrongBracket: related.map { closing($0.start) } ?? "]"
    case .otherColon, .otherComment, .missingDash, .textAfterQuote, .textAfterApostrophe, .textAfterFlow:
      text(range.start, range.end)
    case .missingSpaceAfterDash: text(range.start + 1, textEnd(range.start))
    case .missingComma: text(range.start, wordEnd(range.start))
    default: ""
    }
  }

  /// What closes the bracket at `index`.
  private func closing(_ index: Int) -> String { input[index] == Byte.openBrace ? "}" : "]" }

  /// The end of the entry of a collection in brackets that starts at `index`, on its line.
  private func wordEnd(_ index: Int) -> Int {
    var end = index
    while !input.isBreakOrEnd(end), input[end] != Byte.comma, input[end] != Byte.closeBracket,
      input[end] != Byte.closeBrace
    {
      end += 1
    }
    return max(input.trimmingBlanks(index, end), index + 1)
  }

  /// The text from `start` to `end` or to the end of the character there, shortened.
  private func text(_ start: Int, _ end: Int) -> String {
    var end = min(max(end, start), input.end)
    while end < input.end, input[end] & 0xC0 == 0x80 { end += 1 }
    let bytes = input.bytes(start, min(end, start + 4 * Self.shownLimit))
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var result = String(String.UnicodeScalarView(scalars.prefix(Self.shownLimit).map { $0 < " " ? " " : $0 }))
    if scalars.count > Self.shownLimit { result += "…" }
    return result
  }
}
