import SourceText

/// Reads an `addr-spec` (RFC 5322, 3.4.1) with comments, folding white space and the obsolete forms of section 4.
///
///     (hello) "Jean" . Dupont @ [ 192.0.2.1 ] (world)
///
/// The bytes must be UTF-8. Comments nest; their depth is a number and no recursion.
struct HeaderAddressScanner {
  private let bytes: [UInt8]
  private let range: ByteRange
  private var index: Int

  init(_ bytes: [UInt8], _ range: ByteRange) {
    self.bytes = bytes
    self.range = range
    index = range.start
  }

  mutating func scan() -> Result<EmailAddress, EmailError> {
    guard !range.isEmpty else { return .failure(EmailError(.empty, range)) }
    do throws(EmailError) {
      let local = try words(isDomain: false)
      guard index < range.end else { throw EmailError(.missingAt, ByteRange(at: range.end)) }
      guard bytes[index] == Byte.at else { throw unexpected(.invalidLocalCharacter) }
      index += 1
      let domain = try domain()
      guard index == range.end else {
        throw bytes[index] == Byte.at
          ? EmailError(.severalAts, ByteRange(index, index + 1)) : unexpected(.invalidDomainCharacter)
      }
      return .success(
        EmailAddress(
          range: range, localRange: local, domainRange: domain,
          isQuoted: bytes[local.start] == Byte.doubleQuote,
          isLiteral: bytes[domain.start] == Byte.openBracket,
          isInternational: bytes[range.indices].contains { $0 >= 0x80 }))
    } catch {
      return .failure(error)
    }
  }

  private func unexpected(_ kind: EmailError.Kind) -> EmailError {
    guard index < range.end else { return EmailError(kind, ByteRange(at: range.end)) }
    let place = ByteRange(index, index + UTF8Scan.length(at: index, in: bytes))
    return EmailError(AddressByte.isWhitespace(bytes[index]) ? .whitespace : kind, place)
  }

  // MARK: Words and dots

  /// `word *("." word)`, or `atom *("." atom)` for a domain, each with comments and white space around it.
  private mutating func words(isDomain: Bool) throws(EmailError) -> ByteRange {
    try skipComments()
    let start = index
    var end = index
    while true {
      let wordStart = index
      if !isDomain, index < range.end, bytes[index] == Byte.doubleQuote {
        try quotedString()
      } else {
        atom(isDomain: isDomain)
      }
      guard index > wordStart else { throw missingWord(isDomain: isDomain, isFirst: wordStart == start) }
      if isDomain { try checkHyphens(ByteRange(wordStart, index)) }
      end = index
      try skipComments()
      guard index < range.end, bytes[index] == Byte.dot else { return ByteRange(start, end) }
      index += 1
      try skipComments()
    }
  }

  private func missingWord(isDomain: Bool, isFirst: Bool) -> EmailError {
    guard index < range.end else {
      if !isDomain { return EmailError(.missingAt, ByteRange(at: range.end)) }
      return EmailError(isFirst ? .emptyDomain : .misplacedDot, ByteRange(at: range.end))
    }
    switch bytes[index] {
    case Byte.dot: return EmailError(.misplacedDot, ByteRange(index, index + 1))
    case Byte.at where !isDomain:
      return EmailError(isFirst ? .emptyLocalPart : .misplacedDot, ByteRange(at: index))
    default: return unexpected(isDomain ? .invalidDomainCharacter : .invalidLocalCharacter)
    }
  }

  private mutating func atom(isDomain: Bool) {
    let start = index
    while index < range.end {
      if bytes[index] >= 0x80 {
        let isAllowed =
          isDomain
          ? InternationalText.isDomain(at: index, isFirst: index == start, in: bytes)
          : InternationalText.isLocal(at: index, from: start, in: bytes)
        if !isAllowed { return }
        index += UTF8Scan.length(at: index, in: bytes)
      } else {
        if !AddressByte.isAtomText(bytes[index]) { return }
        index += 1
      }
    }
  }

  /// RFC 5322 leaves the domain's labels to the name system, which has no hyphen at their ends (RFC 1035, 2.3.1).
  private func checkHyphens(_ label: ByteRange) throws(EmailError) {
    if bytes[label.start] == Byte.dash {
      throw EmailError(.misplacedHyphen, ByteRange(label.start, label.start + 1))
    }
    if bytes[label.end - 1] == Byte.dash {
      throw EmailError(.misplacedHyphen, ByteRange(label.end - 1, label.end))
    }
  }

  // MARK: Quoted strings, literals

  private mutating func quotedString() throws(EmailError) {
    let start = index
    index += 1
    while index < range.end {
      switch bytes[index] {
      case Byte.doubleQuote:
        index += 1
        return
      case Byte.backslash: try quotedPair(.unclosedQuote)
      case 0x0D, 0x20, 0x09: try skipWhitespace()
      case 0x00, 0x0A: throw unexpected(.invalidLocalCharacter)
      default: index += 1
      }
    }
    throw EmailError(.unclosedQuote, ByteRange(start, start + 1))
  }

  /// `"\"` and any ASCII character: the obsolete form takes controls too.
  private mutating func quotedPair(_ kind: EmailError.Kind) throws(EmailError) {
    guard index + 1 < range.end else { throw EmailError(kind, ByteRange(index, index + 1)) }
    index += 1
    index += UTF8Scan.length(at: index, in: bytes)
  }

  private mutating func domain() throws(EmailError) -> ByteRange {
    try skipComments()
    guard index < range.end, bytes[index] == Byte.openBracket else { return try words(isDomain: true) }
    let start = index
    index += 1
    while index < range.end, bytes[index] != Byte.closeBracket {
      switch bytes[index] {
      case Byte.backslash: try quotedPair(.unclosedLiteral)
      case 0x0D, 0x20, 0x09: try skipWhitespace()
      case 0x00, 0x0A, Byte.openBracket: throw unexpected(.invalidDomainCharacter)
      default: index += 1
      }
    }
    guard index < range.end else { throw EmailError(.unclosedLiteral, ByteRange(start, start + 1)) }
    index += 1
    let literal = ByteRange(start, index)
    try skipComments()
    return literal
  }

  // MARK: Comments and folding white space

  /// `CFWS`.
  private mutating func skipComments() throws(EmailError) {
    var depth = 0
    var opening = index
    while index < range.end {
      switch bytes[index] {
      case 0x0D, 0x20, 0x09: try skipWhitespace()
      case Byte.openParenthesis:
        if depth == 0 { opening = index }
        depth += 1
        index += 1
      case Byte.closeParenthesis where depth > 0:
        depth -= 1
        index += 1
      case Byte.backslash where depth > 0: try quotedPair(.unclosedComment)
      case 0x00 where depth > 0, 0x0A where depth > 0: throw unexpected(.invalidLocalCharacter)
      default:
        if depth == 0 { return }
        index += 1
      }
    }
    if depth > 0 { throw EmailError(.unclosedComment, ByteRange(opening, opening + 1)) }
  }

  /// `FWS`: blanks, and line ends (CR LF) that a blank follows.
  private mutating func skipWhitespace() throws(EmailError) {
    while index < range.end {
      switch bytes[index] {
      case 0x20, 0x09: index += 1
      case 0x0D:
        guard index + 2 < range.end, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x20 || bytes[index + 2] == 0x09
        else { throw EmailError(.whitespace, ByteRange(index, index + 1)) }
        index += 3
      default: return
      }
    }
  }
}
