/// The content managers, which read an entry, show its keys in a form, and write the whole file again when it is saved.
/// What they refuse shows as an empty entry, or as none.
extension Profile {
  /// Decap CMS 3.16, which reads through gray-matter 4.0.3 with `yaml` 1.10.2 in place of js-yaml.
  static let decap = Profile(
    "Decap CMS", program: "Decap CMS 3.16, gray-matter 4.0.3, yaml 1.10.2",
    fences: grayMatterFences, syntax: .standard, construction: .eemeli, language: .javaScript,
    quirks: Quirks(whole: .emptyMeansMapping, replacesBadBytes: true, refusesLoneCR: true, cutsLastDashes: true))

  /// Sveltia CMS 0.196, which looks for the two lines by a pattern and reads with `yaml` 2.9.0.
  static let sveltia = Profile(
    "Sveltia CMS", program: "Sveltia CMS 0.196, yaml 2.9.0",
    fences: FenceRules(opening: .exactDashes, closing: .exactDashes, takesBlankLinesBefore: true, takesBOM: true),
    syntax: .standard, construction: .eemeli, language: .javaScript,
    quirks: Quirks(whole: .emptyMeansMapping, replacesBadBytes: true, refusesLoneCR: true))

  /// Pages CMS 2.1.4, which reads with `yaml` 2.4.2 and stumbles over front matter with nothing in it.
  static let pagesCMS = Profile(
    "Pages CMS", program: "Pages CMS 2.1.4, yaml 2.4.2",
    fences: FenceRules(opening: .exactDashes, closing: .exactDashes),
    syntax: .standard, construction: .eemeli, language: .javaScript,
    quirks: Quirks(whole: .something, replacesBadBytes: true, refusesLoneCR: true))

  /// Front Matter CMS 10.10, which reads through gray-matter 4.0.3 with `yaml` 2.8.3 in place of js-yaml.
  static let frontMatterCMS = Profile(
    "Front Matter CMS", program: "Front Matter CMS 10.10, gray-matter 4.0.3, yaml 2.8.3",
    fences: grayMatterFences, syntax: .standard, construction: .eemeli, language: .javaScript,
    quirks: Quirks(whole: .emptyMeansMapping, replacesBadBytes: true, refusesLoneCR: true))

  /// TinaCMS, which reads through gray-matter 4.0.3 and js-yaml 3.14.2.
  static let tina = Profile(
    "TinaCMS", program: "TinaCMS, gray-matter 4.0.3, js-yaml 3.14.2",
    fences: grayMatterFences, syntax: .jsYAML(isVersion3: true), construction: .jsYAML3, language: .javaScript,
    quirks: Quirks(whole: .emptyMeansMapping, replacesBadBytes: true))
}
