import PostingLint

/// What one file of a run gave, and what is left to do with it in its turn.
struct FileResult: Sendable {
  /// What is to be told of a file that was not linted.
  var note: FileQueue.Note?
  /// How many fixes were applied.
  var applied = 0
  /// What the fixes would change, where that is shown.
  var diff: [UInt8]?
  /// The numbers of the file's findings.
  var summary = Summary()
  /// What there is of each rule, where that is counted.
  var tally: [String: RuleTally] = [:]
  /// The findings in the format of each output; `nil` for one that takes them in their turn, from `report`.
  var texts: [[UInt8]?] = []
  /// What the configuration of the file accepts, where it names such findings.
  var accepted: AcceptedFindings?
  /// The findings, where they are still needed.
  var report: FileReport?

  /// Counts the findings, where it matters those of each rule.
  mutating func count(_ report: FileReport, byRule: Bool) {
    summary.add(report)
    guard byRule else { return }
    for diagnostic in report.diagnostics { tally[diagnostic.rule, default: RuleTally()].add(diagnostic) }
    for left in report.dropped { tally[left.rule, default: RuleTally()].add(left) }
  }
}
