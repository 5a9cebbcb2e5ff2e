import SourceText

/// The ways of writing both genders in one word.
struct Devices: OptionSet {
  let rawValue: UInt16

  static let midpoint = Devices(rawValue: 1)
  static let hyphenationPoint = Devices(rawValue: 2)
  static let bullet = Devices(rawValue: 4)
  static let dot = Devices(rawValue: 8)
  static let parentheses = Devices(rawValue: 16)
  static let hyphen = Devices(rawValue: 32)
  static let slash = Devices(rawValue: 64)
  /// `(s)`: says nothing of gender.
  static let pluralParentheses = Devices(rawValue: 128)
}

/// What stands between a word and the one before it.
struct Joints: OptionSet {
  let rawValue: UInt16

  static let comma = Joints(rawValue: 1)
  static let slash = Joints(rawValue: 2)
  /// A dash between spaces, or a bar.
  static let dash = Joints(rawValue: 4)
  /// A hyphen without spaces.
  static let hyphen = Joints(rawValue: 8)
  static let ampersand = Joints(rawValue: 16)
  static let colon = Joints(rawValue: 32)
  static let open = Joints(rawValue: 64)
  static let close = Joints(rawValue: 128)
  static let apostrophe = Joints(rawValue: 256)
  static let other = Joints(rawValue: 512)
  static let space = Joints(rawValue: 1024)

  /// What joins two roles, or two halves of a doublet.
  static let connectors: Joints = [.comma, .slash, .dash, .ampersand]
  /// What may stand inside a phrase: `UX/UI designer`, `full-stack`, `designer (UX)`.
  static let insidePhrase: Joints = [.slash, .hyphen, .open, .close, .apostrophe, .space]
}

/// A word of a title with the suffixes that give it both genders.
struct TitleWord {
  /// Its bytes, suffixes included.
  var range: ByteRange
  /// The bytes of the letters before the first suffix.
  var base: ByteRange
  /// Its lexeme in the lexed title.
  var lexeme: Int
  /// The word of the vocabulary, or -1.
  var lemma: Int32 = -1
  var traits: Traits = []
  var gender: Gender = .none
  var isPlural = false
  var devices: Devices = []
  var joints: Joints = []
  var isNumber = false
  /// Whether it is `développeur·e`, a feminine that its readers frown upon.
  var isNonStandard = false
  /// Whether it holds both full forms in one (`développeuse·eur`).
  var isDoublet = false
  /// Whether it is quoted, part of a host name, or an H/F marker: it names no role.
  var isExcluded = false
  /// Whether it stands in parentheses.
  var isInside = false
  /// Whether the word was only recognised as a slip of another.
  var isGuess = false

  /// Whether one of the suffixes shows a second gender.
  var isInclusive: Bool { !devices.subtracting(.pluralParentheses).isEmpty || isDoublet }
}

/// Puts the words of a title together from its lexemes.
struct TitleWords {
  private(set) var words: [TitleWord] = []
  /// Whether an H/F marker stands in the title, by the word that it begins with.
  private(set) var marker: Int?
  private let lexed: LexedTitle
  private let tables: RoleTables

  init(_ lexed: LexedTitle, _ tables: RoleTables) {
    self.lexed = lexed
    self.tables = tables
    words.reserveCapacity(lexed.lexemes.count)
    assemble()
    findMarker()
  }

  private mutating func assemble() {
    var joints: Joints = []
    var depth = 0
    var quoteStart = -1
    var isHost = false
    var index = 0
    while index < lexed.lexemes.count {
      let lexeme = lexed.lexemes[index]
      if lexeme.spaceBefore { joints.insert(.space) }
      guard lexeme.kind == .mark else {
        var word = TitleWord(range: lexeme.range, base: lexeme.range, lexeme: index)
        word.isNumber = lexeme.kind == .number
        word.joints = joints
        word.isInside = depth > 0
        var next = index + 1
        if !word.isNumber { next = readSuffixes(&word, from: index) }
        resolve(&word, isAfterParenthesis: joints == .close || joints == [.close, .open])
        // (dev)Ops is one word.
        if word.lemma >= 0, word.lemma == tables.opsLemma, lexeme.folded.count == 3, !words.isEmpty {
          words[words.count - 1].isExcluded = true
        }
        let joins = joinsHost(next)
        word.isExcluded = word.isExcluded || isHost || joins
        isHost = joins
        words.append(word)
        joints = []
        index = next
        continue
      }
      switch lexeme.mark {
      case Mark.open: depth += 1
      case Mark.close: depth = max(0, depth - 1)
      case Mark.openQuote: quoteStart = quoteStart < 0 ? words.count : quoteStart
      case Mark.closeQuote: closeQuote(&quoteStart)
      case Mark.quote: if quoteStart < 0 { quoteStart = words.count } else { closeQuote(&quoteStart) }
      default: break
      }
      joints.insert(joint(index))
      index += 1
    }
  }

  /// Leaves out what is quoted; a title that is quoted as a whole is read as if it were not.
  private mutating func closeQuote(_ start: inout Int) {
    defer { start = -1 }
    guard start > 0 || (start == 0 && hasWordAfter) else { return }
    for index in start..<words.count { words[index].isExcluded = true }
  }

  /// Whether a word follows the quote that closes at the very end of what has been read.
  private var hasWordAfter: Bool {
    guard let last = words.last, let final = lexed.lexemes.last(where: { $0.kind == .word }) else { return false }
    return final.range.start >= last.range.end
  }

  private func joint(_ index: Int) -> Joints {
    let lexeme = lexed.lexemes[index]
    let spaceAfter = index + 1 >= lexed.lexemes.count || lexed.lexemes[index + 1].spaceBefore
    switch lexeme.mark {
    case Mark.comma, Mark.semicolon: return .comma
    case Mark.slash: return .slash
    case Mark.dash, Mark.pipe: return .dash
    case Mark.hyphen: return lexeme.spaceBefore || spaceAfter ? .dash : .hyphen
    case Mark.ampersand, Mark.plus: return .ampersand
    case Mark.colon: return .colon
    case Mark.open: return .open
    case Mark.close: return .close
    case Mark.apostrophe: return .apostrophe
    case Mark.openQuote, Mark.closeQuote, Mark.quote: return .space
    default: return .other
    }
  }

  /// Whether a dot or an `@` without spaces ties the word before `next` to another one: `node.js`, `data.gouv.fr`.
  private func joinsHost(_ next: Int) -> Bool {
    guard next + 1 < lexed.lexemes.count else { return false }
    let mark = lexed.lexemes[next]
    let after = lexed.lexemes[next + 1]
    return mark.kind == .mark && (mark.mark == Mark.dot || mark.mark == 0x40) && !mark.spaceBefore
      && after.kind != .mark && !after.spaceBefore
  }

  // MARK: Suffixes

  private static let closed: [StaticString] = [
    "e", "es", "se", "ses", "euse", "euses", "rice", "rices", "trice", "trices", "ice", "ices", "fe", "fes", "ne",
    "nes",
  ]
  private static let open: [StaticString] = [
    "le", "les", "te", "tes", "ve", "ves", "iere", "ieres", "ere", "eres", "esse", "ienne", "iennes", "teuse", "teuses",
  ]
  private static let splits: [StaticString] = ["r", "rs", "eur", "eurs", "er", "ers", "teur", "teurs"]

  private func isOne(of list: [StaticString], _ text: ArraySlice<UInt8>) -> Bool {
    list.contains { word in
      word.withUTF8Buffer { buffer in unsafe buffer.count == text.count && text.elementsEqual(buffer) }
    }
  }

  /// Reads the suffixes after the word at `start`, and yields the lexeme after them.
  private func readSuffixes(_ word: inout TitleWord, from start: Int) -> Int {
    let base = lexed.text(lexed.lexemes[start])
    let isArticle = base.count == 2 && base.elementsEqual("un".utf8)
    var next = start + 1
    var tails: [ArraySlice<UInt8>] = []
    while next + 1 < lexed.lexemes.count, tails.count < 6 {
      guard let suffix = suffix(at: next, base: base, isArticle: isArticle, isFirst: tails.isEmpty) else { break }
      tails.append(suffix.text)
      next = suffix.next
      word.devices.formUnion(suffix.device)
      word.range.end = lexed.lexemes[next - 1].range.end
    }
    guard !tails.isEmpty else { return next }
    resolve(&word, base: base, tails: tails)
    return next
  }

  private func suffix(at index: Int, base: ArraySlice<UInt8>, isArticle: Bool, isFirst: Bool) -> (
    text: ArraySlice<UInt8>, next: Int, device: Devices
  )? {
    let mark = lexed.lexemes[index]
    let after = lexed.lexemes[index + 1]
    guard mark.kind == .mark, after.kind == .word, !after.spaceBefore else { return nil }
    let text = lexed.text(after)
    let isPlural = text.elementsEqual("s".utf8)
    if mark.mark == Mark.open {
      guard index + 2 < lexed.lexemes.count, lexed.lexemes[index + 2].mark == Mark.close,
        !lexed.lexemes[index + 2].spaceBefore, isPlural || isSuffix(text, wide: true, at: index, isFirst, step: 3),
        !mark.spaceBefore || base.count > 2
      else { return nil }
      var next = index + 3
      if next < lexed.lexemes.count, lexed.lexemes[next].kind == .word, !lexed.lexemes[next].spaceBefore,
        lexed.text(lexed.lexemes[next]).elementsEqual("s".utf8)
      {
        next += 1
      }
      return (text, next, isPlural && isFirst ? .pluralParentheses : .parentheses)
    }
    guard !mark.spaceBefore, base.count > 2 || isArticle else { return nil }
    let device: Devices
    var wide = false
    switch mark.mark {
    case Mark.midpoint: (device, wide) = (.midpoint, true)
    case Mark.hyphenationPoint: (device, wide) = (.hyphenationPoint, true)
    case Mark.bullet: (device, wide) = (.bullet, true)
    case Mark.dot: device = .dot
    case Mark.hyphen: device = .hyphen
    case Mark.slash: device = .slash
    default: return nil
    }
    if isPlural { return isFirst ? nil : (text, index + 2, device) }
    guard isSuffix(text, wide: wide, at: index, isFirst, step: 2) else { return nil }
    return (text, index + 2, device)
  }

  /// Whether `text` after the mark at `index` is a suffix; `r` and `eur` are one only where another follows, or after
  /// a feminine.
  private func isSuffix(_ text: ArraySlice<UInt8>, wide: Bool, at index: Int, _ isFirst: Bool, step: Int) -> Bool {
    if isOne(of: Self.closed, text) || (wide && isOne(of: Self.open, text)) { return true }
    guard isFirst, isOne(of: Self.splits, text) else { return false }
    let next = index + step
    if next + 1 < lexed.lexemes.count, lexed.lexemes[next].kind == .mark, !lexed.lexemes[next].spaceBefore,
      !lexed.lexemes[next + 1].spaceBefore, isOne(of: Self.closed, lexed.text(lexed.lexemes[next + 1]))
    {
      return true
    }
    return index > 0 && tables.words.lookUp(lexed.text(lexed.lexemes[index - 1]))?.gender == .feminine
  }

  // MARK: Meaning

  /// Finds the word that a base with suffixes stands for: the base itself, or the base with one suffix.
  private func resolve(_ word: inout TitleWord, base: ArraySlice<UInt8>, tails: [ArraySlice<UInt8>]) {
    let words = tables.words
    if let form = words.lookUp(lexed.folded, base.indices) {
      take(form, &word)
      word.isDoublet = form.gender == .feminine && tails.contains { isOne(of: Self.splits, $0) }
      if let first = tails.first, first.elementsEqual("e".utf8),
        let other = words.lookUp(ArraySlice(Array(base) + first)),
        other.isNonStandard
      {
        word.isNonStandard = true
      }
      return
    }
    for tail in tails {
      if let form = words.lookUp(ArraySlice(Array(base) + tail)) {
        take(form, &word)
        return
      }
    }
  }

  private func resolve(_ word: inout TitleWord, isAfterParenthesis: Bool) {
    guard word.lemma < 0, !word.isNumber else { return }
    let text = lexed.text(lexed.lexemes[word.lexeme])
    if isOps(text, isAfterParenthesis) {
      word.lemma = tables.opsLemma
    } else if let form = slip(text) ?? tables.words.lookUp(lexed.folded, text.indices) {
      take(form, &word)
      // « en charge » shows no gender; it is `chargé` without its accent nowhere else.
      if let last = words.last, last.traits.contains(.inside), word.joints == .space { word.gender = .none }
    } else if let form = tables.words.nearest(to: text) {
      take(form, &word)
      word.isGuess = true
    }
  }

  /// The word that a known mistake stands for after the word before it.
  private func slip(_ text: ArraySlice<UInt8>) -> WordForm? {
    guard let last = words.last else { return nil }
    let before = lexed.text(lexed.lexemes[last.lexeme])
    return tables.slip(text, after: before).flatMap { tables.words.lookUp($0[...]) }
  }

  private func take(_ form: WordForm, _ word: inout TitleWord) {
    word.lemma = form.lemma
    word.traits = tables.words.traits[Int(form.lemma)]
    word.gender = form.gender
    word.isPlural = form.isPlural
    if form.isNonStandard { word.isNonStandard = true }
  }

  /// Whether a word is one of the «…Ops»: known pieces before `ops`, or `ops` right after a parenthesis.
  private func isOps(_ text: ArraySlice<UInt8>, _ isAfterParenthesis: Bool) -> Bool {
    let end = text.endIndex
    guard tables.opsLemma >= 0, text.count >= 3, text[end - 1] == UInt8(ascii: "s"), text[end - 2] == UInt8(ascii: "p"),
      text[end - 3] == UInt8(ascii: "o")
    else { return false }
    var rest = text.dropLast(3)
    if rest.isEmpty { return isAfterParenthesis }
    while !rest.isEmpty {
      let piece = tables.opsPrefixes.first { rest.starts(with: tables.texts[$0]) }.map { tables.texts[$0] }
      guard let piece, !piece.isEmpty else { return false }
      rest = rest.dropFirst(piece.count)
    }
    return true
  }

  // MARK: H/F

  private mutating func findMarker() {
    guard words.count > 1 else { return }
    var index = 0
    while index + 1 < words.count {
      var second = index + 1
      if words[second].traits.contains(.or), second + 1 < words.count { second += 1 }
      let isJoined = second > index + 1 || words[second].joints.intersection([.slash, .hyphen, .other, .dash]) != []
      let pair = (gender(of: words[index]), gender(of: words[second]))
      if isJoined, pair == (.masculine, .feminine) || pair == (.feminine, .masculine) {
        marker = marker ?? index
        for place in index...second { words[place].isExcluded = true }
        if second + 1 < words.count, text(second + 1).elementsEqual("x".utf8) { words[second + 1].isExcluded = true }
        index = second
      }
      index += 1
    }
  }

  private func text(_ index: Int) -> ArraySlice<UInt8> { lexed.text(lexed.lexemes[words[index].lexeme]) }

  /// The gender that a part of an H/F marker stands for.
  private func gender(of word: TitleWord) -> Gender {
    let text = lexed.text(lexed.lexemes[word.lexeme])
    guard text.count < 7, let first = text.first else { return .none }
    switch first {
    case UInt8(ascii: "h"):
      return text.count == 1 || text.elementsEqual("homme".utf8) || text.elementsEqual("hommes".utf8)
        ? .masculine : .none
    case UInt8(ascii: "m"): return text.count == 1 ? .masculine : .none
    case UInt8(ascii: "f"):
      return text.count == 1 || text.elementsEqual("femme".utf8) || text.elementsEqual("femmes".utf8)
        ? .feminine : .none
    default: return .none
    }
  }
}
