import SourceText

/// A known mistake that only the word before it tells from another word; all but the correction folded.
struct Slip: Sendable {
  var word: [UInt8]
  var after: [[UInt8]]
  var correction: [UInt8]
}

/// The vocabulary in the form that the reader looks things up in.
///
/// A class, because every part of a reading refers to it: a copy would retain each table.
final class RoleTables: Sendable {
  let words: WordTable
  let titles: PhraseTable
  let weakTitles: PhraseTable
  let topics: PhraseTable
  let heads: PhraseTable
  let modifiers: PhraseTable
  let qualifiers: PhraseTable
  /// Domain names, numbered.
  let domains: [[UInt8]]
  /// The domains of each role, by number.
  let roleDomains: [[Int]]
  /// The heads that each role prefers, by number.
  let roleHeads: [[Int32]]
  /// Whether the topics of a role count only after its heads.
  let isStrict: [Bool]
  /// Whether a topic of the role may stand beside another without a joint.
  let isAdjacent: [Bool]
  /// The role that a head is by itself, and the one where no topic is known; -1 for none.
  let headRoles: [(always: Int32, otherwise: Int32)]
  /// The role that a modifier is as well, or -1.
  let modifierRoles: [Int32]
  /// For each qualifier the domains that it needs one of, and the one that it adds.
  let qualifierDomains: [(with: [Int], adds: Int)]
  /// Stands for any number in the phrases of modifiers, where it is written `#`.
  let numberLemma: Int32
  /// The word that every «…Ops» is read as, or -1.
  let opsLemma: Int32
  let opsPrefixes: [[UInt8]]
  /// Known mistakes that depend on the word before, folded but for the correction.
  let slips: [Slip]
  /// For each noun and adjective of two genders, the written masculine and feminine.
  private let genders: [Int32: (masculine: Range<Int>, feminine: Range<Int>)]
  private let pool: [UInt8]

  init(_ entries: RoleEntries) {
    let builder = TableBuilder(entries)
    words = builder.words
    titles = builder.titles
    weakTitles = builder.weakTitles
    topics = builder.topics
    heads = builder.heads
    modifiers = builder.modifiers
    qualifiers = builder.qualifiers
    domains = builder.domains
    roleDomains = builder.roleDomains
    roleHeads = builder.roleHeads
    isStrict = builder.isStrict
    isAdjacent = builder.isAdjacent
    headRoles = builder.headRoles
    modifierRoles = builder.modifierRoles
    qualifierDomains = builder.qualifierDomains
    numberLemma = builder.numberLemma
    opsLemma = builder.opsLemma
    opsPrefixes = builder.opsPrefixes
    slips = builder.slips
    genders = builder.genders
    pool = entries.pool
  }

  /// The written masculine and feminine of a noun or an adjective of two genders.
  func genders(of lemma: Int32) -> (masculine: [UInt8], feminine: [UInt8])? {
    genders[lemma].map { (Array(pool[$0.masculine]), Array(pool[$0.feminine])) }
  }

  /// The correction of a known mistake that stands after `before`; both folded.
  func slip(_ word: ArraySlice<UInt8>, after before: ArraySlice<UInt8>) -> [UInt8]? {
    slips.first { slip in
      slip.word.elementsEqual(word) && slip.after.contains { $0.elementsEqual(before) }
    }?.correction
  }
}
