package import SourceText

/// A comment that disables a rule for a line or a file, as people write it.
package enum DisableComment: CaseIterable, Sendable {
  /// Above a line of the front matter.
  case frontMatterLine
  /// Above a line of the text.
  case textLine
  /// Anywhere in the text, for the whole file.
  case file

  /// The comment itself.
  package func text(_ id: String) -> String {
    switch self {
    case .frontMatterLine: "# posting-lint-disable-next-line \(id)"
    case .textLine: "<!-- posting-lint-disable-next-line \(id) -->"
    case .file: "<!-- posting-lint-disable-file \(id) -->"
    }
  }

  /// Where it is to be written.
  package var place: Message {
    switch self {
    case .frontMatterLine:
      Message(
        fr: "sur une ligne de l’en-tête, écrivez au-dessus", en: "for one line of the front matter, write above it")
    case .textLine:
      Message(fr: "sur une ligne du texte, écrivez au-dessus", en: "for one line of the text, write above it")
    case .file: Message(fr: "dans tout le fichier, écrivez dans le texte", en: "for the whole file, write in the text")
    }
  }
}

extension RuleInfo {
  /// The comments that disable the rule where its findings stand; none for a rule that speaks of such comments.
  package var disableComments: [DisableComment] {
    if runsLast { return [] }
    let bad = examples.filter(\.isBad)
    let places = bad.isEmpty || isAboutWholeFile ? [] : bad.map(\.place)
    var result: [DisableComment] = []
    if places.contains(where: { $0 == .frontMatter || $0 == .toml }) { result.append(.frontMatterLine) }
    if places.contains(.body) { result.append(.textLine) }
    return result + [.file]
  }

  /// Whether its findings belong to no line that a comment may stand above.
  private var isAboutWholeFile: Bool { group == .file || findsNoLine }
}
