import SourceText

/// The Reviewdog Diagnostic Format: one JSON object, with safe fixes as suggestions.
///
/// Lines and columns count from 1, columns in UTF-8 bytes; ends are exclusive.
public struct RDJSONReporter: Reporter {
  /// Over how many lines a suggestion may reach.
  private static let suggestionLines = 20

  private let language: Language
  private var json = JSONWriter()

  /// Writes paths as they were given: the reader knows the repository.
  public init(_ options: ReportOptions) {
    language = options.language
  }

  /// Opens the object and names the tool.
  public mutating func begin(_ output: inout [UInt8]) {
    json = JSONWriter()
    json.open(.object)
    json.object("source") { $0.member("name", Tool.name) }
    json.key("diagnostics")
    json.open(.array)
    output += json.take()
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    let report = report.told
    guard !report.diagnostics.isEmpty else { return [] }
    let source = report.source
    let path = ReportPaths().reported(source.path).display
    let positions = PositionReader(source, unit: .utf8)
    return JSONWriter.lines(report.diagnostics) { diagnostic, json in
      let place = positions.place(diagnostic.range)
      json.object {
        $0.member("message", diagnostic.message[language])
        $0.object("location") {
          $0.member("path", path)
          Self.write(place, to: &$0)
        }
        $0.member("severity", diagnostic.severity.name.uppercased())
        $0.object("code") { $0.member("value", diagnostic.rule) }
        if let fix = diagnostic.fix, fix.applicability == .safe { Self.write(fix, in: source, positions, to: &$0) }
      }
    }
  }

  /// Writes the findings of one file.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    json.lines(text)
    output += json.take()
  }

  /// Closes the object. What could not be checked is an error of its own.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    addNotices(of: summary, &output)
    json.close(.array)
    json.close(.object)
    output += json.take() + [Byte.lineFeed]
  }

  /// Writes a fix as one suggestion: its edits belong together, and a person takes a suggestion with one click.
  private static func write(
    _ fix: Fix, in source: Source, _ positions: PositionReader, to json: inout JSONWriter
  ) {
    guard let first = fix.edits.first, let last = fix.edits.last else { return }
    let range = ByteRange(first.range.start, last.range.end)
    let place = positions.place(range)
    guard place.end.line - place.start.line <= suggestionLines else { return }
    let moved = fix.edits.map { Edit($0.range.moved(by: -range.start), $0.replacement) }
    let text = Array(source[range]).applying(moved)
    json.array("suggestions") {
      $0.object {
        $0.member("text", String(decoding: text, as: UTF8.self))
        write(place, to: &$0)
      }
    }
  }

  private static func write(_ place: PositionReader.Place, to json: inout JSONWriter) {
    json.object("range") {
      $0.object("start") { write(place.start, to: &$0) }
      $0.object("end") { write(place.end, to: &$0) }
    }
  }

  private static func write(_ position: Position, to json: inout JSONWriter) {
    json.member("line", position.line)
    json.member("column", position.column)
  }
}
