import Foundation
import PostingLint
import Readers
import SourceText
import TestSupport
import Testing

/// Every input of the table of real readers, linted as a page of a site of one reader alone and as one of the default: a
/// finding stands exactly where the readers in force differ or lose something.
///
/// One reader alone differs from no other. It loses something where it fails, where the whole is no mapping, where a line
/// gives way to a later one of the same key, and where it reads a day that is not the one written.
@Suite struct ReaderMatrixTests {
  private static let readers: [Reader] = [.jekyll, .jekyllPsych, .hugo, .grayMatter, .jsYAML, .mkdocs]

  /// Inputs in which something is wrong or nothing is, whatever the readers of YAML make of them.
  private static let known: [String: (isWanted: Bool, reason: String)] = [
    "t-empty-doc": (false, "an empty front matter makes a page"),
    "t-comment-only": (false, "an empty front matter makes a page"),
    "t-dash-line": (true, "the keys below the line are lost where it is taken for the end"),
    "t-utf16le": (true, "no reader has the keys"),
    "t-two-docs": (false, "a library is not handed the second block"),
    "t-two-docs-dots": (true, "the second block shows as text of the page"),
  ]

  /// Inputs of which js-yaml, which finds no fences, was handed more than what stands between them.
  private static let wholes: Set<String> = [
    "t-two-docs-dots", "t-directive", "t-directive-11", "t-directive-foo", "t-close-four", "t-open-four",
    "t-open-comment", "t-blank-before", "t-close-text", "t-toml-fm", "t-json-fm",
  ]

  /// What can be read and was hardly meant so, and characters that nobody meant: findings whoever reads.
  private static func isAboutReading(_ diagnostic: Diagnostic, _ input: String) -> Bool {
    RuleRegistry.info(diagnostic.rule)?.group != .encoding
      && !["s155", "t-nbsp-indent", "t-seq-nospace", "t-seq-misindent-deeper"].contains(input)
  }

  @Test(.enabled(if: SharedData.exists(ValueTable.path), "\(SharedData.why)"))
  func findingsStandWhereReadersDiffer() throws {
    var report = ""
    let rows = try ValueTable.read()
    var wrong = 0
    for reader in Self.readers {
      let (text, count) = try Self.run(rows, [reader], .named, reader.name)
      report += text
      wrong += count
    }
    let (text, count) = try Self.run(rows, Self.readers, .defaults, "default")
    report += text
    wrong += count
    print(report)
    if let path = ProcessInfo.processInfo.environment["READERS_MATRIX"] {
      try report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(wrong == 0)
  }

  private static func run(
    _ rows: [ValueRow], _ readers: [Reader], _ origin: ReadersInForce.Origin, _ name: String
  ) throws -> (report: String, wrong: Int) {
    let today = try #require(CalendarDate(iso: Array("2026-11-28".utf8)))
    var options = LintOptions(today: today)
    options.isPosting = false
    options.hasSchema = false
    options.liesAmongPostings = false
    options.readers = ReadersInForce(readers, origin)
    let linter = Linter(settings: RuleSettings(isPosting: false), options: options, schema: nil)
    var failing: [String: Set<Reader>] = [:]
    for reader in readers {
      let column = try #require(ValueTable.rows[reader])
      for row in rows where row.reader == column {
        let isLost = row.kind == "error" || row.kind == "nokey" || row.value == "[\"#nodata\", {}]"
        if isLost { failing[row.input, default: []].insert(reader) }
      }
    }
    var (hits, quiet, misses, alarms) = (0, 0, 0, 0)
    var list = ""
    for row in rows where row.reader == ValueTable.rows[.jekyll] {
      guard let page = ValueTable.page(row), readers != [.jsYAML] || !wholes.contains(row.input) else { continue }
      let wanted = known[row.input]?.isWanted ?? isWanted(row, page, readers, failing[row.input] ?? [])
      let report = linter.lint(Source(path: SourcePath("page.md"), bytes: page))
      let isFound = report.diagnostics.contains {
        ($0.severity > .info || $0.rule == "front-matter-not-yaml") && (wanted || isAboutReading($0, row.input))
      }
      switch (isFound, wanted) {
      case (true, true): hits += 1
      case (false, false): quiet += 1
      case (false, true): misses += 1
      case (true, false): alarms += 1
      }
      if isFound != wanted {
        let said = report.diagnostics.map { "\($0.severity.name) \($0.rule): \($0.message.en)" }
        list +=
          "  \(wanted ? "miss" : "alarm") \(row.input) \(String(decoding: row.bytes.prefix(60), as: UTF8.self).debugDescription) \(said.joined(separator: " | "))\n"
      }
    }
    return (
      "\(name): \(hits) hits, \(misses) misses, \(alarms) false alarms, \(quiet) rightly quiet\n" + list,
      misses + alarms
    )
  }

  private static func isWanted(_ row: ValueRow, _ page: [UInt8], _ readers: [Reader], _ failing: Set<Reader>) -> Bool {
    if !failing.isEmpty || row.input.hasPrefix("t-dup-key") && row.input != "t-dup-key-case" { return true }
    let values = readers.compactMap { reader in
      Readers.read(
        row.isScalar || isLibrary(reader) ? row.bytes : page, as: reader, isBare: row.isScalar || isLibrary(reader)
      )
      .value
    }
    if values.contains(where: hasNoKeys) { return true }
    if row.input == "t-dup-key-case", readers.contains(.hugo) { return true }
    guard let first = values.first else { return true }
    return values.contains { !ValueAgreement.areSame(first, $0) } || values.contains { isMovedDay($0, row) }
  }

  private static func isLibrary(_ reader: Reader) -> Bool { reader == .jsYAML }

  private static func hasNoKeys(_ value: ReaderValue) -> Bool {
    if case .mapping(let pairs) = value { pairs.isEmpty } else { true }
  }

  /// Whether a reader makes another day of what is written in the form of one.
  private static func isMovedDay(_ value: ReaderValue, _ row: ValueRow) -> Bool {
    guard row.isScalar, case .mapping(let pairs) = value else { return false }
    let read: CalendarTime
    switch pairs.first?.value {
    case .date(let day)?, .dateTime(let day)?: read = day
    default: return false
    }
    let numbers = row.bytes.dropFirst(3).prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-") }.split(
      separator: UInt8(ascii: "-")
    ).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    return numbers.count == 3 && (read.offset ?? 0) == 0 && numbers != [read.year, read.month, read.day]
  }
}
