import PostingLint
import SourceText

/// What a run finds of one rule.
struct RuleTally: Hashable, Sendable {
  /// The number of findings.
  private(set) var findings = 0
  /// The number of files that have some.
  private(set) var files = 1
  /// The number of findings that `--fix` would mend.
  private(set) var fixable = 0
  /// The gravest severity among them.
  private(set) var severity = Severity.info

  /// Counts one more finding of the same file.
  mutating func add(_ diagnostic: Diagnostic) {
    findings += 1
    if diagnostic.fix?.applicability == .safe { fixable += 1 }
    severity = max(severity, diagnostic.severity)
  }

  /// Counts findings of the same file that are not kept.
  mutating func add(_ dropped: DroppedFindings) {
    findings += dropped.count
    fixable += dropped.fixable
    severity = max(severity, dropped.severity)
  }

  /// The numbers of this and of other files together.
  func adding(_ other: RuleTally) -> RuleTally {
    var result = self
    result.findings += other.findings
    result.files += other.files
    result.fixable += other.fixable
    result.severity = max(severity, other.severity)
    return result
  }
}
