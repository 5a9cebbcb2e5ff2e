package import SourceText

/// The JSON form: one object, described by `schemas/diagnostics.schema.json`.
///
/// Lines and columns count from 1, columns in code points; offsets count bytes from 0.
public struct JSONReporter: Reporter {
  /// The version of the form; a new number means that something was removed or changed its meaning.
  public static let version = 1

  private let languages: [Language]
  private var isFirst = true

  /// Writes messages in the first language, and in all of them beside it when there are several.
  public init(_ options: ReportOptions) {
    languages = options.languages
  }

  /// Writes the head and the name of the tool.
  public mutating func begin(_ output: inout [UInt8]) {
    isFirst = true
    output += Array("{\"version\":\(Self.version),\"tool\":{".utf8)
    JSONText.append("name", Tool.name, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("version", Tool.version, to: &output)
    output += Array("},\"diagnostics\":[".utf8)
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    guard !report.diagnostics.isEmpty else { return [] }
    var output: [UInt8] = []
    var writer = DiagnosticJSON(report.source, languages: languages)
    for diagnostic in report.diagnostics {
      output += [UInt8(ascii: ","), 0x0A]
      writer.append(diagnostic, to: &output)
    }
    return output
  }

  /// Writes the findings of one file; a comma parts them from those before.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    output += isFirst ? text.dropFirst() : text[...]
    if !text.isEmpty { isFirst = false }
  }

  /// Writes the summary.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    output += Array("\n],\"summary\":{".utf8)
    JSONText.append("files", summary.files, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("errors", summary.errors, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("warnings", summary.warnings, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("infos", summary.infos, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("fixable", summary.fixable, to: &output)
    output += Array("}}\n".utf8)
  }
}

/// Writes the findings of one file as JSON objects.
package struct DiagnosticJSON {
  private let source: Source
  private var positions: PositionReader
  private let languages: [Language]

  /// Writes findings of `source` with messages in these languages.
  package init(_ source: Source, languages: [Language]) {
    self.source = source
    positions = PositionReader(source, unit: .codePoints)
    self.languages = languages
  }

  /// Appends one finding as an object.
  package mutating func append(_ diagnostic: Diagnostic, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    JSONText.append("path", source.path.display, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("rule", diagnostic.rule, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("severity", diagnostic.severity.name, to: &output)
    appendMessage(diagnostic.message, to: &output)
    if let pointer = diagnostic.pointer {
      output.append(UInt8(ascii: ","))
      JSONText.append("pointer", pointer, to: &output)
    }
    if let location = diagnostic.keywordLocation {
      output.append(UInt8(ascii: ","))
      JSONText.append("keywordLocation", location, to: &output)
    }
    appendRange(diagnostic.range, to: &output)
    output += Array(",\"notes\":[".utf8)
    for (index, note) in diagnostic.notes.enumerated() {
      output += Array((index == 0 ? "{" : ",{").utf8)
      JSONText.append("message", note.message[languages.first ?? .en], to: &output)
      appendRange(note.range, to: &output)
      output.append(UInt8(ascii: "}"))
    }
    output.append(UInt8(ascii: "]"))
    if let fix = diagnostic.fix { append(fix, to: &output) }
    output.append(UInt8(ascii: "}"))
  }

  private func appendMessage(_ message: Message, to output: inout [UInt8]) {
    output.append(UInt8(ascii: ","))
    JSONText.append("message", message[languages.first ?? .en], to: &output)
    guard languages.count > 1 else { return }
    output += Array(",\"messages\":{".utf8)
    JSONText.append("fr", message.fr, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("en", message.en, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ fix: Fix, to output: inout [UInt8]) {
    output += Array(",\"fix\":{".utf8)
    JSONText.append("title", fix.title[languages.first ?? .en], to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("applicability", fix.applicability.name, to: &output)
    output += Array(",\"edits\":[".utf8)
    for (index, edit) in fix.edits.enumerated() {
      output += Array((index == 0 ? "{" : ",{").utf8)
      JSONText.append("text", String(decoding: edit.replacement, as: UTF8.self), to: &output)
      appendRange(edit.range, to: &output)
      output.append(UInt8(ascii: "}"))
    }
    output += Array("]}".utf8)
  }

  private mutating func appendRange(_ range: ByteRange, to output: inout [UInt8]) {
    let place = positions.place(range)
    output += Array(",\"range\":{\"start\":".utf8)
    append(place.start, at: range.start, to: &output)
    output += Array(",\"end\":".utf8)
    append(place.end, at: range.end, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private func append(_ position: Position, at offset: Int, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    JSONText.append("line", position.line, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("column", position.column, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("offset", offset, to: &output)
    output.append(UInt8(ascii: "}"))
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
