import SourceText

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

  /// `le`, `son`.
  static let masculineDeterminer = Traits(rawValue: 131_072)
  /// `la`, `sa`.
  static let feminineDeterminer = Traits(rawValue: 262_144)
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
  /// The forms that a slip may be meant to be, by their first letter; see ``nearest(to:)``.
  private(set) var slipTargets = NumberLists()

  /// A table to fill.
  init() {
    slots = [Int32](repeating: -1, count: 64)
  }

  /// Reads a table from an image.
  init(_ reader: inout ImageReader) {
    pool = Array(reader.text())
    let count = reader.count()
    forms.reserveCapacity(count)
    var end: Int32 = 0
    for _ in 0..<count {
      let lemma = reader.number()
      let flags = reader.number()
      let middle = end &+ reader.number()
      let folded = end..<max(end, middle)
      end = folded.upperBound &+ reader.number()
      forms.append(
        WordForm(
          lemma: lemma, gender: Gender(rawValue: UInt8(truncatingIfNeeded: flags & 3)) ?? .none, isPlural: false,
          isNonStandard: flags & 4 != 0, folded: folded, written: folded.upperBound..<max(folded.upperBound, end),
          hasVariants: flags & 8 != 0))
    }
    slots = reader.numbers()
    traits = reader.numbers().map { Traits(rawValue: UInt32(bitPattern: $0)) }
    slipTargets = reader.lists()
  }

  /// Writes the table as ``init(_:)`` reads it.
  func write(to writer: inout ImageWriter) {
    writer.write(text: pool)
    writer.write(forms.count)
    for form in forms {
      writer.write(form.lemma)
      writer.write(Int32(form.gender.rawValue) | (form.isNonStandard ? 4 : 0) | (form.hasVariants ? 8 : 0))
      writer.write(form.folded.count)
      writer.write(form.written.count)
    }
    writer.write(slots)
    writer.write(traits.map { Int32(bitPattern: $0.rawValue) })
    writer.write(slipTargets)
  }

  // FNV-1a, folded to the number of slots.
  private func firstSlot(of bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
  }

  /// The slot for a form of the pool that is not in the table yet.
  private func freeSlot(_ range: Range<Int>) -> Int {
    var place = firstSlot(of: pool, range)
    while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
    return place
  }

  /// The slot of a text and the form in it. The text is ranged bytes of an array, not a slice: a slice would be
  /// retained and released at each of the thousand look-ups of a start.
  private func slot(of bytes: [UInt8], _ range: Range<Int>) -> (slot: Int, form: Int?) {
    let mask = slots.count - 1
    var place = firstSlot(of: bytes, range)
    while slots[place] >= 0 {
      let known = forms[Int(slots[place])].folded
      if known.count == range.count {
        var index = range.lowerBound
        var other = Int(known.lowerBound)
        while index < range.upperBound, bytes[index] == pool[other] {
          index += 1
          other += 1
        }
        if index == range.upperBound { return (place, Int(slots[place])) }
      }
      place = (place + 1) & mask
    }
    return (place, nil)
  }

  /// The place of a form, exactly as folded.
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> Int? { slot(of: bytes, range).form }

  /// The form of a word as it may stand in a title: itself, or its plural.
  func lookUp(_ bytes: [UInt8], _ range: Range<Int>) -> WordForm? {
    if let exact = find(bytes, range) { return forms[exact] }
    guard let singular = findSingular(bytes, range) else { return nil }
    var form = forms[singular]
    form.isPlural = true
    return form
  }

  /// The form of a word as it may stand in a title.
  func lookUp(_ text: ArraySlice<UInt8>) -> WordForm? {
    lookUp(Array(text), 0..<text.count)
  }

  /// The place of the form that a plural is made from.
  func findSingular(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count > 3 else { return nil }
    let last = bytes[range.upperBound - 1]
    guard last == UInt8(ascii: "s") || last == UInt8(ascii: "x") else { return nil }
    return find(bytes, range.lowerBound..<range.upperBound - 1)
  }

  func folded(_ form: WordForm) -> ArraySlice<UInt8> { pool[Int(form.folded.lowerBound)..<Int(form.folded.upperBound)] }

  func written(_ form: WordForm) -> ArraySlice<UInt8> {
    pool[Int(form.written.lowerBound)..<Int(form.written.upperBound)]
  }

  /// Notes which forms a slip may be meant to be, once all are there.
  mutating func finish() {
    var targets = [[Int32]](repeating: [], count: 26)
    for index in forms.indices {
      let form = forms[index]
      guard !form.hasVariants, form.folded.count >= 7, traits[Int(form.lemma)].contains(.roleWord) else { continue }
      let letter = Int(pool[Int(form.folded.lowerBound)]) - Int(UInt8(ascii: "a"))
      if targets.indices.contains(letter) { targets[letter].append(Int32(truncatingIfNeeded: index)) }
    }
    slipTargets = NumberLists()
    for list in targets { slipTargets.append(list) }
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
    _ folded: [UInt8], _ range: Range<Int>, written: ArraySlice<UInt8>, lemma: Int32?, gender: Gender = .none,
    isNonStandard: Bool = false
  ) -> Int32 {
    let found = slot(of: folded, range)
    if let place = found.form {
      noteVariant(place, written)
      return forms[place].lemma
    }
    slots[found.slot] = Int32(truncatingIfNeeded: forms.count)
    let own = lemma ?? addLemma()
    let start = Int32(truncatingIfNeeded: pool.count)
    for index in range { pool.append(folded[index]) }
    let middle = Int32(truncatingIfNeeded: pool.count)
    pool.append(contentsOf: written)
    let end = Int32(truncatingIfNeeded: pool.count)
    forms.append(
      WordForm(
        lemma: own, gender: gender, isPlural: false, isNonStandard: isNonStandard, folded: start..<middle,
        written: middle..<end, hasVariants: false))
    if forms.count * 2 >= slots.count { grow() }
    return own
  }

  /// Notes that a form is also written in another way, case aside.
  mutating func noteVariant(_ place: Int, _ written: ArraySlice<UInt8>) {
    let known = forms[place].written
    var isSame = known.count == written.count
    var index = Int(known.lowerBound)
    for byte in written where isSame {
      isSame = byte.lowercased == pool[index].lowercased
      index += 1
    }
    if !isSame { forms[place].hasVariants = true }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, form) in forms.enumerated() {
      slots[freeSlot(Int(form.folded.lowerBound)..<Int(form.folded.upperBound))] = Int32(truncatingIfNeeded: index)
    }
  }
}
