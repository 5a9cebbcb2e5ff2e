/// Findings of one rule and severity that a report only counts.
package struct DroppedFindings: Hashable, Sendable {
  /// The id of the rule.
  package let rule: String
  /// How much they matter.
  package let severity: Severity
  /// How many there are.
  package let count: Int
  /// How many of them a safe fix would mend.
  package let fixable: Int
}
