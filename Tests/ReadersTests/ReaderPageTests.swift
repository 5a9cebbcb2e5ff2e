import Foundation
import PostingLint
import Readers
import SourceText
import TestSupport
import Testing

/// Whole pages that the programs themselves built: where one loses the page or its front matter there is a finding for a
/// site of that program, and where the page came out as it should no rule of front matter speaks.
@Suite struct ReaderPageTests {
  private static let tools: [(tool: String, reader: Reader)] = [
    ("Jekyll (collection) 4.3.1", .jekyllPsych), ("Jekyll (_posts) 4.3.1", .jekyllPsych), ("Hugo 0.168.0", .hugo),
    ("Hugo 0.111.3", .hugo0111), ("MkDocs 1.6.1", .mkdocs), ("Zensical 0.0.73", .zensical),
    ("pandoc 2.17.1.1", .pandoc), ("python-frontmatter 1.3.0", .pythonFrontmatter),
    ("Sphinx + myst-parser (title_to_header) 9.0.4 + 5.2.0", .mystParser), ("markata (Go) 0.14.0", .markata),
    ("Nikola 8.3.3", .nikola),
  ]

  /// Subjects about fences, bytes and YAML; what a program makes of a good value is its own matter.
  private static let groups: Set<String> = ["delim", "bytes", "yaml"]

  private struct Subject: Decodable {
    var subject: String
    var group: String
    var text: String?
    var base64: String?

    var bytes: [UInt8] { base64.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? Array((text ?? "").utf8) }
  }

  /// Subjects about values, their kinds and names of files: dates, drafts, types.
  private static let valueGroups: Set<String> = ["date", "tz", "draft", "types", "fname"]

  /// Subjects in which something is wrong, or nothing is, whatever became of the page.
  private static let known: [String: String] = [
    ";;; delimiters": "the fences of no reader here",
    "no front matter, body begins with \"Attention: texte\"": "a page without front matter",
    "duplicate title": "a line is lost, even where both say the same",
    "front matter is ~ comment": "an empty front matter",
  ]

  /// What a program made of some subjects, for another reason than front matter that it does not read.
  private struct Exemption {
    var readers: Set<Reader>
    var reason: String
    var subjects: Set<String>
  }

  private static let jekylls: Set<Reader> = [.jekyllPsych]
  private static let hugos: Set<Reader> = [.hugo, .hugo0111]

  private static let exempt: [Exemption] = [
    Exemption(
      readers: Set(Reader.allCases), reason: "it says so",
      subjects: [
        "published: false", "published: no", "published: off", "published: 0", "published: \"false\"", "draft: true",
        "draft: \"true\"", "draft: yes", "headless: true",
      ]),
    Exemption(
      readers: Set(Reader.allCases), reason: "a day to come",
      subjects: ["date: 2027-06-28", "publishdate in the future", "file name 2027-06-28-sujet.md, no date key"]),
    Exemption(
      readers: Set(Reader.allCases), reason: "the body, a layout or a template that lacks",
      subjects: [
        "layout: nonexistent", "template: nonexistent", "Hugo shortcode unclosed in body",
        "Hugo unknown shortcode in body",
      ]),
    Exemption(
      readers: jekylls, reason: "what a key of Jekyll may be is in the bundled schema of its name",
      subjects: ["title: .nan", "categories: {a: b}", "permalink: true", "permalink: 3"]),
    Exemption(readers: jekylls, reason: "the day that is written", subjects: ["date: 2022-6-8"]),
    Exemption(
      readers: hugos, reason: "what a key of Hugo may be is in the bundled schema of its name",
      subjects: ["outputs: wrong", "cascade: string", "markup: wrong", "params: string"]),
    Exemption(readers: hugos, reason: "as good as no date", subjects: ["date: null", "date missing"]),
    Exemption(
      readers: [.nikola], reason: "the site of the run wants a title and a date of every page",
      subjects: [
        "date missing", "list not indented", "all lines indented by two blanks", "anchors and merge key",
        "complex key (? [a, b])", "numeric key", "key yes (boolean key)", "null key", "very long value (20000)",
        "key in quotes", "key in another letter case (Title:, DATE:)", "title and Title both",
        "block scalar > over two lines", "value over two lines (plain, indented)",
        "--- inside a block scalar (indented)", "line beginning with --- text inside a quoted value",
        "no front matter, body begins with \"Attention: texte\"",
      ]),
    Exemption(
      readers: [.nikola], reason: "the table of values, from another run, has these fences taken",
      subjects: [
        "blank line before ---", "opening --- with trailing blanks", "opening ----", "opening --- # comment",
        "opening --- with NBSP after it",
      ]),
    Exemption(
      readers: [.nikola], reason: "it reads the first block; the keys of the second show",
      subjects: ["second --- block after the first"]),
    Exemption(
      readers: [.mystParser], reason: "the fence of the Markdown reader, which the table of values does not show",
      subjects: ["opening ----", "closing --- with text after it", "--- inside a block scalar (indented)"]),
    Exemption(
      readers: [.mystParser], reason: "no key `title` with a text, in small letters",
      subjects: [
        "empty front matter (--- ---)", "key in another letter case (Title:, DATE:)", "title: no", "title: ",
        "title: ''",
        "title missing",
      ]),
    Exemption(
      readers: [.zensical], reason: "nothing between the fences, of which most make a page",
      subjects: ["empty front matter (--- ---)"]),
    Exemption(
      readers: [.pandoc], reason: "a line that only pandoc takes above its block", subjects: ["%YAML directive"]),
    Exemption(
      readers: [.pythonFrontmatter], reason: "the library names an argument of its own so", subjects: ["content key"]),
    Exemption(
      readers: [.markata], reason: "the table shows the page, not its keys",
      subjects: [
        "... inside a block scalar (column 0)", "JSON {", "two documents: --- title --- then ... ",
      ]),
    Exemption(
      readers: [.markata, .nikola], reason: "a sign that was meant as text",
      subjects: ["value beginning with &", "value beginning with !", "list item without blank after -"]),
  ]

  private static func isExempt(_ subject: String, _ reader: Reader) -> Bool {
    exempt.contains { $0.readers.contains(reader) && $0.subjects.contains(subject) }
  }

  private static let hasData = SharedData.exists("readers/pages.tsv") && SharedData.exists("readers/subjects.jsonl")

  @Test(.enabled(if: hasData, "\(SharedData.why)"))
  func aLostPageHasAFinding() throws {
    let (report, wrong) = try Self.report(Self.groups) { subject, _, outcome in
      Self.known[subject.subject] == nil && Self.isLost(outcome)
    }
    print(report)
    #expect(wrong == 0)
  }

  /// Dates that move or vanish, pages that are shown or hidden by mistake, builds that end over a value. Names of files are
  /// looked at among postings only.
  @Test(.enabled(if: hasData, "\(SharedData.why)"))
  func aValueGoneWrongHasAFinding() throws {
    let (report, wrong) = try Self.report(Self.valueGroups) { subject, reader, outcome in
      guard subject.group != "fname" else { return false }
      let isMoved = subject.group == "date" && outcome.hasPrefix("day=")
      return Self.isLost(outcome) || isMoved || outcome.hasPrefix("status 1 but page written")
    }
    print(report)
    #expect(wrong == 0)
  }

  private static func report(
    _ groups: Set<String>, isWrong: (Subject, Reader, String) -> Bool
  ) throws -> (text: String, wrong: Int) {
    let subjects = try SharedData.bytes("readers/subjects.jsonl").split(separator: 0x0A).map {
      try JSONDecoder().decode(Subject.self, from: Data($0))
    }
    var outcomes: [String: String] = [:]
    for line in try SharedData.bytes("readers/pages.tsv").split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if fields.count > 4 { outcomes["\(fields[0]) \(fields[1])\t\(fields[2])"] = fields[4] }
    }
    var report = ""
    var wrong = 0
    for (tool, reader) in tools {
      let linter = try linter(reader)
      var (hits, misses, alarms) = (0, 0, 0)
      var list = ""
      for subject in subjects where groups.contains(subject.group) && known[subject.subject] == nil {
        guard let outcome = outcomes["\(tool)\t\(subject.subject)"], !isExempt(subject.subject, reader) else {
          continue
        }
        let found = linter.lint(Source(path: SourcePath("page.md"), bytes: subject.bytes)).diagnostics
          .filter { $0.severity > .info }
        let isWrong = isWrong(subject, reader, outcome)
        if isWrong, found.isEmpty {
          misses += 1
          list += "  miss \(subject.subject): \(outcome.prefix(80))\n"
        } else if isWrong {
          hits += 1
        } else if outcome == "page as reference",
          let other = found.first(where: { [.frontMatter, .dates].contains(RuleRegistry.info($0.rule)?.group) })
        {
          alarms += 1
          list += "  alarm \(subject.subject): \(other.rule): \(other.message.en)\n"
        }
      }
      wrong += misses + alarms
      report += "\(tool): \(hits) hits, \(misses) misses, \(alarms) false alarms\n" + list
    }
    return (report, wrong)
  }

  private static func linter(_ reader: Reader) throws -> Linter {
    let today = try #require(CalendarDate(iso: Array("2026-11-28".utf8)))
    var options = LintOptions(today: today)
    options.isPosting = false
    options.hasSchema = false
    options.liesAmongPostings = false
    options.readers = ReadersInForce([reader], .named)
    return Linter(settings: RuleSettings(isPosting: false), options: options, schema: nil)
  }

  private static func isLost(_ outcome: String) -> Bool {
    [
      "front matter text on page", "build fails", "page missing", "title=null; day=2026", "title=<no title>",
      "title=(gone)",
    ]
    .contains {
      outcome.hasPrefix($0)
    }
  }
}
