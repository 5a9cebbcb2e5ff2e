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

  /// Programs of which a loss in the table has no other cause than front matter.
  private static let judged: Set<Reader> = [.jekyllPsych, .hugo, .hugo0111, .mkdocs]

  /// Subjects in which something is wrong, or nothing is, whatever became of the page.
  private static let known: [String: String] = [
    ";;; delimiters": "the fences of no reader here",
    "no front matter, body begins with \"Attention: texte\"": "a page without front matter",
    "duplicate title": "a line is lost, even where both say the same",
    "front matter is ~ comment": "an empty front matter",
  ]

  private static let hasData = SharedData.exists("readers/pages.tsv") && SharedData.exists("readers/subjects.jsonl")

  @Test(.enabled(if: hasData, "\(SharedData.why)"))
  func aLostPageHasAFinding() throws {
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
    for (tool, reader) in Self.tools {
      let linter = try Self.linter(reader)
      var (hits, misses, alarms) = (0, 0, 0)
      var list = ""
      for subject in subjects where Self.groups.contains(subject.group) && Self.known[subject.subject] == nil {
        guard let outcome = outcomes["\(tool)\t\(subject.subject)"] else { continue }
        let found = linter.lint(Source(path: SourcePath("page.md"), bytes: subject.bytes)).diagnostics
          .filter { $0.severity > .info }
        let isLost = Self.isLost(outcome)
        if isLost, found.isEmpty {
          misses += 1
          list += "  miss \(subject.subject): \(outcome.prefix(80))\n"
        } else if isLost {
          hits += 1
        } else if outcome == "page as reference",
          let other = found.first(where: { RuleRegistry.info($0.rule)?.group == .frontMatter })
        {
          alarms += 1
          list += "  alarm \(subject.subject): \(other.rule): \(other.message.en)\n"
        }
      }
      if Self.judged.contains(reader) { wrong += misses + alarms }
      report += "\(tool): \(hits) hits, \(misses) misses, \(alarms) false alarms\n" + list
    }
    print(report)
    if let path = ProcessInfo.processInfo.environment["READERS_PAGES"] {
      try report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(wrong == 0)
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
    ["front matter text on page", "build fails", "page missing", "title=null; day=2026", "title=<no title>"].contains {
      outcome.hasPrefix($0)
    }
  }
}
