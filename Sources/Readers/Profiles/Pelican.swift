extension Profile {
  /// Pelican 4.12.0, which reads the metadata of Markdown 3.11: lines `key: value`, no YAML; every value is text.
  static let pelican = Profile(
    "Pelican", program: "Pelican 4.12.0, Markdown 3.11.3",
    fences: FenceRules(opening: .optional, closing: .dashesOrDots, takesBOM: true),
    syntax: .markdownMetadata, construction: .texts, language: .python,
    quirks: Quirks(whole: .mapping, refusesBadFiles: true))
}
