public import SourceText

/// A role word that is not written as it should be.
public struct RoleMisspelling: Hashable, Sendable {
  /// The letters to replace; an inclusive suffix after them stays.
  public let range: ByteRange
  /// The same word as the vocabulary writes it, in the writer's case.
  public let suggestion: String
}

extension RoleReader {
  /// The role words of `title` that lack an accent, have a wrong one, or differ from a known word by one letter.
  ///
  /// Capitals without accents are no mistake, and neither are words that two spellings of the vocabulary fold to.
  public func misspellings(in title: [UInt8]) -> [RoleMisspelling] { misspellings(in: parse(title)) }

  /// The misspelled role words of a title that is taken apart.
  package func misspellings(in title: ParsedTitle) -> [RoleMisspelling] {
    let lexed = title.lexed
    let words = title.words.words
    // What was found stands in the order of the words: it is gone through once.
    let findings = title.search.findings
    var found = 0
    var result: [RoleMisspelling] = []
    for (index, word) in words.enumerated() where !word.isNumber && word.lemma >= 0 {
      guard !word.isExcluded, !word.traits.isDisjoint(with: [.roleWord, .noun, .adjective]) else { continue }
      let before = index > 0 ? lexed.text(lexed.lexemes[words[index - 1].lexeme]) : []
      while found < findings.count, findings[found].start < index { found += 1 }
      let spelling = Spelling(
        tables: tables, word: word, lexed: lexed.folded, folded: lexed.text(lexed.lexemes[word.lexeme]), before: before,
        written: title.bytes[word.base.indices], isRoleStart: found < findings.count && findings[found].start == index)
      guard let suggestion = spelling.suggestion() else { continue }
      result.append(RoleMisspelling(range: word.base, suggestion: String(decoding: suggestion, as: UTF8.self)))
    }
    return result
  }
}

/// One word of a title beside what the vocabulary says of it.
private struct Spelling {
  let tables: RoleTables
  let word: TitleWord
  /// The folded letters of the whole title.
  let lexed: [UInt8]
  /// The folded letters before any suffix.
  let folded: ArraySlice<UInt8>
  /// The folded word before this one.
  let before: ArraySlice<UInt8>
  /// The letters as they stand.
  let written: ArraySlice<UInt8>
  /// Whether a role begins here.
  let isRoleStart: Bool

  /// How the word should be written, or `nil` where it is right or nothing can be said.
  func suggestion() -> [UInt8]? {
    if let slip = tables.slip(folded, after: before) { return cased(slip) }
    guard let form = form() else { return nil }
    let known = tables.words.written(form)
    if !word.isGuess, Self.isSame(written, known) { return nil }
    var right = Array(known)
    let letters = AccentedLetter.read(written)
    var expected = AccentedLetter.read(right[...])
    if word.isGuess { return cased(right) }
    if form.hasVariants, !isNounByItsPlace { return nil }
    if letters.count > expected.count {
      right += letters.dropFirst(expected.count).map(\.base)
      expected = AccentedLetter.read(right[...])
    }
    guard letters.count <= expected.count, !letters.isEmpty else { return nil }
    let isUpper = MasculineNouns.isUpper(written)
    // An accent too many is a mistake only in a word that has accents: `média` is none of `media`.
    let hasAccents = expected.contains { $0.accent != .none }
    let isWrong = zip(letters, expected).contains { own, other in
      own.accent != other.accent && (own.accent == .none ? !isUpper && !own.isCapital : hasAccents)
    }
    return isWrong ? cased(AccentedLetter.prefix(letters.count, of: right)) : nil
  }

  /// Whether two words are the same but for the case of ASCII and Latin-1 letters.
  private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var isLatin = false
    for (own, other) in zip(left, right) {
      if own != other {
        let isLetter = isLatin ? own >= 0x80 && own | 0x20 != 0xB7 && own | 0x20 != 0xBF : own.isLetter
        guard own ^ other == 0x20, isLetter else { return false }
      }
      isLatin = own == 0xC3
    }
    return true
  }

  /// `charge.e de …`, or `charge` where a role begins, can only be meant as the noun.
  private var isNounByItsPlace: Bool {
    word.traits.contains(.noun) && word.gender != .none && (word.isInclusive || isRoleStart)
  }

  private func form() -> WordForm? {
    if let form = tables.words.lookUp(lexed, folded.indices) { return form }
    if word.isGuess { return tables.words.nearest(to: folded) }
    // A split form: the letters before the first mark begin the word.
    return tables.words.forms.first { $0.lemma == word.lemma && tables.words.folded($0).starts(with: folded) }
  }

  private func cased(_ right: [UInt8]) -> [UInt8] {
    MasculineNouns.inflect(right, like: written, isPlural: false)
  }
}

/// A letter apart from its accent, so that composed and decomposed text compare alike.
private struct AccentedLetter {
  enum Accent: UInt8 {
    case none, grave, acute, circumflex, diaeresis, cedilla, other
  }

  var base: UInt8
  var accent: Accent
  var isCapital: Bool

  /// The letters of a word; marks and bad bytes are passed over.
  static func read(_ text: ArraySlice<UInt8>) -> [AccentedLetter] {
    var result: [AccentedLetter] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      if (0x300...0x36F).contains(value) {
        if !result.isEmpty { result[result.count - 1].accent = combining(value) }
      } else if let (first, second) = Folding.ligature(of: value) {
        let isCapital = Folding.isCapital(value)
        result.append(AccentedLetter(base: first, accent: .none, isCapital: isCapital))
        result.append(AccentedLetter(base: second, accent: .none, isCapital: isCapital))
      } else if let base = Folding.base(of: value) {
        result.append(
          AccentedLetter(base: base, accent: accent(value), isCapital: Folding.isCapital(value)))
      }
    }
    return result
  }

  /// The first `count` letters of `text`, as written there.
  static func prefix(_ count: Int, of text: [UInt8]) -> [UInt8] {
    var left = count
    var result: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isCombining = (0x300...0x36F).contains(scalar.value)
      if left <= 0, !isCombining { break }
      result += Array(String(scalar).utf8)
      if !isCombining { left -= Folding.ligature(of: scalar.value) == nil ? 1 : 2 }
    }
    return result
  }

  private static func combining(_ value: UInt32) -> Accent {
    switch value {
    case 0x300: .grave
    case 0x301: .acute
    case 0x302: .circumflex
    case 0x308: .diaeresis
    case 0x327: .cedilla
    default: .other
    }
  }

  private static func accent(_ value: UInt32) -> Accent {
    if value < 0x80 { return .none }
    switch value | 0x20 {
    case 0xE0, 0xE8, 0xEC, 0xF2, 0xF9: return .grave
    case 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xFD: return .acute
    case 0xE2, 0xEA, 0xEE, 0xF4, 0xFB: return .circumflex
    case 0xE4, 0xEB, 0xEF, 0xF6, 0xFC: return .diaeresis
    case 0xE7: return .cedilla
    default: return .other
    }
  }
}
