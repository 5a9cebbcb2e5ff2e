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

  @Test func aCleanRunHasAnEmptyList() throws {
    #expect(try log([])["runs/0/results"] == "[]")
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
    let wrong = try JSONParser.parse(Array(#"{"version":"2.1.0","runs":[{"results":[{}]}]}"#.utf8))
    #expect(!validator.isValid(wrong))
  }
}
