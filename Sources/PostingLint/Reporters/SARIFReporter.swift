import Addresses
import SourceText

/// SARIF 2.1.0 for code scanning: one run, with every rule and its manual.
///
/// Lines and columns count from 1, columns in UTF-16 code units, as `columnKind` says; ends are exclusive.
public struct SARIFReporter: Reporter {
  private let language: Language
  private let paths: ReportPaths
  private let indices: [String: Int]
  private var isFirst = true

  /// Writes paths relative to the root of the repository, percent-encoded.
  public init(_ options: ReportOptions) {
    language = options.language
    paths = options.paths
    var indices: [String: Int] = [:]
    for (index, rule) in RuleRegistry.all.enumerated() { indices[rule.info.id] = index }
    self.indices = indices
  }

  /// Writes the head and the rules.
  public mutating func begin(_ output: inout [UInt8]) {
    isFirst = true
    output += Array("{".utf8)
    // The identifier of the standard's own schema; nothing is fetched from there.
    JSONText.append(
      "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      to: &output)
    output += Array(",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{".utf8)
    JSONText.append("name", Tool.name, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("semanticVersion", Tool.version, to: &output)
    output += Array(",\"rules\":[".utf8)
    for (index, rule) in RuleRegistry.all.enumerated() {
      output += Array((index == 0 ? "\n{" : ",\n{").utf8)
      append(rule.info, to: &output)
      output.append(UInt8(ascii: "}"))
    }
    output += Array("\n]}},\"columnKind\":\"utf16CodeUnits\",\"automationDetails\":{".utf8)
    JSONText.append("id", "\(Tool.name)/", to: &output)
    output += Array("},\"results\":[".utf8)
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    guard !report.diagnostics.isEmpty else { return [] }
    var output: [UInt8] = []
    let path = paths.reported(report.source.path)
    var writer = ResultWriter(report.source, uri: Self.uri(path), language: language)
    for (diagnostic, fingerprint) in zip(report.diagnostics, Fingerprint.all(of: report, path: path)) {
      output += Array(",\n{".utf8)
      writer.append(diagnostic, ruleIndex: indices[diagnostic.rule], fingerprint, to: &output)
      output.append(UInt8(ascii: "}"))
    }
    return output
  }

  /// Writes the findings of one file; a comma parts them from those before.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    output += isFirst ? text.dropFirst() : text[...]
    if !text.isEmpty { isFirst = false }
  }

  /// Closes the log.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    output += Array((isFirst ? "]}]}\n" : "\n]}]}\n").utf8)
  }

  /// A path as a URI reference (RFC 3986, 4.1), from its bytes: names need not be UTF-8. A colon is always encoded, as
  /// in the first segment it would end a scheme.
  static func uri(_ path: SourcePath) -> String {
    let encoded = PercentCoding.encode(path.bytes) { $0 == UInt8(ascii: "/") }
    let isAbsolute = path.bytes.first == UInt8(ascii: "/")
    return (isAbsolute ? "file://" : "") + String(decoding: encoded, as: UTF8.self)
  }

  // MARK: Rules

  private func append(_ info: RuleInfo, to output: inout [UInt8]) {
    JSONText.append("id", info.id, to: &output)
    if !info.aliases.isEmpty {
      output += Array(",\"deprecatedIds\":[".utf8)
      for (index, alias) in info.aliases.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSONText.append(alias, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    }
    output += Array(",\"shortDescription\":{".utf8)
    JSONText.append("text", Self.cut(info.summary[language]), to: &output)
    output += Array("},\"fullDescription\":{".utf8)
    JSONText.append("text", Self.cut(info.rationale[language]), to: &output)
    output += Array("},\"help\":{".utf8)
    JSONText.append("text", RuleManual.page(info, language), to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("markdown", RuleMarkdown.page(info, language), to: &output)
    output += Array("},\"defaultConfiguration\":{\"enabled\":\(info.isOnByDefault),".utf8)
    JSONText.append("level", Self.level(info.severity), to: &output)
    output += Array("},\"properties\":{\"tags\":[".utf8)
    JSONText.append(info.group.rawValue, to: &output)
    output += Array("],".utf8)
    JSONText.append("precision", "high", to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("problem.severity", Self.problemLevel(info.severity), to: &output)
    output.append(UInt8(ascii: "}"))
  }

  /// The text within the 1,024 characters that code scanning takes of a description.
  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 1024
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(1023))) + "…"
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func problemLevel(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }
}

/// Writes the findings of one file as SARIF results.
private struct ResultWriter {
  private let uri: String
  private let language: Language
  private var positions: PositionReader

  init(_ source: Source, uri: String, language: Language) {
    self.uri = uri
    self.language = language
    positions = PositionReader(source, unit: .utf16)
  }

  /// Appends the members of one result.
  mutating func append(
    _ diagnostic: Diagnostic, ruleIndex: Int?, _ fingerprint: Fingerprint, to output: inout [UInt8]
  ) {
    JSONText.append("ruleId", diagnostic.rule, to: &output)
    if let ruleIndex {
      output.append(UInt8(ascii: ","))
      JSONText.append("ruleIndex", ruleIndex, to: &output)
    }
    output.append(UInt8(ascii: ","))
    JSONText.append("level", SARIFReporter.level(diagnostic.severity), to: &output)
    output.append(UInt8(ascii: ","))
    append(diagnostic.message, key: "message", to: &output)
    output += Array(",\"locations\":[{".utf8)
    append(diagnostic.range, to: &output)
    output += Array("}],\"partialFingerprints\":{".utf8)
    JSONText.append("primaryLocationLineHash", fingerprint.text, to: &output)
    output.append(UInt8(ascii: "}"))
    if !diagnostic.notes.isEmpty {
      output += Array(",\"relatedLocations\":[".utf8)
      for (index, note) in diagnostic.notes.enumerated() {
        output += Array((index == 0 ? "{" : ",{").utf8)
        append(note.message, key: "message", to: &output)
        output.append(UInt8(ascii: ","))
        append(note.range, to: &output)
        output.append(UInt8(ascii: "}"))
      }
      output.append(UInt8(ascii: "]"))
    }
    if let fix = diagnostic.fix, fix.applicability > .displayOnly { append(fix, to: &output) }
  }

  private mutating func append(_ fix: Fix, to output: inout [UInt8]) {
    output += Array(",\"fixes\":[{".utf8)
    append(fix.title, key: "description", to: &output)
    output += Array(",\"artifactChanges\":[{\"artifactLocation\":{".utf8)
    JSONText.append("uri", uri, to: &output)
    output += Array("},\"replacements\":[".utf8)
    for (index, edit) in fix.edits.enumerated() {
      output += Array((index == 0 ? "{" : ",{").utf8)
      append(positions.place(edit.range), key: "deletedRegion", to: &output)
      output += Array(",\"insertedContent\":{".utf8)
      JSONText.append("text", String(decoding: edit.replacement, as: UTF8.self), to: &output)
      output += Array("}}".utf8)
    }
    output += Array("]}]}]".utf8)
  }

  private func append(_ message: Message, key: StaticString, to output: inout [UInt8]) {
    JSONText.append(key, to: &output)
    output.append(UInt8(ascii: "{"))
    JSONText.append("text", message[language], to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ range: ByteRange, to output: inout [UInt8]) {
    output += Array("\"physicalLocation\":{\"artifactLocation\":{".utf8)
    JSONText.append("uri", uri, to: &output)
    output += Array("},".utf8)
    append(positions.place(range), key: "region", to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private func append(_ place: PositionReader.Place, key: StaticString, to output: inout [UInt8]) {
    JSONText.append(key, to: &output)
    output.append(UInt8(ascii: "{"))
    JSONText.append("startLine", place.start.line, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("startColumn", place.start.column, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("endLine", place.end.line, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append("endColumn", place.end.column, to: &output)
    output.append(UInt8(ascii: "}"))
  }
}
