extension Profile {
  /// gopkg.in/yaml.v3 3.0.1.
  static let goYAML = Profile(
    "yaml.v3", program: "gopkg.in/yaml.v3 3.0.1",
    fences: .library, syntax: .tokens(.goYAML), construction: .go(isVersion3: true, keys: .typed), language: .go,
    quirks: Quirks(characters: .yaml11, readsUTF16: true))
}
