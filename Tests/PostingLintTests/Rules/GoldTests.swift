import PostingLint
import SourceText
import TestSupport
import Testing

/// One row of the gold findings.
private struct GoldRow {
  let file: String
  let line: Int?
  let category: String
  let snippet: String
  let isCertain: Bool

  static func all() throws -> [GoldRow] {
    let text = String(decoding: try SharedData.bytes("corpus/gold/errors.tsv"), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 6 else { return nil }
      return GoldRow(
        file: cells[0], line: Int(cells[1]), category: cells[2], snippet: cells[3], isCertain: cells[5] == "certain")
    }
  }
}

@Suite(.enabled(if: SharedData.exists("corpus/gold/errors.tsv"), Comment(rawValue: SharedData.why)))
struct GoldTests {
  /// Which rules may answer a class of the gold findings.
  private static let rules: [String: Set<String>] = [
    "frontmatter-missing": ["missing-front-matter"], "frontmatter-late": ["text-before-front-matter"],
    "missing-key": ["missing-key"], "near-miss-key": ["unknown-key"], "duplicate-key": ["duplicate-key"],
    "wrong-type": ["wrong-type"], "empty-value": ["empty-value"], "vocabulary": ["unknown-value"],
    "value-surrounding-space": ["padded-value"], "value-trailing-space": ["trailing-space"],
    "template-comment-left": ["placeholder-left"], "template-value-kept": ["placeholder-left"],
    "mojibake": ["mojibake"], "nfd": ["decomposed-character"], "invisible-char": ["invisible-character"],
    "crlf": ["crlf-line-endings", "mixed-line-endings"], "date-mismatch": ["date-differs-from-file-name"],
    "filename-no-date": ["file-name-without-date"], "filename-impossible-date": ["file-name-impossible-date"],
    "filename-date-order": ["file-name-impossible-date"], "filename-space": ["file-name-format"],
    "filename-separator": ["file-name-format"], "filename-implausible-date": ["implausible-date"],
    "startup-unknown": ["unknown-reference"], "contacts-unknown": ["malformed-contact", "unknown-reference"],
    "spelling-role": ["misspelled-role"], "open-after-depublication": ["expired-but-open"],
    "mailto-text-mismatch": ["mailto-text-mismatch"], "mailto-semicolon": ["malformed-mailto"],
    "mailto-space": ["malformed-mailto"], "mailto-non-ascii": ["mailto-not-encoded"],
    "empty-link-text": ["empty-link-text"], "empty-link-url": ["empty-link-target"], "nested-link": ["nested-link"],
    "link-escaped-bracket": ["nested-link"], "url-malformed-scheme": ["malformed-url"],
    "url-missing-scheme": ["malformed-url"], "link-space-before-paren": ["space-before-link-target"],
  ]

  @Test func everyCertainRowIsFoundAtItsLine() throws {
    let rows = try GoldRow.all().filter { $0.isCertain && Self.rules[$0.category] != nil }
    try #require(rows.count > 100)
    let ids = String(decoding: try SharedData.bytes("corpus/startup-ids.txt"), as: UTF8.self)
    let linter = try Harness.linter(Harness.everything, startups: ids.split(separator: "\n").map(String.init))
    var reports: [String: FileReport] = [:]
    var found: [String: (hits: Int, all: Int)] = [:]
    var missed: [String] = []
    for row in rows {
      let report = try reports[row.file] ?? lint(row.file, linter)
      reports[row.file] = report
      let lines = LineIndex(report.source.bytes)
      let isFound = report.diagnostics.contains { diagnostic in
        (Self.rules[row.category]?.contains(diagnostic.rule) == true || Self.isMet(row, by: diagnostic))
          && (row.line == nil || lines.line(at: diagnostic.range.start) + 1 == row.line)
      }
      let count = found[row.category, default: (0, 0)]
      found[row.category] = (count.hits + (isFound ? 1 : 0), count.all + 1)
      if !isFound { missed.append("\(row.file):\(row.line.map(String.init) ?? "") \(row.category) \(row.snippet)") }
    }
    for (category, count) in found.sorted(by: { $0.key < $1.key }) {
      print("gold \(category): \(count.hits) of \(count.all)")
    }
    #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
  }

  /// Where a name lacks its date and has spaces, one finding meets both rows if it writes the name as it should be.
  private static func isMet(_ row: GoldRow, by diagnostic: Diagnostic) -> Bool {
    guard row.category == "filename-space", diagnostic.rule == "file-name-without-date" else { return false }
    return diagnostic.message.en.contains("-" + row.snippet.replacing(" ", with: "-"))
  }

  @Test func noErrorIsUnknownToTheGoldFindings() throws {
    let rows = try GoldRow.all()
    let ids = String(decoding: try SharedData.bytes("corpus/startup-ids.txt"), as: UTF8.self)
    let linter = try Harness.linter(startups: ids.split(separator: "\n").map(String.init))
    let files = try sharedNames("corpus/postings").map { "postings/" + $0 }
    var outside: [String] = []
    var errors = 0
    for file in files {
      let wanted = Set(rows.filter { $0.file == file }.flatMap { Self.rules[$0.category] ?? [] })
      for diagnostic in try lint(file, linter).diagnostics where diagnostic.severity == .error {
        errors += 1
        if !wanted.contains(diagnostic.rule) { outside.append("\(file) \(diagnostic.rule) \(diagnostic.message.en)") }
      }
    }
    print("gold: \(errors) errors in \(files.count) files, \(outside.count) of them without a row")
    #expect(outside.isEmpty, "\(outside.joined(separator: "\n"))")
  }

  private func lint(_ file: String, _ linter: Linter) throws -> FileReport {
    linter.lint(Source(path: SourcePath(file), bytes: try SharedData.bytes("corpus/" + file)))
  }
}
