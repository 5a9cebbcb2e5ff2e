import SourceText

/// SARIF 2.1.0 for code scanning: one run, with every rule and its manual.
///
/// Lines and columns count from 1, columns in UTF-16 code units, as `columnKind` says; ends are exclusive. A byte order
/// mark does not count (3.30.2), so a fix that deletes it cannot be told.
public struct SARIFReporter: Reporter {
  /// How many results are written: GitHub refuses a run with more.
  static let resultLimit = 25_000
  /// How many bytes of results are written: GitHub refuses a log of more than 10 MB once it is compressed, and findings
  /// compress to less than a quarter.
  static let sizeLimit = 40_000_000

  private let language: Language
  private let paths: ReportPaths
  private let indices: [String: Int]
  private var json = JSONWriter()
  private var results = 0
  private var size = 0
  private var leftOut = 0

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
    var json = JSONWriter()
    json.open(.object)
    // The identifier of the standard's own schema; nothing is fetched from there.
    json.member(
      "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.open(.array)
    json.open(.object)
    json.object("tool") {
      $0.object("driver") {
        $0.member("name", Tool.name)
        $0.member("semanticVersion", Tool.version)
        $0.member("language", language.rawValue)
        $0.array("rules") { list in
          for rule in RuleRegistry.all {
            list.breakLine()
            list.object { write(rule.info, to: &$0) }
          }
          list.breakLine()
        }
      }
    }
    json.member("language", language.rawValue)
    json.member("columnKind", "utf16CodeUnits")
    json.member("newlineSequences", ["\r\n", "\n", "\r"])
    json.key("results")
    json.open(.array)
    output += json.take()
    self.json = json
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    guard !report.diagnostics.isEmpty else { return [] }
    let path = paths.reported(report.source.path)
    let writer = ResultWriter(report.source, uri: Self.uri(path), language: language)
    return JSONWriter.lines(zip(report.diagnostics, Fingerprint.all(of: report, path: path))) { finding, json in
      let (diagnostic, fingerprint) = finding
      json.object { writer.write(diagnostic, ruleIndex: indices[diagnostic.rule], fingerprint, to: &$0) }
    }
  }

  /// Writes the findings of one file, each a line, as far as they fit in.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    var end = 0
    for line in text.split(separator: Byte.lineFeed) {
      if leftOut > 0 || results == Self.resultLimit || size + line.count > Self.sizeLimit {
        leftOut += 1
      } else {
        results += 1
        size += line.count
        end = line.endIndex
      }
    }
    var taken = leftOut > 0 ? Array(text[..<end]) : text
    // What follows the last that is taken is not.
    if taken.last == UInt8(ascii: ",") { taken.removeLast() }
    json.lines(taken)
    output += json.take()
  }

  /// Closes the log, with what the run could not check.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    var json = json
    json.close(.array)
    var notices = summary.notices
    if summary.leftOut > 0 { notices.append(.leftOut(summary.leftOut, of: nil)) }
    if leftOut > 0 { notices.append(.tooMany(leftOut)) }
    json.array("invocations") {
      $0.object {
        $0.member("executionSuccessful", summary.failureCount == 0)
        if !notices.isEmpty {
          $0.array("toolExecutionNotifications") { list in
            for notice in notices { list.object { write(notice, to: &$0) } }
          }
        }
      }
    }
    for collection in [.object, .array, .object] as [JSONWriter.Collection] { json.close(collection) }
    output += json.take() + [Byte.lineFeed]
  }

  /// A path as a URI reference (RFC 3986, 4.1), from its bytes: names need not be UTF-8. A colon is always encoded, as
  /// in the first segment it would end a scheme.
  static func uri(_ path: SourcePath) -> String {
    let isAbsolute = path.bytes.first == Byte.slash
    return String(decoding: isAbsolute ? FileURI.make(path) : PercentCoding.encode(path: path.bytes), as: UTF8.self)
  }

  /// A message that holds no embedded link (SARIF 2.1.0, 3.11.6), of which viewers show the text alone and which a posting
  /// must not bring: the standard knows no escape for it, so a character without a width parts its halves.
  static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "("), bytes.last == UInt8(ascii: "]") { bytes += "\u{2060}".utf8 }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ notice: RunNotice, to json: inout JSONWriter) {
    json.object("descriptor") { $0.member("id", notice.kind.rawValue) }
    json.member("level", Self.level(notice.severity))
    json.object("message") { $0.member("text", Self.plain(notice.message[language])) }
    guard let path = notice.path else { return }
    json.array("locations") {
      $0.object {
        $0.object("physicalLocation") {
          $0.object("artifactLocation") { $0.member("uri", Self.uri(paths.reported(path))) }
        }
      }
    }
  }

  // MARK: Rules

  private func write(_ info: RuleInfo, to json: inout JSONWriter) {
    json.member("id", info.id)
    if !info.aliases.isEmpty { json.member("deprecatedIds", info.aliases) }
    json.object("shortDescription") { $0.member("text", Self.cut(info.summary[language])) }
    json.object("fullDescription") { $0.member("text", Self.cut(info.rationale[language])) }
    json.object("help") {
      $0.member("text", RuleManual.page(info, language))
      $0.member("markdown", RuleMarkdown.page(info, language))
    }
    json.object("defaultConfiguration") {
      $0.member("enabled", info.isOnByDefault)
      $0.member("level", Self.level(info.severity))
    }
    json.object("properties") {
      $0.member("tags", [info.group.rawValue])
      $0.member("precision", "high")
      $0.member("problem.severity", Self.problemLevel(info.severity))
    }
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
  private let positions: PositionReader

  init(_ source: Source, uri: String, language: Language) {
    self.uri = uri
    self.language = language
    positions = PositionReader(source, unit: .utf16).withoutByteOrderMark()
  }

  /// Writes the members of one result.
  func write(
    _ diagnostic: Diagnostic, ruleIndex: Int?, _ fingerprint: Fingerprint, to json: inout JSONWriter
  ) {
    json.member("ruleId", diagnostic.rule)
    if let ruleIndex { json.member("ruleIndex", ruleIndex) }
    json.member("level", SARIFReporter.level(diagnostic.severity))
    write(diagnostic.message, as: "message", to: &json)
    json.array("locations") { $0.object { write(diagnostic.range, to: &$0) } }
    json.object("partialFingerprints") { $0.member("posting-lint/v1", fingerprint.text) }
    if !diagnostic.notes.isEmpty {
      json.array("relatedLocations") {
        for note in diagnostic.notes {
          $0.open(.object)
          write(note.message, as: "message", to: &$0)
          write(note.range, to: &$0)
          $0.close(.object)
        }
      }
    }
    if let fix = diagnostic.fix, fix.applicability > .displayOnly,
      fix.edits.allSatisfy({ positions.hasPlace($0.range) })
    {
      json.array("fixes") { $0.object { write(fix, to: &$0) } }
    }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    write(fix.title, as: "description", to: &json)
    json.array("artifactChanges") {
      $0.object {
        writeFile(to: &$0)
        $0.array("replacements") { for edit in fix.edits { write(edit, to: &$0) } }
      }
    }
  }

  private func write(_ edit: Edit, to list: inout JSONWriter) {
    list.object {
      write(positions.place(edit.range), as: "deletedRegion", to: &$0)
      $0.object("insertedContent") { $0.member("text", String(decoding: edit.replacement, as: UTF8.self)) }
    }
  }

  private func write(_ range: ByteRange, to json: inout JSONWriter) {
    json.object("physicalLocation") {
      writeFile(to: &$0)
      write(positions.place(range), as: "region", to: &$0)
    }
  }

  private func writeFile(to json: inout JSONWriter) {
    json.object("artifactLocation") { $0.member("uri", uri) }
  }

  private func write(_ message: Message, as key: StaticString, to json: inout JSONWriter) {
    json.object(key) { $0.member("text", SARIFReporter.plain(message[language])) }
  }

  private func write(_ place: PositionReader.Place, as key: StaticString, to json: inout JSONWriter) {
    json.object(key) {
      $0.member("startLine", place.start.line)
      $0.member("startColumn", place.start.column)
      $0.member("endLine", place.end.line)
      $0.member("endColumn", place.end.column)
    }
  }
}
