import Files
import PostingLint
import SourceText

/// What is done with each file of a run, on any thread: it is read, linted, fixed and written, and its findings are made
/// into text. Little is left for the thread that writes the findings of all files in order.
struct FileWork: Sendable {
  let mode: FixMode
  private let writer: AtomicWriter
  private let outputs: [ReportOutput]
  private let keepsReports: Bool
  private let countsRules: Bool

  /// Files are written with `writer` where the mode says so. `keepsReports` where findings are still to be chosen from,
  /// `countsRules` where it matters how many there are of each rule.
  init(_ mode: FixMode, _ writer: AtomicWriter, outputs: [ReportOutput], keepsReports: Bool, countsRules: Bool) {
    self.mode = mode
    self.writer = writer
    self.outputs = outputs
    self.keepsReports = keepsReports
    self.countsRules = countsRules
  }

  /// What one item of the feed gave.
  enum Outcome: Sendable {
    case linted(LintedFile)
    case failure(FileError)
    case unusable(ConfigurationError)
  }

  /// Does all that is to be done with one file.
  func outcome(of item: LintFeed.Item) -> Outcome {
    switch item {
    case .unreadable(let error): return .failure(error)
    case .unusable(let error): return .unusable(error)
    case .file(let path, let settings):
      do throws(FileError) {
        let original = try FileReader.read(path)
        let (report, applied) = lint(Source(path: path, bytes: original), settings)
        // Where this fails, the file is as it was, and nothing is told of it but that.
        if mode.isFixing { try writer.write(report.source.bytes, to: path, replacing: original) }
        return .linted(linted(report, applied: applied, original: original))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Lints a text, and fixes it where that is asked for; how many fixes there were.
  func lint(_ source: Source, _ settings: FileSettings) -> (report: FileReport, applied: Int) {
    let document = Document(source)
    let linter = settings.linter(for: document)
    guard let threshold = mode.threshold else { return (linter.lint(document), 0) }
    let result = Fixer(linter, threshold: threshold).fix(document)
    return (result.report, result.applied)
  }

  /// What is left to do with a file that was linted.
  func linted(_ report: FileReport, applied: Int, original: [UInt8]) -> LintedFile {
    var file = LintedFile()
    file.applied = applied
    let bytes = report.source.bytes
    if mode.isDiff, bytes != original {
      file.diff = UnifiedDiff.make(old: original, new: bytes, path: report.source.path)
    }
    if keepsReports {
      file.report = report
      return file
    }
    file.summary.add(report)
    if countsRules { file.count(report) }
    file.texts = outputs.map { $0.text(of: report) }
    if file.texts.contains(nil) { file.report = report }
    return file
  }
}

/// A file that was linted, and what is left to do with it.
struct LintedFile: Sendable {
  /// How many fixes were applied.
  var applied = 0
  /// What the fixes would change, where that is shown.
  var diff: [UInt8]?
  /// The numbers of the file's findings.
  var summary = Summary()
  /// How many findings there are of each rule, where that is counted.
  var tally: [String: Int] = [:]
  /// The findings in the format of each output; `nil` for one that takes them in their turn, from `report`.
  var texts: [[UInt8]?] = []
  /// The findings, where they are still needed.
  var report: FileReport?

  /// Counts the findings of each rule.
  mutating func count(_ report: FileReport) {
    for diagnostic in report.diagnostics { tally[diagnostic.rule, default: 0] += 1 }
  }
}
