import SourceText

/// Reads a `mailto:` URI (RFC 6068, 2) and goes on after every error.
struct MailtoParser {
  private static let maximumErrors = 1000
  /// How many recipients and how many fields are kept: nobody writes to so many, and a file may have as many as it has
  /// words.
  private static let maximumParts = 10_000

  private let bytes: [UInt8]
  private(set) var uri: MailtoURI

  init(_ bytes: [UInt8], _ range: ByteRange) {
    self.bytes = bytes
    uri = MailtoURI(range: range)
  }

  mutating func parse() {
    let start = skipScheme()
    let end = uri.range.end
    let question = bytes[start..<end].firstIndex(of: Byte.question)
    let pathEnd = question ?? end
    if let separator = fieldStart(in: ByteRange(start, pathEnd)) {
      report(.missingQuestionMark, separator, "?")
      uri.pathRange = ByteRange(start, separator.start)
      readPath()
      readFields(ByteRange(separator.end, end))
    } else {
      uri.pathRange = ByteRange(start, pathEnd)
      readPath()
      if let question {
        if question + 1 == end { report(.emptyField, ByteRange(question, end), "") }
        readFields(ByteRange(question + 1, end))
      }
    }
    uri.errors.sort { $0.range < $1.range }
    dropHiddenErrors()
  }

  /// In a recipient that is no address nothing is to be encoded: that would hide what is wrong with it.
  private mutating func dropHiddenErrors() {
    var bad: [ByteRange] = []
    for recipient in uri.recipients where !recipient.isValid { bad.append(recipient.range) }
    guard !bad.isEmpty else { return }
    bad.sort()
    var shown: [MailtoError] = []
    var next = 0
    for error in uri.errors {
      while next < bad.count, bad[next].end <= error.range.start { next += 1 }
      let mayBeHidden = error.isMissingEncoding || error.kind == .fragment
      if mayBeHidden, next < bad.count, bad[next].overlaps(error.range) { continue }
      shown.append(error)
    }
    uri.errors = shown
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
    let slashes = index
    var next = index
    while next < end, bytes[next] == Byte.slash {
      index = next + 1
      next = index
      while next < end, AddressByte.isWhitespace(bytes[next]) { next += 1 }
    }
    if index > slashes { report(.authority, ByteRange(slashes, index), "") }
    return index
  }

  // MARK: Separators

  /// The `&`, or the blanks, before the first field in `range`: letters and `=`.
  private func fieldStart(in range: ByteRange) -> ByteRange? {
    var index = range.start
    while index < range.end {
      let start = index
      if bytes[index] == Byte.ampersand {
        index += 1
      } else {
        while index < range.end, AddressByte.isWhitespace(bytes[index]) { index += 1 }
        if index == start {
          index += 1
          continue
        }
      }
      if start > range.start, isField(at: index) { return ByteRange(start, index) }
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
    reportErrors(decoded)
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
        if bytes[index] == Byte.ampersand {
          separatorLength = 1
          break
        }
        if bytes[index] == Byte.question, isField(at: index + 1) {
          separatorLength = 1
          report(.secondQuestionMark, ByteRange(index, index + 1), "&")
          break
        }
        if AddressByte.isWhitespace(bytes[index]) {
          let blanks = index
          while index < range.end, AddressByte.isWhitespace(bytes[index]) { index += 1 }
          guard blanks > start, isField(at: index) else { continue }
          separatorLength = index - blanks
          index = blanks
          report(.missingQuestionMark, ByteRange(blanks, blanks + separatorLength), "&")
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
    let equals = bytes[range.indices].firstIndex(of: Byte.equals)
    if equals == nil || equals == range.start { report(.incompleteField, range, nil as [UInt8]?) }
    let nameRange = ByteRange(range.start, equals ?? range.end)
    let valueRange = ByteRange(equals.map { $0 + 1 } ?? range.end, range.end)
    let name = PercentCoding.decode(bytes, in: nameRange)
    let value = PercentCoding.decode(bytes, in: valueRange)
    checkField(nameRange, name)
    checkField(valueRange, value)
    let field = MailtoURI.Field(
      nameRange: nameRange, valueRange: valueRange, name: name.bytes.lowercasedASCII, value: value.bytes)
    if uri.fields.count < Self.maximumParts { uri.fields.append(field) }
    if let place = MailtoURI.Place(rawValue: String(decoding: field.name, as: UTF8.self)), place != .path {
      readRecipients(value, place)
    }
  }

  // MARK: Characters

  private mutating func reportErrors(_ decoded: PercentCoding.Decoded) {
    for error in decoded.errors {
      switch error.kind {
      case .badEscape: report(.badEscape, error.range, "%25")
      case .invalidUTF8: report(.invalidUTF8, error.range, nil as [UInt8]?)
      case .loneSurrogate: report(.loneSurrogate, error.range, nil as [UInt8]?)
      }
    }
  }

  /// Reports what is not encoded, or badly, in a field.
  private mutating func checkField(_ range: ByteRange, _ decoded: PercentCoding.Decoded) {
    reportErrors(decoded)
    checkCharacters(range) { bytes, space in PercentCoding.encode(bytes[space.indices]) }
  }

  /// Reports what is not encoded in `range`; `spaceReplacement` says what to write for blanks.
  private mutating func checkCharacters(_ range: ByteRange, _ spaceReplacement: ([UInt8], ByteRange) -> [UInt8]?) {
    var index = range.start
    while index < range.end {
      let start = index
      let byte = bytes[index]
      index += 1
      if AddressByte.isFieldText(byte) || byte == Byte.percent { continue }
      if AddressByte.isWhitespace(byte) {
        while index < range.end, AddressByte.isWhitespace(bytes[index]) { index += 1 }
        report(.rawSpace, ByteRange(start, index), spaceReplacement(bytes, ByteRange(start, index)))
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

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.semicolon
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
        if text[index] == Byte.doubleQuote { isQuoted.toggle() }
        let isRaw = bytes[Int(decoded.sourceOffsets[index])] == text[index]
        guard isSeparator(text[index]), isRaw || isHeader && !isQuoted else { continue }
      }
      let piece = text.trimmed(ByteRange(start, index))
      if piece.isEmpty {
        reportEmpty(ByteRange(start, index), in: decoded)
      } else if start > 0, text[start - 1] == Byte.comma, joinsLast(piece, decoded, place) {
        report(.commaForDot, decoded.source(of: ByteRange(start - 1, start)), ".")
      } else {
        readRecipient(piece, decoded, place)
        if index < text.count, text[index] == Byte.semicolon,
          !text.trimmed(ByteRange(index + 1, text.count)).isEmpty
        {
          report(.semicolon, decoded.source(of: ByteRange(index, index + 1)), ",")
        }
      }
      if place == .path { reportBlanks(around: piece, in: ByteRange(start, index), decoded) }
      start = index + 1
    }
  }

  /// Takes `piece` for the end of the last address, where that has no dot behind its `@` and `piece` is what comes last.
  private mutating func joinsLast(_ piece: ByteRange, _ decoded: PercentCoding.Decoded, _ place: MailtoURI.Place)
    -> Bool
  {
    // Past the last recipient that is kept nothing is known of the one before.
    guard uri.recipients.count < Self.maximumParts, let last = uri.recipients.last, last.place == place,
      AddressList.isEnd(decoded.bytes[piece.indices], of: last.address[...])
    else { return false }
    let index = uri.recipients.count - 1
    uri.recipients[index].address += [Byte.dot] + decoded.bytes[piece.indices]
    uri.recipients[index].range = last.range.union(decoded.source(of: piece))
    return true
  }

  /// Between addresses raw blanks have no use.
  private mutating func reportBlanks(around piece: ByteRange, in whole: ByteRange, _ decoded: PercentCoding.Decoded) {
    for blanks in [ByteRange(whole.start, piece.start), ByteRange(piece.end, whole.end)] where !blanks.isEmpty {
      let range = decoded.source(of: blanks)
      if !range.isEmpty, bytes[range.indices].allSatisfy(AddressByte.isWhitespace) { report(.rawSpace, range, "") }
      if piece.isEmpty { return }
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
    if place == .cc || place == .bcc, decoded.bytes[piece.end - 1] == Byte.greater,
      let open = decoded.bytes[piece.indices].lastIndex(of: Byte.less)
    {
      piece = ByteRange(open + 1, piece.end - 1)
    }
    var recipient = MailtoURI.Recipient(
      place: place, range: decoded.source(of: piece), address: Array(decoded.bytes[piece.indices]), isValid: true)
    switch EmailAddress.parse(decoded.bytes, in: piece) {
    case .success(let address):
      if place == .path { checkAddress(address, decoded) }
    case .failure(let error):
      recipient.isValid = false
      reportAddress(error, recipient, decoded)
    }
    if uri.recipients.count < Self.maximumParts { uri.recipients.append(recipient) }
  }

  /// Reports what is not encoded in a good address. A letter with an accent before the `@` is most often a slip: it is not
  /// encoded, which would hide it.
  private mutating func checkAddress(_ address: EmailAddress, _ decoded: PercentCoding.Decoded) {
    let local = decoded.source(of: address.localRange)
    if let letter = bytes[local.indices].firstIndex(where: { $0 >= 0x80 }) {
      report(.accentInName, ByteRange(letter, letter + UTF8Scan.length(at: letter, in: bytes)), nil as [UInt8]?)
    } else {
      checkCharacters(local) { _, _ in nil }
    }
    let domain = decoded.source(of: address.domainRange)
    if !address.isLiteral { checkCharacters(domain) { _, _ in nil } }
  }

  private mutating func reportAddress(
    _ error: EmailError, _ recipient: MailtoURI.Recipient, _ decoded: PercentCoding.Decoded
  ) {
    guard uri.errors.count < Self.maximumErrors else { return }
    if let mended = AddressMending.mended(recipient.address) {
      report(.badAddress(error.kind), recipient.range, mended)
      return
    }
    let range = decoded.source(of: error.range)
    // A byte that is no UTF-8 has been reported already.
    if error.kind == .invalidUTF8 { return }
    if error.kind == .whitespace, !range.isEmpty, AddressByte.isWhitespace(bytes[range.start]) {
      report(.rawSpace, range, nil as [UInt8]?)
    } else {
      report(.badAddress(error.kind), range, nil as [UInt8]?)
    }
  }
}
