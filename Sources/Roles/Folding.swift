import SourceText

/// What one character is to a title.
enum CharacterClass {
  /// A letter, already folded: lower case, without its accent.
  case letter
  /// A digit of ASCII.
  case digit
  /// A space of any width, or a character that shows as a picture and separates as a space does.
  case space
  /// Something that shows nothing and belongs to the word around it: a combining accent, a zero-width character.
  case nothing
  /// Any other character: punctuation, a symbol, a byte that is no UTF-8.
  case mark
}

/// Folds French text for the match alone: case, accents, ligatures and typographic variants fall away.
enum Folding {
  /// The base letters of U+00C0 to U+017F; `*` where the character folds to more than one letter or is no letter.
  private static let bases: StaticString = """
    aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
    lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """

  /// The lower-case ASCII letter under an accented or plain Latin letter, or `nil`.
  static func base(of value: UInt32) -> UInt8? {
    switch value {
    case 0x61...0x7A: return UInt8(truncatingIfNeeded: value)
    case 0x41...0x5A: return UInt8(truncatingIfNeeded: value) | 0x20
    case 0xC0...0x17F:
      let place = Int(value) - 0xC0
      return bases.withUTF8Buffer { table in
        guard place < table.count else { return nil }
        let letter = unsafe table[place]
        return letter == UInt8(ascii: "*") ? nil : letter
      }
    default: return nil
    }
  }

  /// Two letters for a ligature, or `nil`.
  static func ligature(of value: UInt32) -> (UInt8, UInt8)? {
    switch value {
    case 0xC6, 0xE6: (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0x152, 0x153: (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case 0xDF: (UInt8(ascii: "s"), UInt8(ascii: "s"))
    default: nil
    }
  }

  /// Whether a letter of French is a capital.
  static func isCapital(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xDE, 0x152, 0x178: true
    default: false
    }
  }

  /// What `value` is to a title.
  static func classify(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x00...0x20, 0x7F...0xA0: .space
    case 0xD7, 0xF7: .mark
    // Dots that people type for a middle dot; their blocks are letters or symbols.
    case 0x387, 0x2219, 0x22C5, 0x30FB: .mark
    case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: .nothing
    case 0xC0...0x2FF, 0x370...0x1FFF: .letter
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    // Arrows to dingbats, and the planes of emoji and private use.
    case 0x2190...0x2BFF, 0xE000...0xF8FF, 0x1F000...0x1FAFF, 0xE0000...0x10FFFF: .space
    case 0x2C00...0x2DFF, 0x3040...0xDFFF, 0xF900...0xFDFF, 0xFE70...0xFEFC, 0x10000...0x1EFFF: .letter
    default: .mark
    }
  }

  /// The one character that stands for its typographic variants: apostrophes, dashes, quotes, dots.
  static func canonicalMark(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x2018, 0x2019, 0x2BC, 0x60, 0xB4: Mark.apostrophe
    case 0x2010, 0x2011: Mark.hyphen
    case 0x2012...0x2015, 0x2212: Mark.dash
    case 0x201C...0x201F, 0x2033: Mark.quote
    case 0x22C5, 0x2219, 0x30FB, 0x387: Mark.midpoint
    case 0x2044, 0xFF0F: Mark.slash
    default: value
    }
  }
}

/// The marks that a title is read by, as code points.
enum Mark {
  static let apostrophe: UInt32 = 0x27
  static let hyphen: UInt32 = 0x2D
  static let dash: UInt32 = 0x2013
  static let quote: UInt32 = 0x22
  static let openQuote: UInt32 = 0xAB
  static let closeQuote: UInt32 = 0xBB
  static let slash: UInt32 = 0x2F
  static let dot: UInt32 = 0x2E
  static let comma: UInt32 = 0x2C
  static let colon: UInt32 = 0x3A
  static let semicolon: UInt32 = 0x3B
  static let ampersand: UInt32 = 0x26
  static let plus: UInt32 = 0x2B
  static let pipe: UInt32 = 0x7C
  static let open: UInt32 = 0x28
  static let close: UInt32 = 0x29
  static let percent: UInt32 = 0x25
  static let midpoint: UInt32 = 0xB7
  static let hyphenationPoint: UInt32 = 0x2027
  static let bullet: UInt32 = 0x2022
}
