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
  /// How often a file is mended and linted again at most.
  public static let roundLimit = 40
  /// How often fixing begins anew without the rules whose fixes came to no end.
  private static let attemptLimit = 8
  /// How many findings of one rule and severity are looked at in a round, whatever the size of the text.
  private static let leastLimit = 1_000
  /// For how many bytes of a larger text there may be one more.
  private static let bytesOfFinding = 50
  /// Where a text never comes back, the rules of that many rounds are held to be at it.
  private static let lastRounds = 4

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
  ///
  /// Where fixes come to no end, those of all the rules that are at it are left out, and tried again on what the others
  /// made of the file. Were it only some of them, which ones would be chance, and another run would choose others.
  public func fix(_ document: Document) -> FixResult {
    var progress = Progress(document: document)
    var endless: Set<String> = []
    for _ in 0..<Self.attemptLimit {
      switch attempt(progress, without: endless) {
      case .endless(let rules): endless.formUnion(rules)
      case .ended(let next, let report):
        if endless.isEmpty || next.rounds.count == progress.rounds.count {
          return FixResult(
            bytes: next.document.bytes, applied: next.applied, report: report, refused: next.refused,
            source: document.source, rounds: next.rounds)
        }
        (progress, endless) = (next, [])
      }
    }
    return unchanged(document)
  }

  /// How far the mending of a file has come.
  private struct Progress {
    /// The file as it is by now.
    var document: Document
    var applied = 0
    var refused: [RefusedFix] = []
    var rounds: [EditMap] = []
  }

  private static func rules(of rounds: ArraySlice<(text: Int, rules: Set<String>)>) -> Set<String> {
    rounds.reduce(into: []) { $0.formUnion($1.rules) }
  }

  private enum Attempt {
    /// Nothing is left to apply; the report is what is left to say.
    case ended(Progress, FileReport)
    /// Fixes come to no end; they are those of these rules.
    case endless(Set<String>)
  }

  /// Mends a file without the fixes of some rules.
  private func attempt(_ start: Progress, without endless: Set<String>) -> Attempt {
    var progress = start
    var (report, context) = findings(progress.document)
    // How many rounds were only a part, as there was more to mend than is kept in memory.
    var parts = 0
    // Those of the text as it is now: once it has changed, what was refused is tried again.
    var refused: Set<Fix> = []
    // The sum of the text before each round, as fixes may undo one another, and whose fixes each round made.
    var history: [(text: Int, rules: Set<String>)] = []
    // How often in a row nothing could be applied.
    var idle = 0
    while idle < FixTrials.batchLimit {
      report.lower(endless)
      let fixes = report.diagnostics.compactMap(\.fix)
      let chosen = selected(report, refused)
      guard !chosen.isEmpty else { break }
      guard progress.rounds.count - start.rounds.count - parts < Self.roundLimit else {
        return .endless(Self.rules(of: history.suffix(Self.lastRounds)))
      }
      if report.leftOut > 0 { parts += 1 }
      let laws = FixLaws(
        progress.document, readers: linter.promisedReaders, body: { context.body },
        edits: chosen.flatMap { fixes[$0].edits })
      let outcome = FixTrials(progress.document, laws).outcome(fixes, chosen, holding: FixLaws.laws(of: threshold))
      let rules = report.diagnostics.filter { $0.fix != nil }.map(\.rule)
      progress.refused += outcome.refused.map {
        RefusedFix(rule: rules[$0.index], fix: fixes[$0.index], breaches: $0.breaches)
      }
      refused.formUnion(outcome.refused.map { fixes[$0.index] })
      idle += 1
      guard let next = outcome.document else { continue }
      guard next.bytes != progress.document.bytes else { break }
      history.append((progress.document.bytes.hashValue, Set(outcome.taken.map { rules[$0] })))
      let text = next.bytes.hashValue
      if let first = history.firstIndex(where: { $0.text == text }) {
        return .endless(Self.rules(of: history[first...]))
      }
      idle = 0
      refused = []
      progress.rounds.append(EditMap(outcome.edits))
      progress.applied += outcome.taken.count
      progress.document = next
      (report, context) = findings(next)
    }
    report.lower(endless)
    linter.keepPromises(&report, context, leastSeverity)
    return .ended(progress, report)
  }

  private func findings(_ document: Document) -> (report: FileReport, context: RuleContext) {
    linter.findings(document, limit: max(Self.leastLimit, document.bytes.count / Self.bytesOfFinding))
  }

  /// A file whose fixes come to no end: none of them is one.
  private func unchanged(_ document: Document) -> FixResult {
    var report = findings(document).report
    report.lower(nil)
    return FixResult(unchanged: report)
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

extension FileReport {
  /// Leaves the fixes of some rules, or of all, to be made by hand.
  fileprivate mutating func lower(_ rules: Set<String>?) {
    guard rules?.isEmpty != true else { return }
    for index in diagnostics.indices where rules?.contains(diagnostics[index].rule) ?? true {
      diagnostics[index].fix = diagnostics[index].fix?.lowered(to: .displayOnly)
    }
  }
}
