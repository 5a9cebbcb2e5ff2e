import DataTree
import JSON
import SourceText
import YAML

/// What the reader of JSON promises of any bytes.
enum JSONLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let tree: DataTree
    do {
      tree = try JSONParser.parse(bytes)
    } catch {
      return try RangeLaw.checkWhole(error.range, bytes, "JSON error")
    }
    try YAMLLaw.check(tree)
    guard let text = try? JSONPrinter.print(tree) else { return }
    guard let again = try? JSONParser.parse(text), let second = try? JSONPrinter.print(again) else {
      throw BrokenLaw(description: "printed JSON is none")
    }
    try require(second == text, "printed JSON is printed otherwise")
    // JSON is YAML, but for what the YAML reader refuses: long keys, bad characters, tabs as indentation.
    let asYAML = YAMLParser.parse(bytes)
    guard asYAML.errors.isEmpty, asYAML.tree.roots.count == 1, RangeLaw.isUTF8(bytes),
      let other = try? JSONPrinter.print(asYAML.tree)
    else { return }
    try require(
      other == text,
      "YAML reads something else | \(String(decoding: other, as: UTF8.self)), as JSON: \(String(decoding: text, as: UTF8.self))"
    )
  }
}
