import Foundation
import TestSupport
import Testing

/// What `init` writes for the repositories that it meets.
@Suite struct InitTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write(".git/HEAD", "")
  }

  private func posting(_ startup: String = "atlas") -> String {
    "---\nroles: Coach\nopen: true\nstartup: \(startup)\ncontacts: ana.dupont\n---\n"
  }

  /// The lines that `init` wrote, without comments, and what it printed.
  private func run(in place: String = ".") throws -> (settings: [String], output: String, errors: String) {
    let result = try folder.shell("cd '\(place)' && \"$0\" init --lang en")
    #expect(result.status == 0, "\(result.errors)")
    let text = String(decoding: try folder.bytes("\(place)/.posting-lint.yml"), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    return (lines, result.text, result.errors)
  }

  @Test func findsPostingsListsAndReaders() throws {
    try folder.write("_config.yml", "title: x\n")
    try folder.write("content/_jobs/2022-03-01-a.md", posting())
    try folder.write("content/_jobs/2021/2021-03-01-b.md", posting("boussole"))
    try folder.write("content/_startups/atlas.md", "")
    try folder.write("content/_startups/boussole.md", "")
    try folder.write("people/ana.dupont.md", "")
    try folder.write("docs/page.md", "# Page\n")
    try folder.write("node_modules/x/page.md", "# Page\n")
    let (settings, output, _) = try run()
    #expect(
      settings == [
        "language: en", "exclude:", "  - \"node_modules/**\"", "references:", "  startups:",
        "    folder: \"content/_startups\"", "  authors:", "    folder: \"people\"", "readers:",
        "  - jekyll # _config.yml", "  - jekyll-psych # _config.yml", "overrides:", "  - files: \"content/_jobs/**\"",
        "    schema: posting",
      ])
    #expect(output.contains("\n          files: '^content/_jobs/'\n"))
    #expect(output.contains("\n          with:\n            paths: |\n              content/_jobs\n"))
    #expect(output.contains("gl-code-quality-report.json content/_jobs\n"))
    #expect(try folder.run("config", "content/_jobs/2022-03-01-a.md").status == 0)
  }

  @Test func theKeysOfFilesTellToo() throws {
    try folder.write("offres d'emploi (2022)/a.md", posting())
    try folder.write("blog/a.md", "---\ntitle: x\n---\n")
    try folder.write("blog/b.md", posting())
    try folder.write("blog/c.md", "---\ntitle: y\n---\n")
    let (settings, output, _) = try run()
    #expect(settings.contains("  - files: \"offres d'emploi (2022)/**\"") && !settings.joined().contains("blog"))
    #expect(output.contains("files: '^offres d''emploi \\(2022\\)/'"))
    #expect(output.contains(" 'offres d'\\''emploi (2022)'\n"))
    #expect(try folder.run("config", "offres d'emploi (2022)/a.md").text.contains("posting-lint.yml:"))
  }

  @Test func pathsOfHooksStartAtTheRootOfTheRepository() throws {
    try folder.write("site/_jobs/2022-03-01-a.md", posting())
    let (settings, output, _) = try run(in: "site")
    #expect(settings.contains("  - files: \"_jobs/**\""))
    #expect(output.contains("files: '^site/_jobs/'") && output.contains("- \"site/.posting-lint.yml\""))
  }

  @Test func aRepositoryWithoutPostingsIsTold() throws {
    try folder.write("README.md", "# x\n")
    try folder.write("docs/page.md", "# Page\n")
    let (settings, output, errors) = try run()
    #expect(settings == ["language: en"])
    #expect(!output.contains("files:") && errors.contains("No folder of postings was found"))
  }

  /// The schemas of the programs that are there are offered, and hold only when somebody takes the sign away.
  @Test func theSchemasOfOtherProgramsAreOffered() throws {
    try folder.write("_config.yml", "title: x\n")
    try folder.write("_posts/2022-03-01-a.md", "---\ntitle: x\n---\n")
    try folder.write("skills/a/SKILL.md", "---\nname: a\n---\n")
    #expect(try run().settings.contains { $0.contains("schema") } == false)
    let text = String(decoding: try folder.bytes(".posting-lint.yml"), as: UTF8.self)
    #expect(text.contains("#   - files: \"_posts/**\"\n#     schema: jekyll\n"))
    #expect(text.contains("#   - files: \"**\"\n#     schema: agents\n"))
    #expect(!text.contains("schema: hugo"))
  }

  @Test func nothingIsWrittenBesideAnotherConfiguration() throws {
    try folder.write(".posting-lint.toml", "language = \"fr\"\n")
    let result = try folder.run("init")
    #expect(result.status == 2 && result.text.isEmpty && result.errors.contains(".posting-lint.toml"))
    #expect(try folder.names() == [".git", ".posting-lint.toml"])
  }
}
