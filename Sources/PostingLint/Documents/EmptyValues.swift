import DataTree
import SourceText

extension DataTree {
  /// Whether a value is nothing: absent, `''`, `""`, or blanks between quotes. `null` and `~` are written on purpose.
  func isEmptyValue(_ id: NodeID) -> Bool {
    let node = self[id]
    guard node.kind == .scalar else { return false }
    if node.range.isEmpty { return true }
    guard node.style == .singleQuoted || node.style == .doubleQuoted else { return false }
    return utf8(of: id).allSatisfy { $0 == 0x20 }
  }
}
