import SourceText

/// Reads French titles of posts: which roles they name, which domains these imply, and how both genders are written.
///
/// A title is cut into words, whose case, accents, plural and inclusive suffixes fall away; what stands before
/// « recrute » and after « pour » is left out; then phrases of the vocabulary are looked for, the longest first. A
/// title that names no known role has no roles and no domains: nothing is guessed from what is left.
public struct RoleReader: Sendable {
  let tables: RoleTables

  /// Makes a reader; it may be shared by any number of threads.
  public init(vocabulary: RoleVocabulary) {
    self.init(image: vocabulary.image)
  }

  /// Makes a reader from a vocabulary that was made ready before.
  package init(image: RoleImage) {
    tables = RoleTables(image)
  }

  /// Reads one title, any bytes.
  public func read(_ title: [UInt8]) -> RoleReading { read(parse(title)) }

  /// Takes a title apart, for both ``read(_:)-(ParsedTitle)`` and ``misspellings(in:)-(ParsedTitle)``.
  package func parse(_ title: [UInt8]) -> ParsedTitle {
    let lexed = LexedTitle(title)
    let words = TitleWords(lexed, tables)
    let (part, search) = search(words.words)
    return ParsedTitle(bytes: title, lexed: lexed, words: words, part: part, search: search)
  }

  /// Reads a title that is taken apart.
  package func read(_ title: ParsedTitle) -> RoleReading {
    let (words, part) = (title.words, title.part)
    var modifiers = ModifierSearch(words.words, part, title.lexed, tables)
    modifiers.run()
    let qualifiers = QualifierSearch(words.words, part, tables).domains(beside: title.search)
    var domains = title.search.domains
    for domain in qualifiers where !domains.contains(domain) { domains.append(domain) }
    var roles = title.search.roles
    for modifier in modifiers.found {
      let role = tables.modifierNames[modifier].role
      if role >= 0, !roles.contains(Int(role)) { roles.append(Int(role)) }
    }
    let form = InclusiveForm(title, tables)
    return RoleReading(
      roles: roles.map { tables.texts.string(tables.roles[$0].name) },
      domains: domains.map { tables.domainName($0) },
      isInclusive: form.isInclusive, form: form.label,
      modifiers: modifiers.found.sorted().map { tables.texts.string(tables.modifierNames[$0].name) },
      ranges: title.search.ranges,
      masculines: form.isMasculineOnly
        ? MasculineNouns(words.words, part, title.search, tables, title.bytes).wordings : [])
  }

  /// Looks for roles after the recruiting verb, and before it where none stands after (« Développeuse : Pix recrute »).
  func search(_ words: [TitleWord]) -> (TitlePart, RoleSearch) {
    let part = TitlePart(words, tables)
    let search = RoleSearch(words, part, tables)
    if part.start > 0, let earlier = TitlePart.fromFirstVerb(words, tables), earlier.start < part.start {
      // « Pix recrute un développeur. Elle cherche aussi une designer » seeks two people.
      let both = RoleSearch(words, earlier, tables)
      if both.roles.count > search.roles.count { return (earlier, both) }
    }
    guard part.start > 0, search.roles.isEmpty else { return (part, search) }
    let whole = TitlePart(words, tables, isWhole: true)
    let second = RoleSearch(words, whole, tables)
    return second.roles.isEmpty ? (part, search) : (whole, second)
  }
}

/// A title taken apart: its words, and the roles found among them.
///
/// A class, because it is handed round: a copy would retain each of its parts.
package final class ParsedTitle: Sendable {
  let bytes: [UInt8]
  let lexed: LexedTitle
  let words: TitleWords
  let part: TitlePart
  let search: RoleSearch

  init(bytes: [UInt8], lexed: LexedTitle, words: TitleWords, part: TitlePart, search: RoleSearch) {
    self.bytes = bytes
    self.lexed = lexed
    self.words = words
    self.part = part
    self.search = search
  }
}

/// The words of a title that may name a role: from the recruiting verb to the tail.
struct TitlePart {
  /// The first word after the sentence that leads to the role.
  private(set) var start = 0
  /// For each word, whether it speaks of something else than the role.
  private(set) var isTail: [Bool]
  /// The number of words.
  let end: Int

  /// Finds the part; `isWhole` keeps what stands before a recruiting verb.
  init(_ words: [TitleWord], _ tables: RoleTables, isWhole: Bool = false) {
    end = words.count
    isTail = Array(repeatElement(false, count: words.count))
    start = isWhole ? 0 : Self.afterVerb(words)
    cutTails(words, tables)
  }

  /// The part behind the first verb where that announces a role by its article; `nil` where there is none.
  static func fromFirstVerb(_ words: [TitleWord], _ tables: RoleTables) -> TitlePart? {
    for index in words.indices.dropLast()
    where words[index].traits.contains(.recruiting) && !words[index].isExcluded {
      guard !words[index + 1].traits.isDisjoint(with: .article) else { return nil }
      return TitlePart(words, tables, start: index + 1)
    }
    return nil
  }

  private init(_ words: [TitleWord], _ tables: RoleTables, start: Int) {
    end = words.count
    isTail = Array(repeatElement(false, count: words.count))
    self.start = start
    cutTails(words, tables)
  }

  private static func afterVerb(_ words: [TitleWord]) -> Int {
    var start = 0
    for index in words.indices where !words[index].isExcluded {
      let traits = words[index].traits
      guard traits.contains(.recruiting) || traits.contains(.seeking), index + 1 < words.count else { continue }
      if traits.contains(.recruiting) {
        start = index + 1
      } else {
        let next = words[index + 1]
        let isLed = !next.traits.intersection([.masculineArticle, .feminineArticle, .plural]).isEmpty || next.isNumber
        // « la recherche » and « en recherche » are nouns.
        let isNoun = index > 0 && !words[index - 1].traits.isDisjoint(with: [.link, .inside])
        if index == 0 || (!isNoun && (isLed || next.joints.contains(.colon))) { start = index + 1 }
      }
    }
    return start
  }

  /// From « pour » on, until a parenthesis closes, or another role is announced: « et une designer ».
  private mutating func cutTails(_ words: [TitleWord], _ tables: RoleTables) {
    var isCut = false
    var isInside = false
    for index in start..<max(start, words.count) {
      let word = words[index]
      if isCut, isInside, word.joints.contains(.close), !word.isInside { isCut = false }
      if isCut, !word.traits.isDisjoint(with: .article), index + 1 < words.count {
        let isJoined =
          index > start && words[index - 1].traits.contains(.and) || !word.joints.isDisjoint(with: .connectors)
        let next = words[index + 1]
        let leads = next.traits.contains(.roleWord) || next.traits.contains(.noun)
        if isJoined || index == firstArticle(words), leads { isCut = false }
      }
      if !isCut, word.traits.contains(.tail), !word.isExcluded, !isInsideTopic(index, words, tables) {
        isCut = true
        isInside = word.isInside
      }
      isTail[index] = isCut
    }
  }

  /// Whether a topic of the vocabulary goes on with this word: « relation avec les usagers ».
  private func isInsideTopic(_ index: Int, _ words: [TitleWord], _ tables: RoleTables) -> Bool {
    guard index > start, words[index - 1].lemma >= 0, let node = tables.topics.step(0, words[index - 1].lemma) else {
      return false
    }
    return tables.topics.step(node, words[index].lemma) != nil
  }

  /// The first article of a title that opens with a tail (« Pour la Fabrique, un développeur »), or -1.
  private func firstArticle(_ words: [TitleWord]) -> Int {
    guard start < words.count, words[start].traits.contains(.tail) else { return -1 }
    var index = start
    while index < min(words.count, start + 16) {
      if !words[index].traits.isDisjoint(with: .article) { return index }
      index += 1
    }
    return -1
  }

  /// Whether the word at `index` may be part of a role.
  func allows(_ index: Int, _ word: TitleWord) -> Bool {
    index >= start && !isTail[index] && !word.isExcluded
  }
}
