/// What a word does in a title, whatever role it belongs to.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt32

  /// `un`, `premier`.
  static let masculineArticle = Traits(rawValue: 1)
  /// `une`, `première`.
  static let feminineArticle = Traits(rawValue: 2)
  /// `des`, `deux`, `plusieurs`.
  static let plural = Traits(rawValue: 4)
  /// Words that tie a noun to what it is about: `de`, `du`, `l’`, `aux`.
  static let link = Traits(rawValue: 8)
  /// `et`.
  static let and = Traits(rawValue: 16)
  /// `ou`.
  static let or = Traits(rawValue: 32)
  /// A word after which the title speaks of something else than the role: `pour`, `avec`.
  static let tail = Traits(rawValue: 64)
  /// A verb before the role: `recrute`.
  static let recruiting = Traits(rawValue: 128)
  /// A word that is such a verb only before an article or a colon: `recherche`.
  static let seeking = Traits(rawValue: 256)
  /// `personne`, the noun that has no masculine.
  static let person = Traits(rawValue: 512)
  /// A noun that is offered in place of a role: `profil`, `poste`.
  static let thing = Traits(rawValue: 1024)
  /// A word that may stand inside a phrase without changing it: `transverse`, `national`.
  static let filler = Traits(rawValue: 2048)
  /// A noun of the two-gender list.
  static let noun = Traits(rawValue: 4096)
  /// An adjective of the two-gender list.
  static let adjective = Traits(rawValue: 8192)
  /// A word of a role, a topic or a head: its spelling is checked.
  static let roleWord = Traits(rawValue: 16384)
  /// A word known only so that it is not taken for a slip of another.
  static let ordinary = Traits(rawValue: 32768)

  /// `en`.
  static let inside = Traits(rawValue: 65536)

  static let article: Traits = [.masculineArticle, .feminineArticle]
  static let connector: Traits = [.and, .or]
}

/// The gender that a form shows.
enum Gender: UInt8, Sendable {
  case none, masculine, feminine
}

/// One written form of a word.
struct WordForm: Sendable {
  /// The number of the word; forms of one word share it.
  var lemma: Int32
  var gender: Gender
  var isPlural: Bool
  /// A feminine that readers frown upon (`développeure`).
  var isNonStandard: Bool
  /// The folded form in the pool.
  var folded: Range<Int32>
  /// The form as the vocabulary writes it, with its accents, in the pool.
  var written: Range<Int32>
  /// Whether two spellings fold to this form, so that neither is a mistake.
  var hasVariants: Bool
}

/// Folded forms, found by hash: one pool of bytes and no allocation for each word.
struct WordTable: Sendable {
  private(set) var pool: [UInt8] = []
  private(set) var forms: [WordForm] = []
  private var slots: [Int32]
  private(set) var traits: [Traits] = []

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    forms.reserveCapacity(capacity)
    pool.reserveCapacity(capacity * 16)
  }

  private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }

  private func slot(of text: ArraySlice<UInt8>) -> (slot: Int, form: Int?) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(text)) & mask
    while slots[place] >= 0 {
      let form = forms[Int(slots[place])]
      if form.folded.count == text.count, folded(form).elementsEqual(text) { return (place, Int(slots[place])) }
      place = (place + 1) & mask
    }
    return (place, nil)
  }

  /// The place of a form, exactly as folded.
  func find(_ text: ArraySlice<UInt8>) -> Int? { slot(of: text).form }

  /// The form of a word as it may stand in a title: itself, or its plural.
  func lookUp(_ text: ArraySlice<UInt8>) -> WordForm? {
    if let exact = find(text) { return forms[exact] }
    guard text.count > 3, let last = text.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "x"),
      let singular = find(text.dropLast())
    else { return nil }
    var form = forms[singular]
    form.isPlural = true
    return form
  }

  func folded(_ form: WordForm) -> ArraySlice<UInt8> { pool[Int(form.folded.lowerBound)..<Int(form.folded.upperBound)] }

  func written(_ form: WordForm) -> ArraySlice<UInt8> {
    pool[Int(form.written.lowerBound)..<Int(form.written.upperBound)]
  }

  /// A new word without any form yet.
  mutating func addLemma() -> Int32 {
    traits.append([])
    return Int32(truncatingIfNeeded: traits.count - 1)
  }

  mutating func add(_ new: Traits, to lemma: Int32) {
    traits[Int(lemma)].formUnion(new)
  }

  /// Adds a form, or notes a second spelling of one that is there; yields the lemma that the form belongs to.
  @discardableResult
  mutating func add(
    _ folded: ArraySlice<UInt8>, written: ArraySlice<UInt8>, lemma: Int32?, gender: Gender = .none,
    isPlural: Bool = false, isNonStandard: Bool = false
  ) -> Int32 {
    let found = slot(of: folded)
    if let place = found.form {
      if !self.written(forms[place]).elementsEqual(written) { forms[place].hasVariants = true }
      return forms[place].lemma
    }
    if forms.count * 2 >= slots.count { grow() }
    let own = lemma ?? addLemma()
    let start = Int32(truncatingIfNeeded: pool.count)
    pool.append(contentsOf: folded)
    let middle = Int32(truncatingIfNeeded: pool.count)
    pool.append(contentsOf: written)
    let end = Int32(truncatingIfNeeded: pool.count)
    slots[slot(of: folded).slot] = Int32(truncatingIfNeeded: forms.count)
    forms.append(
      WordForm(
        lemma: own, gender: gender, isPlural: isPlural, isNonStandard: isNonStandard, folded: start..<middle,
        written: middle..<end, hasVariants: false))
    return own
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, form) in forms.enumerated() {
      slots[slot(of: folded(form)).slot] = Int32(truncatingIfNeeded: index)
    }
  }
}

/// Phrases of words, found longest first.
struct PhraseTable: Sendable {
  private var edges: [UInt64: Int32] = [:]
  /// What each node stands for; -1 where no phrase ends.
  private var payloads: [Int32] = [-1]
  /// The lists of values, named by `payloads`.
  private(set) var values: [[Int32]] = []

  init(capacity: Int) {
    edges.reserveCapacity(capacity)
    payloads.reserveCapacity(capacity)
  }

  private static func key(_ node: Int32, _ lemma: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: lemma))
  }

  mutating func add(_ phrase: [Int32], value: Int32) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for lemma in phrase {
      let key = Self.key(node, lemma)
      if let next = edges[key] {
        node = next
      } else {
        let next = Int32(truncatingIfNeeded: payloads.count)
        payloads.append(-1)
        edges[key] = next
        node = next
      }
    }
    let place = Int(payloads[Int(node)])
    if place >= 0 {
      if !values[place].contains(value) { values[place].append(value) }
    } else {
      payloads[Int(node)] = Int32(truncatingIfNeeded: values.count)
      values.append([value])
    }
  }

  /// The node after `node` by `lemma`; 0 is the first.
  func step(_ node: Int32, _ lemma: Int32) -> Int32? { edges[Self.key(node, lemma)] }

  /// The place in `values` of what ends at `node`, or `nil`.
  func payload(_ node: Int32) -> Int? {
    let place = payloads[Int(node)]
    return place >= 0 ? Int(place) : nil
  }
}
