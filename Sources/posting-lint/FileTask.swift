import Files
import PostingLint
import SourceText

/// What is done with each file of a run, on any thread: it is read, linted, fixed and written, and its findings are made
/// into text. Little is left for the thread that writes the findings of all files in order.
struct FileTask: Sendable {
  private let request: LintRequest
  private let writer: AtomicWriter
  private let outputs: [ReportOutput]
  /// The lines that count; `nil` where all do.
  private let changes: LineChanges?
  /// The files that the run writes beside those that it lints.
  private let written: Set<FileIdentity>
  private let memory = MemoryCheck()

  /// Does what `request` asks for, with the findings in the forms of `outputs`.
  init(_ request: LintRequest, outputs: [ReportOutput], changes: LineChanges? = nil) {
    self.request = request
    self.changes = changes
    writer = AtomicWriter(linksMayLeadInto: request.paths)
    self.outputs = outputs
    var written = Set(outputs.compactMap(\.identity))
    if request.writesBaseline, let baseline = request.baseline.flatMap({ FileIdentity($0) }) {
      written.insert(baseline)
    }
    self.written = written
  }

  /// Does all that is to be done with one item of the queue.
  func result(of item: FileQueue.Item) -> FileResult {
    switch item {
    case .note(let note): return FileResult(note: note)
    case .file(let path, let settings):
      do throws(FileError) {
        if !written.isEmpty, let identity = FileIdentity(path), written.contains(identity) { throw .isReport(path) }
        if request.writesBaseline, let accepted = settings.accepted, FileIdentity(path) == FileIdentity(accepted.path) {
          throw .isReport(path)
        }
        let source = Source(path: path, bytes: try FileReader.read(path))
        return try memory.run(onTextOf: source.bytes.count, at: path) { () throws(FileError) in
          let fixed = lint(source, settings)
          // Where this fails, the file is as it was, and nothing is told of it but that.
          if request.fixes.isFixing { try writer.write(fixed.bytes, to: path, replacing: source.bytes) }
          return result(fixed, settings)
        }
      } catch {
        return FileResult(note: .failure(error))
      }
    }
  }

  /// Lints a text, and fixes it where that is asked for.
  func lint(_ source: Source, _ settings: FileSettings) -> FixResult {
    let document = Document(source)
    let linter = settings.linter(for: document)
    let own = settings.usesOwnSchema(document) ? 1 : 0
    var result: FixResult
    if let threshold = request.fixes.threshold {
      result = Fixer(linter, threshold: threshold, leastSeverity: request.leastMended).fix(document)
    } else {
      result = FixResult(unchanged: linter.lint(consume document, leastSeverity: request.leastShown))
    }
    result.report.silenced.filesWithOwnSchema = own
    return result
  }

  /// What is left to do with a file that was linted.
  func result(_ fixed: FixResult, _ settings: FileSettings) -> FileResult {
    var result = FileResult(applied: fixed.applied)
    result.accepted = settings.accepted
    // Beside a diff, the file is as it was.
    let report = request.fixes.isDiff ? fixed.reportBeforeFixes : fixed.report
    if request.fixes.isDiff, fixed.bytes != report.source.bytes {
      result.diff = UnifiedDiff.make(old: report.source.bytes, new: fixed.bytes, path: report.source.path)
    }
    if request.baseline == nil, settings.accepted == nil {
      let report = changes?.counted(report) ?? report
      result.count(report, byRule: request.countsRules)
      let shown = report.limited(to: request.maxFindings)
      result.summary.leftOut += shown.leftOut
      result.texts = outputs.map { $0.text(of: shown) }
      if result.texts.contains(nil) { result.report = shown }
    } else {
      result.report = report
    }
    return result
  }
}
