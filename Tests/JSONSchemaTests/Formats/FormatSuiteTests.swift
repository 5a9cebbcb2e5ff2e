import DataTree
import JSON
import JSONSchema
import TestSupport
import Testing

private let folder = "conformance/json-schema-test-suite/tests"

/// The official suite's schemas that are nothing but a format, asked directly. Files that are not there are passed over.
@Test(
  .enabled(if: SharedData.exists(folder), Comment(rawValue: SharedData.why)),
  arguments: ["draft7", "draft2020-12"], StandardFormats.all.map { $0.name } + ["unknown"])
func formatAgreesWithTheSuite(_ draft: String, _ format: String) throws {
  let path = "\(folder)/\(draft)/optional/format/\(format).json"
  guard SharedData.exists(path) else { return }
  let tree = try JSONParser.parse(try SharedData.bytes(path))
  var asked = 0
  for group in tree.children(of: try #require(tree.root)) {
    let schema = try #require(tree.value(of: "schema", in: group))
    let name = tree.text(of: try #require(tree.value(of: "format", in: schema)))
    for test in tree.children(of: try #require(tree.value(of: "tests", in: group))) {
      let data = try #require(tree.value(of: "data", in: test))
      guard tree.type(of: data) == .string, let valid = tree.value(of: "valid", in: test) else { continue }
      let text = tree.utf8(of: data)
      asked += 1
      #expect(
        StandardFormats.isValid(name: name, text: text) ?? true == (tree.text(of: valid) == "true"),
        "\(name) \(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }
  #expect(asked > 0, "nothing was asked of \(path)")
}

@Test(.enabled(if: SharedData.exists(folder), Comment(rawValue: SharedData.why)))
func suiteHasFormats() {
  let files = StandardFormats.all.filter { SharedData.exists("\(folder)/draft2020-12/optional/format/\($0.name).json") }
  #expect(files.count >= 10)
}
