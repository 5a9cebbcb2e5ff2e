import SourceText

/// The Reviewdog Diagnostic Format: one JSON object, with safe fixes as suggestions.
///
/// Lines and columns count from 1, columns in UTF-8 bytes; ends are exclusive.
public struct RDJSONReporter: Reporter {
  /// Over how many lines a suggestion may reach.
  private static let suggestionLines = 20

  private let language: Language
  private var isFirst = true

  /// Writes paths as they were given: the reader knows the repository.
  public init(_ options: ReportOptions) {
    language = options.language
  }

  /// Opens the object and names the tool.
  public mutating func begin(_ output: inout [UInt8]) {
    isFirst = true
    output += Array("{\"source\":{".utf8)
    JSONText.append("name", Tool.name, to: &output)
    output += Array("},\"diagnostics\":[".utf8)
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    guard !report.diagnostics.isEmpty else { return [] }
    var output: [UInt8] = []
    let source = report.source
    let path = ReportPaths().reported(source.path).display
    var positions = PositionReader(source, unit: .utf8)
    for diagnostic in report.diagnostics {
      output += Array(",\n{".utf8)
      JSONText.append("message", diagnostic.message[language], to: &output)
      output += Array(",\"location\":{".utf8)
      JSONText.append("path", path, to: &output)
      append(positions.place(diagnostic.range), to: &output)
      output += Array("},".utf8)
      JSONText.append("severity", diagnostic.severity.name.uppercased(), to: &output)
      output += Array(",\"code\":{".utf8)
      JSONText.append("value", diagnostic.rule, to: &output)
      output.append(UInt8(ascii: "}"))
      if let fix = diagnostic.fix, fix.applicability == .safe {
        append(fix, in: source, &positions, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
    return output
  }

  /// Writes the findings of one file; a comma parts them from those before.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    output += isFirst ? text.dropFirst() : text[...]
    if !text.isEmpty { isFirst = false }
  }

  /// Closes the object.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    output += Array((isFirst ? "]}\n" : "\n]}\n").utf8)
  }

  /// Appends a fix as one suggestion: its edits belong together, and a person takes a suggestion with one click.
  private func append(
    _ fix: Fix, in source: Source, _ positions: inout PositionReader, to output: inout [UInt8]
  ) {
    guard let first = fix.edits.first, let last = fix.edits.last else { return }
    let range = ByteRange(first.range.start, last.range.end)
    let place = positions.place(range)
    guard place.end.line - place.start.line <= Self.suggestionLines else { return }
    let moved = fix.edits.map { Edit($0.range.moved(by: -range.start), $0.replacement) }
    let text = Array(source[range]).applying(moved)
    output += Array(",\"suggestions\":[{".utf8)
    JSONText.append("text", String(decoding: text, as: UTF8.self), to: &output)
    append(place, to: &output)
    output += Array("}]".utf8)
  }

  private func append(_ place: PositionReader.Place, to output: inout [UInt8]) {
    output += Array(",\"range\":{\"start\":{".utf8)
    append(place.start, to: &output)
    output += Array("},\"end\":{".utf8)
    append(place.end, to: &output)
    output += Array("}}".utf8)
  }

  private func append(_ position: Position, to output: inout [UInt8]) {
    JSONText.append("line", position.line, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("column", position.column, to: &output)
  }
}
