import SourceText

/// Checkstyle's XML, which many build servers read.
///
/// Lines and columns count from 1, columns in code points. Files without findings are left out. What could not be
/// checked is an error in line 1.
public struct CheckstyleReporter: Reporter {
  private let language: Language

  /// Writes paths as they were given.
  public init(_ options: ReportOptions) {
    language = options.language
  }

  /// Opens the document.
  public mutating func begin(_ output: inout [UInt8]) {
    output += XMLText.declaration
    output += Array("<checkstyle version=\"4.3\">\n".utf8)
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    let report = report.told
    guard !report.diagnostics.isEmpty else { return [] }
    var output: [UInt8] = []
    let positions = PositionReader(report, unit: .codePoints)
    output += Array("  <file".utf8)
    XMLText.append("name", ReportPaths().reported(report.source.path).bytes, to: &output)
    output += Array(">\n".utf8)
    for diagnostic in report.diagnostics {
      let place = positions.place(diagnostic.range)
      output += Array("    <error".utf8)
      XMLText.append("line", String(place.start.line), to: &output)
      XMLText.append("column", String(place.start.column), to: &output)
      XMLText.append("severity", diagnostic.severity.name, to: &output)
      XMLText.append("message", diagnostic.message[language], to: &output)
      XMLText.append("source", "\(Tool.name).\(diagnostic.rule)", to: &output)
      output += Array("/>\n".utf8)
    }
    output += Array("  </file>\n".utf8)
    return output
  }

  /// Closes the document.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    addNotices(of: summary, &output)
    output += Array("</checkstyle>\n".utf8)
  }
}
