import SourceText

/// Makes the tables of the reader from the entries of a vocabulary, as an image.
struct TableBuilder {
  private var words = WordTable()
  private var titles = PhraseBuilder()
  private var weakTitles = PhraseBuilder()
  private var topics = PhraseBuilder()
  private var heads = PhraseBuilder()
  private var modifiers = PhraseBuilder()
  private var qualifiers = PhraseBuilder()
  private var texts = TextTable()
  private var domainNames: [Int32] = []
  private var roles: [RoleTables.Role] = []
  private var roleDomains = NumberLists()
  private var roleHeads = NumberLists()
  private var headRoles: [RoleTables.Head] = []
  private var modifierNames: [RoleTables.Modifier] = []
  private var qualifierNeeds = NumberLists()
  private var qualifierAdds: [Int32] = []
  private var genders: [RoleTables.GenderPair] = []
  private var numberLemma: Int32 = -1

  /// Where phrases are taken apart while the tables are built.
  private var lexed = LexedTitle()
  private var current: [Int32] = []

  private let entries: RoleEntries

  init(_ entries: RoleEntries) {
    self.entries = entries
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
      modifierNames.append(RoleTables.Modifier(name: text(entry.name), role: roleNumber(entry.role)))
    }
    for (index, entry) in entries.qualifiers.enumerated() {
      for title in entry.titles {
        readPhrase(title, [])
        qualifiers.add(current, value: Int32(truncatingIfNeeded: index))
      }
      qualifierNeeds.append(entry.with.map { domainNumber($0) })
      qualifierAdds.append(domainNumber(entry.domain))
    }
    for (traits, list) in [
      (Traits.recruiting, entries.recruiting), (.seeking, entries.seeking), (.tail, entries.tails),
      (.filler, entries.fillers), (.thing, entries.things), (.ordinary, entries.ordinary),
    ] {
      for word in list { readPhrase(word, traits) }
    }
    words.finish()
  }

  /// The tables, in the order in which ``RoleTables/init(_:)`` reads them.
  mutating func image() -> RoleImage {
    let opsPrefixes = entries.opsPrefixes.map { text($0) }
    let slips = entries.slips.map { slip in RoleTables.Slip(word: text(slip.word), correction: text(slip.correction)) }
    let slipsAfter = lists(entries.slips.map(\.after)) { text in text }
    let tolerating = entries.tolerated.map { texts.append(LexedTitle($0.implied).folded) }
    let tolerated = lists(entries.tolerated.map(\.declared)) { LexedTitle($0).folded }
    var writer = ImageWriter()
    words.write(to: &writer)
    for phrases in [titles, weakTitles, topics, heads, modifiers, qualifiers] { phrases.write(to: &writer) }
    writer.write(texts)
    writer.write(domainNames)
    writer.write(roles.count)
    for role in roles {
      writer.write(role.name)
      writer.write(role.isStrict ? 1 : 0)
      writer.write(role.isAdjacent ? 1 : 0)
    }
    writer.write(roleDomains)
    writer.write(roleHeads)
    writer.write(headRoles.count)
    for head in headRoles {
      writer.write(head.always)
      writer.write(head.otherwise)
    }
    writer.write(modifierNames.count)
    for modifier in modifierNames {
      writer.write(modifier.name)
      writer.write(modifier.role)
    }
    writer.write(qualifierNeeds)
    writer.write(qualifierAdds)
    writer.write(numberLemma)
    writer.write(words.lookUp(ArraySlice("devops".utf8))?.lemma ?? -1)
    writer.write(opsPrefixes)
    writer.write(tolerating)
    writer.write(tolerated)
    writer.write(slips.count)
    for slip in slips {
      writer.write(slip.word)
      writer.write(slip.correction)
    }
    writer.write(slipsAfter)
    writer.write(genders.count)
    for pair in genders {
      writer.write(pair.lemma)
      writer.write(pair.masculine)
      writer.write(pair.feminine)
    }
    return writer.image
  }

  private mutating func text(_ text: [UInt8]) -> Int32 { texts.append(text) }

  private mutating func lists(_ lists: [[[UInt8]]], _ form: ([UInt8]) -> [UInt8]) -> NumberLists {
    var result = NumberLists()
    for list in lists {
      result.append(list.map { texts.append(form($0)) })
    }
    return result
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
        addForm(Array(word.utf8), lemma: lemma)
        words.add(traits, to: lemma)
      }
    }
  }

  @discardableResult
  private mutating func addForm(
    _ written: [UInt8], lemma: Int32?, gender: Gender = .none, isNonStandard: Bool = false
  ) -> Int32 {
    lexed.read(written)
    return words.add(
      lexed.folded, lexed.folded.indices, written: written[...], lemma: lemma, gender: gender,
      isNonStandard: isNonStandard)
  }

  private mutating func addGendered(_ pair: [[UInt8]], _ traits: Traits) {
    guard pair.count == 2 else { return }
    let lemma = addForm(pair[0], lemma: nil, gender: .masculine)
    addForm(pair[1], lemma: lemma, gender: .feminine)
    words.add(traits, to: lemma)
    genders.append(RoleTables.GenderPair(lemma: lemma, masculine: text(pair[0]), feminine: text(pair[1])))
  }

  private mutating func addSynonym(_ word: [UInt8], _ meaning: [UInt8]) {
    let lemma = addForm(meaning, lemma: nil)
    addForm(word, lemma: lemma)
  }

  private mutating func addNonStandard(_ word: [UInt8]) {
    // The masculine stands inside: développeur + e.
    lexed.read(word)
    let masculine = words.lookUp(lexed.folded.dropLast())
    addForm(word, lemma: masculine?.lemma, gender: .feminine, isNonStandard: true)
  }

  private mutating func addRoles() {
    for (index, head) in entries.heads.enumerated() {
      for title in head.titles {
        readPhrase(title, .roleWord)
        heads.add(current, value: Int32(truncatingIfNeeded: index))
      }
      headRoles.append(RoleTables.Head(always: roleNumber(head.role), otherwise: roleNumber(head.otherwise)))
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
      roles.append(RoleTables.Role(name: text(role.name), isStrict: role.strict, isAdjacent: role.adjacent))
      roleDomains.append(role.domains.map { domainNumber($0) })
      roleHeads.append(
        role.heads.compactMap { name in
          entries.heads.firstIndex { $0.name == name }.map { Int32(truncatingIfNeeded: $0) }
        })
    }
  }

  /// Reads the words of a phrase into `current`, without those that only tie the others together.
  private mutating func readPhrase(_ text: [UInt8], _ traits: Traits) {
    lexed.read(text)
    current.removeAll(keepingCapacity: true)
    for index in lexed.lexemes.indices {
      let lexeme = lexed.lexemes[index]
      guard lexeme.kind != .mark else {
        if lexeme.mark == UInt32(UInt8(ascii: "#")) { current.append(numberLemma) }
        continue
      }
      let written = text[lexeme.range.indices]
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

  private mutating func domainNumber(_ name: [UInt8]) -> Int32 {
    let known = domainNames.firstIndex { texts[$0].elementsEqual(name) }
    if known == nil { domainNames.append(text(name)) }
    return Int32(truncatingIfNeeded: known ?? domainNames.count - 1)
  }

  private func roleNumber(_ name: [UInt8]) -> Int32 {
    guard !name.isEmpty, let index = entries.roles.firstIndex(where: { $0.name == name }) else {
      return -1
    }
    return Int32(truncatingIfNeeded: index)
  }
}
