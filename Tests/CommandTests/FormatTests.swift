import Arguments
import Foundation
import PostingLint
import TestSupport
import Testing

/// Every list of formats is the same list.
@Suite struct FormatTests {
  @Test func optionTakesWhatReportersExistFor() {
    #expect(OptionInfo.formats == ReportFormat.allCases.map(\.rawValue))
  }

  /// The places that the manual names for a new format are those where the formats stand today, and no others.
  @Test func manualNamesEveryPlace() throws {
    let root = SharedData.package
    let page = try String(
      contentsOf: root.appendingPathComponent("Sources/PostingLint/PostingLint.docc/AddAFormat.md"), encoding: .utf8)
    let named = page.matches(of: /^\d\. `(Sources\/[^`]+)`/.anchorsMatchLineEndings()).map { String($0.output.1) }
    #expect(named.count == 3)
    let sources = try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
    for path in sources where path.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appendingPathComponent("Sources/\(path)"), encoding: .utf8)
      // These two are words of nothing else.
      guard text.contains(/\bcheckstyle\b/), text.contains(/\brdjson\b/) else { continue }
      #expect(named.contains { "Sources/\(path)".hasPrefix($0) }, "\(path) lists the formats")
    }
  }

  @Test func manualListsEveryFormat() throws {
    let page = try String(
      contentsOf: SharedData.package.appendingPathComponent("Sources/PostingLint/PostingLint.docc/Formats.md"),
      encoding: .utf8)
    for format in OptionInfo.formats { #expect(page.contains("`\(format)`"), "the manual does not name \(format)") }
  }
}
