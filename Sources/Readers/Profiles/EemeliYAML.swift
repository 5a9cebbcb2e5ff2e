extension Profile {
  /// `yaml` 2.9.0 of eemeli.
  static let yaml = Profile(
    "yaml 2", program: "yaml 2.9.0",
    fences: .library, syntax: .standard, construction: .eemeli, language: .javaScript,
    quirks: Quirks(replacesBadBytes: true, refusesLoneCR: true))
}
