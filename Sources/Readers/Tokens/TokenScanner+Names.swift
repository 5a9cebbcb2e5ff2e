import SourceText

extension TokenScanner {
  /// Cuts `&name` or `*name`.
  mutating func fetchAnchor() throws(Refusal) {
    let start = position
    let kind = at() == Byte.asterisk ? ReaderTokenKind.alias : .anchor
    advance()
    let nameStart = position
    switch dialect.anchorNames {
    case .word:
      while position < end, at().isAlphanumeric || at() == Byte.dash || at() == Byte.underscore { advance() }
      let next = at()
      let isDelimited =
        isBlankOrEnd(0) || next == Byte.question || next == Byte.colon || next == Byte.comma
        || next == Byte.closeBracket || next == Byte.closeBrace || next == Byte.percent || next == Byte.at
        || next == Byte.backtick
      guard position > nameStart, isDelimited else { throw refusal(.anchor, from: start) }
    case .anything:
      while position < end, !isBlankOrEnd(0), !isFlowSign(at()) { advance() }
      guard position > nameStart else { throw refusal(.anchor, from: start) }
    case .toBlank:
      while position < end, !isBlankOrEnd(0), flowLevel == 0 || !isFlowSign(at()) { advance() }
      guard position > nameStart else { throw refusal(.anchor, from: start) }
    }
    add(ReaderToken(kind: kind, range: ByteRange(start, position), text: Array(bytes[nameStart..<position])))
  }

  private func isFlowSign(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.openBracket || byte == Byte.closeBracket || byte == Byte.openBrace
      || byte == Byte.closeBrace
  }

  /// Cuts a tag: its handle, and its rest unescaped.
  mutating func fetchTag() throws(Refusal) {
    let start = position
    var handle: [UInt8] = []
    var rest: [UInt8]
    if at(1) == Byte.less {
      advance(2)
      rest = try takeURI(from: start, isVerbatim: true)
      guard at() == Byte.greater, !rest.isEmpty else { throw refusal(.tag, from: start) }
      advance()
    } else {
      advance()
      handle = [Byte.exclamation]
      let wordStart = position
      while position < end, at().isAlphanumeric || at() == Byte.dash || at() == Byte.underscore { advance() }
      if at() == Byte.exclamation, position < end {
        handle += bytes[wordStart..<position]
        handle.append(Byte.exclamation)
        advance()
        rest = try takeURI(from: start)
        guard !rest.isEmpty else { throw refusal(.tag, from: start) }
      } else {
        rest = Array(bytes[wordStart..<position]) + (try takeURI(from: start))
      }
    }
    guard isBlankOrEnd(0) || (flowLevel > 0 && mayFollowTag(at())) else { throw refusal(.tag, from: start) }
    add(ReaderToken(kind: .tag, range: ByteRange(start, position), text: rest, handle: handle))
  }

  private func mayFollowTag(_ byte: UInt8) -> Bool {
    switch dialect.tagSigns {
    case .never: byte == Byte.comma
    case .always: false
    case .outsideBrackets: isFlowSign(byte)
    }
  }

  private func mayHold(_ byte: UInt8, isVerbatim: Bool) -> Bool {
    guard byte == Byte.comma || byte == Byte.openBracket || byte == Byte.closeBracket else { return false }
    return switch dialect.tagSigns {
    case .never: isVerbatim
    case .always: true
    case .outsideBrackets: flowLevel == 0
    }
  }

  private mutating func takeURI(from start: Int, isVerbatim: Bool = false) throws(Refusal) -> [UInt8] {
    var text: [UInt8] = []
    while position < end {
      let byte = at()
      if byte == Byte.percent {
        guard let high = at(1).hexValue, let low = at(2).hexValue else { throw refusal(.tag, from: start) }
        text.append(UInt8(high << 4 | low))
        advance(3)
      } else if byte.isAlphanumeric || Self.uriSigns.contains(byte) || mayHold(byte, isVerbatim: isVerbatim) {
        text.append(byte)
        advance()
      } else {
        break
      }
    }
    return text
  }

  private static let uriSigns = Array("-;/?:@&=+$_.!~*'()#".utf8)

  /// Cuts a line that begins with `%`; its name is `text`, what `%TAG` and `%YAML` say `handle`, without blanks.
  mutating func fetchDirective() throws(Refusal) {
    let start = position
    advance()
    let nameStart = position
    while position < end,
      at().isAlphanumeric || at() == Byte.dash || at() == Byte.underscore
        || (dialect.directiveTakesSigns && (at() == Byte.colon || at() == Byte.dot))
    {
      advance()
    }
    let name = Array(bytes[nameStart..<position])
    guard !name.isEmpty, isBlankOrEnd(0), dialect.directiveEndsAtTab || at() != Byte.tab else {
      throw refusal(.directive, from: start)
    }
    let restStart = position
    while position < end, breakLength(at: position) == 0 { advance() }
    var rest = bytes[restStart..<position]
    if let comment = rest.indices.first(where: { bytes[$0] == Byte.hash && bytes[$0 - 1].isBlank }) {
      rest = bytes[restStart..<comment]
    }
    if name == Array("YAML".utf8) {
      guard Self.version(rest) != nil else { throw refusal(.directive, from: start) }
    } else if name != Array("TAG".utf8), !dialect.passesUnknownDirectives {
      throw refusal(.directive, from: start)
    }
    add(ReaderToken(kind: .directive, range: ByteRange(start, position), text: name, handle: Array(rest)))
  }

  static func version(_ text: ArraySlice<UInt8>) -> YAMLVersion? {
    let digits = text.filter { !$0.isBlank }
    let parts = digits.split(separator: Byte.dot, omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(String(decoding: parts[0], as: UTF8.self)),
      let minor = Int(String(decoding: parts[1], as: UTF8.self))
    else { return nil }
    return YAMLVersion(major: major, minor: minor)
  }
}
