import DataTree
import JSON
import JSONSchema
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The official test suite (README beside the data), driven by its folder.
@Suite struct ConformanceTests {
  static let suite = "conformance/json-schema-test-suite"

  /// Tests that may fail, each with its reason; one of them that passes fails the run.
  static let knownFailures: [String: String] = [:]

  @Test(
    .enabled(if: SharedData.exists(suite), Comment(rawValue: SharedData.why)), arguments: ["draft2020-12", "draft7"])
  func everyVerdict(_ draft: String) throws {
    let files = try Self.files("tests/\(draft)")
    try #require(files.count > 30, "the folder is empty")
    var passed = 0
    var unexpected: [String] = []
    for file in files {
      let tree = try JSONParser.parse(try SharedData.bytes("\(Self.suite)/tests/\(draft)/\(file)"))
      for group in tree.children(of: try #require(tree.root)) {
        for (name, isRight) in try Self.run(group, in: tree, draft: draft, file: file) {
          let id = "\(draft)/\(file): \(name)"
          passed += isRight ? 1 : 0
          let isKnown = Self.knownFailures.keys.contains { id.hasSuffix($0) }
          if isRight == isKnown {
            unexpected.append("\(isRight ? "passes now" : "fails"): \(id)")
          }
        }
      }
    }
    #expect(unexpected.isEmpty, "\(unexpected.count) unexpected:\n\(unexpected.joined(separator: "\n"))")
    #expect(passed == (draft == "draft7" ? 1_218 : 1_689))
  }

  /// The files of a folder and its subfolders, sorted.
  private static func files(_ folder: String) throws -> [String] {
    let root = SharedData.url("\(suite)/\(folder)").path
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.hasSuffix(".json")
    }.sorted()
  }

  /// The tests of one group, and whether each gave the verdict that it should.
  private static func run(
    _ group: NodeID, in tree: DataTree, draft: String, file: String
  ) throws -> [(name: String, isRight: Bool)] {
    var options = SchemaOptions()
    options.defaultDialect = draft == "draft7" ? .draft07 : .draft202012
    options.assertsFormat = file.hasPrefix("optional/format/")
    let title = tree.text(of: try #require(tree.value(of: "description", in: group)))
    let tests = tree.children(of: try #require(tree.value(of: "tests", in: group)))
    let schema = try part(try #require(tree.value(of: "schema", in: group)), of: tree)
    let validator: SchemaValidator
    do {
      validator = try SchemaValidator(schema: schema, options: options, resolver: remote)
    } catch {
      let mistakes = error.errors.map { "\($0.pointer): \($0.kind)" }
      return [("\(title): \(mistakes.joined(separator: "; "))", false)]
    }
    return try tests.map { test in
      let name = "\(title): \(tree.text(of: try #require(tree.value(of: "description", in: test))))"
      let data = try part(try #require(tree.value(of: "data", in: test)), of: tree)
      let isValid = tree.text(of: try #require(tree.value(of: "valid", in: test))) == "true"
      let failures = validator.failures(of: data)
      return (name, validator.isValid(data) == isValid && failures.isEmpty == isValid)
    }
  }

  /// A value as a document of its own.
  private static func part(_ node: NodeID, of tree: DataTree) throws -> DataTree {
    try JSONParser.parse(Array(tree.bytes[tree.range(of: node).indices]))
  }

  private static func remote(_ address: String) -> DataTree? {
    let base = "http://localhost:1234/"
    guard address.hasPrefix(base),
      let bytes = try? SharedData.bytes("\(suite)/remotes/\(address.dropFirst(base.count))")
    else { return nil }
    return try? JSONParser.parse(bytes)
  }
}
