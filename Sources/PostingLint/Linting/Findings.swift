public import SourceText

/// Collects the findings of the rules that are on for one file.
public struct Findings: Sendable {
  /// What was found, in the order in which it was added.
  public private(set) var diagnostics: [Diagnostic] = []
  private let settings: RuleSettings

  /// Collects the findings of the rules that are on in `settings`.
  package init(settings: RuleSettings) {
    self.settings = settings
  }

  /// Whether findings of a rule are wanted; a rule need not ask, it only saves work.
  public func wants(_ rule: any Rule.Type) -> Bool { settings.severity(of: rule.info.id) != nil }

  /// Adds a finding of `rule`, unless the rule is off.
  ///
  /// `severity` is what the rule or the schema says of this very case; what the user set for the rule goes first.
  public mutating func add(
    _ rule: any Rule.Type, at range: ByteRange, _ message: Message, notes: [Diagnostic.Note] = [],
    pointer: String? = nil, keywordLocation: String? = nil, severity: Severity? = nil, fix: Fix? = nil
  ) {
    let id = rule.info.id
    guard let own = settings.severity(of: id) else { return }
    diagnostics.append(
      Diagnostic(
        rule: id, severity: settings.isExplicit(id) ? own : severity ?? own, range: range, message: message,
        notes: notes, pointer: pointer, keywordLocation: keywordLocation, fix: fix))
  }
}

/// Which rules are on for a file, and how much their findings matter.
public struct RuleSettings: Sendable {
  /// What holds for one rule.
  private struct State {
    /// `nil` when the rule is off.
    var severity: Severity?
    /// Whether the user gave the rule its severity.
    var isExplicit = false
  }

  /// The state of each rule, in the order of the registry.
  private var states: [State]

  /// Every rule as it is by default; rules about postings are off where `isPosting` is false.
  public init(isPosting: Bool = true) {
    states = RuleRegistry.all.map { rule in
      let info = rule.info
      let isOn = info.isOnByDefault && (isPosting || info.scope == .everyFile)
      return State(severity: isOn ? info.severity : nil)
    }
  }

  /// Exactly these rules, each with its own severity; unknown ids are passed over.
  public init(only ids: some Sequence<String>) {
    states = [State](repeating: State(), count: RuleRegistry.all.count)
    for id in ids { enable(id) }
  }

  /// The severity of a rule's findings, or `nil` when it is off.
  public func severity(of id: String) -> Severity? { RuleRegistry.number(id).flatMap { states[$0].severity } }

  /// Whether the user gave the rule its severity.
  public func isExplicit(_ id: String) -> Bool { RuleRegistry.number(id).map { states[$0].isExplicit } ?? false }

  /// Turns a rule on with its own severity.
  public mutating func enable(_ id: String) {
    guard let number = RuleRegistry.number(id), states[number].severity == nil else { return }
    states[number].severity = RuleRegistry.all[number].info.severity
  }

  /// Turns a rule off.
  public mutating func disable(_ id: String) {
    if let number = RuleRegistry.number(id) { states[number].severity = nil }
  }

  /// Turns a rule on with a severity that goes before the rule's and the schema's.
  public mutating func set(_ id: String, to severity: Severity) {
    if let number = RuleRegistry.number(id) { states[number] = State(severity: severity, isExplicit: true) }
  }

  /// The rules that are on, in the order of the registry.
  var enabled: [any Rule.Type] {
    RuleRegistry.all.indices.filter { states[$0].severity != nil }.map { RuleRegistry.all[$0] }
  }
}
