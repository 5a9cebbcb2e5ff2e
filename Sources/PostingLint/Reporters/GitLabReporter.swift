import SourceText

/// GitLab's Code Quality report: one JSON array.
///
/// Lines count from 1; the format has no columns. A finding is known by its fingerprint, so that a merge request shows
/// only what it brings.
public struct GitLabReporter: Reporter {
  private let language: Language
  private let paths: ReportPaths
  private var json = JSONWriter()

  /// Writes paths relative to the root of the repository.
  public init(_ options: ReportOptions) {
    language = options.language
    paths = options.paths
  }

  /// Opens the array.
  public mutating func begin(_ output: inout [UInt8]) {
    json = JSONWriter()
    json.open(.array)
    output += json.take()
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    let report = report.told
    guard !report.diagnostics.isEmpty else { return [] }
    let path = paths.reported(report.source.path)
    let positions = PositionReader(report, unit: .codePoints)
    return JSONWriter.lines(zip(report.diagnostics, Fingerprint.all(of: report, path: path))) { finding, json in
      let (diagnostic, fingerprint) = finding
      let place = positions.visiblePlace(diagnostic.range)
      json.object {
        $0.member("description", diagnostic.message[language])
        $0.member("check_name", diagnostic.rule)
        $0.member("fingerprint", fingerprint.text)
        let isFailure = diagnostic.rule == RunNotice.Kind.notChecked.rawValue
        $0.member("severity", isFailure ? "blocker" : Self.name(diagnostic.severity))
        $0.object("location") {
          $0.member("path", path.display)
          $0.object("lines") {
            $0.member("begin", place.start.line)
            $0.member("end", place.end.line)
          }
        }
      }
    }
  }

  /// Writes the findings of one file.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    json.lines(text)
    output += json.take()
  }

  /// Closes the array. What could not be checked is an issue of its own, as the format has no other place for it.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    for notice in summary.notices {
      // Known by its text, so that a merge request shows a number that has changed.
      let text = Array(notice.message.en.utf8)
      var issue = notice.diagnostic
      issue.range = ByteRange(0, text.count)
      let source = Source(path: notice.path ?? SourcePath("."), bytes: text)
      add(FileReport(source: source, diagnostics: [issue]), &output)
    }
    json.close(.array)
    output += json.take() + [Byte.lineFeed]
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
