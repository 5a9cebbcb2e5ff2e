import Files
import Foundation
import Readers
import SourceText
import TestSupport
import Testing

@testable import PostingLint

/// Which readers are in force for a file, and how that is known.
@Suite struct ReadersInForceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("site/.git/HEAD", "")
    try folder.write("site/content/_jobs/2022-05-30-a.md", "---\nroles: Coach\n---\n")
  }

  private func workspace(_ overrides: LintOverrides = LintOverrides()) throws -> Workspace {
    Workspace(overrides, systemDay: try #require(CalendarDate(year: 2022, month: 7, day: 1)))
  }

  private func readers(
    _ path: String = "site/content/_jobs/2022-05-30-a.md", _ overrides: LintOverrides = LintOverrides()
  ) throws -> ReadersInForce {
    var workspace = try workspace(overrides)
    return try workspace.settings(for: folder.path(path)).linter.options.readers
  }

  // MARK: Named

  @Test(arguments: [
    (".posting-lint.yml", "readers: [hugo, astro, hugo]\n"),
    (".posting-lint.toml", "readers = [\"hugo\", \"astro\"]\n"),
    (".posting-lint.json", "{\"readers\": [\"hugo\", \"js-yaml\"]}"),
  ])
  func theConfigurationNamesThem(_ file: String, _ text: String) throws {
    try folder.write("site/_config.yml", "")
    try folder.write("site/" + file, text)
    let found = try readers()
    #expect(found.readers == [.hugo, .jsYAML] && found.origin == .named)
  }

  @Test func anOverrideNamesOthers() throws {
    try folder.write(
      "site/.posting-lint.yml", "readers: jekyll\noverrides:\n  - files: content/**\n    readers: [mkdocs]\n")
    #expect(try readers().readers == [.mkdocs])
    #expect(try readers("site/x.md").readers == [.jekyll])
  }

  @Test(arguments: [
    (".posting-lint.yml", "readers:\n  - hugo\n  - jekyl\n", 3),
    (".posting-lint.json", "{\n\"readers\": \"jekyl\"}", 2),
    (".posting-lint.toml", "[[overrides]]\nfiles = \"a\"\nreaders = [\"jekyl\"]\n", 3),
  ])
  func anUnknownNameIsToldWithTheList(_ file: String, _ text: String, _ line: Int) throws {
    do throws(ConfigurationError) {
      _ = try ConfigurationReader.read(Source(path: file, text: text))
      Issue.record("it was taken")
    } catch {
      let message = error.lines(in: .en).joined(separator: "\n")
      #expect(message.contains("\(file):\(line):") && message.contains("“jekyl”") && message.contains("“jekyll”"))
      for reader in Reader.allCases { #expect(message.contains(reader.name)) }
    }
  }

  // MARK: Found

  private static let signs: [(file: String, text: String, readers: [Reader])] = [
    ("_config.yml", "title: x\n", [.jekyll, .jekyllPsych]), ("_config.toml", "", [.jekyll, .jekyllPsych]),
    ("hugo.toml", "", [.hugo]), ("hugo.yaml", "", [.hugo]), ("config/_default/hugo.toml", "", [.hugo]),
    ("config/_default/config.yaml", "", [.hugo]), ("config.toml", "baseURL = 'x'\n", [.hugo]),
    ("astro.config.mjs", "", [.jsYAML, .yaml]), ("astro.config.ts", "", [.jsYAML, .yaml]),
    ("docusaurus.config.ts", "", [.grayMatter, .jsYAML]), (".eleventy.js", "", [.grayMatter, .jsYAML]),
    ("eleventy.config.mjs", "", [.grayMatter, .jsYAML]), ("mkdocs.yml", "", [.mkdocs]),
    ("pelicanconf.py", "", [.pelican]), ("pelicanconf.py", "PLUGINS = ['yaml_metadata']\n", [.pyYAML]),
    ("conf.py", "extensions = ['myst_parser']\n", [.mystParser]), ("zensical.toml", "", [.zensical]),
    ("conf.py", "POSTS = (\n)\nCOMPILERS = {\n}\n", [.nikola]), ("admin/config.yml", "", [.decap]),
    ("static/admin/config.yml", "", [.decap]), ("public/admin/config.yml", "", [.decap]),
    (".pages.yml", "", [.pagesCMS]), ("frontmatter.json", "{}", [.frontMatterCMS]), ("tina/config.ts", "", [.tina]),
  ]

  @Test(arguments: signs)
  func theSettingsOfAGeneratorTell(_ file: String, _ text: String, _ expected: [Reader]) throws {
    try folder.write("site/" + file, text)
    let found = try readers()
    #expect(found.readers == expected && found.origin == .detected)
    var none = LintOverrides()
    none.ignoresConfiguration = true
    #expect(try readers("site/content/_jobs/2022-05-30-a.md", none).readers == expected)
  }

  private static let noSigns: [(file: String, text: String)] = [
    ("package.json", "{\"dependencies\": {\"gray-matter\": \"4\"}}"), ("conf.py", "project = 'x'\n"),
    ("config.yaml", "title: x\n"), ("config.toml", "base_url = \"https://example.org\"\n"), ("../_config.yml", ""),
    ("other/mkdocs.yml", ""),
    ("content/_jobs/below/hugo.toml", ""), ("hugo.toml/x", ""),
  ]

  @Test(arguments: noSigns)
  func otherFilesTellNothing(_ file: String, _ text: String) throws {
    try folder.write("site/" + file, text)
    let found = try readers()
    #expect(found.readers == Reader.defaults && found.origin == .defaults)
  }

  @Test func twoThatAreFoundAreBothInForce() throws {
    try folder.write("site/mkdocs.yml", "")
    try folder.write("site/hugo.toml", "")
    #expect(try Set(readers().readers) == [.mkdocs, .hugo])
  }

  @Test func thePageOfTheManagerTellsWhichOneItIs() throws {
    try folder.write("site/hugo.toml", "")
    try folder.write("site/static/admin/config.yml", "")
    try folder.write(
      "site/static/admin/index.html", "<script src=\"https://example.org/@sveltia/cms/dist/sveltia-cms.js\"></script>")
    #expect(try readers().readers == [.hugo, .sveltia])
  }

  @Test func managersOfFoldersAboveCountToo() throws {
    try folder.write("site/.pages.yml", "")
    try folder.write("site/content/hugo.toml", "")
    #expect(try readers().readers == [.hugo, .pagesCMS])
  }

  @Test func theNearestFolderTells() throws {
    try folder.write("site/_config.yml", "")
    try folder.write("site/docs/mkdocs.yml", "")
    try folder.write("site/docs/pages/a.md", "---\n---\n")
    #expect(try readers("site/docs/pages/a.md").readers == [.mkdocs])
    #expect(try readers().readers == [.jekyll, .jekyllPsych])
    // One workspace keeps them apart.
    var workspace = try workspace()
    for (path, expected) in [
      ("site/docs/pages/a.md", [Reader.mkdocs]), ("site/content/_jobs/b.md", [.jekyll, .jekyllPsych]),
      ("site/docs/pages/c.md", [.mkdocs]),
    ] {
      #expect(try workspace.settings(for: folder.path(path)).linter.options.readers.readers == expected, "\(path)")
    }
  }

  @Test func otherSitesWithTheSameFileNameAreTold() throws {
    try folder.write("site/_config.yml", "")
    try folder.write("site/scaffolds/post.md", "")
    #expect(try readers().readers == [.jsYAML])
    try folder.write("book/.git/HEAD", "")
    try folder.write("book/_config.yml", "")
    try folder.write("book/_toc.yml", "")
    #expect(try readers("book/a.md").readers == [.mystParser])
  }

  @Test func linksTellNothing() throws {
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try folder.write("out/mkdocs.yml", "")
    try folder.write("out/deep/hugo.toml", "")
    try link("site/mkdocs.yml", to: "../out/mkdocs.yml")
    try link("site/docs", to: "../out")
    #expect(try readers().origin == .defaults)
    #expect(try readers("site/docs/deep/x.md").origin == .defaults)
  }

  // MARK: What `config` says of it

  private func report(_ path: String = "site/content/_jobs/2022-05-30-a.md") throws -> (text: String, json: String) {
    var workspace = try workspace()
    let report = try workspace.report(for: folder.path(path))
    return (report.text(.en), report.json())
  }

  @Test func theReportSaysWhy() throws {
    #expect(try report().text.contains("\nreaders\n  jekyll  "))
    #expect(
      try report().json.contains(
        "\"hugo\":{\"value\":\"Hugo 0.168.0, goccy/go-yaml 1.19.2\",\"origin\":{\"kind\":\"default\"}}"))
    try folder.write("site/mkdocs.yml", "")
    #expect(try report().text.contains("mkdocs  MkDocs 1.6.1, PyYAML 6.0.4  (found: "))
    #expect(try report().json.contains("\"origin\":{\"kind\":\"found\",\"path\":\""))
    try folder.write("site/.posting-lint.yml", "language: en\nreaders:\n  - hugo\n")
    #expect(try report().text.contains("  hugo  Hugo 0.168.0, goccy/go-yaml 1.19.2  "))
    #expect(try report().text.contains("/.posting-lint.yml:2\n"))
  }

  @Test func theReportSaysWhetherTheFileIsAPosting() throws {
    func line(_ path: String) throws -> String {
      let line = try report(path).text.split(separator: "\n").first { $0.hasPrefix("  posting ") } ?? ""
      return line.split(separator: " ").dropFirst().joined(separator: " ")
    }
    try folder.write("site/blog/a.md", "---\ntitle: x\n---\n")
    try folder.write("site/blog/b.md", "---\nroles: x\nopen: true\n---\n")
    try folder.write("site/content/_jobs/README.md", "# x\n")
    #expect(try line("site/content/_jobs/2022-05-30-a.md") == "yes (folder _jobs)")
    #expect(try line("site/blog/a.md") == "no (neither the folder nor the keys tell)")
    #expect(try line("site/blog/b.md") == "yes (the file’s keys)")
    #expect(try line("site/content/_jobs/README.md") == "no (file name)")
    #expect(try report("site/blog/b.md").json.contains("\"posting\":{\"value\":true,\"origin\":{\"kind\":\"keys\"}}"))
    try folder.write("site/.posting-lint.yml", "schema: none\n")
    #expect(try line("site/blog/b.md").hasSuffix("/.posting-lint.yml:1"))
  }
}
