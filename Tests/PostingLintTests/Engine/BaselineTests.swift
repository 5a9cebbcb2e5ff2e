import PostingLint
import SourceText
import Testing

@Suite struct BaselineTests {
  private func report(_ text: String, _ wrong: [String], path: String = "gone.md", rule: String = "a-rule")
    -> FileReport
  {
    let bytes = Array(text.utf8)
    var diagnostics: [Diagnostic] = []
    for start in bytes.indices {
      for word in wrong where bytes[start...].starts(with: word.utf8) {
        diagnostics.append(ReportSample.finding(rule, .error, ByteRange(start, start + word.utf8.count)))
      }
    }
    return FileReport(source: Source(path: path, text: text), diagnostics: diagnostics)
  }

  private func written(_ reports: [FileReport]) throws -> Baseline {
    var baseline = Baseline(paths: ReportPaths())
    for report in reports { _ = baseline.filtered(report) }
    baseline.accept { _ in true }
    return try Baseline(Source(path: SourcePath("b.json"), bytes: baseline.text), paths: ReportPaths())
  }

  @Test func leavesOutWhatWasAccepted() throws {
    var baseline = try written([report("foo\nbar\n", ["foo", "bar"])])
    let left = baseline.filtered(report("\n\nnew\nbar\nfoo\n", ["foo", "bar", "new"])).diagnostics
    #expect(left.map(\.range) == [ByteRange(2, 5)])
    #expect(baseline.stale { _ in true }.isEmpty)
  }

  @Test func aNewFindingDoesNotHideBehindAMendedOne() throws {
    var baseline = try written([report("foo foo", ["foo"])])
    let left = baseline.filtered(report("foo bar", ["foo", "bar"])).diagnostics
    #expect(left.map(\.range) == [ByteRange(4, 7)])
    #expect(baseline.stale { _ in true }.map(\.subject) == ["foo"])
    #expect(baseline.stale { $0 != "a-rule" }.isEmpty)
  }

  /// What was accepted as a warning may stand for an error later.
  @Test func anAcceptedWarningHidesNoError() throws {
    var warned = report("foo", ["foo"])
    warned.diagnostics[0].severity = .warning
    var baseline = try written([warned])
    #expect(baseline.filtered(warned).diagnostics.isEmpty)
    #expect(baseline.filtered(report("foo", ["foo"])).diagnostics.count == 1)
    // Files of before do not say how grave it was.
    let old = String(decoding: baseline.text, as: UTF8.self).replacing("\"severity\":\"warning\",", with: "")
    var older = try Baseline(Source(path: "b.json", text: old), paths: ReportPaths())
    #expect(older.filtered(report("foo", ["foo"])).diagnostics.isEmpty)
  }

  @Test func aThirdEqualFindingIsNew() throws {
    var baseline = try written([report("foo foo", ["foo"])])
    #expect(baseline.filtered(report("foo foo foo", ["foo"])).diagnostics.count == 1)
  }

  @Test func isStableSortedAndKeepsOtherFiles() throws {
    let first = report("foo", ["foo"], path: "b.md")
    let second = report("bär\u{1}\"", ["bär\u{1}\""], path: "a/é \"x\".md")
    let baseline = try written([first, second])
    #expect(baseline.text == (try written([second, first])).text)
    let text = String(decoding: baseline.text, as: UTF8.self)
    #expect(
      text.hasPrefix(
        "{\"version\":1,\"findings\":[\n{\"path\":\"a/é \\\"x\\\".md\",\"rule\":\"a-rule\",\"subject\":\"bär"))
    #expect(text.split(separator: "\n").count == 4)
    #expect(String(decoding: try written([]).text, as: UTF8.self) == "{\"version\":1,\"findings\":[\n]}\n")
  }

  @Test func acceptsNothingOfFilesThatAreGoneAndKeepsWhatWasNotLookedAt() throws {
    let here = "\(#filePath)"
    var baseline = try written([
      report("foo", ["foo"]), report("foo", ["foo"], path: here), report("x", ["x"], path: "c.md", rule: "b"),
    ])
    _ = baseline.filtered(report("", [], path: "c.md"))
    #expect(baseline.stale { $0 == "a-rule" }.map(\.path) == ["gone.md"])
    baseline.accept { $0 == "a-rule" }
    #expect(baseline.count == 2)
    baseline.accept { _ in true }
    #expect(baseline.count == 1)
  }

  @Test(arguments: [
    ("", ByteRange(at: 0)), ("{\"version\":1,\"findings\":[\n<<<<<<< a\n]}", ByteRange(26, 27)),
    ("{\"version\":2,\"findings\":[]}", ByteRange(at: 0)), ("[]", ByteRange(at: 0)), ("null", ByteRange(at: 0)),
    ("{\"version\":1,\"findings\":[3]}", ByteRange(25, 26)),
    ("{\"version\":1,\"findings\":[{\"path\":\"a\",\"rule\":\"b\",\"fingerprint\":\"0\"}]}", ByteRange(25, 66)),
  ])
  func saysWhereAFileIsWrong(_ text: String, _ range: ByteRange) {
    do throws(ConfigurationError) {
      _ = try Baseline(Source(path: "b.json", text: text), paths: ReportPaths())
      Issue.record("read \(text)")
    } catch {
      guard case .mistakes(_, let mistakes) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(mistakes.map(\.range) == [range])
    }
  }
}
