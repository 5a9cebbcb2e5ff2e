import DataTree
import SourceText

/// Reads what new files get from an archetype of Hugo (gohugo.io/content-management/archetypes): the values tell the
/// types. Nothing is required, as an archetype only gives a start.
package enum HugoArchetype {
  /// The archetype with its template actions `{{ … }}` as texts of the same length, so that the rest can be read.
  package static func withoutActions(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var index = 0
    var quote: UInt8?
    while index + 1 < bytes.count {
      let byte = bytes[index]
      if byte.isLineBreak { quote = nil }
      guard byte == Byte.openBrace, bytes[index + 1] == Byte.openBrace else {
        if byte == quote {
          quote = nil
        } else if quote == nil, byte == Byte.doubleQuote || byte == Byte.singleQuote {
          quote = byte
        }
        index += 1
        continue
      }
      var end = index + 2
      while end + 1 < bytes.count, !bytes[end].isLineBreak,
        !(bytes[end] == Byte.closeBrace && bytes[end + 1] == Byte.closeBrace)
      { end += 1 }
      guard end + 1 < bytes.count, bytes[end] == Byte.closeBrace else { break }
      end += 2
      let action = Array(bytes[index..<end])
      let isDate = [".Date", "now"].contains { ByteSearch.contains(Array($0.utf8), in: action) }
      let mark = isDate ? dateMark : textMark
      for place in index..<end { result[place] = mark }
      if quote == nil {
        result[index] = Byte.doubleQuote
        result[end - 1] = Byte.doubleQuote
      }
      index = end
    }
    return result
  }

  private static let dateMark = UInt8(ascii: "D")
  private static let textMark = UInt8(ascii: "T")

  static func fields(_ node: NodeID, _ view: inout FormView, depth: Int = 0) throws(ContentModelError) -> [ContentField]
  {
    var result: [ContentField] = []
    for (key, value) in view.tree.pairs(of: node) {
      guard depth < FormView.depthLimit else { throw .tooManyFields(view.range(key)) }
      var field = ContentField(name: view.tree.utf8(of: key), range: view.range(key))
      let items = view.tree.type(of: value) == .sequence ? Array(view.tree.children(of: value)) : nil
      field.isList = items != nil
      if let one = items?.first ?? (items == nil ? value : nil) {
        try setKind(one, &field, &view, depth: depth)
      } else {
        field.kind = .any
      }
      result.append(field)
    }
    return result
  }

  private static func setKind(
    _ value: NodeID, _ field: inout ContentField, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) {
    switch view.tree.type(of: value) {
    case .string:
      let text = view.tree.utf8(of: value)
      let isDate = !text.isEmpty && text.allSatisfy { $0 == dateMark }
      field.kind = isDate || isDay(text) ? .timestamp : .text
    case .boolean: field.kind = .boolean
    case .integer: field.kind = .integer
    case .float: field.kind = .number
    case .mapping: field.kind = .group(try fields(value, &view, depth: depth + 1))
    case .null, .sequence:
      field.kind = .any
      view.remark(field, fr: "l’archétype ne dit pas le genre de sa valeur", en: "the archetype does not tell its type")
    }
  }

  /// Whether a text begins as a date does: `2024-05-31`.
  private static func isDay(_ text: [UInt8]) -> Bool {
    text.count >= 10
      && text.prefix(10).enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == Byte.dash : $1.isDigit }
  }
}
