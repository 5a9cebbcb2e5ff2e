import PostingLint
import SourceText
import Testing

@Suite struct ReviewReporterTests {
  @Test func gitLabStatesLinesPathAndFingerprint() throws {
    let text = ReportSample.text(.gitlab, [ReportSample.astral(path: "./" + ReportSample.hostileName)])
    let json = try JSONReading(text)
    #expect(json["0/location/path"] == #""d é/na,me:1 100% \"q\" <b>&'##\u005Berror]|`.md""#)
    #expect(json["0/location/lines"] == #"{"begin":2,"end":2}"#)
    #expect(json["0/severity"] == #""major""#)
    #expect(json["0/check_name"] == #""unknown-value""#)
    #expect(json["0/fingerprint"]?.utf8.count == 18)
    #expect(json["1"] == nil)
    #expect(ReportSample.text(.gitlab, []) == "[]\n")
  }

  @Test func gitLabKeepsALineEndOutOfTheRange() throws {
    let source = Source(path: "a.md", text: "ab\r\ncd\r\n")
    let report = FileReport(source: source, diagnostics: [ReportSample.finding("a", .info, ByteRange(0, 4))])
    #expect(try JSONReading(ReportSample.text(.gitlab, [report]))["0/location/lines/end"] == "1")
  }

  @Test func rdjsonCountsBytesAndSuggestsSafeFixes() throws {
    var unsafe = ReportSample.astral(path: "b.md")
    let fix = Fix(Message(fr: "x", en: "x"), .unsafe, Edit(ByteRange(0, 1), "y"))
    unsafe.diagnostics[0].fix = fix
    let json = try JSONReading(ReportSample.text(.rdjson, [ReportSample.astral(), unsafe]))
    #expect(json["source/name"] == #""posting-lint""#)
    #expect(json["diagnostics/0/location/range"] == #"{"start":{"line":2,"column":10},"end":{"line":2,"column":14}}"#)
    #expect(json["diagnostics/0/severity"] == #""ERROR""#)
    #expect(json["diagnostics/0/code/value"] == #""unknown-value""#)
    #expect(
      json["diagnostics/0/suggestions"]
        == #"[{"text":"😀\u0001","range":{"start":{"line":2,"column":10},"end":{"line":2,"column":14}}}]"#)
    #expect(json["diagnostics/1/suggestions"] == nil)
  }

  @Test func rdjsonMakesOneSuggestionOfAllEdits() throws {
    let source = Source(path: "a.md", text: "a: b\nc: d\n")
    let edits = [Edit(ByteRange(0, 1), "A"), Edit.insertion("!", at: 6)]
    var finding = ReportSample.finding("a", .error, ByteRange(0, 1))
    finding.fix = Fix(Message(fr: "x", en: "x"), .safe, edits)
    let json = try JSONReading(ReportSample.text(.rdjson, [FileReport(source: source, diagnostics: [finding])]))
    #expect(json["diagnostics/0/suggestions/0/text"] == #""A: b\nc!""#)
    #expect(json["diagnostics/0/suggestions/0/range/end"] == #"{"line":2,"column":2}"#)
  }

  @Test func markdownKeepsItsTableWhole() {
    let text = ReportSample.text(.markdown, [ReportSample.astral(path: ReportSample.hostileName + "\n| x")])
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 3)
    for row in rows { #expect(row.utf8.filter { $0 == UInt8(ascii: "|") }.count == 5, "\(row)") }
    #expect(rows.last?.contains("<b>") == false)
    #expect(
      text.hasSuffix("**1** file, **1** error, **0** warnings, **0** pieces of advice; **1** can be fixed with --fix\n")
    )
  }

  @Test func markdownLinksToTheLine() {
    var options = ReportOptions()
    options.sourceAddress = "https://exemple.fr/site/blob/0a1b"
    func place(_ path: String) -> Substring? {
      let text = ReportSample.text(.markdown, [ReportSample.astral(path: path)], options)
      return text.split(separator: "\n").last { $0.hasPrefix("|") }?.dropFirst(2).prefix { $0 != " " }
    }
    #expect(
      place("jobs/é(1).md")?.hasSuffix("](https://exemple.fr/site/blob/0a1b/jobs/%C3%A9%281%29.md?plain=1#L2)") == true)
    #expect(place("/elsewhere/a.md") == "<code>/elsewhere/a.md:2</code>")
    #expect(place("../a.md") == "<code>../a.md:2</code>")
    #expect(place("<stdin>") == "<code>&#60;stdin&#62;:2</code>")
  }

  @Test func markdownCallsNobody() {
    let source = Source(path: "@team/#1.md", text: "x")
    let finding = ReportSample.finding("a", .info, ByteRange(0, 1), "@team #1 [x](y) `z` <img> a|b _c_ *d*")
    let text = ReportSample.text(.markdown, [FileReport(source: source, diagnostics: [finding])])
    #expect(text.contains(#"&#64;<!-- -->team &#35;<!-- -->1 \[x\](y) \`z\` &#60;img&#62; a&#124;b \_c\_ \*d\*"#))
    #expect(text.contains("<code>&#64;team/&#35;1.md:1</code>"))
  }

  /// GitHub makes links of bare addresses, in code too.
  @Test func markdownLinksToNoAddressOfAPosting() {
    let addresses = "https://evil.example HTTP://x.example www.evil.example WWW.x.example ftp://y.example"
    let source = Source(path: "www.evil.example/http://a.md", text: "x")
    let finding = ReportSample.finding("a", .info, ByteRange(0, 1), addresses)
    let text = ReportSample.text(.markdown, [FileReport(source: source, diagnostics: [finding])])
    #expect(!text.contains("://") && !text.lowercased().contains("www."))
    #expect(text.contains("https&#58;<!-- -->//evil.example") && text.contains("www&#46;<!-- -->evil.example"))
  }

  @Test func markdownStaysBelowTheSizeOfASummary() {
    let text = ReportSample.text(.markdown, [ReportSample.many(20_000, .error, path: "a.md")])
    #expect(text.utf8.count < 1 << 20)
    #expect(text.contains("\n… and "))
    #expect(text.hasSuffix("**20000** errors, **0** warnings, **0** pieces of advice; **0** can be fixed with --fix\n"))
    #expect(ReportSample.text(.markdown, []) == "### posting-lint\n\nNo file was checked.\n")
    let clean = FileReport(source: Source(path: "a.md", text: "x"), diagnostics: [])
    #expect(ReportSample.text(.markdown, [clean]) == "### posting-lint\n\nNo problem found (1 file checked).\n")
  }
}
