import Readers
import SourceText
import Testing

@testable import PostingLint

/// What is said of TOML and JSON depends on who reads the site.
@Suite struct OtherSyntaxReaderTests {
  private func findings(_ text: String, _ readers: [Reader]?) throws -> [Diagnostic] {
    var options = LintOptions(today: try #require(Harness.today))
    if let readers { options.readers = ReadersInForce(readers, .named) }
    let settings = RuleSettings(only: ["front-matter-not-yaml", "newer-toml-syntax"])
    let linter = Linter(settings: settings, options: options, schema: DocumentSchema.posting(options: options))
    return linter.lint(Source(path: "_jobs/2022-05-30-a.md", text: text)).diagnostics
  }

  private static let toml = "+++\nroles = \"Coach\"\n+++\nTexte.\n"

  @Test func tomlIsSaidToTheSitesThatDoNotReadIt() throws {
    #expect(try findings(Self.toml, nil).map(\.severity) == [.warning])
    #expect(try findings(Self.toml, [.hugo]).isEmpty)
    #expect(try findings(Self.toml, [.hugo0111, .nikola]).isEmpty)
    let mixed = try findings(Self.toml, [.hugo, .jekyll])
    #expect(mixed.map(\.severity) == [.error])
    #expect(mixed.first?.message.en.contains(Reader.jekyll.profile.title) == true)
    #expect(mixed.first?.message.en.contains(Reader.hugo.profile.title) == false)
  }

  @Test func jsonBracesStandAloneForTheReaderThatWantsIt() throws {
    let line = "{\"roles\": \"Coach\"}\nTexte.\n"
    #expect(try findings(line, [.hugo]).isEmpty)
    #expect(try findings(line, [.pythonFrontmatter]).map(\.rule) == ["front-matter-not-yaml"])
    #expect(try findings("{\n\"roles\": \"Coach\"\n}\nTexte.\n", [.pythonFrontmatter]).isEmpty)
  }

  @Test func newerTOMLIsSaidToTheSitesThatRefuseIt() throws {
    let newer = "+++\nheure = 07:27\n+++\nTexte.\n"
    let rule = "newer-toml-syntax"
    #expect(try findings(newer, nil).filter { $0.rule == rule }.map(\.severity) == [.warning])
    #expect(try findings(newer, [.hugo]).isEmpty)
    let old = try findings(newer, [.hugo, .hugo0111])
    #expect(old.map(\.rule) == [rule] && old.map(\.severity) == [.error])
    #expect(old.first?.message.fr.contains(Reader.hugo0111.profile.title) == true)
    #expect(old.first?.fix?.applicability == .safe || old.first?.fix == nil)
  }
}
