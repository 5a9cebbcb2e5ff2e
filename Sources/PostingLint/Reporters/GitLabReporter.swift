import SourceText

/// GitLab's Code Quality report: one JSON array.
///
/// Lines count from 1; the format has no columns. A finding is known by its fingerprint, so that a merge request shows
/// only what it brings.
public struct GitLabReporter: Reporter {
  private let language: Language
  private let paths: ReportPaths
  private var isFirst = true

  /// Writes paths relative to the root of the repository.
  public init(_ options: ReportOptions) {
    language = options.language
    paths = options.paths
  }

  /// Opens the array.
  public mutating func begin(_ output: inout [UInt8]) {
    isFirst = true
    output.append(UInt8(ascii: "["))
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    guard !report.diagnostics.isEmpty else { return [] }
    var output: [UInt8] = []
    let path = paths.reported(report.source.path)
    var positions = PositionReader(report.source, unit: .codePoints)
    for (diagnostic, fingerprint) in zip(report.diagnostics, Fingerprint.all(of: report, path: path)) {
      output += Array(",\n{".utf8)
      let place = positions.visiblePlace(diagnostic.range)
      JSONText.append("description", diagnostic.message[language], to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append("check_name", diagnostic.rule, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append("fingerprint", fingerprint.text, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append("severity", Self.name(diagnostic.severity), to: &output)
      output += Array(",\"location\":{".utf8)
      JSONText.append("path", path.display, to: &output)
      output += Array(",\"lines\":{".utf8)
      JSONText.append("begin", place.start.line, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append("end", place.end.line, to: &output)
      output += Array("}}}".utf8)
    }
    return output
  }

  /// Writes the findings of one file; a comma parts them from those before.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    output += isFirst ? text.dropFirst() : text[...]
    if !text.isEmpty { isFirst = false }
  }

  /// Closes the array.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    output += Array((isFirst ? "]\n" : "\n]\n").utf8)
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
