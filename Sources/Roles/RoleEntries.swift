import SourceText
import YAML

/// One role of the vocabulary.
struct RoleEntry: Sendable {
  /// The canonical name.
  var name: [UInt8]
  /// The domains that the role implies; empty for a known title that cannot tell.
  var domains: [[UInt8]] = []
  /// Phrases that name the role by themselves.
  var titles: [[UInt8]] = []
  /// Phrases that name the role only where nothing stronger does (`full-stack`).
  var weakTitles: [[UInt8]] = []
  /// What a head is in charge of (`déploiement` in `chargé de déploiement`).
  var topics: [[UInt8]] = []
  /// The heads that prefer this role among those that share a topic.
  var heads: [[UInt8]] = []
  /// Whether the topics count only after one of `heads`.
  var strict = false
  /// Whether a topic may stand beside another topic without a word between.
  var adjacent = true
}

/// A noun that takes topics: `chargé`, `responsable`, `coach`.
struct HeadEntry: Sendable {
  /// How roles name it.
  var name: [UInt8]
  /// The words that it is written with.
  var titles: [[UInt8]] = []
  /// The role that it names whatever its topic, or empty.
  var role: [UInt8] = []
  /// The role that it names where no topic is known, or empty.
  var otherwise: [UInt8] = []
}

/// A remark beside the role: seniority, contract, working time.
struct ModifierEntry: Sendable {
  /// How the modifier is called.
  var name: [UInt8]
  /// The phrases that express it.
  var titles: [[UInt8]] = []
  /// The role that it is as well (`stage`), or empty.
  var role: [UInt8] = []
}

/// A word that adds a domain to a role of certain domains: `data` beside a developer.
struct QualifierEntry: Sendable {
  /// The words.
  var titles: [[UInt8]] = []
  /// The domains that a role must have one of.
  var with: [[UInt8]] = []
  /// The domain that is added.
  var domain: [UInt8] = []
}

/// A known mistake that only the word before it tells from another word.
struct SlipEntry: Sendable {
  /// The wrong word.
  var word: [UInt8] = []
  /// The words that it is wrong after.
  var after: [[UInt8]] = []
  /// The right word.
  var correction: [UInt8] = []
}

/// The vocabulary as it is written, before it is made fast.
struct RoleEntries: Sendable {
  var gendered: [[[UInt8]]] = []
  var adjectives: [[[UInt8]]] = []
  var nonStandardFeminines: [[UInt8]] = []
  var synonyms: [(word: [UInt8], meaning: [UInt8])] = []
  var slips: [SlipEntry] = []
  var heads: [HeadEntry] = []
  var roles: [RoleEntry] = []
  var modifiers: [ModifierEntry] = []
  var qualifiers: [QualifierEntry] = []
  var recruiting: [[UInt8]] = []
  var seeking: [[UInt8]] = []
  var tails: [[UInt8]] = []
  var fillers: [[UInt8]] = []
  var things: [[UInt8]] = []
  var ordinary: [[UInt8]] = []
  var opsPrefixes: [[UInt8]] = []
  var tolerated: [(implied: [UInt8], declared: [[UInt8]])] = []

  init(tree: YAMLTree, node: NodeID) throws(RoleVocabularyError) {
    let reader = EntryReader(tree: tree)
    for pair in try reader.pairs(of: node) {
      let value = pair.value
      switch reader.name(of: pair.key) {
      case "gendered": gendered = try reader.lists(value)
      case "adjectives": adjectives = try reader.lists(value)
      case "nonStandardFeminines": nonStandardFeminines = try reader.words(value)
      case "synonyms": synonyms = try reader.words(byKey: value).map { (word: $0, meaning: $1) }
      case "slips": slips = try reader.slips(value)
      case "heads": heads = try reader.heads(value)
      case "roles": roles = try reader.roles(value)
      case "modifiers": modifiers = try reader.modifiers(value)
      case "qualifiers": qualifiers = try reader.qualifiers(value)
      case "recruiting": recruiting = try reader.words(value)
      case "seeking": seeking = try reader.words(value)
      case "tails": tails = try reader.words(value)
      case "fillers": fillers = try reader.words(value)
      case "things": things = try reader.words(value)
      case "ordinary": ordinary = try reader.words(value)
      case "opsPrefixes": opsPrefixes = try reader.words(value)
      case "tolerated":
        tolerated = []
        for pair in try reader.pairs(of: value) {
          tolerated.append((tree.utf8(of: pair.key), try reader.words(pair.value)))
        }
      // Another key may be meant for another reader (`$schema`, `$comment`).
      default: break
      }
    }
  }

  func merging(_ other: RoleEntries) -> RoleEntries {
    var result = self
    result.gendered += other.gendered
    result.adjectives += other.adjectives
    result.nonStandardFeminines += other.nonStandardFeminines
    result.synonyms += other.synonyms
    result.slips += other.slips
    result.qualifiers += other.qualifiers
    result.recruiting += other.recruiting
    result.seeking += other.seeking
    result.tails += other.tails
    result.fillers += other.fillers
    result.things += other.things
    result.ordinary += other.ordinary
    result.opsPrefixes += other.opsPrefixes
    result.tolerated += other.tolerated
    for head in other.heads {
      if let place = result.heads.firstIndex(where: { $0.name == head.name }) {
        result.heads[place].titles += head.titles
        if !head.role.isEmpty { result.heads[place].role = head.role }
      } else {
        result.heads.append(head)
      }
    }
    for modifier in other.modifiers {
      if let place = result.modifiers.firstIndex(where: { $0.name == modifier.name }) {
        result.modifiers[place].titles += modifier.titles
        if !modifier.role.isEmpty { result.modifiers[place].role = modifier.role }
      } else {
        result.modifiers.append(modifier)
      }
    }
    for role in other.roles {
      if let place = result.roles.firstIndex(where: { $0.name == role.name }) {
        if !role.domains.isEmpty { result.roles[place].domains = role.domains }
        result.roles[place].titles += role.titles
        result.roles[place].weakTitles += role.weakTitles
        result.roles[place].topics += role.topics
        result.roles[place].heads += role.heads
      } else {
        result.roles.append(role)
      }
    }
    return result
  }
}

/// Takes entries out of a tree, and says where one has another shape.
private struct EntryReader {
  let tree: YAMLTree

  /// The text of a key; what is longer than any known one is none of them.
  func name(of key: NodeID) -> String {
    tree.range(of: key).count > 40 ? "" : tree.text(of: key)
  }

  func pairs(of id: NodeID) throws(RoleVocabularyError) -> YAMLTree.Pairs {
    guard id.index < tree.nodes.count else { throw .wrongShape(ByteRange(at: 0), expected: "mapping") }
    guard tree.type(of: id) == .mapping else { throw wrong(id, "mapping") }
    return tree.pairs(of: id)
  }

  func items(of id: NodeID) throws(RoleVocabularyError) -> YAMLTree.Children {
    guard tree.type(of: id) == .sequence else { throw wrong(id, "list") }
    return tree.children(of: id)
  }

  func word(_ id: NodeID) throws(RoleVocabularyError) -> [UInt8] {
    guard tree.type(of: id) == .string else { throw wrong(id, "string") }
    return tree.utf8(of: id)
  }

  func words(_ id: NodeID) throws(RoleVocabularyError) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for item in try items(of: id) { result.append(try word(item)) }
    return result
  }

  func lists(_ id: NodeID) throws(RoleVocabularyError) -> [[[UInt8]]] {
    var result: [[[UInt8]]] = []
    for item in try items(of: id) {
      let pair = try words(item)
      guard pair.count == 2 else { throw wrong(item, "pair") }
      result.append(pair)
    }
    return result
  }

  func words(byKey id: NodeID) throws(RoleVocabularyError) -> [([UInt8], [UInt8])] {
    var result: [([UInt8], [UInt8])] = []
    for pair in try pairs(of: id) { result.append((tree.utf8(of: pair.key), try word(pair.value))) }
    return result
  }

  private func flag(_ id: NodeID) throws(RoleVocabularyError) -> Bool {
    guard tree.type(of: id) == .boolean else { throw wrong(id, "boolean") }
    return tree.utf8(of: id).first.map { $0 | 0x20 == UInt8(ascii: "t") } ?? false
  }

  func roles(_ id: NodeID) throws(RoleVocabularyError) -> [RoleEntry] {
    var result: [RoleEntry] = []
    for item in try items(of: id) {
      var role = RoleEntry(name: [])
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "name": role.name = try word(pair.value)
        case "domains": role.domains = try words(pair.value)
        case "titles": role.titles = try words(pair.value)
        case "weakTitles": role.weakTitles = try words(pair.value)
        case "topics": role.topics = try words(pair.value)
        case "heads": role.heads = try words(pair.value)
        case "strict": role.strict = try flag(pair.value)
        case "adjacent": role.adjacent = try flag(pair.value)
        default: break
        }
      }
      guard !role.name.isEmpty else { throw wrong(item, "name") }
      result.append(role)
    }
    return result
  }

  func heads(_ id: NodeID) throws(RoleVocabularyError) -> [HeadEntry] {
    var result: [HeadEntry] = []
    for item in try items(of: id) {
      var head = HeadEntry(name: [])
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "name": head.name = try word(pair.value)
        case "titles": head.titles = try words(pair.value)
        case "role": head.role = try word(pair.value)
        case "otherwise": head.otherwise = try word(pair.value)
        default: break
        }
      }
      guard !head.name.isEmpty else { throw wrong(item, "name") }
      result.append(head)
    }
    return result
  }

  func modifiers(_ id: NodeID) throws(RoleVocabularyError) -> [ModifierEntry] {
    var result: [ModifierEntry] = []
    for item in try items(of: id) {
      var modifier = ModifierEntry(name: [])
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "name": modifier.name = try word(pair.value)
        case "titles": modifier.titles = try words(pair.value)
        case "role": modifier.role = try word(pair.value)
        default: break
        }
      }
      guard !modifier.name.isEmpty else { throw wrong(item, "name") }
      result.append(modifier)
    }
    return result
  }

  func qualifiers(_ id: NodeID) throws(RoleVocabularyError) -> [QualifierEntry] {
    var result: [QualifierEntry] = []
    for item in try items(of: id) {
      var qualifier = QualifierEntry()
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "titles": qualifier.titles = try words(pair.value)
        case "with": qualifier.with = try words(pair.value)
        case "domain": qualifier.domain = try word(pair.value)
        default: break
        }
      }
      result.append(qualifier)
    }
    return result
  }

  func slips(_ id: NodeID) throws(RoleVocabularyError) -> [SlipEntry] {
    var result: [SlipEntry] = []
    for item in try items(of: id) {
      var slip = SlipEntry()
      for pair in try pairs(of: item) {
        switch name(of: pair.key) {
        case "word": slip.word = try word(pair.value)
        case "after": slip.after = try words(pair.value)
        case "correction": slip.correction = try word(pair.value)
        default: break
        }
      }
      result.append(slip)
    }
    return result
  }

  private func wrong(_ id: NodeID, _ expected: String) -> RoleVocabularyError {
    .wrongShape(tree.range(of: id), expected: expected)
  }
}
