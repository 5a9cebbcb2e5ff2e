package import SourceText

/// Writes the findings of one file as JSON objects.
package struct DiagnosticJSON {
  private let source: Source
  private let positions: PositionReader
  private let languages: [Language]

  /// Writes findings of `source` with messages in these languages.
  package init(_ source: Source, languages: [Language]) {
    self.source = source
    positions = PositionReader(source, unit: .codePoints)
    self.languages = languages
  }

  /// The findings of a file, each on a line of its own.
  static func lines(_ report: FileReport, languages: [Language]) -> [UInt8] {
    let writer = DiagnosticJSON(report.source, languages: languages)
    return JSONWriter.lines(report.diagnostics) { writer.write($0, to: &$1) }
  }

  /// Writes one finding as an object.
  package func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.open(.object)
    json.member("path", source.path.display)
    json.member("rule", diagnostic.rule)
    json.member("severity", diagnostic.severity.name)
    json.member("message", diagnostic.message[languages.first ?? .en])
    if languages.count > 1 {
      json.object("messages") {
        $0.member("fr", diagnostic.message.fr)
        $0.member("en", diagnostic.message.en)
      }
    }
    if let pointer = diagnostic.pointer { json.member("pointer", pointer) }
    if let location = diagnostic.keywordLocation { json.member("keywordLocation", location) }
    write(diagnostic.range, to: &json)
    json.array("notes") {
      for note in diagnostic.notes {
        $0.open(.object)
        $0.member("message", note.message[languages.first ?? .en])
        write(note.range, to: &$0)
        $0.close(.object)
      }
    }
    if let fix = diagnostic.fix { write(fix, to: &json) }
    json.close(.object)
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.object("fix") {
      $0.member("title", fix.title[languages.first ?? .en])
      $0.member("applicability", fix.applicability.name)
      $0.array("edits") {
        for edit in fix.edits {
          $0.open(.object)
          $0.member("text", String(decoding: edit.replacement, as: UTF8.self))
          write(edit.range, to: &$0)
          $0.close(.object)
        }
      }
    }
  }

  private func write(_ range: ByteRange, to json: inout JSONWriter) {
    let place = positions.place(range)
    json.object("range") {
      $0.object("start") { Self.write(place.start, at: range.start, to: &$0) }
      $0.object("end") { Self.write(place.end, at: range.end, to: &$0) }
    }
  }

  private static func write(_ position: Position, at offset: Int, to json: inout JSONWriter) {
    json.member("line", position.line)
    json.member("column", position.column)
    json.member("offset", offset)
  }
}

extension Applicability {
  /// The name in output formats.
  package var name: String {
    switch self {
    case .displayOnly: "displayOnly"
    case .unsafe: "unsafe"
    case .safe: "safe"
    }
  }
}
