/// The vocabulary in the form that the reader looks things up in.
///
/// A class, because every part of a reading refers to it: a copy would retain each table.
final class RoleTables: Sendable {
  /// One role of the vocabulary.
  struct Role {
    /// The number of its name in ``RoleTables/texts``.
    var name: Int32
    /// Whether its topics count only after its heads.
    var isStrict: Bool
    /// Whether a topic of it may stand beside another without a joint.
    var isAdjacent: Bool
  }

  /// A noun that takes topics: the role that it is by itself, and the one where no topic is known; -1 for none.
  struct Head {
    var always: Int32
    var otherwise: Int32
  }

  /// The numbers of a name in ``RoleTables/texts`` and of the role that a modifier is as well, or -1.
  struct Modifier {
    var name: Int32
    var role: Int32
  }

  /// A noun or an adjective of two genders, its forms as numbers in ``RoleTables/texts``.
  struct GenderPair {
    var lemma: Int32
    var masculine: Int32
    var feminine: Int32
  }

  /// A known mistake that only the word before it tells from another word; its texts by number, folded but for the
  /// correction.
  struct Slip {
    var word: Int32
    var correction: Int32
  }

  let words: WordTable
  let titles: PhraseTable
  let weakTitles: PhraseTable
  let topics: PhraseTable
  let heads: PhraseTable
  let modifiers: PhraseTable
  let qualifiers: PhraseTable
  let texts: TextTable
  /// The name of each domain, by its number: numbers in ``texts``.
  let domainNames: [Int32]
  let roles: [Role]
  /// The domains of each role, by its number.
  let roleDomains: NumberLists
  /// The heads that each role prefers, by its number.
  let roleHeads: NumberLists
  /// What each head is, by its number.
  let headRoles: [Head]
  /// What each modifier is, by its number.
  let modifierNames: [Modifier]
  /// For each qualifier the domains that it needs one of, and the one that it adds.
  let qualifierNeeds: NumberLists
  let qualifierAdds: [Int32]
  /// Stands for any number in the phrases of modifiers, where it is written `#`.
  let numberLemma: Int32
  /// The word that every «…Ops» is read as, or -1.
  let opsLemma: Int32
  let opsPrefixes: [Int32]
  /// The implied domains that others are tolerated in place of, folded, and those others: numbers in ``texts``.
  let tolerating: [Int32]
  let tolerated: NumberLists
  private let slips: [Slip]
  private let slipsAfter: NumberLists
  private let genders: [GenderPair]

  /// Reads tables from an image; the order is that of ``TableBuilder/image()``.
  init(_ image: RoleImage) {
    var reader = ImageReader(image)
    words = WordTable(&reader)
    titles = PhraseTable(&reader)
    weakTitles = PhraseTable(&reader)
    topics = PhraseTable(&reader)
    heads = PhraseTable(&reader)
    modifiers = PhraseTable(&reader)
    qualifiers = PhraseTable(&reader)
    texts = reader.textTable()
    domainNames = reader.numbers()
    roles = (0..<reader.count()).map { _ in
      Role(name: reader.number(), isStrict: reader.number() > 0, isAdjacent: reader.number() > 0)
    }
    roleDomains = reader.lists()
    roleHeads = reader.lists()
    headRoles = (0..<reader.count()).map { _ in Head(always: reader.number(), otherwise: reader.number()) }
    modifierNames = (0..<reader.count()).map { _ in Modifier(name: reader.number(), role: reader.number()) }
    qualifierNeeds = reader.lists()
    qualifierAdds = reader.numbers()
    numberLemma = reader.number()
    opsLemma = reader.number()
    opsPrefixes = reader.numbers()
    tolerating = reader.numbers()
    tolerated = reader.lists()
    slips = (0..<reader.count()).map { _ in Slip(word: reader.number(), correction: reader.number()) }
    slipsAfter = reader.lists()
    genders = (0..<reader.count()).map { _ in
      GenderPair(lemma: reader.number(), masculine: reader.number(), feminine: reader.number())
    }
  }

  /// The written masculine and feminine of a noun or an adjective of two genders.
  func genders(of lemma: Int32) -> (masculine: [UInt8], feminine: [UInt8])? {
    genders.last { $0.lemma == lemma }.map { (Array(texts[$0.masculine]), Array(texts[$0.feminine])) }
  }

  /// The correction of a known mistake that stands after `before`; both folded.
  func slip(_ word: ArraySlice<UInt8>, after before: ArraySlice<UInt8>) -> [UInt8]? {
    for number in slips.indices where texts.is(slips[number].word, word) {
      let slip = slips[number]
      let leading = slipsAfter[Int32(truncatingIfNeeded: number)]
      if leading.contains(where: { texts[$0].elementsEqual(before) }) { return Array(texts[slip.correction]) }
    }
    return nil
  }

  /// The name of a domain.
  func domainName(_ domain: Int) -> String { texts.string(domainNames[domain]) }
}
