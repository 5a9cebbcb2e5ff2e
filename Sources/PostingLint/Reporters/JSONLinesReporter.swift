import SourceText

/// One JSON object a line, each a finding as in the `diagnostics` of the JSON form; no head and no summary.
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

  /// Writes nothing: each line stands alone.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {}
}
