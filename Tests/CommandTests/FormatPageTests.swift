import Foundation
import PostingLint
import TestSupport
import Testing

/// The manual's page about the formats says what they do.
@Suite struct FormatPageTests {
  /// The cells of the table of places, by the format.
  private static let rows: [String: [String]] = {
    let page = SharedData.package.appendingPathComponent("Sources/PostingLint/PostingLint.docc/Formats.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    var rows: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4 else { continue }
      rows[cells[0].trimmingCharacters(in: ["`"])] = Array(cells.dropFirst())
    }
    return rows
  }()

  /// The first finding of a run below the root of a repository; it stands behind a rocket and an accent.
  private static func result(_ format: String) throws -> CommandResult {
    let site = try CommandFolder()
    try site.write(".git/HEAD", "")
    try site.write("sub/2022-05-30-a.md", Sample.good + "🚀é abÃ®mé\n")
    return try site.shell("cd sub && \"$0\" --select mojibake --lang en --format \(format) ./2022-05-30-a.md gone.md")
  }

  @Test func hasARowForEachFormat() {
    #expect(Set(Self.rows.keys) == Set(ReportFormat.allCases.map(\.rawValue)))
  }

  @Test(arguments: ReportFormat.allCases)
  func columnsAndPathsAreAsThePageSays(_ format: ReportFormat) throws {
    let row = try #require(Self.rows[format.rawValue])
    let text = try Self.result(format.rawValue).text
    let column =
      switch row[0] {
      case "code points": "6"
      case "UTF-16 code units": "7"
      case "UTF-8 bytes": "10"
      default: ""
      }
    let line = Sample.good.split(separator: "\n", omittingEmptySubsequences: false).count
    let place =
      switch format {
      case .human, .junit: "2022-05-30-a.md:\(line):\(column): "
      case .json, .jsonl, .rdjson: #""start":{"line":\#(line),"column":\#(column)"#
      case .sarif: #""startLine":\#(line),"startColumn":\#(column)"#
      case .github: ",line=\(line),endLine=\(line),col=\(column),"
      case .checkstyle: #"line="\#(line)" column="\#(column)""#
      case .gitlab: #""lines":{"begin":\#(line),"end":\#(line)}"#
      case .html: "</strong> line \(line) "
      case .markdown: "2022-05-30-a.md:\(line)<"
      }
    #expect(text.contains(place), "\(format): \(text.suffix(600))")
    #expect((row[0] == "lines only") == [.gitlab, .html, .markdown].contains(format))
    #expect(text.contains("sub/2022-05-30-a.md") == (row[1] == "the root of the repository"), "\(format)")
    #expect(row[1] == "the root of the repository" || row[1] == "the path as it was given")
  }

  /// The words in code of the last cell stand in the output.
  @Test(arguments: ReportFormat.allCases)
  func failuresAreWhereThePageSays(_ format: ReportFormat) throws {
    let row = try #require(Self.rows[format.rawValue])
    let result = try Self.result(format.rawValue)
    for (index, word) in row[2].split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where index % 2 == 1 {
      #expect(result.text.contains(word.hasPrefix("<") ? word.dropLast() : word), "\(format): \(word)")
    }
    if format == .human { #expect(result.errors.contains("gone.md: there is no such file")) }
    let names = Set(RunNotice.Kind.allCases.map(\.rawValue))
    #expect(RuleRegistry.all.allSatisfy { !names.contains($0.info.id) && names.isDisjoint(with: $0.info.aliases) })
  }

  @Test func theLimitIsTheOneOfThePage() throws {
    let site = try CommandFolder()
    try site.write("2022-05-30-a.md", Sample.good + String(repeating: "Un [](https://exemple.fr) mot.\n", count: 1003))
    let result = try site.run(".", "--select", "empty-link-text")
    #expect(result.text.hasSuffix("2022-05-30-a.md: 3 more findings are not shown (--max-findings 0 shows all)\n"))
  }
}
