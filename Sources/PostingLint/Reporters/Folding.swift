/// Which findings of a file are shown where one rule has many: the first of each rule and severity, so that no error is
/// hidden behind warnings.
struct Folding {
  /// How many findings of one rule are shown of one file, before the others are only counted.
  static let limit = 3

  /// What becomes of one finding.
  enum Place {
    case shown
    /// It is shown, and the number of those that are not follows.
    case lastShown(hidden: Int)
    case hidden
  }

  private struct Kind: Hashable {
    let rule: String
    let severity: Severity

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      severity = diagnostic.severity
    }
  }

  private var totals: [Kind: Int] = [:]
  private var counts: [Kind: Int] = [:]

  /// Counts the findings of a file; without `isOn` all are shown.
  init(_ diagnostics: [Diagnostic], isOn: Bool) {
    guard isOn else { return }
    for diagnostic in diagnostics { totals[Kind(diagnostic), default: 0] += 1 }
  }

  /// What becomes of the next finding.
  mutating func next(_ diagnostic: Diagnostic) -> Place {
    let kind = Kind(diagnostic)
    // One more than the limit is shown rather than folded: "and 1 more" takes as much room.
    guard let total = totals[kind], total > Self.limit + 1 else { return .shown }
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count == Self.limit { return .lastShown(hidden: total - count) }
    return count < Self.limit ? .shown : .hidden
  }
}
