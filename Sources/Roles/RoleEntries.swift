import DataTree
import SourceText

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

  init(tree: DataTree, node: NodeID) throws(RoleVocabularyError) {
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
          tolerated.append((reader.text(of: pair.key), try reader.words(pair.value)))
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
