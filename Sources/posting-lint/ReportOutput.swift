import Files
import PostingLint
import SourceText

/// One reporter and where its text goes.
struct ReportOutput: Sendable {
  /// The form of its text.
  let format: ReportFormat
  private var reporter: any Reporter
  private var file: OutputWriter?
  /// The file that will be replaced, if there is one.
  let identity: FileIdentity?
  /// Whether the file is left as it is.
  private var isGivenUp = false
  private var toStandardError = false

  /// Opens the file, or uses the console where there is none.
  init(_ format: ReportFormat, _ options: ReportOptions, file path: SourcePath?) throws(FileError) {
    self.format = format
    reporter = format.reporter(options)
    identity = path.flatMap { FileIdentity($0) }
    file = try path.map { path throws(FileError) in try OutputWriter.report(path) }
  }

  /// Whether the text goes to a file of its own.
  var goesToFile: Bool { file != nil }

  /// Leaves the file as it is, throwing away what was written.
  mutating func giveUp() {
    isGivenUp = true
    file?.discard(removesOld: false)
  }

  mutating func begin(_ console: inout Console, toStandardError: Bool) {
    self.toStandardError = toStandardError
    var text: [UInt8] = []
    reporter.begin(&text)
    send(text, &console)
  }

  mutating func add(_ report: FileReport, _ console: inout Console) {
    var text: [UInt8] = []
    reporter.add(report, &text)
    send(text, &console)
  }

  /// The findings of one file as text; `nil` where they are to be added in their turn.
  func text(of report: FileReport) -> [UInt8]? { reporter.text(of: report) }

  mutating func add(text made: [UInt8], _ console: inout Console) {
    var text: [UInt8] = []
    reporter.add(text: made, &text)
    send(text, &console)
  }

  /// Writes the end and closes a file; the failure of that file, if there was one. No file is left where the run failed
  /// and the format cannot say so.
  mutating func end(_ summary: Summary, _ console: inout Console) -> FileError? {
    var text: [UInt8] = []
    reporter.end(summary, &text)
    send(text, &console)
    let saysNothing = summary.failureCount > 0 && !format.tellsFailures
    if isGivenUp || saysNothing {
      file?.discard(removesOld: !isGivenUp)
      return nil
    }
    do {
      try file?.finish()
      return nil
    } catch {
      return error
    }
  }

  private mutating func send(_ text: [UInt8], _ console: inout Console) {
    if text.isEmpty { return }
    if file != nil {
      file?.write(text)
    } else if toStandardError {
      console.note(text)
    } else {
      console.print(text)
    }
  }
}

extension [ReportOutput] {
  /// Ends all of them, and tells what could not be written; says whether all went well. Files come first, so that the
  /// findings on the console can tell of them too.
  mutating func end(_ summary: inout Summary, _ console: inout Console) -> Bool {
    var isWhole = true
    for index in indices.filter({ self[$0].goesToFile }) + indices.filter({ !self[$0].goesToFile }) {
      guard let error = self[index].end(summary, &console) else { continue }
      console.complain(error.message)
      summary.fail(error.path, error.message)
      isWhole = false
    }
    return isWhole
  }
}
