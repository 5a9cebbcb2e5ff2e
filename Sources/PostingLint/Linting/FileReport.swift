public import SourceText

/// What one run says of one file.
public struct FileReport: Sendable {
  /// The file as it was linted.
  public var source: Source
  /// The findings, sorted by position, then by rule.
  public var diagnostics: [Diagnostic]
  /// How many findings the file's own comments silenced.
  public var suppressed: Int
  /// Whether the front matter could be read without an error.
  public var isParsable: Bool

  /// Makes a report.
  public init(source: Source, diagnostics: [Diagnostic], suppressed: Int = 0, isParsable: Bool = true) {
    self.source = source
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.isParsable = isParsable
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

  /// An empty summary.
  public init() {}

  /// Counts one file.
  public mutating func add(_ report: FileReport) {
    files += 1
    for diagnostic in report.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
      if diagnostic.fix?.applicability == .safe { fixable += 1 }
    }
  }

  /// Counts the files and findings of another summary.
  public mutating func add(_ other: Summary) {
    files += other.files
    errors += other.errors
    warnings += other.warnings
    infos += other.infos
    fixable += other.fixable
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
