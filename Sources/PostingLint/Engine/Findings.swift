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
  private var severities: [String: Severity]
  private var explicit: Set<String> = []

  /// Every rule as it is by default; rules about postings are off where `isPosting` is false.
  public init(isPosting: Bool = true) {
    severities = [:]
    severities.reserveCapacity(RuleRegistry.all.count)
    for rule in RuleRegistry.all where rule.info.isOnByDefault && (isPosting || rule.info.scope == .everyFile) {
      severities[rule.info.id] = rule.info.severity
    }
  }

  /// Exactly these rules, each with its own severity; unknown ids are passed over.
  public init(only ids: some Sequence<String>) {
    severities = [:]
    for id in ids {
      if let info = RuleRegistry.info(id) { severities[info.id] = info.severity }
    }
  }

  /// The severity of a rule's findings, or `nil` when it is off.
  public func severity(of id: String) -> Severity? { severities[id] }

  /// Whether the user gave the rule its severity.
  public func isExplicit(_ id: String) -> Bool { explicit.contains(id) }

  /// Turns a rule on with its own severity.
  public mutating func enable(_ id: String) {
    guard let info = RuleRegistry.info(id), severities[info.id] == nil else { return }
    severities[info.id] = info.severity
  }

  /// Turns a rule off.
  public mutating func disable(_ id: String) {
    guard let info = RuleRegistry.info(id) else { return }
    severities[info.id] = nil
  }

  /// Turns a rule on with a severity that goes before the rule's and the schema's.
  public mutating func set(_ id: String, to severity: Severity) {
    guard let info = RuleRegistry.info(id) else { return }
    severities[info.id] = severity
    explicit.insert(info.id)
  }

  /// The rules that are on, in the order of the registry.
  var enabled: [any Rule.Type] { RuleRegistry.all.filter { severities[$0.info.id] != nil } }
}
