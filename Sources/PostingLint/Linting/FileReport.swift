public import SourceText

/// What one run says of one file.
public struct FileReport: Sendable {
  /// The file as it was linted.
  public var source: Source { didSet { knownLines = nil } }
  /// The findings, sorted by position, then by rule.
  public var diagnostics: [Diagnostic]
  /// How many findings the file's own comments silenced.
  public var suppressed: Int
  /// What else was kept out of the report.
  package var silenced = Silenced()
  /// Whether the front matter could be read without an error.
  public var isParsable: Bool
  /// The lines of ``source``, where they are known.
  private var knownLines: LineIndex?
  /// The lines of ``source``.
  package var lines: LineIndex { knownLines ?? LineIndex(source.bytes) }
  /// How many findings are counted and not among ``diagnostics``.
  public private(set) var leftOut = 0
  /// Those of them that were counted as they were found, to spare memory.
  package let dropped: [DroppedFindings]

  /// Makes a report.
  public init(source: Source, diagnostics: [Diagnostic], suppressed: Int = 0, isParsable: Bool = true) {
    self.source = source
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.isParsable = isParsable
    knownLines = nil
    dropped = []
  }

  /// Makes a report of which findings are left out.
  package init(
    source: Source, lines: LineIndex, diagnostics: [Diagnostic], suppressed: Int = 0, isParsable: Bool,
    dropped: [DroppedFindings]
  ) {
    self.source = source
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.isParsable = isParsable
    knownLines = lines
    self.dropped = dropped
    leftOut = dropped.reduce(0) { $0 + $1.count }
  }

  /// The report with `limit` findings at most, the gravest first chosen, in their order; with all of them for 0.
  package func limited(to limit: Int) -> FileReport {
    guard limit > 0, diagnostics.count > limit else { return self }
    var room: [Severity: Int] = [:]
    var left = limit
    for severity in Severity.allCases.reversed() {
      let taken = min(diagnostics.count { $0.severity == severity }, left)
      room[severity] = taken
      left -= taken
    }
    var result = self
    result.diagnostics = diagnostics.filter { diagnostic in
      guard let places = room[diagnostic.severity], places > 0 else { return false }
      room[diagnostic.severity] = places - 1
      return true
    }
    result.leftOut += diagnostics.count - limit
    return result
  }

  /// The findings, and that some were left out as one more where that is so: for formats that know only findings.
  package var told: FileReport {
    guard leftOut > 0 else { return self }
    var result = self
    result.diagnostics.append(RunNotice.leftOut(leftOut, of: source.path).diagnostic)
    return result
  }
}

/// What one run says of all files.
public struct Summary: Hashable, Sendable {
  /// The number of files that were linted.
  public var files = 0
  /// The number of findings of severity `error`.
  public var errors = 0
  /// The number of findings of severity `warning`.
  public var warnings = 0
  /// The number of findings of severity `info`.
  public var infos = 0
  /// The number of findings that `--fix` would mend.
  public var fixable = 0
  /// The number of findings that only `--unsafe-fixes` would mend, advice among them.
  public var unsafelyFixable = 0
  /// The number of those that are advice, whose fixes are made only where advice is shown.
  public var unsafelyFixableInfos = 0
  /// The number of findings that are counted here and not shown.
  public var leftOut = 0
  /// What was kept out of the report.
  public var silenced = Silenced()
  /// What could not be checked, as far as it is kept.
  public private(set) var failures: [RunNotice] = []
  /// How many things could not be checked.
  public private(set) var failureCount = 0

  /// How many failures are kept; the others are only counted.
  private static let failureLimit = 1000

  /// An empty summary.
  public init() {}

  /// Counts one file.
  public mutating func add(_ report: FileReport) {
    files += 1
    silenced.add(report.silenced)
    silenced.byComments += report.suppressed
    for diagnostic in report.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
      switch diagnostic.fix?.applicability {
      case .safe: fixable += 1
      case .unsafe:
        unsafelyFixable += 1
        if diagnostic.severity == .info { unsafelyFixableInfos += 1 }
      default: break
      }
    }
    for left in report.dropped {
      switch left.severity {
      case .error: errors += left.count
      case .warning: warnings += left.count
      case .info: infos += left.count
      }
      fixable += left.fixable
    }
  }

  /// Counts the files and findings of another summary.
  public mutating func add(_ other: Summary) {
    files += other.files
    errors += other.errors
    warnings += other.warnings
    infos += other.infos
    fixable += other.fixable
    unsafelyFixable += other.unsafelyFixable
    unsafelyFixableInfos += other.unsafelyFixableInfos
    leftOut += other.leftOut
    silenced.add(other.silenced)
    failureCount += other.failureCount
    failures += other.failures.prefix(max(0, Self.failureLimit - failures.count))
  }

  /// Notes that something could not be checked.
  public mutating func fail(_ path: SourcePath?, _ message: Message) {
    failureCount += 1
    if failures.count < Self.failureLimit { failures.append(RunNotice(.notChecked, path, message)) }
  }

  /// What there is to say of the run beside its findings, files that have too many of them apart.
  package var notices: [RunNotice] {
    var result = failures
    if failureCount > failures.count {
      let rest = failureCount - failures.count
      result.append(
        RunNotice(.notChecked, nil, Message(fr: "… et \(rest) échecs de plus", en: "… and \(rest) more failures")))
    }
    if let message = silenced.message { result.append(RunNotice(.silenced, nil, message)) }
    return result
  }

  /// The number of findings at or above a severity.
  public func count(atLeast severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: errors + warnings
    case .info: errors + warnings + infos
    }
  }
}
