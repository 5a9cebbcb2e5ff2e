import SourceText

/// How a title writes both genders: which devices, and whether article and noun agree.
struct InclusiveForm {
  /// One label for each device, or `masculine only`, `feminine noun only`, `none`.
  private(set) var labels: [String] = []
  /// What the form is, in one text.
  var label: String {
    labels.dropFirst().reduce(into: labels.first ?? "") { $0 += "; " + $1 }
  }
  /// Whether any device addresses both genders.
  private(set) var isInclusive = false
  /// Whether the title has masculine words and no device at all.
  private(set) var isMasculineOnly = false

  init(_ title: ParsedTitle, _ tables: RoleTables) {
    let evidence = GenderEvidence(title, tables)
    describe(evidence, hasMarker: title.words.marker.map { $0 >= title.part.start } ?? false)
  }

  private mutating func describe(_ evidence: GenderEvidence, hasMarker: Bool) {
    let suffixes = evidence.allDevices.subtracting(.pluralParentheses)
    let hasNounDevice = !evidence.nounDevices.isEmpty
    let isDoubled = evidence.hasDoublet || evidence.hasDoubletArticle
    let isArticleMasculine =
      evidence.hasMasculineArticle && hasNounDevice && evidence.articleDevices.isEmpty && !isDoubled
    let isArticleAlone =
      !evidence.articleDevices.isEmpty && !hasNounDevice && !evidence.hasDoublet
      && (evidence.hasMasculineNoun || evidence.hasFeminineNoun)
    if isArticleMasculine { labels.append("masculine article") }
    let (nounDevices, articleDevices) = (evidence.nounDevices, evidence.articleDevices)
    labels += Self.names(of: evidence.allDevices) { device in
      if isArticleMasculine, nounDevices.contains(device) { return " (noun)" }
      if isArticleAlone, articleDevices.contains(device) { return " (article)" }
      return ""
    }
    if let word = evidence.nonStandard { labels.append("non-standard feminine \(word)") }
    if evidence.hasDoubletArticle { labels.append("doublet article") }
    if evidence.hasDoublet { labels.append(evidence.hasOneArticle ? "doublet (one article)" : "doublet") }
    if isArticleAlone || (evidence.hasDoubletArticle && !hasNounDevice && !evidence.hasDoublet) {
      if evidence.hasMasculineNoun {
        labels.append("masculine noun only")
      } else if evidence.hasFeminineNoun {
        labels.append("feminine noun only")
      }
    }
    if evidence.hasDoublet, evidence.hasFeminineAdjective, !evidence.hasMasculineAdjective {
      labels.append("feminine adjective only")
    }
    let isBare = suffixes.isEmpty && !isDoubled && !evidence.hasPerson
    isInclusive = !isBare || hasMarker
    if isBare, evidence.hasFeminineNoun {
      labels.append("feminine noun only")
    } else if isBare, evidence.hasMasculineNoun || evidence.hasMasculineArticle {
      labels.append("masculine only")
      isMasculineOnly = !hasMarker
    }
    if hasMarker { labels.append("H/F marker") }
    if evidence.hasPerson { labels.append("epicene personne") }
    if labels.isEmpty { labels.append("none") }
  }

  private static func names(of devices: Devices, suffix: (Devices) -> String) -> [String] {
    if devices.isEmpty { return [] }
    let all: [(Devices, String)] = [
      (.midpoint, "point médian ·"), (.hyphenationPoint, "point médian ‧"), (.bullet, "point médian •"),
      (.dot, "dot ."),
      (.parentheses, "parentheses"), (.pluralParentheses, "parentheses (plural)"), (.hyphen, "hyphen suffix"),
      (.slash, "slash suffix"),
    ]
    return all.filter { devices.contains($0.0) }.map { $0.1 + suffix($0.0) }
  }
}

/// What the words of a title show of gender.
struct GenderEvidence {
  private(set) var allDevices: Devices = []
  private(set) var articleDevices: Devices = []
  private(set) var nounDevices: Devices = []
  private(set) var hasDoubletArticle = false
  private(set) var hasDoublet = false
  private(set) var hasOneArticle = false
  private(set) var hasMasculineArticle = false
  private(set) var hasMasculineNoun = false
  private(set) var hasFeminineNoun = false
  private(set) var hasMasculineAdjective = false
  private(set) var hasFeminineAdjective = false
  private(set) var hasPerson = false
  /// A feminine that readers frown upon, as the vocabulary writes it.
  private(set) var nonStandard: String?

  private let title: ParsedTitle
  private let tables: RoleTables
  private let words: [TitleWord]
  private var part: TitlePart { title.part }
  /// The masculine and the feminine nouns, in the order of the title.
  private var masculines: [Int] = []
  private var feminines: [Int] = []

  init(_ title: ParsedTitle, _ tables: RoleTables) {
    self.title = title
    self.tables = tables
    words = title.words.words
    collect()
  }

  private mutating func collect() {
    for index in part.start..<max(part.start, words.count) {
      let word = words[index]
      allDevices.formUnion(word.devices)
      let isArticle = !word.traits.isDisjoint(with: .article)
      if isArticle {
        articleDevices.formUnion(word.devices.subtracting(.pluralParentheses))
      } else if !word.traits.contains(.adjective) {
        nounDevices.formUnion(word.devices.subtracting(.pluralParentheses))
      }
      if word.isNonStandard { noteNonStandard(word) }
      guard part.allows(index, word) else { continue }
      if isArticle {
        readArticle(index)
      } else if !word.traits.isDisjoint(with: [.masculineDeterminer, .feminineDeterminer]) {
        readDeterminer(index)
      } else if word.traits.contains(.person), !title.search.isComplement(index) {
        hasPerson = true
      } else if word.traits.contains(.noun), word.gender != .none {
        readNoun(index)
      } else if word.traits.contains(.adjective), !word.isInclusive {
        if word.gender == .masculine { hasMasculineAdjective = true }
        if word.gender == .feminine { hasFeminineAdjective = true }
      }
    }
    findDoublet()
    if hasPerson {
      hasMasculineNoun = false
      hasFeminineNoun = false
    }
  }

  private mutating func noteNonStandard(_ word: TitleWord) {
    guard let pair = tables.genders(of: word.lemma) else { return }
    nonStandard = String(decoding: pair.masculine, as: UTF8.self) + "e"
  }

  private mutating func readArticle(_ index: Int) {
    let word = words[index]
    guard !word.isInclusive else { return }
    if let next = partner(of: index), !words[next].isInclusive,
      words[next].traits.intersection(.article) == Traits.article.subtracting(word.traits.intersection(.article))
    {
      hasDoubletArticle = true
      return
    }
    guard word.traits.contains(.masculineArticle), !isSecondOfPair(index), isSubject(index) else { return }
    hasMasculineArticle = true
  }

  /// `la ou le`, `son/sa` before a noun.
  private mutating func readDeterminer(_ index: Int) {
    guard let next = partner(of: index), !words[index].isInclusive else { return }
    let pair = words[index].traits.union(words[next].traits)
    let both: Traits = [.masculineDeterminer, .feminineDeterminer]
    if pair.isSuperset(of: both), !words[next].traits.isDisjoint(with: both) { hasDoubletArticle = true }
  }

  /// The next word but for one connector, where the two are joined by it or by a mark.
  private func partner(of index: Int) -> Int? {
    var next = index + 1
    guard next < words.count, part.allows(next, words[next]) else { return nil }
    if !words[next].traits.isDisjoint(with: .connector) {
      next += 1
      return next < words.count ? next : nil
    }
    return words[next].joints.isDisjoint(with: [.slash, .comma, .dash, .open, .hyphen]) ? nil : next
  }

  private func isSecondOfPair(_ index: Int) -> Bool {
    for before in [index - 1, index - 2] where before >= part.start {
      if !words[before].traits.isDisjoint(with: .article), partner(of: before) == index { return true }
    }
    return false
  }

  /// Whether an article stands before a role: at the start, after a connector, or before a noun of the vocabulary.
  private func isSubject(_ index: Int) -> Bool {
    guard index + 1 < words.count, part.allows(index + 1, words[index + 1]) else { return false }
    let next = words[index + 1]
    if next.traits.contains(.thing) { return false }
    if index == part.start { return true }
    let before = words[index - 1]
    if before.traits.contains(.link) { return false }
    let isJoined =
      !before.traits.isDisjoint(with: .connector)
      || !words[index].joints.isDisjoint(with: [.comma, .slash, .dash, .ampersand, .colon])
    return isJoined || !next.traits.isDisjoint(with: [.noun, .roleWord])
  }

  private mutating func readNoun(_ index: Int) {
    let word = words[index]
    if word.isDoublet { hasDoublet = true }
    guard !word.isInclusive, !title.search.isComplement(index) else { return }
    if word.gender == .masculine {
      hasMasculineNoun = true
      masculines.append(index)
    } else {
      hasFeminineNoun = true
      feminines.append(index)
    }
  }

  private mutating func findDoublet() {
    // A noun is told by the first of each gender.
    let all = firstOfEachNoun(feminines)
    var next = 0
    for masculine in firstOfEachNoun(masculines) {
      while next < all.count, words[all[next]].lemma < words[masculine].lemma { next += 1 }
      guard next < all.count, words[all[next]].lemma == words[masculine].lemma else { continue }
      let feminine = all[next]
      hasDoublet = true
      if hasArticle(masculine) != hasArticle(feminine), !hasDoubletArticle { hasOneArticle = true }
    }
    if hasDoublet {
      hasMasculineNoun = false
      hasFeminineNoun = false
    }
  }

  /// The first word of each noun, by noun.
  private func firstOfEachNoun(_ indices: [Int]) -> [Int] {
    if indices.count < 2 { return indices }
    let sorted = indices.sorted { (words[$0].lemma, $0) < (words[$1].lemma, $1) }
    return sorted.indices.filter { place in
      place == 0 || words[sorted[place]].lemma != words[sorted[place - 1]].lemma
    }.map { sorted[$0] }
  }

  /// Whether an article leads to the noun, with at most two words such as `lead` between.
  private func hasArticle(_ index: Int) -> Bool {
    var position = index
    while position > part.start, index - position < 3 {
      guard position == index || words[position].joints == .space || words[position].joints == [.space, .open] else {
        return false
      }
      position -= 1
      let word = words[position]
      if !word.traits.isDisjoint(with: .article) { return true }
      if !word.traits.isDisjoint(with: [.connector, .noun, .link]) { return false }
    }
    return false
  }
}
