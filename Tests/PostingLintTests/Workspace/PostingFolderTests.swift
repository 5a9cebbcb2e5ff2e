import Files
import SourceText
import TestSupport
import Testing

@testable import PostingLint

/// Which files are postings where no configuration says it.
@Suite struct PostingFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The ids of what is found in a file of this text at this path.
  private func rules(_ path: String, _ text: String, configuration: String? = nil) throws -> [String] {
    if let configuration { try folder.write(".posting-lint.yml", configuration) }
    try folder.write(path, text)
    let day = try #require(CalendarDate(year: 2022, month: 7, day: 1))
    var workspace = Workspace(LintOverrides(), systemDay: day)
    let source = Source(path: folder.path(path), bytes: Array(text.utf8))
    return try workspace.settings(for: source.path).lint(source).diagnostics.map(\.rule)
  }

  private static let page = "---\ntitle: Une page\nauthor: X\nsubtitle:\n---\n\nTexte.\n"

  @Test(arguments: ["blog/2022-05-30-page.md", "jobs/2022-05-30-page.md", "content/_startups/atlas.md", "page.md"])
  func nothingIsSaidOfOtherPages(_ path: String) throws {
    #expect(try rules(path, Self.page) == [])
  }

  @Test(arguments: ["blog/page.md", "README.md", "_jobs/README.md", "content/_authors/x.y.md"])
  func aFileWithoutFrontMatterIsNoPosting(_ path: String) throws {
    #expect(try rules(path, "# Titre\n\nTexte.\n") == [])
  }

  @Test func emptyFrontMatterIsGoodElsewhere() throws {
    #expect(try rules("blog/page.md", "---\n---\n\nTexte.\n") == [])
    #expect(try rules("_jobs/2022-05-30-a.md", "---\n# note\n---\n\nTexte.\n").contains("missing-key"))
  }

  @Test func aFolderOfPostingsTells() throws {
    #expect(try rules("_jobs/2022-05-30-a.md", Self.page).contains("missing-key"))
    #expect(try rules("site/_jobs/2024/2022-05-30-a.md", Self.page).contains("missing-key"))
    #expect(try rules("_jobs/2022-05-30-b.md", "# Titre\n") == ["missing-front-matter"])
  }

  @Test func aLikelyFolderNeedsAPosting() throws {
    #expect(try rules("offres/2022-05-30-a.md", Self.page) == [])
    try folder.write("fiches/2022-05-30-b.md", "---\nroles: Coach\n---\n")
    #expect(try rules("fiches/2022-05-30-a.md", Self.page).contains("missing-key"))
  }

  @Test(arguments: ["roles: Coach\nopen: true\n", "role: Coach\ndomaine: Coaching\n", "Rôles: Coach\nfriend: x\n"])
  func twoKeysTell(_ keys: String) throws {
    #expect(try rules("ailleurs/2022-05-30-a.md", "---\n\(keys)---\n").isEmpty == false)
  }

  @Test func blanksAboveTOMLAreGoodElsewhere() throws {
    #expect(try !rules("docs/page.md", "\n+++\ntitle = \"Une page\"\n+++\n").contains("text-before-front-matter"))
    #expect(try rules("_jobs/2022-05-30-a.md", "\n+++\nroles = \"Coach\"\n+++\n").contains("text-before-front-matter"))
  }

  @Test func oneKeyDoesNot() throws {
    #expect(try rules("ailleurs/x.md", "---\nopen: maybe\ntitle: Le café\n---\n") == [])
  }

  @Test func theConfigurationGoesFirst() throws {
    #expect(try rules("blog/2022-05-30-a.md", Self.page, configuration: "schema: posting\n").contains("missing-key"))
    #expect(try rules("_jobs/2022-05-30-a.md", Self.page, configuration: "schema: none\n") == [])
  }

  @Test func aNameWithoutExtensionIsSaidAmongPostingsOnly() throws {
    let text = "---\nroles: Coach\nopen: true\nstartup: x\ndomaines: [Coaching]\n---\n"
    #expect(try rules("_jobs/2022-05-30-a", text) == ["missing-extension"])
    #expect(try rules("include/2022-05-30-a", text) == [])
    #expect(try rules("_jobs/2022-05-30-a.qmd", text) == [])
  }
}
