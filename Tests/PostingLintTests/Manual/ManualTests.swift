import DataTree
import PostingLint
import SourceText
import TestSupport
import Testing

/// The pages of the manual: their code is the code of `ManualSamples.swift`, and does what they say.
@Suite struct ManualTests {
  private static let folder = "Sources/PostingLint/PostingLint.docc"
  private static let pages =
    ["README.md"] + ((try? checkoutNames(folder)) ?? []).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }

  @Test func everySampleIsCompiled() throws {
    let compiled = try DocumentText("Tests/PostingLintTests/Manual/ManualSamples.swift")
    var count = 0
    for page in Self.pages {
      for block in try DocumentText(page).blocks(of: "swift") {
        #expect(compiled.contains(Self.withoutImports(block)), "\(page): \(block)")
        count += 1
      }
    }
    #expect(Self.pages.count >= 8)
    #expect(count >= 7)
  }

  @Test func findsAMistake() throws {
    let today = try #require(Harness.today)
    let text = "---\nroles: Coach\nopen: oui\nstartup: atlas\ndomaines: [Coaching]\n---\n\nBonjour.\n"
    let found = findings(in: text, named: "2022-05-30-atlas.md", today: today)
    #expect(found == ["line 3: “oui” does not fit “open”: write true, without quotes or anything else [wrong-type]"])
  }

  @Test func mendsAText() throws {
    let text = "---\nrole: Coach\nopen: true\nstartup: atlas\n---\n"
    let linter = try Harness.linter(strictSettings())
    #expect(mended(text, named: "2022-05-30-atlas.md", with: linter).hasPrefix("---\nroles: Coach\n"))
  }

  @Test func settingsAreAsTheySay() {
    let settings = strictSettings()
    #expect(settings.severity(of: "file-name-without-date") == .error)
    #expect(settings.severity(of: "trailing-space") != nil)
    #expect(settings.severity(of: "masculine-only-role") == nil)
  }

  @Test func ruleKnowsItsExamples() {
    #expect(ShoutedRole.info.examples.map(\.isBad) == [true, false])
    #expect(ShoutedRole.isShouted(Array("COACH".utf8)))
    #expect(!ShoutedRole.isShouted(Array("Coach".utf8)))
  }

  @Test func thePostingIsTheSameInThreeSyntaxes() throws {
    let page = try DocumentText("\(Self.folder)/ThreeSyntaxes.md")
    let texts = try ["yaml", "toml", "json"].map { try #require(page.blocks(of: $0).first) }
    let linter = try Harness.linter(startups: ["atlas"])
    var values: Set<[UInt8]> = []
    for text in texts {
      let report = linter.lint(Source(path: "2022-05-30-atlas.md", text: text))
      #expect(report.diagnostics.allSatisfy { $0.rule == "front-matter-not-yaml" }, "\(report.diagnostics)")
      values.insert(try JSONPrinter.print(Document(report.source).tree))
    }
    #expect(values.count == 1)
  }

  @Test func settingsAreTheSameInTwoSyntaxes() throws {
    let page = try DocumentText("\(Self.folder)/ThreeSyntaxes.md")
    let texts = [(".posting-lint.yml", "yaml"), (".posting-lint.toml", "toml")]
    let read = try texts.map { name, syntax in
      try ConfigurationReader.read(Source(path: name, text: try #require(page.blocks(of: syntax).last)))
    }
    #expect(read.map(\.language) == [.fr, .fr])
    #expect(read.map { $0.rules.map(\.id) } == [["trailing-space"], ["trailing-space"]])
    #expect(read.map(\.excludes.count) == [1, 1])
  }

  @Test func schemaOfThePageWorks() throws {
    let page = try DocumentText("\(Self.folder)/WriteASchema.md")
    let schema = try #require(page.blocks(of: "json").first)
    let linter = try linter(for: schema, today: try #require(Harness.today))
    let text = "---\nname: Atlas\nstart: 2022-06-01\nend: 2022-05-01\nsite: https://atlas.exemple.fr\n---\n"
    let report = linter.lint(Source(path: "atlas.md", text: text))
    #expect(report.diagnostics.map(\.rule) == ["date-out-of-order"])
  }

  @Test func formatWritesALineAFinding() throws {
    let source = Source(path: "2022-05-30-atlas.md", text: "---\nroles: Coach\nopen: oui\nstartup: atlas\n---\n")
    var report = try Harness.linter().lint(source)
    report.diagnostics.removeAll { $0.severity < .error }
    var output: [UInt8] = []
    var reporter = TabReporter(ReportOptions())
    reporter.begin(&output)
    reporter.add(report, &output)
    reporter.end(Summary(), &output)
    let lines = output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("2022-05-30-atlas.md\t3\twrong-type\t") == true)
  }

  @Test func yamlIsReadOnAfterAMistake() {
    let found = reading(of: "title: Atlas: the team\nopen: true\n")
    #expect(found.mistakes.count == 1)
    #expect(DocumentText(text: found.tree).contains("\"Atlas: the team\""))
    #expect(DocumentText(text: found.tree).contains("\"open\""))
  }

  @Test func garbledTextIsMended() throws {
    let found = garbled(in: "---\nroles: DÃ©veloppeuse\n---\n\n`Ã©` est cassÃ©.\n", today: try #require(Harness.today))
    #expect(found.map(\.wrong) == ["Ã©", "Ã©"])
    #expect(found.map(\.right) == ["é", "é"])
  }

  /// The page that ties promises to tests names no test that is not there.
  @Test func promisesAreTiedToTests() throws {
    let page = try DocumentText("\(Self.folder)/HowItIsTested.md")
    let rows = try page.part(between: "| promise | tests |\n", and: "\n\n").split(separator: "\n").dropFirst()
    var sources = ""
    for folder in try checkoutNames("Tests") {
      for name in (try? checkoutNames("Tests/\(folder)")) ?? [] {
        let paths =
          name.hasSuffix(".swift")
          ? ["Tests/\(folder)/\(name)"]
          : ((try? checkoutNames("Tests/\(folder)/\(name)")) ?? []).map { "Tests/\(folder)/\(name)/\($0)" }
        for path in paths where path.hasSuffix(".swift") { sources += try DocumentText(path).text }
      }
    }
    #expect(rows.count > 10)
    for row in rows {
      let names = row.split(separator: "|").last?.split(separator: "`").filter { $0.allSatisfy(\.isLetter) } ?? []
      #expect(!names.isEmpty, "\(row)")
      for name in names { #expect(sources.contains("func \(name)("), "there is no test \(name)") }
    }
  }

  private static func withoutImports(_ block: String) -> String {
    var lines = block.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.isEmpty || first.hasPrefix("import ") { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}
