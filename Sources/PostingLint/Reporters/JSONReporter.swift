import SourceText

/// The JSON form: one object, described by `schemas/diagnostics.schema.json`.
///
/// Lines and columns count from 1, columns in code points; offsets count bytes from 0.
public struct JSONReporter: Reporter {
  /// The version of the form; a new number means that something was removed or changed its meaning.
  public static let version = 1

  private let languages: [Language]
  private var json = JSONWriter()

  /// Writes messages in the first language, and in all of them beside it when there are several.
  public init(_ options: ReportOptions) {
    languages = options.languages
  }

  /// Writes the head and the name of the tool.
  public mutating func begin(_ output: inout [UInt8]) {
    json = JSONWriter()
    json.open(.object)
    json.member("version", Self.version)
    json.object("tool") {
      $0.member("name", Tool.name)
      $0.member("version", Tool.version)
    }
    json.key("diagnostics")
    json.open(.array)
    json.breakLine()
    output += json.take()
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    DiagnosticJSON.lines(report, languages: languages)
  }

  /// Writes the findings of one file.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    json.lines(text)
    output += json.take()
  }

  /// Writes the summary.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    var json = json
    json.close(.array)
    json.array("notices") { list in
      for notice in summary.notices {
        list.object { write(notice, to: &$0) }
      }
    }
    json.object("summary") {
      $0.member("files", summary.files)
      $0.member("errors", summary.errors)
      $0.member("warnings", summary.warnings)
      $0.member("infos", summary.infos)
      $0.member("fixable", summary.fixable)
      $0.member("leftOut", summary.leftOut)
      $0.member("notChecked", summary.failureCount)
      $0.member("silenced", summary.silenced.findings)
    }
    json.close(.object)
    output += json.take() + [Byte.lineFeed]
  }

  private func write(_ notice: RunNotice, to json: inout JSONWriter) {
    json.member("kind", notice.kind.rawValue)
    if let path = notice.path { json.member("path", path.display) }
    json.member("severity", notice.severity.name)
    json.member("message", notice.message[languages.first ?? .en])
  }
}
