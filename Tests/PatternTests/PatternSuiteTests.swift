import DataTree
import JSON
import Pattern
import TestSupport
import Testing

private let folder = "conformance/json-schema-test-suite/tests"

/// The official suite's schemas that are nothing but a pattern, asked directly.
@Test(
  .enabled(if: SharedData.exists(folder), Comment(rawValue: SharedData.why)),
  arguments: ["draft7", "draft2020-12"],
  [
    "pattern.json", "patternProperties.json", "propertyNames.json", "optional/ecmascript-regex.json",
    "optional/non-bmp-regex.json",
  ])
func agreesWithTheSuite(_ draft: String, _ file: String) throws {
  let path = "\(folder)/\(draft)/\(file)"
  guard SharedData.exists(path) else { return }
  let tree = try JSONParser.parse(try SharedData.bytes(path))
  var asked = 0
  for group in tree.children(of: try #require(tree.root)) {
    let schema = try #require(tree.value(of: "schema", in: group))
    let pattern: [UInt8]
    if let value = tree.value(of: "pattern", in: schema) {
      pattern = tree.utf8(of: value)
    } else if let properties = tree.value(of: "patternProperties", in: schema),
      tree.value(of: "additionalProperties", in: schema) != nil, tree[properties].count == 1,
      let only = tree.pairs(of: properties).first(where: { _ in true })
    {
      pattern = tree.utf8(of: only.key)
    } else {
      continue
    }
    let compiled = try CompiledPattern(compiling: pattern)
    for test in tree.children(of: try #require(tree.value(of: "tests", in: group))) {
      var data = try #require(tree.value(of: "data", in: test))
      if tree.type(of: data) == .mapping, tree[data].count == 1,
        let only = tree.pairs(of: data).first(where: { _ in true })
      {
        data = only.key
      }
      guard tree.type(of: data) == .string, let valid = tree.value(of: "valid", in: test) else { continue }
      let text = tree.utf8(of: data)
      asked += 1
      #expect(
        try compiled.matches(text) == (tree.text(of: valid) == "true"),
        "\(String(decoding: pattern, as: UTF8.self)) on \(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }
  if file != "propertyNames.json" { #expect(asked > 1, "nothing was asked of \(path)") }
}
