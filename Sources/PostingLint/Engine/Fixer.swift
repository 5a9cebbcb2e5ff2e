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
  private static let bytesOfFinding = 25
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

  /// What is known of the text as it is now.
  private struct Found {
    var report: FileReport
    let context: RuleContext
    /// Whether some findings are places and edits without words.
    let isCurt: Bool
  }

  /// What a round made of the text.
  private struct Round {
    let document: Document
    let edits: [Edit]
    /// The rules whose fixes were applied, and how many they were.
    let rules: Set<String>
    let applied: Int
  }

  /// Mends a file without the fixes of some rules.
  private func attempt(_ start: Progress, without endless: Set<String>) -> Attempt {
    var progress = start
    var found: Found? = findings(progress.document, endless)
    // How many rounds were only a part, as there was more to mend than is kept in memory.
    var parts = 0
    // Those of the text as it is now: once it has changed, what was refused is tried again.
    var refused: Set<Fix> = []
    // The sum of the text before each round, as fixes may undo one another, and whose fixes each round made.
    var history: [(text: Int, rules: Set<String>)] = []
    // How often in a row nothing could be applied.
    var idle = 0
    while idle < FixTrials.batchLimit, let report = found?.report {
      let chosen = selected(report, refused)
      guard !chosen.isEmpty else { break }
      guard progress.rounds.count - start.rounds.count - parts < Self.roundLimit else {
        return .endless(Self.rules(of: history.suffix(Self.lastRounds)))
      }
      if report.leftOut > 0 { parts += 1 }
      idle += 1
      guard let round = round(found, chosen, &progress, &refused) else { continue }
      guard round.document.bytes != progress.document.bytes else { break }
      history.append((progress.document.bytes.hashValue, round.rules))
      let text = round.document.bytes.hashValue
      if let first = history.firstIndex(where: { $0.text == text }) {
        return .endless(Self.rules(of: history[first...]))
      }
      idle = 0
      refused = []
      progress.rounds.append(EditMap(round.edits))
      progress.applied += round.applied
      progress.document = round.document
      // What was found before goes first: a large file has not the room for both.
      found = nil
      found = findings(round.document, endless)
    }
    if found?.isCurt ?? true { found = nil }
    var last = found ?? findings(progress.document, endless, wordLimit: 0)
    linter.keepPromises(&last.report, last.context, leastSeverity)
    return .ended(progress, last.report)
  }

  /// Applies the fixes at the places `chosen` as far as they keep what fixes promise; `nil` where none does.
  private func round(
    _ found: Found?, _ chosen: [Int], _ progress: inout Progress, _ refused: inout Set<Fix>
  ) -> Round? {
    guard let (report, context) = found.map({ ($0.report, $0.context) }) else { return nil }
    let fixes = report.diagnostics.compactMap(\.fix)
    let laws = FixLaws(
      progress.document, readers: linter.promisedReaders, body: { context.body },
      edits: chosen.flatMap { fixes[$0].edits })
    let outcome = FixTrials(progress.document, laws).outcome(fixes, chosen, holding: FixLaws.laws(of: threshold))
    let places = report.diagnostics.indices.filter { report.diagnostics[$0].fix != nil }
    func rule(_ index: Int) -> String { report.diagnostics[places[index]].rule }
    progress.refused += outcome.refused.map {
      RefusedFix(rule: rule($0.index), fix: fixes[$0.index], breaches: $0.breaches)
    }
    refused.formUnion(outcome.refused.map { fixes[$0.index] })
    return outcome.document.map { document in
      Round(
        document: document, edits: outcome.edits, rules: outcome.taken.reduce(into: []) { $0.insert(rule($1)) },
        applied: outcome.taken.count)
    }
  }

  /// What is wrong with a text, the fixes of some rules left to be made by hand.
  private func findings(_ document: Document, _ endless: Set<String>?, wordLimit: Int = leastLimit) -> Found {
    let limit = max(Self.leastLimit, document.bytes.count / Self.bytesOfFinding)
    var (report, context, isCurt) = linter.findings(document, limit: limit, wordLimit: wordLimit)
    report.lower(endless)
    return Found(report: report, context: context, isCurt: isCurt)
  }

  /// A file whose fixes come to no end: none of them is one.
  private func unchanged(_ document: Document) -> FixResult {
    FixResult(unchanged: findings(document, nil, wordLimit: 0).report)
  }

  /// The places, among the fixes of a report, of those to apply in one round.
  private func selected(_ report: FileReport, _ refused: Set<Fix>) -> [Int] {
    var fixes: [Fix] = []
    var candidates: [Int] = []
    for finding in report.diagnostics {
      guard let fix = finding.fix else { continue }
      fixes.append(fix)
      if fix.applicability >= threshold, fix.applicability > .displayOnly,
        fix.applicability == .safe || finding.severity >= leastSeverity,
        report.isParsable || !finding.waitsForSyntax, !refused.contains(fix)
      {
        candidates.append(fixes.count - 1)
      }
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
