import Foundation
import TestSupport
import Testing

/// The manual says which places a change touches: no more than that name its example.
@Suite struct PlacesTests {
  /// The places of a page's numbered list: the first path in backticks of each entry.
  private static func listed(_ page: String) throws -> [String] {
    let text = String(decoding: try checkoutFile("Sources/PostingLint/PostingLint.docc/\(page).md"), as: UTF8.self)
    return text.matches(of: #/(?m)^\d\. `([^`]+)`/#).map { String($0.output.1) }
  }

  /// The files written by hand that hold one of the words.
  private static func holding(_ words: [String], in folders: [String]) throws -> Set<String> {
    var found: Set<String> = []
    for folder in folders {
      let root = SharedData.package.appendingPathComponent(folder)
      for name in try FileManager.default.subpathsOfDirectory(atPath: root.path)
      where name.hasSuffix(".swift") || name.hasSuffix("README.md") {
        let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        if words.contains(where: text.contains) { found.insert("\(folder)/\(name)") }
      }
    }
    return found.filter { !$0.hasPrefix("schemas/Bundled") }
  }

  @Test func aRuleTouchesThree() throws {
    let listed = try Self.listed("WriteARule")
    #expect(listed.count == 3)
    let fixtures = "fixtures/rules/date-out-of-order/"
    #expect(try !checkoutNames(fixtures).isEmpty)
    #expect(try Self.holding(["DateOutOfOrder"], in: ["Sources"]).union([fixtures]) == Set(listed))
  }

  @Test func aKeywordTouchesFour() throws {
    let listed = try Self.listed("WriteASchema")
    #expect(listed.count == 4)
    #expect(try Self.holding(["uniqueBy", "RepeatedValue"], in: ["Sources", "schemas"]) == Set(listed))
  }
}
