import DataTree
import JSON
import SourceText

/// What draft-07 checks of a text that holds another document.
struct ContentCheck: Sendable {
  var isBase64 = false
  var isJSON = false
}

extension Keyword {
  /// What a text holds (2020-12 validation, 8.4): an annotation. Draft-07 (8) leaves checking to the reader, and there
  /// `application/json` is checked.
  static let contentMediaType = Keyword("contentMediaType", .content, .all, .text) { builder, site in
    builder.addContentCheck(site)
  }
}

extension SchemaBuilder {
  /// Adds the check that stands for both keywords, once.
  mutating func addContentCheck(_ site: KeywordSite) {
    let isAdded = instructions.contains {
      if case .content = $0.check { return true }
      return false
    }
    guard keywords.dialect == .draft07, !isAdded else { return }
    var check = ContentCheck()
    if let encoding = sibling("contentEncoding") {
      check.isBase64 = tree.scalar(encoding.value, equals: Array("base64".utf8))
      // Of an encoding that is not known, nothing can be said.
      if !check.isBase64 { return }
    }
    if let type = sibling("contentMediaType") {
      check.isJSON = tree.scalar(type.value, equals: Array("application/json".utf8))
    }
    if check.isBase64 || check.isJSON { add(.content(check), site) }
  }
}

extension Evaluator {
  mutating func checkContent(_ check: ContentCheck, _ node: Int, _ keyword: Int32) -> Bool {
    guard type(node) == .string else { return true }
    var content = tree.utf8(of: NodeID(node))
    if check.isBase64 {
      guard let decoded = Base64.decode(content) else { return fail(keyword) { _ in .badBase64 } }
      content = decoded
    }
    if check.isJSON, (try? JSONParser.parse(content)) == nil { return fail(keyword) { _ in .badJSON } }
    return true
  }
}
