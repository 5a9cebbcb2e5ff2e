package import Files
package import SourceText

/// What the user asked for on the command line, which goes before every configuration.
package struct LintOverrides: Sendable {
  /// Exactly these rules; `nil` for those that are on anyway.
  package var select: [String]?
  /// Without these rules.
  package var ignore: [String] = []
  /// What rules are set to: a severity, or `nil` for off.
  package var severities: [(id: String, severity: Severity?)] = []
  /// How many findings of each rule and severity are kept of one file; 0 for all.
  package var findingLimit = 0
  /// Whether nobody will see more of advice than its number.
  package var hidesAdvice = false
  /// The day that counts as today; the system's day otherwise.
  package var today: CalendarDate?
  /// This configuration for every file.
  package var configuration: SourcePath?
  /// Where settings are read from.
  package var files = SettingsFiles()
  /// Nothing but what a schema says: this one for every file, or that of the configuration.
  package var validation: Validation?
  /// Whether the accepted findings that a configuration names do not count: others do, or none.
  package var ignoresBaseline = false
  /// Whether the file of accepted findings need not be there yet.
  package var baselineMayBeMissing = false
  /// Whether no configuration is read.
  package var ignoresConfiguration = false

  /// What files are validated against.
  package struct Validation: Sendable {
    /// The schema; that of the configuration where it is `nil`.
    package var schema: SourcePath?
    /// Where the documents are that it refers to.
    package var locations: SchemaLocations
    /// Whether `format` is checked.
    package var assertsFormat: Bool

    /// Validates files against the schema at a path, or against that of the configuration.
    package init(schema: SourcePath?, locations: SchemaLocations = SchemaLocations(), assertsFormat: Bool = false) {
      self.schema = schema
      self.locations = locations
      self.assertsFormat = assertsFormat
    }
  }

  /// Nothing beyond the configuration.
  package init() {}

  /// Whether a rule may be on at all.
  package func leavesOn(_ rule: String) -> Bool {
    func names(_ list: [String]) -> Bool { list.contains { $0 == "all" || (RuleRegistry.info($0)?.id ?? $0) == rule } }
    return select.map(names) ?? true && !names(ignore)
  }

  /// Which rules are on after the configuration's own `rules`, in their order, and this.
  func settings(_ rules: [(id: String, severity: Severity?)], isPosting: Bool) -> RuleSettings {
    if validation != nil { return .validation }
    var settings: RuleSettings
    if let select {
      settings = RuleSettings(only: select.contains("all") ? RuleRegistry.list.traits.map { $0.id } : select)
    } else {
      settings = RuleSettings(isPosting: isPosting)
    }
    for (number, rule) in (rules + severities).enumerated() {
      let isConfigured = number < rules.count
      guard let severity = rule.severity else {
        if isConfigured { settings.silence(rule.id) } else { settings.disable(rule.id) }
        continue
      }
      // A selection names the rules that are on; a configuration only says how much they matter.
      if select != nil, settings.severity(of: RuleRegistry.info(rule.id)?.id ?? "") == nil { continue }
      if isConfigured { settings.configure(rule.id, to: severity) } else { settings.set(rule.id, to: severity) }
    }
    for id in ignore { settings.disable(id) }
    return settings
  }
}
