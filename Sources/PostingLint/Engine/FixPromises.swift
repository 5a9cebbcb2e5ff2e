package import Readers
import SourceText

extension Linter {
  /// The readers that must read the same after a fix: those of the site, and those that many sites have.
  package var promisedReaders: [Reader] {
    let own = options.readers.readers
    return own + Reader.defaults.filter { !own.contains($0) }
  }

  /// Calls no fix freer than it may be applied: what a report says can be fixed is what ``Fixer`` fixes.
  ///
  /// A safe fix that breaks a promise becomes one that is made on request, and one of those that front matter would not
  /// survive one that is only shown. Fixes of findings below `leastSeverity` that are not safe are not tried.
  func keepPromises(_ report: inout FileReport, _ context: consuming RuleContext, _ leastSeverity: Severity) {
    var places: [Int] = []
    var fixes: [Fix] = []
    for (index, diagnostic) in report.diagnostics.enumerated() {
      guard let fix = diagnostic.fix, fix.applicability > .displayOnly,
        fix.applicability == .safe || diagnostic.severity >= leastSeverity
      else { continue }
      places.append(index)
      fixes.append(fix)
    }
    guard !fixes.isEmpty else { return }
    let waiting = Set(fixes.indices.filter { !report.isParsable && report.diagnostics[places[$0]].waitsForSyntax })
    var lowered: [Int: Applicability] = [:]
    let safe = fixes.indices.filter { fixes[$0].applicability == .safe }
    var open = fixes.indices.filter { fixes[$0].applicability == .unsafe && !waiting.contains($0) }
    // Where no fix is safe, or once these are tried, the values of the text before the fixes are not held beside those of the
    // texts after them.
    let trials: FixTrials
    if safe.isEmpty {
      let document = context.document
      _ = consume context
      trials = FixTrials(
        unsafe: consume document, readers: promisedReaders, edits: fixes.flatMap(\.edits))
    } else {
      let safeTrials = self.trials(of: fixes, context)
      for index in Self.refused(fixes, safe, safeTrials, .safe) {
        lowered[index] = .unsafe
        if report.diagnostics[places[index]].severity >= leastSeverity { open.append(index) }
      }
      trials = safeTrials.ofUnsafeFixes
      _ = consume context
    }
    for index in Self.refused(fixes, open.sorted(), trials, .unsafe) { lowered[index] = .displayOnly }
    // What waits for the syntax to be mended waits in vain where that is not done.
    if !waiting.isEmpty {
      let rest = (safe + open).filter { lowered[$0] != .displayOnly }.sorted()
      let mended = trials.outcome(fixes, FixTrials.apart(fixes, rest), holding: FixLaws.laws(of: .unsafe)).document
      if !(mended?.isParsable ?? false) { for index in waiting { lowered[index] = .displayOnly } }
    }
    for (index, applicability) in lowered {
      report.diagnostics[places[index]].fix = fixes[index].lowered(to: applicability)
    }
  }

  private func trials(of fixes: [Fix], _ context: RuleContext) -> FixTrials {
    let laws = FixLaws(
      context.document, readers: promisedReaders, body: { context.body }, bodyAfter: context.bodyAfterEdits,
      edits: fixes.flatMap(\.edits))
    return FixTrials(context.document, laws)
  }

  /// Those of the fixes at `candidates` that break a promise of fixes that are as free as `applicability`, alone or
  /// beside the others; fixes that touch others are tried after them, as they would be made.
  private static func refused(
    _ fixes: [Fix], _ candidates: [Int], _ trials: FixTrials, _ applicability: Applicability
  ) -> [Int] {
    var refused: [Int] = []
    var rest = candidates
    for _ in 0..<FixTrials.batchLimit where !rest.isEmpty {
      let apart = FixTrials.apart(fixes, rest)
      let outcome = trials.outcome(
        fixes, apart, holding: FixLaws.laws(of: applicability), keepsDocument: false)
      refused += outcome.refused.map(\.index)
      let tried = Set(apart)
      rest.removeAll { tried.contains($0) }
    }
    return refused
  }
}
