import SourceText

/// Reads a `mailto:` URI (RFC 6068, 2) and goes on after every error.
struct MailtoParser {
  private static let maximumErrors = 1000

  private let bytes: [UInt8]
  private let readsEntities: Bool
  private(set) var uri: MailtoURI

  init(_ bytes: [UInt8], _ range: ByteRange, readsEntities: Bool) {
    self.bytes = bytes
    self.readsEntities = readsEntities
    uri = MailtoURI(range: range)
  }

  mutating func parse() {
    let start = skipScheme()
    let end = uri.range.end
    let question = bytes[start..<end].firstIndex(of: AddressByte.question)
    let pathEnd = question ?? end
    if let ampersand = fieldStart(in: ByteRange(start, pathEnd)) {
      let length = ampersandLength(at: ampersand, limit: end)
      report(.missingQuestionMark, ByteRange(ampersand, ampersand + length), "?")
      uri.pathRange = ByteRange(start, ampersand)
      readPath()
      readFields(ByteRange(ampersand + length, end))
    } else {
      uri.pathRange = ByteRange(start, pathEnd)
      readPath()
      if let question {
        if question + 1 == end { report(.emptyField, ByteRange(question, end), "") }
        readFields(ByteRange(question + 1, end))
      }
    }
    uri.errors.sort { $0.range < $1.range }
  }

  private mutating func report(_ kind: MailtoError.Kind, _ range: ByteRange, _ replacement: String?) {
    report(kind, range, replacement.map { Array($0.utf8) })
  }

  private mutating func report(_ kind: MailtoError.Kind, _ range: ByteRange, _ replacement: [UInt8]?) {
    guard uri.errors.count < Self.maximumErrors else { return }
    // One separator may have nothing on either side: it is reported once.
    if let last = uri.errors.last, last.kind == kind, last.range == range { return }
    uri.errors.append(MailtoError(kind: kind, range: range, replacement: replacement))
  }

  // MARK: The scheme

  /// Steps over `mailto:`, or reports what stands there instead, and returns where the path starts.
  private mutating func skipScheme() -> Int {
    let end = uri.range.end
    let scheme = MailtoScheme(bytes, uri.range)
    if !scheme.isRight { report(.missingScheme, scheme.range, "mailto:") }
    var index = scheme.range.end
    let blanks = index
    while index < end, AddressByte.isWhitespace(bytes[index]) { index += 1 }
    if index > blanks { report(.rawSpace, ByteRange(blanks, index), "") }
    if bytes.hasLetters("mailto:", at: index, limit: end) {
      let first = index
      while bytes.hasLetters("mailto:", at: index, limit: end) { index += 7 }
      report(.repeatedScheme, ByteRange(first, index), "")
    }
    if bytes.hasLetters("//", at: index, limit: end) {
      report(.authority, ByteRange(index, index + 2), "")
      index += 2
    }
    return index
  }

  // MARK: Separators

  /// The length of the `&` or, where entities are read, `&amp;` at `index`; 0 where there is none.
  private func ampersandLength(at index: Int, limit: Int) -> Int {
    guard index < limit, bytes[index] == AddressByte.ampersand else { return 0 }
    return readsEntities && bytes.hasLetters("&amp;", at: index, limit: limit) ? 5 : 1
  }

  /// The offset of the first `&` in `range` that a field follows: letters and `=`.
  private func fieldStart(in range: ByteRange) -> Int? {
    var index = range.start
    while index < range.end {
      let length = ampersandLength(at: index, limit: range.end)
      if length > 0, isField(at: index + length) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the name of a field that people write, and `=`, stand at `index`.
  private func isField(at index: Int) -> Bool {
    let names: [StaticString] = ["subject=", "body=", "cc=", "bcc=", "to="]
    return names.contains { bytes.hasLetters($0, at: index, limit: uri.range.end) }
  }

  // MARK: The path

  private mutating func readPath() {
    let range = uri.pathRange
    let decoded = PercentCoding.decode(bytes, in: range)
    checkCharacters(range, decoded, isPath: true)
    readRecipients(decoded, .path)
  }

  // MARK: The fields

  private mutating func readFields(_ range: ByteRange) {
    var start = range.start
    var separator = ByteRange(range.start - 1, range.start)
    while start < range.end {
      var index = start
      var separatorLength = 0
      while index < range.end {
        separatorLength = ampersandLength(at: index, limit: range.end)
        if separatorLength > 0 { break }
        if bytes[index] == AddressByte.question, isField(at: index + 1) {
          separatorLength = 1
          report(.secondQuestionMark, ByteRange(index, index + 1), "&")
          break
        }
        index += 1
      }
      let isEmpty = index == start
      readField(ByteRange(start, index))
      if index == range.end { return }
      separator = ByteRange(index, index + separatorLength)
      if isEmpty { report(.emptyField, separator, "") }
      start = separator.end
    }
    if separator.start >= range.start { report(.emptyField, separator, "") }
  }

  private mutating func readField(_ range: ByteRange) {
    guard !range.isEmpty else { return }
    let equals = bytes[range.indices].firstIndex(of: AddressByte.equals)
    if equals == nil || equals == range.start { report(.incompleteField, range, nil as [UInt8]?) }
    let nameRange = ByteRange(range.start, equals ?? range.end)
    let valueRange = ByteRange(equals.map { $0 + 1 } ?? range.end, range.end)
    let name = PercentCoding.decode(bytes, in: nameRange)
    let value = PercentCoding.decode(bytes, in: valueRange)
    checkCharacters(nameRange, name, isPath: false)
    checkCharacters(valueRange, value, isPath: false)
    let field = MailtoURI.Field(
      nameRange: nameRange, valueRange: valueRange, name: name.bytes.lowercasedASCII, value: value.bytes)
    uri.fields.append(field)
    if let place = MailtoURI.Place(rawValue: String(decoding: field.name, as: UTF8.self)), place != .path {
      readRecipients(value, place)
    }
  }

  // MARK: Characters

  /// Reports what is not encoded, or badly, in `range`.
  private mutating func checkCharacters(_ range: ByteRange, _ decoded: PercentCoding.Decoded, isPath: Bool) {
    for error in decoded.errors {
      switch error.kind {
      case .badEscape: report(.badEscape, error.range, "%25")
      case .invalidUTF8: report(.invalidUTF8, error.range, nil as [UInt8]?)
      case .loneSurrogate: report(.loneSurrogate, error.range, nil as [UInt8]?)
      }
    }
    var index = range.start
    while index < range.end {
      let start = index
      let byte = bytes[index]
      index += 1
      if AddressByte.isFieldText(byte) || byte == AddressByte.percent { continue }
      if AddressByte.isWhitespace(byte) {
        while index < range.end, AddressByte.isWhitespace(bytes[index]) { index += 1 }
        report(.rawSpace, ByteRange(start, index), spaceReplacement(ByteRange(start, index), range, isPath))
      } else if byte >= 0x80 {
        while index < range.end, bytes[index] >= 0x80 { index += 1 }
        report(.letterNotEncoded, ByteRange(start, index), PercentCoding.encode(bytes[start..<index]))
      } else {
        report(
          byte == UInt8(ascii: "#") ? .fragment : .characterNotEncoded, ByteRange(start, index),
          PercentCoding.encode([byte]))
      }
    }
  }

  /// In a field a space is encoded; between addresses it goes; inside an address only a person knows.
  private func spaceReplacement(_ space: ByteRange, _ range: ByteRange, _ isPath: Bool) -> [UInt8]? {
    guard isPath else { return PercentCoding.encode(bytes[space.indices]) }
    let before = space.start == range.start || isSeparator(bytes[space.start - 1])
    let after = space.end == range.end || isSeparator(bytes[space.end])
    return before || after ? [] : nil
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == AddressByte.comma || byte == AddressByte.semicolon
  }

  // MARK: Recipients

  /// Reads addresses between commas: those written as such, and in `cc` and `bcc`, which hold any header text, also
  /// encoded ones outside quotes.
  private mutating func readRecipients(_ decoded: PercentCoding.Decoded, _ place: MailtoURI.Place) {
    let text = decoded.bytes
    guard !text.isEmpty else { return }
    let isHeader = place == .cc || place == .bcc
    var isQuoted = false
    var start = 0
    for index in 0...text.count {
      if index < text.count {
        if text[index] == AddressByte.doubleQuote { isQuoted.toggle() }
        let isRaw = bytes[decoded.sourceOffsets[index]] == text[index]
        guard isSeparator(text[index]), isRaw || isHeader && !isQuoted else { continue }
      }
      let piece = text.trimmed(ByteRange(start, index))
      if piece.isEmpty {
        reportEmpty(ByteRange(start, index), in: decoded)
      } else {
        readRecipient(piece, decoded, place)
        if index < text.count, text[index] == AddressByte.semicolon,
          !text.trimmed(ByteRange(index + 1, text.count)).isEmpty
        {
          report(.semicolon, decoded.source(of: ByteRange(index, index + 1)), ",")
        }
      }
      start = index + 1
    }
  }

  /// Reports the separator that has nothing beside it: the one after, or at the end the one before.
  private mutating func reportEmpty(_ piece: ByteRange, in decoded: PercentCoding.Decoded) {
    let start = piece.end < decoded.bytes.count ? piece.end : piece.start - 1
    // A path of blanks alone names nobody, and has no separator.
    guard start >= 0 else { return }
    report(.emptyRecipient, decoded.source(of: ByteRange(start, start + 1)), "")
  }

  private mutating func readRecipient(
    _ piece: ByteRange, _ decoded: PercentCoding.Decoded, _ place: MailtoURI.Place
  ) {
    var piece = piece
    // `Name <address>` is header text, and only allowed where that is.
    if place == .cc || place == .bcc, decoded.bytes[piece.end - 1] == AddressByte.greater,
      let open = decoded.bytes[piece.indices].lastIndex(of: AddressByte.less)
    {
      piece = ByteRange(open + 1, piece.end - 1)
    }
    var recipient = MailtoURI.Recipient(
      place: place, range: decoded.source(of: piece), address: Array(decoded.bytes[piece.indices]), isValid: true)
    if case .failure(let error) = EmailAddress.parse(decoded.bytes, in: piece) {
      recipient.isValid = false
      let range = decoded.source(of: error.range)
      // A raw space or a byte that is no UTF-8 has been reported already.
      let isKnown =
        error.kind == .invalidUTF8
        || error.kind == .whitespace && !range.isEmpty && AddressByte.isWhitespace(bytes[range.start])
      if !isKnown { report(.badAddress(error.kind), range, nil as [UInt8]?) }
    }
    uri.recipients.append(recipient)
  }
}
