import SourceText

/// One JSON object a line, each a finding as in the `diagnostics` of the JSON form; no head and no summary.
/// What the run says beside its findings is a line of the same form, whose rule is a kind of ``RunNotice``.
///
/// Lines and columns count from 1, columns in code points; offsets count bytes from 0.
public struct JSONLinesReporter: Reporter {
  private let languages: [Language]

  /// Writes messages in the first language, and in all of them beside it when there are several.
  public init(_ options: ReportOptions) {
    languages = options.languages
  }

  /// Writes nothing.
  public mutating func begin(_ output: inout [UInt8]) {}

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    let report = report.told
    var output: [UInt8] = []
    let writer = DiagnosticJSON(report.source, languages: languages)
    for diagnostic in report.diagnostics {
      var json = JSONWriter()
      writer.write(diagnostic, to: &json)
      output += json.bytes
      output.append(Byte.lineFeed)
    }
    return output
  }

  /// Writes what could not be checked, on lines like those of findings.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    addNotices(of: summary, &output)
  }
}
