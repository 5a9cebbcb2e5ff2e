import SourceText

extension EmailAddress {
  /// The address that `text`, which is none, was probably meant to be: without quotes, brackets, a name or `mailto:` round
  /// it, and with the signs `@`, dot and hyphen in place of what stands for them. Several are given with commas between;
  /// `nil` where no good ASCII address comes of it.
  public static func mended(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(Byte.at) || AddressMending.mayMend(text[...]) else { return nil }
    return AddressMending.mended(text)
  }
}

/// What was probably meant by a text that is no e-mail address.
enum AddressMending {
  /// The address, or the addresses with commas between, that `text` was meant to be: what stands round it is taken away,
  /// and look-alikes of `@`, the dot and the hyphen are written as such. `nil` where no good ASCII address comes of it.
  static func mended(_ text: [UInt8]) -> [UInt8]? {
    // Longer texts are no slip of one address.
    guard text.count <= 400 else { return nil }
    var parts: [[UInt8]] = []
    for part in split(text) {
      let bare = unwrapped(part)
      if isGood(bare) {
        parts.append(bare)
      } else {
        let plain = unwrapped(withSigns(bare))
        guard plain != bare, isGood(plain) else { return nil }
        parts.append(plain)
      }
    }
    return Array(parts.joined(separator: [Byte.comma]))
  }

  /// Whether `text`, which has no `@`, holds a sign that may stand for one: only then is it worth a look.
  static func mayMend(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 400 && text.contains { $0 == 0xEF || $0 < 0x80 && mayBeginSign($0) }
  }

  private static func isGood(_ text: [UInt8]) -> Bool {
    guard EmailAddress.isValid(text, allowingInternational: false), text.first != Byte.doubleQuote,
      text.last != Byte.closeBracket, let dot = text.lastIndex(of: Byte.dot),
      let at = text.firstIndex(of: Byte.at)
    else { return false }
    // Signs that the grammar takes and nobody's address has were part of what stood round it.
    return dot > at && !text[..<at].contains { "{}|`*/=?!#$&^~".utf8.contains($0) }
  }

  /// Cuts at commas, bars, slashes and conjunctions between two parts that both hold an `@`.
  private static func split(_ text: [UInt8]) -> [[UInt8]] {
    guard text.count(where: { $0 == Byte.at }) > 1 else { return [text] }
    for separator in [",", ";", "|", " et ", " and ", " ou ", " or ", "/", " "] {
      let parts = pieces(text, separator: Array(separator.utf8))
      if parts.count > 1, parts.allSatisfy({ $0.contains(Byte.at) }) { return parts }
    }
    return [text]
  }

  private static func pieces(_ text: [UInt8], separator: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var start = 0
    var index = 0
    while index + separator.count <= text.count {
      if text[index..<index + separator.count].elementsEqual(separator) {
        result.append(Array(text[start..<index]))
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    return result + [Array(text[start...])]
  }

  /// Without quotes, brackets and blanks round it, and without the name before `<address>`.
  private static func unwrapped(_ text: [UInt8]) -> [UInt8] {
    var text = text[...]
    // A Markdown link: what it leads to.
    if let bracket = text.indices.first(where: {
      text[$0] == Byte.closeBracket && text[($0 + 1)...].first == Byte.openParenthesis
    }) {
      text = text[(bracket + 2)...]
    }
    if let open = text.firstIndex(of: Byte.less), let close = text.lastIndex(of: Byte.greater),
      open < close
    {
      text = text[(open + 1)..<close]
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      // Nothing that is taken away begins with a letter or a digit but `mailto:`, and nothing ends with one.
      if let first = text.first, !first.isAlphanumeric || first == UInt8(ascii: "m") {
        for sign in wrappings where sign.first == text.first && text.starts(with: sign) {
          text = text.dropFirst(sign.count)
          isChanged = true
        }
      }
      if let last = text.last, !last.isAlphanumeric {
        for sign in closings where sign.last == text.last && text.suffix(sign.count).elementsEqual(sign) {
          text = text.dropLast(sign.count)
          isChanged = true
        }
      }
    }
    return Array(text)
  }

  private static let wrappings: [[UInt8]] = [
    "mailto:", "<", ">", "\"", "'", "[", "]", "(", ")", " ", "\t", "\u{A0}", "\u{202F}", "“", "”", "«", "»", "‘", "’",
    "„", ":",
    "`",
    "*",
  ].map { Array($0.utf8) }
  private static let closings = wrappings + [[Byte.dot], [Byte.comma]]

  /// `[at]`, `(at)`, ` at `, `＠` as `@`; `[dot]`, ` point ` as a dot; hyphens of typography as `-`.
  private static func withSigns(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { mayBeginSign($0) }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if mayBeginSign(text[index]), let sign = signs.first(where: { $0.isWritten(in: text, at: index) }) {
        result.append(sign.meant)
        index += sign.written.utf8CodeUnitCount
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Blanks, brackets and what is beyond ASCII.
  private static func mayBeginSign(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.openBracket, Byte.openParenthesis, Byte.openBrace, Byte.less, Byte.space, 0x80...: true
    default: false
    }
  }

  /// A way to write a sign, in small letters.
  private struct Sign {
    let written: StaticString
    let meant: UInt8
    private let first: UInt8

    init(_ written: StaticString, _ meant: UInt8) {
      self.written = written
      self.meant = meant
      first = written.withUTF8Buffer { unsafe $0.first ?? 0 }
    }

    /// Whether it stands at `index`, in letters of any case.
    func isWritten(in text: [UInt8], at index: Int) -> Bool {
      text[index] == first && text.hasLetters(written, at: index, limit: text.count)
    }
  }

  private static let signs: [Sign] = {
    let ats: [StaticString] = [
      " [at] ", "[at]", " (at) ", "(at)", "{at}", "<at>", " at ", " arobase ", "[arobase]", "(arobase)", "＠", "﹫",
      "[@]", "(@)", " @ ",
    ]
    let dots: [StaticString] = [
      " [dot] ", "[dot]", " (dot) ", "(dot)", " dot ", " point ", "[point]", "(point)", "．", "。", "[.]",
    ]
    let dashes: [StaticString] = ["–", "‑", "‐", "−", "—"]
    return ats.map { Sign($0, Byte.at) } + dots.map { Sign($0, Byte.dot) } + dashes.map { Sign($0, Byte.dash) }
  }()
}
