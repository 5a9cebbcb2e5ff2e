/// Which rules are on for a file, and how much their findings matter.
public struct RuleSettings: Sendable {
  /// What holds for one rule.
  struct State {
    /// `nil` when the rule is off.
    var severity: Severity?
    /// Whether the user gave the rule its severity.
    var isExplicit = false
    /// Whether the rule would be on, had a configuration not switched it off.
    var isSilenced = false
    /// Whether the severity is that of a configuration, which may make findings less grave than they are.
    var isConfigured = false
  }

  /// The state of each rule, in the order of the registry.
  private(set) var states: [State]

  /// The rules that these settings speak of.
  package let rules: RuleList

  /// Every rule as it is by default; rules about postings are off where `isPosting` is false.
  public init(_ rules: RuleList, isPosting: Bool) {
    self.rules = rules
    states = rules.traits.map { rule in
      let isOn = rule.isOnByDefault && (isPosting || rule.scope == .everyFile)
      return State(severity: isOn ? rule.severity : nil)
    }
  }

  /// Exactly those of the rules, each with its own severity; unknown ids are passed over.
  public init(_ rules: RuleList, only ids: some Sequence<String>) {
    self.rules = rules
    states = [State](repeating: State(), count: rules.all.count)
    for id in ids { enable(id) }
  }

  /// The severity of a rule's findings, or `nil` when it is off.
  public func severity(of id: String) -> Severity? { rules.number(id).flatMap { states[$0].severity } }

  /// Whether the user gave the rule its severity.
  public func isExplicit(_ id: String) -> Bool { rules.number(id).map { states[$0].isExplicit } ?? false }

  /// Turns a rule on with its own severity.
  public mutating func enable(_ id: String) {
    guard let number = rules.number(id), states[number].severity == nil else { return }
    states[number].severity = rules.traits[number].severity
  }

  /// Turns a rule off.
  public mutating func disable(_ id: String) {
    if let number = rules.number(id) { states[number] = State() }
  }

  /// Turns a rule off as a configuration asks for: what it would find is counted.
  package mutating func silence(_ id: String) {
    guard let number = rules.number(id), states[number].severity != nil else { return }
    states[number] = State(isSilenced: true)
  }

  /// Turns a rule on with the severity that a configuration asks for: what that makes less grave is counted.
  package mutating func configure(_ id: String, to severity: Severity) {
    if let number = rules.number(id) {
      states[number] = State(severity: severity, isExplicit: true, isConfigured: true)
    }
  }

  /// Turns a rule on with a severity that goes before the rule's and the schema's.
  public mutating func set(_ id: String, to severity: Severity) {
    if let number = rules.number(id) { states[number] = State(severity: severity, isExplicit: true) }
  }

  /// The rules that are on, or whose findings are counted, and that `isWanted` holds for, in the order of the registry.
  func checked(where isWanted: (RuleList.Traits) -> Bool) -> [any Rule.Type] {
    rules.all.indices.filter { (states[$0].severity != nil || states[$0].isSilenced) && isWanted(rules.traits[$0]) }.map
    { rules.all[$0] }
  }
}
