import PostingLint
import SourceText
import Testing

@Suite struct FingerprintTests {
  private func prints(_ text: String, _ ranges: [ByteRange], pointer: String? = nil, path: String = "a.md") -> [String]
  {
    let diagnostics = ranges.map { range in
      var diagnostic = ReportSample.finding("wrong-type", .error, range)
      diagnostic.pointer = pointer
      return diagnostic
    }
    let report = FileReport(source: Source(path: path, text: text), diagnostics: diagnostics)
    return Fingerprint.all(of: report, path: report.source.path).map(\.text)
  }

  @Test func isTheSameOnEveryMachine() {
    #expect(prints("abc", [ByteRange(0, 1)], pointer: "/a") == ["44d5b80df1a598bd"])
  }

  @Test func staysWhenTheLineMoves() {
    #expect(
      prints("x: 1\n", [ByteRange(3, 4)], pointer: "/x") == prints("y: 2\nx: 1\n", [ByteRange(8, 9)], pointer: "/x"))
    #expect(prints("a b", [ByteRange(0, 1)]) == prints("é\r\na c", [ByteRange(4, 5)]))
  }

  @Test func staysWhenALongRangeChangesBelowItsFirstLine() {
    #expect(prints("a\nb", [ByteRange(0, 3)]) == prints("a\r\nc", [ByteRange(0, 4)]))
  }

  @Test func differsByEachPart() {
    let all = [
      prints("abab", [ByteRange(0, 1)]), prints("abab", [ByteRange(1, 2)]),
      prints("abab", [ByteRange(0, 1)], pointer: "/x"), prints("abab", [ByteRange(0, 1)], pointer: "/y"),
      prints("abab", [ByteRange(1, 2)], pointer: "/y"), prints("abab", [ByteRange(0, 1)], path: "b.md"),
    ].flatMap { $0 }
    #expect(Set(all).count == 6)
    #expect(all.allSatisfy { $0.utf8.count == 16 })
  }

  @Test func tellsMissingKeysApart() throws {
    let linter = try Harness.linter()
    func missing(_ text: String) -> Set<Fingerprint> {
      var report = linter.lint(Source(path: "2022-05-30-a.md", text: text))
      report.diagnostics.removeAll { $0.rule != "missing-key" || $0.severity != .error }
      return Set(Fingerprint.all(of: report, path: report.source.path))
    }
    let first = missing("---\nroles: Développeuse\ndomaines: [Développement]\n---\n")
    let second = missing("---\nopen: true\ndomaines: [Développement]\n---\n")
    #expect(first.count == 1 && second.count == 1)
    #expect(first.isDisjoint(with: second))
  }

  @Test func countsEquals() {
    let three = prints("ababa", [ByteRange(0, 1), ByteRange(2, 3), ByteRange(4, 5)])
    #expect(Set(three).count == 3)
    #expect(Array(three.prefix(2)) == prints("aba", [ByteRange(0, 1), ByteRange(2, 3)]))
  }
}

@Suite struct ReportPathTests {
  @Test func areRelativeToTheRoot() {
    let paths = ReportPaths(root: SourcePath("/repository-that-is-not-there"))
    func reported(_ path: String) -> String { paths.reported(SourcePath(path)).display }
    #expect(reported("/repository-that-is-not-there/jobs/./a.md") == "jobs/a.md")
    #expect(reported("/repository-that-is-not-there/x/../a.md") == "a.md")
    #expect(reported("/elsewhere/a.md") == "/elsewhere/a.md")
    #expect(reported("/repository-that-is-not-there-2/a.md") == "/repository-that-is-not-there-2/a.md")
    #expect(reported("<stdin>") == "<stdin>")
    #expect(ReportPaths().reported(SourcePath("./jobs//a.md")).display == "jobs/a.md")
  }
}
