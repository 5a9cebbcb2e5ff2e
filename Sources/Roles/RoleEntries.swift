import DataTree
import SourceText

/// A text of the vocabulary: its bytes in ``RoleEntries/pool``. A start reads nine hundred of them, and an array of its
/// own for each would cost more than all the rest.
struct PooledText: Hashable, Sendable {
  var start: Int32
  var end: Int32

  static let empty = PooledText(start: 0, end: 0)

  var isEmpty: Bool { start == end }
  var range: Range<Int> { Int(start)..<Int(end) }

  /// The same text in a pool that has `distance` more bytes before it.
  func moved(by distance: Int32) -> PooledText { PooledText(start: start &+ distance, end: end &+ distance) }
}

/// One role of the vocabulary.
struct RoleEntry: Sendable {
  /// The canonical name.
  var name: PooledText
  /// The domains that the role implies; empty for a known title that cannot tell.
  var domains: [PooledText] = []
  /// Phrases that name the role by themselves.
  var titles: [PooledText] = []
  /// Phrases that name the role only where nothing stronger does (`full-stack`).
  var weakTitles: [PooledText] = []
  /// What a head is in charge of (`déploiement` in `chargé de déploiement`).
  var topics: [PooledText] = []
  /// The heads that prefer this role among those that share a topic.
  var heads: [PooledText] = []
  /// Whether the topics count only after one of `heads`.
  var strict = false
  /// Whether a topic may stand beside another topic without a word between.
  var adjacent = true
}

/// A noun that takes topics: `chargé`, `responsable`, `coach`.
struct HeadEntry: Sendable {
  /// How roles name it.
  var name: PooledText
  /// The words that it is written with.
  var titles: [PooledText] = []
  /// The role that it names whatever its topic, or empty.
  var role: PooledText = .empty
  /// The role that it names where no topic is known, or empty.
  var otherwise: PooledText = .empty
}

/// A remark beside the role: seniority, contract, working time.
struct ModifierEntry: Sendable {
  /// How the modifier is called.
  var name: PooledText
  /// The phrases that express it.
  var titles: [PooledText] = []
  /// The role that it is as well (`stage`), or empty.
  var role: PooledText = .empty
}

/// A word that adds a domain to a role of certain domains: `data` beside a developer.
struct QualifierEntry: Sendable {
  /// The words.
  var titles: [PooledText] = []
  /// The domains that a role must have one of.
  var with: [PooledText] = []
  /// The domain that is added.
  var domain: PooledText = .empty
}

/// A known mistake that only the word before it tells from another word.
struct SlipEntry: Sendable {
  /// The wrong word.
  var word: PooledText = .empty
  /// The words that it is wrong after.
  var after: [PooledText] = []
  /// The right word.
  var correction: PooledText = .empty
}

/// The vocabulary as it is written, before it is made fast.
struct RoleEntries: Sendable {
  /// The bytes of all texts.
  private(set) var pool: [UInt8] = []
  var gendered: [[PooledText]] = []
  var adjectives: [[PooledText]] = []
  var nonStandardFeminines: [PooledText] = []
  var synonyms: [(word: PooledText, meaning: PooledText)] = []
  var slips: [SlipEntry] = []
  var heads: [HeadEntry] = []
  var roles: [RoleEntry] = []
  var modifiers: [ModifierEntry] = []
  var qualifiers: [QualifierEntry] = []
  var recruiting: [PooledText] = []
  var seeking: [PooledText] = []
  var tails: [PooledText] = []
  var fillers: [PooledText] = []
  var things: [PooledText] = []
  var ordinary: [PooledText] = []
  var opsPrefixes: [PooledText] = []
  var tolerated: [(implied: PooledText, declared: [PooledText])] = []

  init(tree: DataTree, node: NodeID) throws(RoleVocabularyError) {
    var reader = EntryReader(tree: tree)
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
          tolerated.append((reader.text(of: pair.key), try reader.words(pair.value)))
        }
      // Another key may be meant for another reader (`$schema`, `$comment`).
      default: break
      }
    }
    pool = reader.pool
  }

  /// The bytes of a text.
  func bytes(_ text: PooledText) -> ArraySlice<UInt8> { pool[text.range] }

  /// A text for people.
  func string(_ text: PooledText) -> String { String(decoding: bytes(text), as: UTF8.self) }

  /// Whether two texts are the same, byte for byte.
  func isSame(_ left: PooledText, _ right: PooledText) -> Bool { bytes(left).elementsEqual(bytes(right)) }

  func merging(_ other: RoleEntries) -> RoleEntries {
    var result = self
    let other = other.moved(by: Int32(truncatingIfNeeded: pool.count))
    result.pool += other.pool
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
      if let place = result.heads.firstIndex(where: { result.isSame($0.name, head.name) }) {
        result.heads[place].titles += head.titles
        if !head.role.isEmpty { result.heads[place].role = head.role }
      } else {
        result.heads.append(head)
      }
    }
    for modifier in other.modifiers {
      if let place = result.modifiers.firstIndex(where: { result.isSame($0.name, modifier.name) }) {
        result.modifiers[place].titles += modifier.titles
        if !modifier.role.isEmpty { result.modifiers[place].role = modifier.role }
      } else {
        result.modifiers.append(modifier)
      }
    }
    for role in other.roles {
      if let place = result.roles.firstIndex(where: { result.isSame($0.name, role.name) }) {
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

  /// The same entries for a pool that has `distance` more bytes before this one.
  private func moved(by distance: Int32) -> RoleEntries {
    var result = self
    func move(_ text: inout PooledText) { text = text.moved(by: distance) }
    func move(_ list: inout [PooledText]) { for index in list.indices { move(&list[index]) } }
    for index in result.gendered.indices { move(&result.gendered[index]) }
    for index in result.adjectives.indices { move(&result.adjectives[index]) }
    for index in result.synonyms.indices {
      move(&result.synonyms[index].word)
      move(&result.synonyms[index].meaning)
    }
    for index in result.slips.indices {
      move(&result.slips[index].word)
      move(&result.slips[index].after)
      move(&result.slips[index].correction)
    }
    for index in result.heads.indices {
      move(&result.heads[index].name)
      move(&result.heads[index].titles)
      move(&result.heads[index].role)
      move(&result.heads[index].otherwise)
    }
    for index in result.roles.indices {
      move(&result.roles[index].name)
      move(&result.roles[index].domains)
      move(&result.roles[index].titles)
      move(&result.roles[index].weakTitles)
      move(&result.roles[index].topics)
      move(&result.roles[index].heads)
    }
    for index in result.modifiers.indices {
      move(&result.modifiers[index].name)
      move(&result.modifiers[index].titles)
      move(&result.modifiers[index].role)
    }
    for index in result.qualifiers.indices {
      move(&result.qualifiers[index].titles)
      move(&result.qualifiers[index].with)
      move(&result.qualifiers[index].domain)
    }
    for index in result.tolerated.indices {
      move(&result.tolerated[index].implied)
      move(&result.tolerated[index].declared)
    }
    move(&result.nonStandardFeminines)
    move(&result.recruiting)
    move(&result.seeking)
    move(&result.tails)
    move(&result.fillers)
    move(&result.things)
    move(&result.ordinary)
    move(&result.opsPrefixes)
    return result
  }
}
