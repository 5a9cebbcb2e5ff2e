import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The postings of `fixtures/rules`: one folder a rule, beside each file what the linter says of it.
///
/// A new file needs no Swift: `UPDATE_EXPECTED=1` writes what is said of it, to be read before it is kept.
@Suite struct FixtureTests {
  private static let rules: [String] = (try? checkoutNames("fixtures/rules")) ?? []

  @Test func everyRuleHasAFolder() {
    #expect(Set(Self.rules) == Set(RuleRegistry.all.map { $0.info.id }))
  }

  @Test(arguments: rules)
  func saysWhatIsExpected(_ rule: String) throws {
    let folder = "fixtures/rules/\(rule)"
    let files = try checkoutNames(folder).filter { !$0.hasSuffix(".expected") }
    try #require(!files.isEmpty)
    let linter = try Harness.linter(extra: [rule], startups: ["atlas", "phare"])
    for file in files {
      let source = Source(path: SourcePath(file), bytes: try checkoutFile("\(folder)/\(file)"))
      let report = linter.lint(source)
      #expect(report.diagnostics.contains { $0.rule == rule }, "\(rule)/\(file)")
      let text = describe(report) + describe(Fixer(linter, threshold: .unsafe).fix(source), source)
      let expected = SharedData.package.appendingPathComponent("\(folder)/\(file).expected")
      if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
        try Data(text.utf8).write(to: expected)
      }
      #expect(try Data(contentsOf: expected) == Data(text.utf8), "\(rule)/\(file)")
    }
  }

  /// One line a finding: range in lines and columns, severity, rule, message.
  private func describe(_ report: FileReport) -> String {
    let lines = LineIndex(report.source.bytes)
    return report.diagnostics.map { diagnostic in
      let ends = [diagnostic.range.start, diagnostic.range.end].map { offset in
        let position = lines.position(at: offset, in: report.source.bytes, unit: .codePoints)
        return "\(position.line + 1):\(position.column + 1)"
      }
      return "\(ends[0])-\(ends[1]) \(diagnostic.severity.name) \(diagnostic.rule): \(diagnostic.message.fr)\n"
    }.joined()
  }

  /// The changed lines after every fix.
  private func describe(_ result: FixResult, _ source: Source) -> String {
    guard result.bytes != source.bytes else { return "" }
    let diff = UnifiedDiff.make(old: source.bytes, new: result.bytes, path: SourcePath("fixed"))
    let lines = diff.split(separator: 0x0A).filter { $0.first == UInt8(ascii: "+") || $0.first == UInt8(ascii: "-") }
    return lines.dropFirst(2).map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }
}
