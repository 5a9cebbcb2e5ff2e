import SourceText

/// What the user sets in the editor for this server. `initializationOptions`, `workspace/configuration` (section
/// `posting-lint`) and `workspace/didChangeConfiguration` all bring this table; what one does not name keeps its value.
struct ClientSettings: Hashable {
  /// The section of a client's settings that is this server's.
  static let section = "posting-lint"

  /// The language of messages.
  var language: Language?
  /// The configuration for every file, from the folder; `nil` for the one that is found.
  var configuration: String?
  /// The file of accepted findings, from the folder.
  var baseline: String?
  /// Whether a save applies the safe fixes, where the client asks before it saves.
  var fixesOnSave = false
  /// Whether values that readers take differently show what each makes of them.
  var showsReadings = false
  /// The address that the pages of the rules have before the name of the rule.
  var rulePages: String?

  /// Nothing is set.
  init() {}

  /// Takes over what a value names; anything that is no such table changes nothing.
  mutating func take(_ value: JSONView?) {
    guard let value, value.isObject else { return }
    // A client that pushes its settings may send those of all servers.
    for name in [Self.section, "postingLint", "posting_lint"] { if let own = value[name] { return take(own) } }
    if value.has("language") || value.has("lang") {
      let name = value["language"]?.string ?? value["lang"]?.string ?? ""
      language = Language(locale: name)
    }
    if value.has("configuration") { configuration = Self.text(value["configuration"]) }
    if value.has("baseline") { baseline = Self.text(value["baseline"]) }
    if value.has("rulePages") { rulePages = Self.text(value["rulePages"]) }
    if let flag = value["fixOnSave"]?.boolean { fixesOnSave = flag }
    if let flag = value["inlayHints"]?.boolean { showsReadings = flag }
  }

  private static func text(_ value: JSONView?) -> String? {
    guard let text = value?.string, !text.utf8.isEmpty, !text.utf8.contains(0) else { return nil }
    return text
  }
}
