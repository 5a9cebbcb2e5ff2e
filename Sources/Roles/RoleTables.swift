import SourceText

/// The vocabulary in the form that the reader looks things up in.
struct RoleTables: Sendable {
  var words: WordTable
  var titles: PhraseTable
  var weakTitles: PhraseTable
  var topics: PhraseTable
  var heads: PhraseTable
  var modifiers: PhraseTable
  var qualifiers: PhraseTable
  /// Domain names, numbered.
  private(set) var domains: [[UInt8]] = []
  /// The domains of each role, by number.
  private(set) var roleDomains: [[Int]] = []
  /// The heads that each role prefers, by number.
  private(set) var roleHeads: [[Int32]] = []
  /// Whether the topics of a role count only after its heads.
  private(set) var isStrict: [Bool] = []
  /// Whether a topic of the role may stand beside another without a joint.
  private(set) var isAdjacent: [Bool] = []
  /// The role that a head is by itself, and the one where no topic is known; -1 for none.
  private(set) var headRoles: [(always: Int32, otherwise: Int32)] = []
  /// The role that a modifier is as well, or -1.
  private(set) var modifierRoles: [Int32] = []
  /// For each qualifier the domains that it needs one of, and the one that it adds.
  private(set) var qualifierDomains: [(with: [Int], adds: Int)] = []
  /// Stands for any number in the phrases of modifiers, where it is written `#`.
  private(set) var numberLemma: Int32 = -1
  /// The word that every «…Ops» is read as, or -1.
  private(set) var opsLemma: Int32 = -1
  private(set) var opsPrefixes: [[UInt8]] = []
  /// Known mistakes that depend on the word before, folded but for the correction.
  private(set) var slips: [SlipEntry] = []
  /// For each noun and adjective of two genders, the written masculine and feminine.
  private(set) var genders: [Int32: (masculine: [UInt8], feminine: [UInt8])] = [:]

  init(_ entries: RoleEntries) {
    words = WordTable(capacity: 1400)
    titles = PhraseTable(capacity: 512)
    weakTitles = PhraseTable(capacity: 32)
    topics = PhraseTable(capacity: 256)
    heads = PhraseTable(capacity: 32)
    modifiers = PhraseTable(capacity: 64)
    qualifiers = PhraseTable(capacity: 8)
    numberLemma = words.addLemma()
    addFunctionWords()
    for pair in entries.gendered { addGendered(pair, .noun) }
    for pair in entries.adjectives { addGendered(pair, .adjective) }
    for (word, meaning) in entries.synonyms { addSynonym(word, meaning) }
    for word in entries.nonStandardFeminines { addNonStandard(word) }
    addRoles(entries)
    for (index, entry) in entries.modifiers.enumerated() {
      for title in entry.titles { modifiers.add(phrase(title, []), value: Int32(truncatingIfNeeded: index)) }
      modifierRoles.append(roleNumber(entry.role, in: entries))
    }
    for (index, entry) in entries.qualifiers.enumerated() {
      for title in entry.titles { qualifiers.add(phrase(title, []), value: Int32(truncatingIfNeeded: index)) }
      qualifierDomains.append((entry.with.map { domainNumber($0) }, domainNumber(entry.domain)))
    }
    for (traits, list) in [
      (Traits.recruiting, entries.recruiting), (.seeking, entries.seeking), (.tail, entries.tails),
      (.filler, entries.fillers), (.thing, entries.things), (.ordinary, entries.ordinary),
    ] {
      for word in list { for lemma in phrase(word, []) { words.add(traits, to: lemma) } }
    }
    opsPrefixes = entries.opsPrefixes
    slips = entries.slips
    if let form = words.find(ArraySlice("devops".utf8)) { opsLemma = words.forms[form].lemma }
  }

  private mutating func addFunctionWords() {
    let lists: [(Traits, [String])] = [
      (.masculineArticle, ["un", "premier"]), (.feminineArticle, ["une", "première"]),
      (.plural, ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "plusieurs"]),
      ([.plural, .link], ["des"]),
      (.link, ["de", "du", "d", "la", "le", "l", "les", "à", "au", "aux"]), (.and, ["et"]), (.or, ["ou"]),
      (.person, ["personne"]), (.inside, ["en"]),
    ]
    for (traits, list) in lists {
      for word in list {
        let lemma = words.addLemma()
        addForm(Array(word.utf8), lemma: lemma)
        words.add(traits, to: lemma)
      }
    }
  }

  @discardableResult
  private mutating func addForm(
    _ word: [UInt8], lemma: Int32?, gender: Gender = .none, isPlural: Bool = false, isNonStandard: Bool = false
  ) -> Int32 {
    let lexed = LexedTitle(word)
    return words.add(
      lexed.folded[...], written: word[...], lemma: lemma, gender: gender, isPlural: isPlural,
      isNonStandard: isNonStandard)
  }

  private mutating func addGendered(_ pair: [[UInt8]], _ traits: Traits) {
    guard pair.count == 2 else { return }
    let lemma = addForm(pair[0], lemma: nil, gender: .masculine)
    addForm(pair[1], lemma: lemma, gender: .feminine)
    words.add(traits, to: lemma)
    genders[lemma] = (pair[0], pair[1])
  }

  private mutating func addSynonym(_ word: [UInt8], _ meaning: [UInt8]) {
    let lemma = addForm(meaning, lemma: nil)
    addForm(word, lemma: lemma)
  }

  private mutating func addNonStandard(_ word: [UInt8]) {
    // The masculine stands inside: développeur + e.
    let lexed = LexedTitle(word)
    let masculine = words.lookUp(lexed.folded.dropLast())
    addForm(word, lemma: masculine?.lemma, gender: .feminine, isNonStandard: true)
  }

  private mutating func addRoles(_ entries: RoleEntries) {
    for (index, head) in entries.heads.enumerated() {
      for title in head.titles {
        heads.add(phrase(title, .roleWord), value: Int32(truncatingIfNeeded: index))
      }
      headRoles.append((roleNumber(head.role, in: entries), roleNumber(head.otherwise, in: entries)))
    }
    for (index, role) in entries.roles.enumerated() {
      let value = Int32(truncatingIfNeeded: index)
      for title in role.titles { titles.add(phrase(title, .roleWord), value: value) }
      for title in role.weakTitles { weakTitles.add(phrase(title, .roleWord), value: value) }
      for topic in role.topics { topics.add(phrase(topic, .roleWord), value: value) }
      isStrict.append(role.strict)
      isAdjacent.append(role.adjacent)
      roleDomains.append(role.domains.map { domainNumber($0) })
      roleHeads.append(
        role.heads.compactMap { name in
          entries.heads.firstIndex { $0.name == name }.map { Int32(truncatingIfNeeded: $0) }
        })
    }
  }

  /// The words of a phrase, without those that only tie the others together.
  private mutating func phrase(_ text: [UInt8], _ traits: Traits) -> [Int32] {
    let lexed = LexedTitle(text)
    var result: [Int32] = []
    for lexeme in lexed.lexemes {
      guard lexeme.kind != .mark else {
        if lexeme.mark == 0x23 { result.append(numberLemma) }
        continue
      }
      let folded = lexed.text(lexeme)
      let lemma =
        words.lookUp(folded)?.lemma
        ?? words.add(folded, written: text[lexeme.range.indices], lemma: nil)
      if words.traits[Int(lemma)].contains(.link), lexed.lexemes.count > 1 { continue }
      words.add(traits, to: lemma)
      result.append(lemma)
    }
    return result
  }

  private mutating func domainNumber(_ name: [UInt8]) -> Int {
    if let known = domains.firstIndex(of: name) { return known }
    domains.append(name)
    return domains.count - 1
  }

  private func roleNumber(_ name: [UInt8], in entries: RoleEntries) -> Int32 {
    guard !name.isEmpty, let index = entries.roles.firstIndex(where: { $0.name == name }) else { return -1 }
    return Int32(truncatingIfNeeded: index)
  }
}
