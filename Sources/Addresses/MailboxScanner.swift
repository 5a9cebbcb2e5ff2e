import SourceText

/// Reads a `Mailbox` (RFC 5321, 4.1.2, with RFC 6531, 3.3).
///
///     "Jean Dupont"@[192.0.2.1]     jean.dupont@exemple.fr
///     └─ local ───┘ └ domain ─┘     └── local ┘ └ domain ┘
///
/// The bytes must be UTF-8.
struct MailboxScanner {
  private let bytes: [UInt8]
  private let range: ByteRange
  /// Whether every character outside ASCII is taken, as the grammar of RFC 6531 alone does.
  private let takesAllLetters: Bool

  init(_ bytes: [UInt8], _ range: ByteRange, takesAllLetters: Bool) {
    self.bytes = bytes
    self.range = range
    self.takesAllLetters = takesAllLetters
  }

  func scan() -> Result<EmailAddress, EmailError> {
    guard !range.isEmpty else { return .failure(EmailError(.empty, range)) }
    let isQuoted = bytes[range.start] == Byte.doubleQuote
    let local: ByteRange
    switch isQuoted ? quotedString() : dotString() {
    case .success(let range): local = range
    case .failure(let error): return .failure(error)
    }
    let domain = ByteRange(local.end + 1, range.end)
    if let error = domainError(domain) ?? lengthError(local, domain) { return .failure(error) }
    return .success(
      EmailAddress(
        range: range, localRange: local, domainRange: domain, isQuoted: isQuoted,
        isLiteral: bytes[domain.start] == Byte.openBracket,
        isInternational: bytes[range.indices].contains { $0 >= 0x80 }))
  }

  // MARK: The local part

  /// `Dot-string`, up to the `@`.
  private func dotString() -> Result<ByteRange, EmailError> {
    var index = range.start
    var isAfterDot = true
    while index < range.end {
      let byte = bytes[index]
      let length = UTF8Scan.length(at: index, in: bytes)
      if byte == Byte.at {
        if index == range.start { return .failure(EmailError(.emptyLocalPart, ByteRange(at: index))) }
        if isAfterDot { return .failure(EmailError(.misplacedDot, ByteRange(index - 1, index))) }
        return .success(ByteRange(range.start, index))
      }
      if byte == Byte.dot {
        if isAfterDot { return .failure(EmailError(.misplacedDot, ByteRange(index, index + 1))) }
        isAfterDot = true
      } else {
        guard AddressByte.isAtomText(byte) || byte >= 0x80 && isLetter(at: index) else {
          return .failure(badLocal(ByteRange(index, index + length)))
        }
        isAfterDot = false
      }
      index += length
    }
    return .failure(EmailError(.missingAt, ByteRange(at: range.end)))
  }

  private func isLetter(at index: Int) -> Bool {
    takesAllLetters || InternationalText.isLocal(at: index, from: range.start, in: bytes)
  }

  /// A bad character is of no interest in a text that is no address at all.
  private func badLocal(_ place: ByteRange) -> EmailError {
    guard bytes[place.end..<range.end].contains(Byte.at) else {
      return EmailError(.missingAt, ByteRange(at: range.end))
    }
    if AddressByte.isWhitespace(bytes[place.start]) { return EmailError(.whitespace, place) }
    return EmailError(
      bytes[place.start] == Byte.doubleQuote ? .textBesideQuote : .invalidLocalCharacter, place)
  }

  /// `Quoted-string`, and the `@` after it.
  private func quotedString() -> Result<ByteRange, EmailError> {
    var index = range.start + 1
    while index < range.end, bytes[index] != Byte.doubleQuote {
      let byte = bytes[index]
      if byte == Byte.backslash {
        index += 1
        guard index < range.end else { break }
        guard bytes[index] >= 0x20, bytes[index] < 0x7F else {
          return .failure(EmailError(.invalidLocalCharacter, ByteRange(index, index + 1)))
        }
        index += 1
      } else if byte >= 0x80 {
        let length = UTF8Scan.length(at: index, in: bytes)
        guard isLetter(at: index) else {
          return .failure(EmailError(.invalidLocalCharacter, ByteRange(index, index + length)))
        }
        index += length
      } else {
        guard byte >= 0x20, byte < 0x7F else {
          return .failure(EmailError(.invalidLocalCharacter, ByteRange(index, index + 1)))
        }
        index += 1
      }
    }
    guard index < range.end else {
      return .failure(EmailError(.unclosedQuote, ByteRange(range.start, range.start + 1)))
    }
    let end = index + 1
    guard end < range.end else { return .failure(EmailError(.missingAt, ByteRange(at: range.end))) }
    guard bytes[end] == Byte.at else { return .failure(EmailError(.textBesideQuote, ByteRange(end, end + 1))) }
    return .success(ByteRange(range.start, end))
  }

  // MARK: The domain

  private func domainError(_ domain: ByteRange) -> EmailError? {
    guard !domain.isEmpty else { return EmailError(.emptyDomain, domain) }
    if bytes[domain.start] == Byte.openBracket { return AddressLiteral.error(bytes, domain) }
    return DomainName.error(bytes, domain, takesAllLetters: takesAllLetters)
  }

  private func lengthError(_ local: ByteRange, _ domain: ByteRange) -> EmailError? {
    if local.count > 64 { return EmailError(.localPartTooLong, local) }
    if domain.count > 255 { return EmailError(.domainTooLong, domain) }
    return range.count > 254 ? EmailError(.addressTooLong, range) : nil
  }
}
