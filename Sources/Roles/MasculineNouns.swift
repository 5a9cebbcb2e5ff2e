import SourceText

/// Proposes wordings with both genders for the masculine words of a title.
struct MasculineNouns {
  /// One for each masculine noun, or for the article where the noun has but one form.
  private(set) var wordings: [MasculineWording] = []

  private let words: [TitleWord]
  private let part: TitlePart
  private let tables: RoleTables
  private let title: [UInt8]

  init(_ words: [TitleWord], _ part: TitlePart, _ search: RoleSearch, _ tables: RoleTables, _ title: [UInt8]) {
    self.words = words
    self.part = part
    self.tables = tables
    self.title = title
    for index in part.start..<max(part.start, words.count) where part.allows(index, words[index]) {
      let word = words[index]
      guard word.traits.contains(.noun), word.gender == .masculine, !word.isGuess, !search.isComplement(index) else {
        continue
      }
      if let wording = wording(of: index) { wordings.append(wording) }
    }
    if wordings.isEmpty, let wording = article() { wordings.append(wording) }
  }

  /// `un développeur principal` becomes `une développeuse principale ou un développeur principal`.
  private func wording(of index: Int) -> MasculineWording? {
    guard let pair = tables.genders(of: words[index].lemma) else { return nil }
    let model = title[words[index].base.indices]
    var feminine = Self.inflect(pair.feminine, like: model, isPlural: words[index].isPlural)
    var masculine = Self.inflect(pair.masculine, like: model, isPlural: words[index].isPlural)
    var end = index + 1
    while end < words.count, part.allows(end, words[end]), words[end].joints == .space,
      words[end].traits.contains(.adjective), words[end].gender == .masculine, !words[end].isInclusive,
      let adjective = tables.genders(of: words[end].lemma)
    {
      let model = title[words[end].base.indices]
      let isPlural = words[end].isPlural
      feminine += [UInt8(ascii: " ")] + Self.inflect(adjective.feminine, like: model, isPlural: isPlural)
      masculine += [UInt8(ascii: " ")] + Self.inflect(adjective.masculine, like: model, isPlural: isPlural)
      end += 1
    }
    let start = firstWord(of: index)
    guard start == index || words[start].traits.contains(.masculineArticle) else { return nil }
    let isUpper = Self.isUpper(model)
    func word(_ text: String) -> [UInt8] { isUpper ? Array(text.uppercased().utf8) : Array(text.utf8) }
    var result: [UInt8] = []
    if start < index {
      let between = title[words[start].range.end..<words[index].range.start]
      let article = title[words[start].range.indices]
      result += Self.inflect(Array("une".utf8), like: article, isPlural: false)
      result += between + feminine
      result += word(" ou un") + between + masculine
    } else {
      let joiner = words[index].isPlural ? " et " : " ou "
      // A capital at the start goes to the feminine.
      result += feminine + word(joiner) + (isUpper ? masculine : Self.lowered(masculine[...]))
    }
    return MasculineWording(
      range: ByteRange(words[start].range.start, words[end - 1].range.end),
      doublet: String(decoding: result, as: UTF8.self))
  }

  /// The word at which the wording begins: the article, or the noun; a link or another determiner before it means that
  /// there is none to propose, and its own index then names no article.
  private func firstWord(of index: Int) -> Int {
    var position = index
    while position > part.start, index - position < 3, words[position].joints == .space {
      let before = words[position - 1]
      if before.traits.contains(.masculineArticle) {
        let isPlain = title[before.range.indices].count == 2 && before.range == before.base
        return isPlain ? position - 1 : position
      }
      if !before.traits.isDisjoint(with: [.plural, .connector, .noun]) { return index }
      if before.traits.contains(.link) { return position - 1 }
      position -= 1
    }
    return index
  }

  /// `un responsable` becomes `une ou un responsable`.
  private func article() -> MasculineWording? {
    for index in part.start..<max(part.start, words.count) where part.allows(index, words[index]) {
      let word = words[index]
      guard word.traits.contains(.masculineArticle), word.base.count == 2, index + 1 < words.count else { continue }
      // A noun that is not known may have a feminine of its own.
      guard words[index + 1].traits.contains(.roleWord), words[index + 1].gender == .none else { return nil }
      let article = title[word.range.indices]
      let feminine = Self.inflect(Array("une".utf8), like: article, isPlural: false)
      let isUpper = Self.isUpper(article)
      let text = feminine + Array((isUpper ? " OU " : " ou ").utf8) + (isUpper ? Array(article) : Self.lowered(article))
      return MasculineWording(range: word.range, doublet: String(decoding: text, as: UTF8.self))
    }
    return nil
  }

  // MARK: Case

  private static func lowered(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let characters = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    guard let first = characters.first else { return [] }
    var result = first.properties.lowercaseMapping
    result.unicodeScalars.append(contentsOf: characters.dropFirst())
    return Array(result.utf8)
  }

  static func isUpper(_ text: ArraySlice<UInt8>) -> Bool {
    let lexed = LexedTitle(Array(text))
    return lexed.folded.count > 1 && lexed.lexemes.allSatisfy { $0.kind != .word || $0.isUpper }
  }

  /// `word` in the case of `model`, in the plural where that is one.
  static func inflect(_ word: [UInt8], like model: ArraySlice<UInt8>, isPlural: Bool) -> [UInt8] {
    var word = word
    if isPlural, let last = word.last, last != UInt8(ascii: "s"), last != UInt8(ascii: "x") {
      word.append(UInt8(ascii: "s"))
    }
    let text = String(decoding: word, as: UTF8.self)
    if isUpper(model) { return Array(text.uppercased().utf8) }
    let isCapital =
      String(decoding: model, as: UTF8.self).unicodeScalars.first.map { Folding.isCapital($0.value) } ?? false
    guard isCapital, let first = text.unicodeScalars.first else { return word }
    var result = first.properties.titlecaseMapping
    result.unicodeScalars.append(contentsOf: text.unicodeScalars.dropFirst())
    return Array(result.utf8)
  }
}
