import PostingLint
import SourceText
import Testing

/// What fixes write is written as the file is, or as what writes it next writes it.
@Suite struct FixStyleTests {
  private func fixed(_ text: String, _ threshold: Applicability = .unsafe) throws -> String {
    let linter = try Harness.linter(startups: ["atlas"])
    let result = Fixer(linter, threshold: threshold).fix(Source(path: "_jobs/2022-05-30-a.md", text: text))
    return String(decoding: result.bytes, as: UTF8.self)
  }

  private static let head = "---\nroles: Coach\nopen: true\nstartup: atlas\ndomaines: [Coaching]\n---\n"

  /// A content manager saves front matter with LF and leaves the text below it alone.
  @Test(arguments: [1, 3, 40])
  func aHeadThatIsSavedAnewDoesNotGoRound(_ lines: Int) throws {
    let body = "\n" + String(repeating: "Une ligne.\r\n", count: lines)
    let once = try fixed(Self.head + body, .safe)
    #expect(once.utf8.allSatisfy { $0 != 0x0D })
    // Saved again, it is as the fix left it.
    #expect(once.hasPrefix(Self.head))
    #expect(try fixed(once, .safe) == once)
  }

  @Test func aFileOfWindowsStaysOne() throws {
    let text = (Self.head + "\nUne ligne.\nDeux.\n").replacing("\n", with: "\r\n") + "Trois.\n"
    let once = try fixed(text, .safe)
    #expect(once.unicodeScalars.count { $0 == "\n" } == once.unicodeScalars.count { $0 == "\r" })
  }

  /// Values that are no texts until they stand in quotes.
  @Test(arguments: ["Poste : dev", "@dev", "&dev", "*dev"])
  func quotesAreThoseOfTheFile(_ value: String) throws {
    func title(_ line: String) throws -> String? {
      let head = Self.head.replacing("startup: atlas\n", with: "startup: atlas\n\(line)title: \(value)\n")
      return try fixed(head + "\nTexte.\n").split(separator: "\n").first { $0.hasPrefix("title:") }.map { String($0) }
    }
    #expect(try title("") == "title: \"\(value)\"")
    #expect(try title("equipe: \"a: b\"\n") == "title: \"\(value)\"")
    #expect(try title("equipe: 'a: b'\n") == "title: '\(value)'")
  }

  /// js-yaml writes a joiner between two escapes as it is.
  @Test func anEmojiThatAContentManagerWroteStays() throws {
    let line = "title: \"\\U0001F469\u{200D}\\U0001F4BB dev\"\n"
    let head = Self.head.replacing("startup: atlas\n", with: "startup: atlas\n\(line)")
    #expect(try fixed(head + "\nTexte.\n", .safe).contains(line))
  }

  @Test(arguments: ["---", "+++"])
  func aKeyThatIsMissingBehindAFenceHasAPlace(_ fence: String) throws {
    let linter = try Harness.linter(startups: ["atlas"])
    let report = linter.lint(Source(path: "_jobs/2022-05-30-a.md", text: fence))
    for finding in report.diagnostics where finding.rule == "missing-key" {
      #expect(finding.range == ByteRange(at: 3))
      #expect(finding.fix?.edits.allSatisfy { $0.replacement.first == 0x0A } ?? true)
    }
    #expect(report.diagnostics.contains { $0.rule == "missing-key" })
  }

  /// A list of Markdown below a key is a list, not one text.
  @Test func bulletsOfMarkdownBecomeDashes() throws {
    let text =
      Self.head.replacing("startup: atlas\n", with: "startup: atlas\ntechno:\n  * Swift\n  - Ruby\n") + "\nTexte.\n"
    #expect(try fixed(text, .safe) == text)
    #expect(try fixed(text).contains("techno:\n  - Swift\n  - Ruby\n"))
  }

  @Test func anInvisibleLineEndBesideABlankGoes() throws {
    let text = Self.head + "\nUn texte.\u{2028}\nUn \u{2028}autre.\nMot\u{2028}mot.\n"
    #expect(try fixed(text) == Self.head + "\nUn texte.\nUn autre.\nMot mot.\n")
  }

  @Test func noEqualsSignIsWrittenBeforeNothing() throws {
    let text = "+++\nroles = \"Coach\"\nopen = true\nstartup = \"atlas\"\ntechno:\n+++\n\nTexte.\n"
    #expect(try fixed(text).contains("techno:\n"))
  }
}
