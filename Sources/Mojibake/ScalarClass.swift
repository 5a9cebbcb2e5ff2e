/// What a code point is, as far as the scoring of readings cares.
enum ScalarClass: UInt8, CaseIterable {
  /// White space, line ends and the ends of what is looked at.
  case space
  /// No-break spaces, narrow ones too.
  case noBreakSpace
  case digit
  /// `.` `,` `;` `:` `!` `?` `)` `]` `}`
  case closingASCII
  /// `(` `[` `{`
  case openingASCII
  /// The other ASCII signs.
  case ascii
  /// ’
  case apostrophe
  case openingQuote
  /// ¡ and ¿
  case inverted
  case closingQuote
  case dash
  /// … and bullets
  case ellipsis
  case middleDot
  /// Signs that people type: €, °, ©, ², №
  case sign
  /// Signs that are rare in running text: ¬, ¤, ¸, †, ƒ, ¢
  case rareSign
  case math
  case arrow
  case box
  case emoji
  case control
  /// U+FFFD and private use.
  case broken
  case mark
  /// Zero-width and other invisible characters.
  case invisible
  /// A letter of the letter-pair table.
  case letter
  /// Any other Latin, Greek or Cyrillic letter.
  case otherLetter
  case hebrew
  case arabic
  case thai
  case eastAsian
  /// Everything else.
  case other
}

extension ScalarClass {
  static var count: Int { Int(other.rawValue) + 1 }

  /// The class of a code point that is no letter of the letter-pair table.
  init(notALetter value: UInt32) {
    self = value < 0x250 ? Self.latin(value) : value < 0x2000 ? Self.alphabets(value) : Self.beyond(value)
  }

  private static func latin(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x30...0x39: .digit
    case 0x09, 0x0A, 0x0D, 0x20: .space
    case 0x28, 0x5B, 0x7B: .openingASCII
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: .closingASCII
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0x00...0x7F: .ascii
    case 0xA0: .noBreakSpace
    case 0xAD: .invisible
    case 0xAB: .openingQuote
    case 0xA1, 0xBF: .inverted
    case 0xBB: .closingQuote
    case 0xB7: .middleDot
    case 0xA3, 0xA7, 0xA9, 0xAA, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB5, 0xBA, 0xBD, 0xD7: .sign
    case 0xA0...0xBF, 0xF7: .rareSign
    default: .otherLetter
    }
  }

  private static func alphabets(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x2B0...0x2FF: .rareSign
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF: .mark
    case 0x250...0x52F, 0x1D00...0x1DBF, 0x1E00...0x1FFF: .otherLetter
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F: .arabic
    case 0xE00...0xE7F: .thai
    case 0x1100...0x11FF: .eastAsian
    default: .other
    }
  }

  private static func beyond(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x2000...0x206F: punctuation(value)
    case 0x20A0...0x20BF, 0x2116, 0x2122, 0x2070...0x209F: .sign
    case 0x2800: .other
    case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F, 0x2B00...0x2B1A, 0x2B1D...0x2BFF: .arrow
    case 0x2219, 0x22C5: .middleDot
    case 0x2200...0x22FF, 0x2A00...0x2AFF, 0x2100...0x218F: .math
    case 0x2500...0x259F: .box
    case 0x2300...0x24FF, 0x25A0...0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55: .emoji
    case 0xFE0F, 0xE0020...0xE007F: .emoji
    case 0x1F000...0x1FAFF: .emoji
    case 0xFF01...0xFF20: .sign
    case 0x2E80...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: .eastAsian
    case 0xFE20...0xFE2F, 0x20D0...0x20FF: .mark
    case 0xFB1D...0xFB4F: .hebrew
    case 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
    case 0xFEFF: .invisible
    case 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFF: .broken
    default: .other
    }
  }

  private static func punctuation(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x2007, 0x2009, 0x202F: .noBreakSpace
    case 0x200D: .emoji
    case 0x2012...0x2015: .dash
    case 0x2019: .apostrophe
    case 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .openingQuote
    case 0x201D, 0x203A: .closingQuote
    case 0x2022, 0x2023, 0x2026: .ellipsis
    case 0x2027: .middleDot
    case 0x2000...0x200F, 0x2028...0x202E, 0x2060...0x206F: .invisible
    default: .rareSign
    }
  }
}
