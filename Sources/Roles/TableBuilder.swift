import SourceText

/// Makes the tables of the reader from the entries of a vocabulary.
struct TableBuilder {
  var words: WordTable
  var titles: PhraseTable
  var weakTitles: PhraseTable
  var topics: PhraseTable
  var heads: PhraseTable
  var modifiers: PhraseTable
  var qualifiers: PhraseTable
  private(set) var domains: [[UInt8]] = []
  private(set) var roleDomains: [[Int]] = []
  private(set) var roleHeads: [[Int32]] = []
  private(set) var isStrict: [Bool] = []
  private(set) var isAdjacent: [Bool] = []
  private(set) var headRoles: [(always: Int32, otherwise: Int32)] = []
  private(set) var modifierRoles: [Int32] = []
  private(set) var qualifierDomains: [(with: [Int], adds: Int)] = []
  private(set) var numberLemma: Int32 = -1
  private(set) var opsLemma: Int32 = -1
  private(set) var opsPrefixes: [[UInt8]] = []
  private(set) var slips: [Slip] = []
  private(set) var genders: [Int32: (masculine: Range<Int>, feminine: Range<Int>)] = [:]

  /// Where phrases are taken apart while the tables are built.
  private var lexed = LexedTitle()
  private var current: [Int32] = []

  private let entries: RoleEntries

  init(_ entries: RoleEntries) {
    self.entries = entries
    words = WordTable(capacity: 1000)
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
    addRoles()
    for (index, entry) in entries.modifiers.enumerated() {
      for title in entry.titles {
        readPhrase(title, [])
        modifiers.add(current, value: Int32(truncatingIfNeeded: index))
      }
      modifierRoles.append(roleNumber(entry.role))
    }
    for (index, entry) in entries.qualifiers.enumerated() {
      for title in entry.titles {
        readPhrase(title, [])
        qualifiers.add(current, value: Int32(truncatingIfNeeded: index))
      }
      qualifierDomains.append((entry.with.map { domainNumber($0) }, domainNumber(entry.domain)))
    }
    for (traits, list) in [
      (Traits.recruiting, entries.recruiting), (.seeking, entries.seeking), (.tail, entries.tails),
      (.filler, entries.fillers), (.thing, entries.things), (.ordinary, entries.ordinary),
    ] {
      for word in list { readPhrase(word, traits) }
    }
    words.finish()
    opsPrefixes = entries.opsPrefixes.map { Array(entries.bytes($0)) }
    slips = entries.slips.map { slip in
      Slip(
        word: Array(entries.bytes(slip.word)), after: slip.after.map { Array(entries.bytes($0)) },
        correction: Array(entries.bytes(slip.correction)))
    }
    if let form = words.lookUp(ArraySlice("devops".utf8)) { opsLemma = form.lemma }
  }

  private mutating func addFunctionWords() {
    let lists: [(Traits, [String])] = [
      (.masculineArticle, ["un", "premier"]), (.feminineArticle, ["une", "première"]),
      (.plural, ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "plusieurs"]),
      ([.plural, .link], ["des"]),
      ([.link, .masculineDeterminer], ["le"]), ([.link, .feminineDeterminer], ["la"]),
      (.masculineDeterminer, ["son"]), (.feminineDeterminer, ["sa"]),
      (.link, ["de", "du", "d", "l", "les", "à", "au", "aux"]), (.and, ["et"]), (.or, ["ou"]),
      (.person, ["personne"]), (.inside, ["en"]),
    ]
    for (traits, list) in lists {
      for word in list {
        let lemma = words.addLemma()
        addForm(Array(word.utf8), 0..<word.utf8.count, lemma: lemma)
        words.add(traits, to: lemma)
      }
    }
  }

  @discardableResult
  private mutating func addForm(
    _ bytes: [UInt8], _ range: Range<Int>, lemma: Int32?, gender: Gender = .none, isNonStandard: Bool = false
  ) -> Int32 {
    lexed.read(bytes, range)
    return words.add(
      lexed.folded, lexed.folded.indices, written: bytes[range], lemma: lemma, gender: gender,
      isNonStandard: isNonStandard)
  }

  private mutating func addGendered(_ pair: [PooledText], _ traits: Traits) {
    guard pair.count == 2 else { return }
    let lemma = addForm(entries.pool, pair[0].range, lemma: nil, gender: .masculine)
    addForm(entries.pool, pair[1].range, lemma: lemma, gender: .feminine)
    words.add(traits, to: lemma)
    genders[lemma] = (pair[0].range, pair[1].range)
  }

  private mutating func addSynonym(_ word: PooledText, _ meaning: PooledText) {
    let lemma = addForm(entries.pool, meaning.range, lemma: nil)
    addForm(entries.pool, word.range, lemma: lemma)
  }

  private mutating func addNonStandard(_ word: PooledText) {
    // The masculine stands inside: développeur + e.
    lexed.read(entries.pool, word.range)
    let masculine = words.lookUp(lexed.folded.dropLast())
    addForm(entries.pool, word.range, lemma: masculine?.lemma, gender: .feminine, isNonStandard: true)
  }

  private mutating func addRoles() {
    for (index, head) in entries.heads.enumerated() {
      for title in head.titles {
        readPhrase(title, .roleWord)
        heads.add(current, value: Int32(truncatingIfNeeded: index))
      }
      headRoles.append((roleNumber(head.role), roleNumber(head.otherwise)))
    }
    for (index, role) in entries.roles.enumerated() {
      let value = Int32(truncatingIfNeeded: index)
      for title in role.titles {
        readPhrase(title, .roleWord)
        titles.add(current, value: value)
      }
      for title in role.weakTitles {
        readPhrase(title, .roleWord)
        weakTitles.add(current, value: value)
      }
      for topic in role.topics {
        readPhrase(topic, .roleWord)
        topics.add(current, value: value)
      }
      isStrict.append(role.strict)
      isAdjacent.append(role.adjacent)
      roleDomains.append(role.domains.map { domainNumber($0) })
      roleHeads.append(
        role.heads.compactMap { name in
          entries.heads.firstIndex { entries.isSame($0.name, name) }.map { Int32(truncatingIfNeeded: $0) }
        })
    }
  }

  /// Reads the words of a phrase into `current`, without those that only tie the others together.
  private mutating func readPhrase(_ text: PooledText, _ traits: Traits) {
    lexed.read(entries.pool, text.range)
    current.removeAll(keepingCapacity: true)
    for index in lexed.lexemes.indices {
      let lexeme = lexed.lexemes[index]
      guard lexeme.kind != .mark else {
        if lexeme.mark == UInt32(UInt8(ascii: "#")) { current.append(numberLemma) }
        continue
      }
      let written = entries.pool[lexeme.range.indices]
      let lemma: Int32
      if let place = words.find(lexed.folded, lexeme.folded) {
        words.noteVariant(place, written)
        lemma = words.forms[place].lemma
      } else if let place = words.findSingular(lexed.folded, lexeme.folded) {
        lemma = words.forms[place].lemma
      } else {
        lemma = words.add(lexed.folded, lexeme.folded, written: written, lemma: nil)
      }
      if words.traits[Int(lemma)].contains(.link), lexed.lexemes.count > 1 { continue }
      words.add(traits, to: lemma)
      current.append(lemma)
    }
  }

  private mutating func domainNumber(_ name: PooledText) -> Int {
    if let known = domains.firstIndex(where: { $0.elementsEqual(entries.bytes(name)) }) { return known }
    domains.append(Array(entries.bytes(name)))
    return domains.count - 1
  }

  private func roleNumber(_ name: PooledText) -> Int32 {
    guard !name.isEmpty, let index = entries.roles.firstIndex(where: { entries.isSame($0.name, name) }) else {
      return -1
    }
    return Int32(truncatingIfNeeded: index)
  }
}
