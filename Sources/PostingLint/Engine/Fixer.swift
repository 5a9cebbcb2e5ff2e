import Readers
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
  public static let roundLimit = 10
  /// How many texts are tried at most to tell the fixes that break a law from the others.
  static let trialLimit = 256

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
  /// Fixes that overlap wait for the next round. A fix that would break what `FixLaws` promises is not applied, and
  /// what is left to say shows it as one that nobody applies.
  public func fix(_ source: Source) -> FixResult { fix(Document(source)) }

  /// Mends a file that was read.
  public func fix(_ document: Document) -> FixResult {
    var current = document
    var report = linter.lint(document)
    var applied = 0
    var refused: [RefusedFix] = []
    var rounds: [EditMap] = []
    while rounds.count < Self.roundLimit {
      let chosen = selected(report, Set(refused.map(\.fix)))
      guard !chosen.isEmpty else { break }
      let round = round(chosen, current, &refused)
      if let next = round.document {
        rounds.append(EditMap(round.edits))
        applied += round.count
        current = next
        report = linter.lint(next)
      } else if round.isOver {
        break
      }
    }
    let unused = Set(refused.map(\.fix))
    for index in report.diagnostics.indices {
      guard let fix = report.diagnostics[index].fix, unused.contains(fix) else { continue }
      report.diagnostics[index].fix = Fix(fix.title, .displayOnly, fix.edits)
    }
    return FixResult(
      bytes: current.bytes, applied: applied, report: report, refused: refused, source: document.source,
      rounds: rounds)
  }

  /// A fix of one round, and whose it is.
  private struct Chosen {
    let rule: String
    let fix: Fix
  }

  /// What one round makes of a file.
  private struct Round {
    /// The text afterwards; `nil` where nothing changes.
    var document: Document?
    var edits: [Edit] = []
    var count = 0
    /// Whether no further round is of use.
    var isOver = false
  }

  /// Applies the fixes that break no law, as many as there are together; the others are added to `refused`.
  private func round(_ fixes: [Chosen], _ document: Document, _ refused: inout [RefusedFix]) -> Round {
    let laws = FixLaws(document, readers: readers)
    var round = Round()
    var trials = Self.trialLimit
    // Halves are tried in turn, so that a few bad fixes among many are soon told.
    var open = [fixes[...]]
    var taken: [Chosen] = []
    while let part = open.popLast() {
      guard trials > 0 else {
        refused += part.map { RefusedFix(rule: $0.rule, fix: $0.fix, breaches: []) }
        continue
      }
      trials -= 1
      let edits = (taken + part).flatMap(\.fix.edits).sorted { $0.range < $1.range }
      let next = Document(Source(path: document.source.path, bytes: document.bytes.applying(edits)), as: document.form)
      let breaches = laws.breaches(edits, next, of: FixLaws.laws(of: threshold))
      if breaches.isEmpty {
        taken += part
        round.edits = edits
        round.document = next.bytes == document.bytes ? nil : next
      } else if part.count == 1 {
        refused += part.map { RefusedFix(rule: $0.rule, fix: $0.fix, breaches: breaches) }
      } else {
        let middle = part.startIndex + part.count / 2
        open += [part[middle...], part[..<middle]]
      }
    }
    round.count = taken.count
    round.isOver = !taken.isEmpty && round.document == nil
    return round
  }

  /// The readers that must read the same afterwards: those of the site, and those that many sites have.
  private var readers: [Reader] {
    let own = linter.options.readers.readers
    return own + Reader.defaults.filter { !own.contains($0) }
  }

  /// The fixes to apply in one round: in the order of the text, those that touch none before them.
  ///
  /// Two insertions at one place do not go together either: their order would be a guess.
  private func selected(_ report: FileReport, _ refused: Set<Fix>) -> [Chosen] {
    var candidates: [(diagnostic: Diagnostic, fix: Fix)] = report.diagnostics.compactMap { diagnostic in
      guard let fix = diagnostic.fix, fix.applicability >= threshold, fix.applicability > .displayOnly,
        fix.applicability == .safe || diagnostic.severity >= leastSeverity, !refused.contains(fix)
      else { return nil }
      return (diagnostic, fix)
    }
    // What the schema says of values that are read past a mistake waits until the mistake is mended.
    if !report.isParsable, candidates.contains(where: { $0.diagnostic.keywordLocation == nil }) {
      candidates.removeAll { $0.diagnostic.keywordLocation != nil && $0.fix.applicability < .safe }
    }
    var taken = TakenRanges()
    var result: [Chosen] = []
    for (diagnostic, fix) in candidates where taken.areFree(fix.edits) {
      taken.take(fix.edits)
      result.append(Chosen(rule: diagnostic.rule, fix: fix))
    }
    return result
  }
}

/// The ranges that earlier fixes of a round change, sorted.
private struct TakenRanges {
  private var ranges: [ByteRange] = []

  /// Whether no edit touches a range that is taken.
  func areFree(_ edits: [Edit]) -> Bool {
    edits.allSatisfy { edit in
      let place = insertionPoint(edit.range)
      if place < ranges.count, touches(ranges[place], edit.range) { return false }
      return place == 0 || !touches(ranges[place - 1], edit.range)
    }
  }

  mutating func take(_ edits: [Edit]) {
    for edit in edits {
      ranges.insert(edit.range, at: insertionPoint(edit.range))
    }
  }

  private func touches(_ left: ByteRange, _ right: ByteRange) -> Bool {
    left.overlaps(right) || left.start == right.start || (left.isEmpty && right.contains(left.start))
      || (right.isEmpty && left.contains(right.start))
  }

  /// The place of the first taken range that does not start before `range`.
  private func insertionPoint(_ range: ByteRange) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle] < range { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
