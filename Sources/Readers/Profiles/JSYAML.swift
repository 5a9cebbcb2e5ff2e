extension Profile {
  /// js-yaml 4.1.1.
  static let jsYAML = Profile(
    "js-yaml 4", program: "js-yaml 4.1.1", aliases: ["astro", "hexo"],
    fences: .library, syntax: .jsYAML(isVersion3: false), construction: .jsYAML4, language: .javaScript,
    quirks: Quirks(replacesBadBytes: true))
}
