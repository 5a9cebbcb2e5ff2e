extension Profile {
  /// gray-matter 4.0.3, which reads through js-yaml 3.14.2.
  static let grayMatter = Profile(
    "gray-matter", program: "gray-matter 4.0.3, js-yaml 3.14.2", aliases: ["docusaurus", "eleventy"],
    fences: grayMatterFences,
    syntax: .jsYAML(isVersion3: true), construction: .jsYAML3, language: .javaScript,
    quirks: Quirks(whole: .emptyMeansMapping, replacesBadBytes: true))

  /// The lines that gray-matter looks for, whoever reads what stands between them.
  static let grayMatterFences = FenceRules(
    opening: .dashesAndLanguage, closing: .beginsWithDashes, unclosed: .rest, takesBOM: true, cutsLastLineEnd: true)
}
