/// A check of one wrong pattern: stateless, known by its type.
///
/// A rule whose findings come from the schema has an empty `check` and a function that turns a failure into a finding.
public protocol Rule: Sendable {
  /// What the rule is, for the program and for people.
  static var info: RuleInfo { get }

  /// Adds what is wrong in one file to `findings`.
  static func check(_ context: RuleContext, _ findings: inout Findings)
}

extension Rule {
  /// Nothing: the findings of the rule are made elsewhere, from a failure of the schema or of a reader.
  public static func check(_ context: RuleContext, _ findings: inout Findings) {}
}
