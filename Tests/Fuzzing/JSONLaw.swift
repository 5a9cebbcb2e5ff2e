import DataTree
import JSON
import SourceText
import YAML

/// What the reader of JSON promises of any bytes.
enum JSONLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    try checkRecovery(bytes)
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
    let result = JSONReader.read(bytes)
    try require(
      result.mistakes.isEmpty && (try? JSONPrinter.print(result.tree)) == text
        || tree.nodes.count > JSONReader.depthLimit,
      "the reader with recovery reads good JSON otherwise")
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

  /// What the reader that goes on after a mistake promises.
  private static func checkRecovery(_ bytes: [UInt8]) throws(BrokenLaw) {
    for allowsTextAfter in [false, true] {
      let result = JSONReader.read(bytes, allowsTextAfter: allowsTextAfter)
      try YAMLLaw.check(result.tree)
      try require(result.end <= bytes.count, "the value ends outside the text")
      for mistake in result.mistakes {
        let name = mistake.code.rawValue
        try RangeLaw.checkWhole(mistake.range, bytes, name)
        try RangeLaw.checkMessage(mistake.message, name)
        if let fix = mistake.fix { try RangeLaw.checkEdits(fix.edits, bytes, name) }
      }
    }
  }
}
