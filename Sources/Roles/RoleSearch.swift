import SourceText

/// Finds the phrases of the vocabulary in the words of a title.
struct RoleSearch {
  /// The roles found, by number, in the order of the title.
  private(set) var roles: [Int] = []
  /// Their domains, by number.
  private(set) var domains: [Int] = []
  /// For each word, whether it is part of a role.
  private(set) var isUsed: [Bool]
  /// The words of each finding, in the order of the title.
  private(set) var findings: [Finding] = []

  private let words: [TitleWord]
  private let part: TitlePart
  private let tables: RoleTables
  private var head: Int32 = -1
  /// The word after the last topic, which another topic may follow without a joint.
  private var topicEnd = -1
  private var weak: [(start: Int, end: Int, roles: [Int32])] = []

  /// Heads whose topic is not known.
  private var undecided: [(start: Int, end: Int, role: Int32)] = []

  /// How many words that change nothing may stand inside a phrase.
  private static let fillerLimit = 6

  init(_ words: [TitleWord], _ part: TitlePart, _ tables: RoleTables) {
    self.words = words
    self.part = part
    self.tables = tables
    isUsed = Array(repeatElement(false, count: words.count))
    run()
  }

  /// Words that name roles.
  struct Finding {
    var start: Int
    var end: Int
    var roles: [Int32]
  }

  /// The bytes of each finding; those that begin at one word count once.
  var ranges: [ByteRange] {
    var result: [ByteRange] = []
    for finding in findings {
      let range = ByteRange(words[finding.start].range.start, words[finding.end - 1].range.end)
      if let last = result.last, last.start == range.start {
        result[result.count - 1] = last.union(range)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// Looks through the whole title.
  private mutating func run() {
    var index = part.start
    while index < words.count {
      guard part.allows(index, words[index]), words[index].lemma >= 0 else {
        index += 1
        continue
      }
      index = readRole(at: index) ?? readTopic(at: index) ?? index + 1
    }
    collect()
    addWeakRoles()
    addUndecided()
    if findings.count > 1 { findings.sort { ($0.start, $0.end) < ($1.start, $1.end) } }
  }

  /// A phrase found: the word after it, and what it stands for.
  struct Match {
    var end: Int
    var values: [Int32]
  }

  /// The longest phrase of `table` that begins at `index`.
  func longest(_ table: PhraseTable, at index: Int) -> Match? {
    guard let first = table.step(0, words[index].lemma) else { return nil }
    var node = first
    var best = table.ends(at: node) ? (end: index + 1, node: node) : nil
    var position = index + 1
    var fillers = 0
    while position < words.count {
      let word = words[position]
      guard part.allows(position, word), word.joints.isSubset(of: .insidePhrase) else { break }
      if word.lemma >= 0, let next = table.step(node, word.lemma) {
        node = next
        position += 1
        if table.ends(at: node) { best = (position, node) }
      } else if isFiller(word), fillers < Self.fillerLimit {
        fillers += 1
        position += 1
      } else {
        break
      }
    }
    return best.map { Match(end: $0.end, values: table.values(at: $0.node)) }
  }

  private func isFiller(_ word: TitleWord) -> Bool {
    !word.traits.isDisjoint(with: [.link, .inside, .filler]) || (word.lemma < 0 && word.isInclusive)
  }

  // MARK: Roles by themselves

  private mutating func readRole(at index: Int) -> Int? {
    let title = longest(tables.titles, at: index)
    let lead = longest(tables.heads, at: index)
    if let lead, let topic = topic(after: lead) {
      if (title?.end ?? 0) < topic.end || title?.end == lead.end {
        guard !isComplement(index) else { return nil }
        head = lead.values[0]
        addHeadRole(index, lead.end)
        add(choose(topic.values), index, topic.end)
        topicEnd = topic.end
        return topic.end
      }
    }
    if let title, !isComplement(index) {
      add(title.values, index, title.end)
      shareLastWord(at: index, title)
      head = lead.map { $0.values[0] } ?? head
      if let lead { addHeadRole(index, lead.end) }
      topicEnd = title.end
      return title.end
    }
    if let lead, !isComplement(index) {
      head = lead.values[0]
      addHeadRole(index, lead.end, isAlone: true)
      topicEnd = -1
      return lead.end
    }
    if let shared = sharedFirstWord(at: index) { return shared }
    if let weak = longest(tables.weakTitles, at: index), !isComplement(index) {
      self.weak.append((index, weak.end, weak.values))
      return weak.end
    }
    return nil
  }

  private mutating func addHeadRole(_ start: Int, _ end: Int, isAlone: Bool = false) {
    let roles = tables.headRoles[Int(head)]
    if roles.always >= 0 {
      add([roles.always], start, end)
    } else if isAlone, roles.otherwise >= 0 {
      undecided.append((start, end, roles.otherwise))
    }
  }

  /// `data / search engineer`: the first word shares the last one of the phrase that follows.
  private mutating func sharedFirstWord(at index: Int) -> Int? {
    var next = index + 1
    if next < words.count, !words[next].traits.isDisjoint(with: .connector) { next += 1 }
    guard next < words.count, part.allows(next, words[next]), next > index + 1 || isConnected(next),
      let title = longest(tables.titles, at: next), title.end > next + 1,
      let node = tables.titles.step(0, words[index].lemma),
      let end = tables.titles.step(node, words[title.end - 1].lemma), tables.titles.ends(at: end)
    else { return nil }
    add(tables.titles.values(at: end), index, index + 1)
    return next
  }

  /// `data analyst / scientist`: what follows shares the first word.
  private mutating func shareLastWord(at index: Int, _ title: Match) {
    var next = title.end
    guard title.end == index + 2, next < words.count else { return }
    if !words[next].traits.isDisjoint(with: .connector) { next += 1 } else if !isConnected(next) { return }
    guard next < words.count, part.allows(next, words[next]), words[next].lemma >= 0,
      tables.titles.step(0, words[next].lemma) == nil,
      let node = tables.titles.step(0, words[index].lemma),
      let end = tables.titles.step(node, words[next].lemma), tables.titles.ends(at: end)
    else { return }
    add(tables.titles.values(at: end), next, next + 1)
  }

  // MARK: Topics

  /// The topic that a head is in charge of, with only links and fillers between.
  private func topic(after lead: Match) -> Match? {
    var position = lead.end
    var fillers = 0
    while position < words.count, fillers <= Self.fillerLimit {
      let word = words[position]
      guard part.allows(position, word) else { return nil }
      guard word.joints.isSubset(of: .insidePhrase) || (word.joints.isSubset(of: [.dash, .space])) else { return nil }
      if word.lemma >= 0, let topic = longest(tables.topics, at: position) {
        let suited = topic.values.filter { !isStrict($0, lead.values[0]) }
        if !suited.isEmpty { return Match(end: topic.end, values: suited) }
      }
      // `chargée ou chargé de …`: the second one has the topic.
      guard isFiller(word) || word.traits.contains(.masculineArticle) else { return nil }
      fillers += 1
      position += 1
    }
    return nil
  }

  private func isStrict(_ role: Int32, _ head: Int32) -> Bool {
    tables.roles[Int(role)].isStrict && !tables.roleHeads[role].contains(head)
  }

  /// The roles of a topic that prefer the head, else the first.
  private func choose(_ roles: [Int32]) -> [Int32] {
    let preferred = roles.filter { tables.roleHeads[$0].contains(head) }
    return preferred.isEmpty ? Array(roles.prefix(1)) : preferred
  }

  /// A topic that is joined to what stands before it: `et de communication`, `/support`.
  private mutating func readTopic(at index: Int) -> Int? {
    guard head >= 0 || !findings.isEmpty, let topic = longest(tables.topics, at: index) else { return nil }
    let suited = topic.values.filter { !isStrict($0, head) }
    guard !suited.isEmpty else { return nil }
    let isBeside = index == topicEnd && words[index].joints == .space
    guard isBeside ? suited.contains(where: { tables.roles[Int($0)].isAdjacent }) : isJoined(index) else { return nil }
    add(choose(suited), index, topic.end)
    topicEnd = topic.end
    return topic.end
  }

  /// Whether a connector stands before the word, or before the links before it.
  private func isJoined(_ index: Int) -> Bool {
    var position = index
    while position > part.start, index - position <= Self.fillerLimit {
      if isConnected(position) { return true }
      let before = words[position - 1]
      if !before.traits.isDisjoint(with: .connector) { return true }
      guard before.traits.contains(.link) || before.traits.contains(.filler) else { return false }
      position -= 1
    }
    return false
  }

  private func isConnected(_ index: Int) -> Bool { !words[index].joints.isDisjoint(with: .connectors) }

  /// Whether the word is what another noun is about (`accompagnement des développeurs`): a link stands before it, and
  /// neither a connector nor a head before the link.
  func isComplement(_ index: Int) -> Bool {
    var position = index
    var isLinked = false
    while position > part.start, index - position <= Self.fillerLimit {
      if isConnected(position) { return false }
      let before = words[position - 1]
      if before.traits.contains(.link) { isLinked = true }
      // A head, or a noun such as `stage`, takes a role as its complement.
      if isLinked, before.traits.contains(.thing) || longest(tables.heads, at: position - 1) != nil {
        return words[position].joints.contains(.colon)
      }
      guard before.traits.contains(.link) || before.traits.contains(.filler) else {
        if !isLinked { return false }
        return before.traits.isDisjoint(with: .connector)
      }
      position -= 1
    }
    return false
  }

  // MARK: Results

  private mutating func add(_ found: [Int32], _ start: Int, _ end: Int) {
    findings.append(Finding(start: start, end: end, roles: found))
    for index in start..<end { isUsed[index] = true }
  }

  /// Makes the lists of roles and domains from what was found.
  private mutating func collect() {
    for index in findings.indices where !isHalf(index) { take(findings[index].roles) }
  }

  private mutating func take(_ found: [Int32]) {
    for role in found {
      if !roles.contains(Int(role)) { roles.append(Int(role)) }
      for domain in tables.roleDomains[role] where !domains.contains(Int(domain)) { domains.append(Int(domain)) }
    }
  }

  /// Whether a finding is the bare half of a doublet whose other half says more: `développeuse ou lead développeur`.
  private func isHalf(_ index: Int) -> Bool {
    let own = findings[index]
    guard own.end == own.start + 1, words[own.start].gender != .none else { return false }
    for other in [index - 1, index + 1] where findings.indices.contains(other) {
      let (first, second) = other < index ? (findings[other], own) : (own, findings[other])
      guard findings[other].end > findings[other].start + 1, second.start <= first.end + 2 else { continue }
      let isJoined =
        isConnected(second.start)
        || (first.end..<second.start).contains { !words[$0].traits.isDisjoint(with: .connector) }
      let hasOtherHalf = (findings[other].start..<findings[other].end).contains { place in
        words[place].lemma == words[own.start].lemma && words[place].gender != .none
          && words[place].gender != words[own.start].gender
      }
      if isJoined, hasOtherHalf { return true }
    }
    return false
  }

  /// « spécialiste de l’UX » is what follows, « experte en certification » is a role of its own.
  private mutating func addUndecided() {
    if undecided.isEmpty { return }
    let starts = Set(findings.map(\.start))
    for found in undecided {
      var next = found.end
      while next < words.count, next - found.end < Self.fillerLimit, isFiller(words[next]) { next += 1 }
      guard !starts.contains(next) else { continue }
      add([found.role], found.start, found.end)
      take([found.role])
    }
  }

  /// `full-stack` names a developer where no role is named, or beside a role that it is joined to.
  private mutating func addWeakRoles() {
    for found in weak {
      let implied = found.roles.flatMap { tables.roleDomains[$0] }
      let isKnown = implied.contains { domains.contains(Int($0)) }
      guard roles.isEmpty || (!isKnown && isJoined(found.start)) else { continue }
      add(found.roles, found.start, found.end)
      take(found.roles)
    }
  }
}

/// Finds the words that add a domain to a role: `data`.
struct QualifierSearch {
  private let words: [TitleWord]
  private let part: TitlePart
  private let tables: RoleTables

  init(_ words: [TitleWord], _ part: TitlePart, _ tables: RoleTables) {
    self.words = words
    self.part = part
    self.tables = tables
  }

  /// The domains that qualifiers add to the roles found.
  func domains(beside search: RoleSearch) -> [Int] {
    var result: [Int] = []
    for index in words.indices where words[index].lemma >= 0 && !search.isUsed[index] {
      guard part.allows(index, words[index]), let node = tables.qualifiers.step(0, words[index].lemma)
      else { continue }
      if index > 0, words[index - 1].traits.contains(.link) { continue }
      // `data-inclusion` is a name.
      if index + 1 < words.count, words[index + 1].joints.contains(.hyphen) { continue }
      for value in tables.qualifiers.values(at: node) {
        let added = Int(tables.qualifierAdds[Int(value)])
        let isFitting = tables.qualifierNeeds[value].contains { search.domains.contains(Int($0)) }
        if isFitting, !result.contains(added) { result.append(added) }
      }
    }
    return result
  }
}

/// Finds seniority, contract and working time, after the tail has begun as well.
struct ModifierSearch {
  /// The modifiers found, by number.
  private(set) var found: [Int] = []
  private let words: [TitleWord]
  private let part: TitlePart
  private let lexed: LexedTitle
  private let tables: RoleTables

  init(_ words: [TitleWord], _ part: TitlePart, _ lexed: LexedTitle, _ tables: RoleTables) {
    self.words = words
    self.part = part
    self.lexed = lexed
    self.tables = tables
  }

  /// Looks through the whole title; a `#` in a phrase of the vocabulary stands for a number.
  mutating func run() {
    for index in part.start..<max(part.start, words.count) {
      var node: Int32 = 0
      var position = index
      var best: Int32?
      var fillers = 0
      while position < words.count, !words[position].isExcluded {
        let lemma = words[position].isNumber ? tables.numberLemma : words[position].lemma
        if lemma >= 0, let next = tables.modifiers.step(node, lemma) {
          node = next
          if tables.modifiers.ends(at: node) { best = node }
        } else if position > index, words[position].traits.contains(.link), fillers < 2 {
          fillers += 1
        } else {
          break
        }
        position += 1
      }
      if let best {
        for value in tables.modifiers.values(at: best) where !found.contains(Int(value)) { found.append(Int(value)) }
      }
    }
  }
}
