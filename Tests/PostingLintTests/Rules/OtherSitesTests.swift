import PostingLint
import Readers
import SourceText
import Testing

/// Pages as the generators of other sites want them, of which nothing worse than advice is said.
@Suite struct OtherSitesTests {
  private static func findings(
    _ text: String, path: String = "docs/page.md", readers: ReadersInForce = .defaults
  ) throws -> [Diagnostic] {
    var options = try Harness.options(startups: [])
    options.readers = readers
    options.isPosting = false
    options.hasSchema = false
    options.liesAmongPostings = false
    let linter = Linter(settings: RuleSettings(isPosting: false), options: options, schema: nil)
    return linter.lint(Source(path: SourcePath(path), bytes: Array(text.utf8))).diagnostics
  }

  @Test(arguments: [
    ("docs/page.md", "---\ntitle: a\ndate: git Last Modified\n---\n"),
    ("docs/page.md", "---\ntitle: a\ndate: 2016-03-22 14:00:00 -4\n---\n"),
    ("docs/page.md", "---json\n{ \"title\": \"a\" }\n---\n"),
    ("docs/page.md", "% A title\n% An author\n\nText.\n\n---\nbibliography: a.bib\n...\n"),
    ("archetypes/default.md", "+++\ntitle = \"a\"\ndate = {{ .Date }}\n+++\n"),
    ("docs/page.md", "---\nbody: |\n  ---\n  a\n  ---\nafter: |\n  b\n\n  c\n---\nText.\n"),
    ("docs/page.md", "{# a comment of Jinja #}\n"),
    ("docs/page.md", "---\n{{ header }}\ntitle: {{ title }}\n---\n"),
    ("docs/page.md", "---\ntitle: \" A page of several words \"\n---\n"),
    ("docs/page.md", "See [](other.md) and [](#here).\n"),
    ("docs/page.md", "```{note}\nText.\n```\n\nSee [](https://example.org) and [](xref:guide).\n"),
    ("docs/page.md", "Text <a href=\"a.md\" aria-label=\"Menu\"></a> <a class=\"icon\" href=\"a.md\"></a>.\n"),
    ("docs/page.md", "It writes `U+FFFD` \u{FFFD}, that is “\u{FFFD}”.\n"),
  ])
  func aPageOfAnotherSiteIsLeftAlone(_ path: String, _ text: String) throws {
    let found = try Self.findings(text, path: path).filter { $0.severity > .info && $0.rule != "yaml-syntax" }
    #expect(found.isEmpty, "\(found.map { "\($0.rule): \($0.message.en)" })")
  }

  @Test(arguments: [
    ("date-not-read", "---\ndate: 20220628\n---\n"),
    ("padded-value", "---\nlayout: \"post \"\n---\n"),
    ("empty-link-text", "See [](https://example.org).\n"),
    ("empty-link-text", "See <a href=\"https://example.org\"></a>.\n"),
    ("replacement-character", "Une d\u{FFFD}veloppeuse.\n"),
    ("replacement-character", "Rendez-vous \u{FFFD} la gare.\n"),
  ])
  func whatIsWrongAnywhereIsStillFound(_ rule: String, _ text: String) throws {
    #expect(try Self.findings(text).contains { $0.rule == rule && $0.severity > .info })
  }

  /// A page that begins with a rule loses its first paragraph to every reader, which is one mistake.
  @Test func aParagraphBetweenRulesIsOneFinding() throws {
    let found = try Self.findings("---\n\nA paragraph.\n\n---\n\nMore.\n").filter { $0.severity > .info }
    #expect(found.map(\.rule) == ["unread-front-matter"])
  }

  /// What Jekyll, Nikola, markata and Hugo were seen to lose over a date, or to show against what is meant.
  @Test(arguments: [
    ("date: 2022-02-30", Reader.jekyllPsych, "date-not-read"), ("date: \"2022-02-30\"", .jekyll, "date-not-read"),
    ("date: 28 juin 2022", .jekyllPsych, "date-not-read"), ("date: bientôt", .jekyllPsych, "date-not-read"),
    ("date: null", .jekyllPsych, "date-not-read"), ("date:", .nikola, "date-not-read"),
    ("date: 22-06-28", .markata, "date-not-read"), ("date: [2022-06-28]", .hugo, "date-not-read"),
    ("published:", .jekyllPsych, "draft-not-boolean"), ("published: null", .hugo, "draft-not-boolean"),
    ("published: \"false\"", .jekyll, "draft-not-boolean"), ("draft: oui", .hugo, "draft-not-boolean"),
    ("draft: \"yes\"", .hugo0111, "draft-not-boolean"), ("draft: yes", .hugo, "draft-not-boolean"),
    ("draft: On", .hugo, "draft-not-boolean"), ("draft: y", .hugo, "draft-not-boolean"),
  ])
  func whatAReaderLosesIsAnError(_ line: String, _ reader: Reader, _ rule: String) throws {
    let found = try Self.findings("---\ntitle: a\n\(line)\n---\n", readers: ReadersInForce([reader], .named))
    #expect(found.contains { $0.rule == rule && $0.severity == .error }, "\(found.map(\.rule))")
  }

  @Test(arguments: [
    ("date: 28-06-2022", Reader.jekyllPsych), ("date: 20220628", .jekyll), ("date: June 28, 2022", .jekyllPsych),
    ("date: 28 octobre 2022", .jekyll), ("date: 2022-06-28 10h30", .jekyllPsych), ("date: 2022-6-8", .markata),
    ("date: null", .markata), ("published: false", .jekyll), ("draft: \"true\"", .hugo), ("draft: non", .hugo),
    ("draft: yes", .hugo0111), ("draft: no", .hugo), ("draft: !!bool yes", .hugo),
  ])
  func whatAReaderTakesIsNone(_ line: String, _ reader: Reader) throws {
    let found = try Self.findings("---\ntitle: a\n\(line)\n---\n", readers: ReadersInForce([reader], .named))
    #expect(!found.contains { ["date-not-read", "draft-not-boolean"].contains($0.rule) })
  }

  /// Pelican reads no YAML: quotes and brackets are on the site, and over some it leaves the page out.
  @Test(arguments: [
    ("title: \"Potter\"", "title: Potter", Severity.warning),
    ("tags: [remote, \"b c\"]", "tags: remote, b c", .warning),
    ("date: '2022-06-28'", "date: 2022-06-28", .error), ("Status: \"draft\"", "Status: draft", .error),
    ("tags: []", "", .warning), ("title: \"a: b\"", "", .warning), ("tags: [a, \"b, c\"]", "", .warning),
    ("slug: \"\"", "", .warning), ("title: \"a #b\"", "", .warning),
  ])
  func marksThatPelicanKeepsAreTold(_ line: String, _ mended: String, _ severity: Severity) throws {
    let text = "---\nauthor: a\n\(line)\n---\n"
    let found = try Self.findings(text, readers: ReadersInForce([.pelican], .named))
    #expect(found.map(\.rule) == ["ambiguous-scalar"] && found.map(\.severity) == [severity])
    let after = found.first?.fix.map { String(decoding: Array(text.utf8).applying($0.edits), as: UTF8.self) }
    #expect(after == (mended.isEmpty ? nil : "---\nauthor: a\n\(mended)\n---\n"))
    let others = try Self.findings(text, readers: ReadersInForce([.mkdocs], .named))
    #expect(!others.contains { $0.rule == "ambiguous-scalar" })
  }

  /// Spaces at the end of a line in quotes are kept by some readers; the message says so.
  @Test func spacesAtTheEndOfALineAreNamed() throws {
    let found = try Self.findings("---\nexcerpt: \"one \n  two\"\n---\n").filter { $0.rule == "ambiguous-scalar" }
    #expect(found.map(\.message.en).first?.contains("do not keep the same spaces") == true)
  }

  /// The pointer of a value far below names each key and place on the way.
  @Test func aPointerNamesTheWay() throws {
    let found = try Self.findings("---\na:\n  - b/c:\n      - 1\n      - \"x \"\n      - 12:30\n---\n")
    #expect(found.contains { $0.rule == "ambiguous-scalar" && $0.pointer == "/a/0/b~1c/2" })
  }
}
