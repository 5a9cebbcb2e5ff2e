public import SourceText

/// What applying fixes made of one file.
public struct FixResult: Sendable {
  /// The text after the fixes.
  public var bytes: [UInt8]
  /// How many fixes were applied.
  public var applied: Int
  /// What is left to say of the text after the fixes.
  public var report: FileReport
  /// The fixes that would have broken a law, and so were not applied; a rule that offers one is wrong.
  package let refused: [RefusedFix]
  /// The text before the fixes.
  let source: Source
  /// What each round changed.
  let rounds: [EditMap]

  /// A file to which nothing was done.
  public init(unchanged report: FileReport) {
    self.init(bytes: report.source.bytes, applied: 0, report: report, refused: [], source: report.source, rounds: [])
  }

  init(bytes: [UInt8], applied: Int, report: FileReport, refused: [RefusedFix], source: Source, rounds: [EditMap]) {
    self.refused = refused
    self.bytes = bytes
    self.applied = applied
    self.report = report
    self.source = source
    self.rounds = rounds
  }

  /// What is left to say, at the places of the text before the fixes; a fix that is no fix of that text is left out.
  public var reportBeforeFixes: FileReport {
    guard !rounds.isEmpty else { return report }
    var result = report
    result.source = source
    result.diagnostics = report.diagnostics.map { diagnostic in
      var moved = diagnostic
      moved.range = before(diagnostic.range)
      for index in moved.notes.indices { moved.notes[index].range = before(moved.notes[index].range) }
      moved.fix = diagnostic.fix.flatMap { fix in
        let edits = fix.edits.map { Edit(before($0.range), $0.replacement) }
        let isSame = zip(edits, fix.edits).allSatisfy { old, new in
          source.bytes[old.range.indices] == bytes[new.range.indices]
        }
        return isSame ? Fix(fix.title, fix.applicability, edits) : nil
      }
      return moved
    }
    return result
  }

  private func before(_ range: ByteRange) -> ByteRange {
    rounds.reversed().reduce(range) { range, round in round.before(range) }
  }
}

/// A fix that was not applied.
package struct RefusedFix: CustomStringConvertible, Sendable {
  /// The rule that offered it.
  package let rule: String
  /// The fix.
  package let fix: Fix
  /// The promises that it breaks; empty where there was no time to find out.
  package let breaches: [FixLaws.Breach]

  /// The rule and the first promise that it breaks.
  package var description: String { "\(rule): \(breaches.first.map { "\($0.law.rawValue): \($0)" } ?? "not tried")" }
}

/// Applies fixes: those that are free enough, in rounds, until nothing more is to be mended.
public struct Fixer: Sendable {
  /// How often a file is mended and linted again at most; one that is not through by then is left as it is.
  public static let roundLimit = 40

  private let linter: Linter
  private let threshold: Applicability
  private let leastSeverity: Severity

  /// Applies the fixes of `linter` that are at least as free as `threshold`; of findings below `leastSeverity`, which
  /// nobody is shown, only the safe ones.
  public init(_ linter: Linter, threshold: Applicability, leastSeverity: Severity = .info) {
    self.linter = linter
    self.threshold = threshold
    self.leastSeverity = leastSeverity
  }

  /// Mends a file as far as it goes.
  ///
  /// Fixes that overlap wait for the next round. A fix that would break what `FixLaws` promises is not applied.
  public func fix(_ source: Source) -> FixResult { fix(Document(source)) }

  /// Mends a file that was read.
  public func fix(_ document: Document) -> FixResult {
    var current = document
    var (report, context) = linter.findings(document)
    var applied = 0
    var refused: [RefusedFix] = []
    var rounds: [EditMap] = []
    // How often in a row nothing could be applied.
    var idle = 0
    while idle < FixTrials.batchLimit {
      let fixes = report.diagnostics.compactMap(\.fix)
      let chosen = selected(report, Set(refused.map(\.fix)))
      guard !chosen.isEmpty else { break }
      guard rounds.count < Self.roundLimit else { return unchanged(document, refused) }
      let laws = FixLaws(
        current, readers: linter.promisedReaders, body: { context.body }, edits: chosen.flatMap { fixes[$0].edits })
      let outcome = FixTrials(current, laws).outcome(fixes, chosen, holding: FixLaws.laws(of: threshold))
      let rules = report.diagnostics.filter { $0.fix != nil }.map(\.rule)
      refused += outcome.refused.map {
        RefusedFix(rule: rules[$0.index], fix: fixes[$0.index], breaches: $0.breaches)
      }
      idle += 1
      guard let next = outcome.document else { continue }
      guard next.bytes != current.bytes else { break }
      idle = 0
      rounds.append(EditMap(outcome.edits))
      applied += outcome.taken.count
      current = next
      (report, context) = linter.findings(next)
    }
    linter.keepPromises(&report, context, leastSeverity)
    return FixResult(
      bytes: current.bytes, applied: applied, report: report, refused: refused, source: document.source,
      rounds: rounds)
  }

  /// A file whose fixes come to no end: none of them is one.
  private func unchanged(_ document: Document, _ refused: [RefusedFix]) -> FixResult {
    var report = linter.findings(document).report
    for index in report.diagnostics.indices {
      report.diagnostics[index].fix = report.diagnostics[index].fix.map { $0.lowered(to: .displayOnly) }
    }
    return FixResult(
      bytes: document.bytes, applied: 0, report: report, refused: refused, source: document.source, rounds: [])
  }

  /// The places, among the fixes of a report, of those to apply in one round.
  private func selected(_ report: FileReport, _ refused: Set<Fix>) -> [Int] {
    let findings = report.diagnostics.filter { $0.fix != nil }
    let fixes = findings.compactMap(\.fix)
    let candidates = fixes.indices.filter { index in
      let fix = fixes[index]
      return fix.applicability >= threshold && fix.applicability > .displayOnly
        && (fix.applicability == .safe || findings[index].severity >= leastSeverity)
        && (report.isParsable || !findings[index].waitsForSyntax) && !refused.contains(fix)
    }
    return FixTrials.apart(fixes, candidates)
  }
}
