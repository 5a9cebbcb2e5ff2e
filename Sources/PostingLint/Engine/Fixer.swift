public import SourceText

/// What applying fixes made of one file.
public struct FixResult: Sendable {
  /// The text after the fixes.
  public var bytes: [UInt8]
  /// How many fixes were applied.
  public var applied: Int
  /// What is left to say of the text after the fixes.
  public var report: FileReport
}

/// Applies fixes: those that are free enough, in rounds, until nothing more is to be mended.
public struct Fixer: Sendable {
  /// How often a file is mended and linted again at most.
  public static let roundLimit = 10

  private let linter: Linter
  private let threshold: Applicability

  /// Applies the fixes of `linter` that are at least as free as `threshold`.
  public init(_ linter: Linter, threshold: Applicability) {
    self.linter = linter
    self.threshold = threshold
  }

  /// Mends a file as far as it goes.
  ///
  /// Fixes that overlap wait for the next round. A round after which front matter that could be read cannot be read
  /// any more is taken back, and the fixing ends there.
  public func fix(_ source: Source) -> FixResult { fix(Document(source)) }

  /// Mends a file that was read.
  public func fix(_ document: Document) -> FixResult {
    let source = document.source
    var report = linter.lint(document)
    var bytes = source.bytes
    var applied = 0
    for _ in 0..<Self.roundLimit {
      let fixes = Self.selected(report.diagnostics, threshold: threshold)
      guard !fixes.isEmpty else { break }
      let edits = fixes.flatMap(\.edits).sorted { $0.range < $1.range }
      let next = bytes.applying(edits)
      guard next != bytes else { break }
      let nextReport = linter.lint(Source(path: source.path, bytes: next))
      if report.isParsable && !nextReport.isParsable { break }
      bytes = next
      report = nextReport
      applied += fixes.count
    }
    return FixResult(bytes: bytes, applied: applied, report: report)
  }

  /// The fixes to apply in one round: in the order of the text, those that touch none before them.
  ///
  /// Two insertions at one place do not go together either: their order would be a guess.
  static func selected(_ diagnostics: [Diagnostic], threshold: Applicability) -> [Fix] {
    var taken = TakenRanges()
    var result: [Fix] = []
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, fix.applicability >= threshold, fix.applicability > .displayOnly else { continue }
      guard taken.areFree(fix.edits) else { continue }
      taken.take(fix.edits)
      result.append(fix)
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
