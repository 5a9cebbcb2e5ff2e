import PostingLint
import Readers
import SourceText
import Testing

@Suite struct UnreadFrontMatterTests {
  private func findings(_ text: String, _ readers: ReadersInForce = .defaults) throws -> [Diagnostic] {
    var options = try Harness.options(startups: [])
    options.readers = readers
    options.isPosting = false
    let linter = Linter(settings: RuleSettings(only: ["unread-front-matter"]), options: options, schema: nil)
    return linter.lint(Source(path: "page.md", text: text)).diagnostics
  }

  /// A page that every one of these programs takes.
  @Test(arguments: [Reader.pelican, .jekyll, .jekyllPsych, .hugo, .mkdocs, .nikola, .zensical, .markata])
  func aPlainPageIsRead(_ reader: Reader) throws {
    let text = "---\ntitle: Une page\ndate: 2022-05-30\n---\n\nTexte.\n"
    #expect(try findings(text, ReadersInForce([reader], .named)).isEmpty, "\(reader)")
  }

  /// Pelican publishes a draft of which it does not reach the key.
  @Test(arguments: [
    ("---\ntitle: a\n\nstatus: draft\n---\n", "status: draft"),
    ("---\ntitle: a\ntags:\n  - b\nstatus: draft\n---\n", "  - b"),
    ("---\ntitle: a\n# note\nstatus: draft\n---\n", "# note"),
  ])
  func whatPelicanDoesNotReachIsTold(_ text: String, _ line: String) throws {
    let found = try findings(text, ReadersInForce([.pelican], .named))
    #expect(found.map { String(decoding: Array(text.utf8)[$0.range.indices], as: UTF8.self) } == [line])
    #expect(found.allSatisfy { $0.severity == .error && $0.message.en.contains("Pelican shows what follows as text") })
  }

  /// A blank line with nothing below it ends nothing; a text may go on with four spaces.
  @Test(arguments: [
    "---\ntitle: a\n\n---\n\nText.\n", "---\ntitle: a\ntags: b\n    c\n---\n", "title: a\n\nText.\n",
    "---\ntitle: a\n...\nText.\n",
  ])
  func whatPelicanReachesIsNotTold(_ text: String) throws {
    #expect(try findings(text, ReadersInForce([.pelican], .named)).isEmpty)
  }

  /// `key:value` on every line is one text to every reader: one finding, with the blanks that are missing.
  @Test func linesWithoutABlankAfterTheirColonAreOneFinding() throws {
    let found = try findings("---\nroles:Coach\nopen:true\n---\n")
    #expect(found.map(\.range) == [ByteRange(4, 15)])
    #expect(found.first?.message.en.hasPrefix("a space is missing after the colon") == true)
    #expect(found.first?.fix?.edits == [.insertion(" ", at: 10), .insertion(" ", at: 21)])
    let text = try findings("---\nroles:Coach\nune phrase\n---\n")
    #expect(text.count == 1 && text.first?.fix == nil)
  }

  /// The keys are there, below a line that closes the front matter too early: one mistake, one finding.
  @Test(arguments: [
    ("---\n---\nroles: Coach\nopen: true\n---\n", "---\nroles: Coach\nopen: true\n---\n"),
    ("---\nroles: Coach\n---\nopen: true\nstartup: a\n---\n", "---\nroles: Coach\nopen: true\nstartup: a\n---\n"),
  ])
  func keysBelowTheFrontMatterAreNotMissing(_ text: String, _ mended: String) throws {
    let linter = try Harness.linter(RuleSettings(only: ["unread-front-matter", "missing-key"]))
    let found = linter.lint(Source(path: "page.md", text: text)).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.rule) == ["unread-front-matter"])
    #expect(Array(text.utf8).applying(found.first?.fix?.edits ?? []) == Array(mended.utf8))
  }

  /// No finding cuts a character, whatever bytes stand around it.
  @Test(arguments: [[0x1F, 0xC3], [0xC3, 0x1F], [0xFF, 0xE2, 0x80, 0xA8], [0xC3, 0x09]] as [[UInt8]])
  func placesAreThoseOfTheFile(_ odd: [UInt8]) throws {
    let bytes = Array("---\n#\n˝: é".utf8) + odd + Array("é\n---\n".utf8)
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    for finding in linter.lint(Source(path: SourcePath("page.md"), bytes: bytes)).diagnostics {
      for place in [finding.range.start, finding.range.end] where place < bytes.count && place > 0 {
        #expect(bytes[place] & 0xC0 != 0x80 || bytes[place - 1] < 0xC0 && bytes[place - 1] & 0xC0 != 0x80, "\(finding)")
      }
    }
  }

  /// What is too long to be compared is told, and not passed over.
  @Test func aLongFrontMatterIsTold() throws {
    let tab = "---\ntechno:\n  -\tRuby\n"
    let comments = String(repeating: "# commentaire\n", count: 6000)
    let values = (0..<17_000).map { "k\($0): v\n" }.joined()
    #expect(try findings(tab + "---\n").count == 1)
    #expect(try findings(tab + comments + "---\n").map(\.range) == findings(tab + "---\n").map(\.range))
    let found = try findings(tab + values + "---\n")
    #expect(found.map(\.range) == [ByteRange(4, 11)])
    #expect(found.first?.message.en.contains("fewer than 16,000 keys") == true)
    #expect(try findings("---\ntitle: a\n" + comments + "---\n").isEmpty, "plain to every reader, whatever its length")
  }
}
