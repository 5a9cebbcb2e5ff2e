import DataTree
import JSON
import JSONSchema
import PostingLint
import SourceText
import TestSupport
import Testing

@Suite struct SARIFReporterTests {
  private func log(_ reports: [FileReport], _ language: Language = .en) throws -> JSONReading {
    try JSONReading(ReportSample.text(.sarif, reports, ReportOptions(languages: [language])))
  }

  @Test func countsColumnsInUTF16() throws {
    let json = try log([ReportSample.astral()])
    #expect(json["runs/0/columnKind"] == #""utf16CodeUnits""#)
    #expect(
      json["runs/0/results/0/locations/0/physicalLocation/region"]
        == #"{"startLine":2,"startColumn":7,"endLine":2,"endColumn":9}"#)
    #expect(
      json["runs/0/results/0/relatedLocations/0/physicalLocation/region"]
        == #"{"startLine":2,"startColumn":1,"endLine":2,"endColumn":3}"#)
    #expect(
      json["runs/0/results/0/fixes/0/artifactChanges/0/replacements/0"]
        == #"{"deletedRegion":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":9},"#
        + #""insertedContent":{"text":"😀\u0001"}}"#)
  }

  /// The standard's text regions do not depend on it.
  @Test func aByteOrderMarkIsNoColumn() throws {
    let source = Source(path: "a.md", text: "\u{FEFF}--- x\ny")
    let findings = [ByteRange(0, 3), ByteRange(7, 8), ByteRange(9, 10)].map { range in
      var finding = ReportSample.finding("a", .error, range)
      finding.fix = Fix(Message(fr: "x", en: "x"), .safe, .deletion(range))
      return finding
    }
    let json = try log([FileReport(source: source, diagnostics: findings)])
    let regions = (0..<3).map { json["runs/0/results/\($0)/locations/0/physicalLocation/region"] }
    #expect(
      regions == [
        #"{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}"#,
        #"{"startLine":1,"startColumn":5,"endLine":1,"endColumn":6}"#,
        #"{"startLine":2,"startColumn":1,"endLine":2,"endColumn":2}"#,
      ])
    #expect(json["runs/0/results/0/fixes"] == nil)
    #expect(
      json["runs/0/results/1/fixes/0/artifactChanges/0/replacements/0/deletedRegion"]
        == #"{"startLine":1,"startColumn":5,"endLine":1,"endColumn":6}"#)
  }

  @Test(arguments: [
    ("jobs/a b.md", "jobs/a%20b.md"), ("./a:b.md", "a%3Ab.md"), ("é%20.md", "%C3%A9%2520.md"),
    ("/elsewhere/a.md", "file:///elsewhere/a.md"), ("<stdin>", "%3Cstdin%3E"),
  ])
  func encodesPaths(_ path: String, _ uri: String) throws {
    let json = try log([ReportSample.astral(path: path)])
    #expect(json["runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"] == "\"\(uri)\"")
  }

  @Test func encodesNamesThatAreNotUTF8() throws {
    let source = Source(path: SourcePath(bytes: [0x61, 0xE9, 0x2E, 0x6D, 0x64]), bytes: [])
    let report = FileReport(source: source, diagnostics: [ReportSample.finding("a", .info, ByteRange(at: 0))])
    let result = try log([report])["runs/0/results/0"]
    #expect(result?.contains(#""uri":"a%E9.md""#) == true)
    #expect(result?.contains(#""region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}"#) == true)
  }

  @Test(arguments: Language.allCases)
  func everyRuleHasItsManual(_ language: Language) throws {
    let json = try log([ReportSample.astral()], language)
    for (index, rule) in RuleRegistry.all.enumerated() {
      let base = "runs/0/tool/driver/rules/\(index)"
      #expect(json[base + "/id"] == "\"\(rule.info.id)\"")
      for part in ["shortDescription/text", "fullDescription/text", "help/text", "help/markdown"] {
        #expect((json["\(base)/\(part)"] ?? "").utf8.count > 10, "\(rule.info.id) \(part)")
      }
      #expect((json[base + "/fullDescription/text"] ?? "").unicodeScalars.count < 1100)
    }
    let index = RuleRegistry.all.firstIndex { $0.info.id == "unknown-value" }
    #expect(json["runs/0/results/0/ruleIndex"] == index.map { "\($0)" })
  }

  /// Without these words a log says that its messages are in English, and that a lone CR ends no line.
  @Test(arguments: Language.allCases)
  func saysItsLanguageAndWhatEndsALine(_ language: Language) throws {
    let source = Source(path: "a.md", text: "a\rb\r\nc\nd")
    let findings = [2, 5, 7].map { ReportSample.finding("a", .error, ByteRange($0, $0 + 1)) }
    let json = try log([FileReport(source: source, diagnostics: findings)], language)
    #expect(json["runs/0/language"] == "\"\(language.rawValue)\"")
    #expect(json["runs/0/tool/driver/language"] == json["runs/0/language"])
    #expect(json["runs/0/newlineSequences"] == #"["\r\n","\n","\r"]"#)
    let lines = (0..<3).map { json["runs/0/results/\($0)/locations/0/physicalLocation/region/startLine"] }
    #expect(lines == ["2", "3", "4"])
  }

  @Test func aCleanRunHasAnEmptyList() throws {
    let json = try log([])
    #expect(json["runs/0/results"] == "[]")
    #expect(json["runs/0/invocations"] == #"[{"executionSuccessful":true}]"#)
  }

  /// The action that uploads a log makes its own hash of the line, and takes the category from its user.
  @Test func leavesToTheUploadWhatItMakesItself() throws {
    let json = try log([ReportSample.astral()])
    #expect(json["runs/0/automationDetails"] == nil)
    let prints = try #require(json["runs/0/results/0/partialFingerprints"])
    #expect(!prints.contains("primaryLocationLineHash"))
    #expect(prints.contains(/^\{"posting-lint\/v1":"[0-9a-f]{16}"\}$/))
  }

  /// Viewers make a link of it (3.11.6), and show no address.
  @Test func aPostingPutsNoLinkIntoAMessage() throws {
    let source = Source(path: "a.md", text: "x")
    var finding = ReportSample.finding("a", .error, ByteRange(0, 1), "“[press](https://evil.example)” [x]( is wrong")
    finding.notes = [Diagnostic.Note(ByteRange(0, 1), Message(fr: "[y](1)", en: "[y](1)"))]
    let result = try log([FileReport(source: source, diagnostics: [finding])])["runs/0/results/0"]
    #expect(result?.contains("](") == false)
    #expect(result?.contains("“[press]\u{2060}(https://evil.example)” [x]\u{2060}( is wrong") == true)
  }

  @Test func isCutWhereCodeScanningTakesNoMore() throws {
    let many = (0..<26).map { ReportSample.many(1000, .warning, path: "\($0).md") }
    let text = ReportSample.text(.sarif, many)
    #expect(text.utf8.split(separator: UInt8(ascii: "\n")).count { $0.starts(with: #"{"ruleId":"#.utf8) } == 25_000)
    #expect(text.contains("findings that do not fit into this report, as it would grow too large to be taken: 1000"))
    var large = ReportSample.many(50, .error, path: "a.md")
    let word = String(repeating: "x", count: 1_000_000)
    for index in large.diagnostics.indices { large.diagnostics[index].message = Message(fr: word, en: word) }
    let cut = ReportSample.text(.sarif, [large])
    #expect(cut.utf8.count < 41_000_000)
    #expect(cut.contains("too large to be taken: 11"))
    // In the middle of a file and at its end.
    for files in [[24_999, 3], [25_000, 1]] {
      let json = try log(files.enumerated().map { ReportSample.many($1, .warning, path: "\($0).md") })
      let last = try #require(json["runs/0/results/24999/ruleId"])
      #expect(last == #""trailing-space""# && json["runs/0/results/25000"] == nil)
    }
  }

  @Test(.enabled(if: SharedData.exists("sarif-schema-2.1.0.json"), Comment(rawValue: SharedData.why)))
  func meetsTheStandardsSchema() throws {
    // The standard's schema is written for draft-04; nothing in it means something else under draft-07.
    let text = String(decoding: try SharedData.bytes("sarif-schema-2.1.0.json"), as: UTF8.self)
    let schema = try JSONParser.parse(Array(text.replacing("draft-04", with: "draft-07").utf8))
    var options = SchemaOptions()
    options.assertsFormat = true
    let validator = try SchemaValidator(schema: schema, options: options)
    let linter = try Harness.linter()
    let folder = "fixtures/broken/content/_jobs"
    let reports = try checkoutNames(folder).map { name in
      linter.lint(Source(path: SourcePath("\(folder)/\(name)"), bytes: try checkoutFile("\(folder)/\(name)")))
    }
    #expect(reports.contains { $0.diagnostics.contains { $0.fix != nil } })
    for sample in [[], reports, [ReportSample.astral(path: ReportSample.hostileName)]] {
      let tree = try JSONParser.parse(Array(ReportSample.text(.sarif, sample).utf8))
      #expect(validator.failures(of: tree).isEmpty)
    }
    var failed = Summary()
    failed.fail(SourcePath("é 1.md"), Message(fr: "absent", en: "missing"))
    failed.fail(nil, Message(fr: "git", en: "git"))
    failed.leftOut = 3
    var reporter = ReportFormat.sarif.reporter(ReportOptions())
    var output: [UInt8] = []
    reporter.begin(&output)
    reporter.end(failed, &output)
    #expect(validator.failures(of: try JSONParser.parse(output)).isEmpty)
    #expect(
      try JSONReading(String(decoding: output, as: UTF8.self))["runs/0/invocations/0/executionSuccessful"] == "false")
    let wrong = try JSONParser.parse(Array(#"{"version":"2.1.0","runs":[{"results":[{}]}]}"#.utf8))
    #expect(!validator.isValid(wrong))
  }
}
