import DataTree
import SourceText

/// What a keyword of the posting vocabulary finds wrong with one value.
struct ValueProblem: Sendable {
  /// The rule that reports it.
  var rule: any Rule.Type
  /// The value that it is about.
  var node: NodeID
  /// The bytes to change.
  var range: ByteRange
  /// What is wrong and what to write instead.
  var message: Message
  /// Other places that explain it.
  var notes: [Diagnostic.Note] = []
  /// The severity of this very case, where it is not the rule's.
  var severity: Severity?
  /// How to mend it.
  var fix: Fix?
}

extension DataTree {
  /// The edit that writes `text` in place of a scalar's value, keeping its quotes; `nil` where the value is written
  /// in a way that an edit cannot keep (an alias, a block scalar, text that the quotes or a plain scalar cannot hold).
  func replacingValue(of id: NodeID, with text: [UInt8]) -> Edit? {
    let node = self[id]
    guard node.kind == .scalar, !text.isEmpty, text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    switch node.style {
    case .singleQuoted:
      return text.contains(UInt8(ascii: "'")) ? nil : Edit(content(of: id), text)
    case .doubleQuoted:
      return text.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        ? nil : Edit(content(of: id), text)
    case .plain:
      return Self.isSafePlain(text) ? Edit(node.range, text) : nil
    default: return nil
    }
  }

  /// Whether a text can stand as a plain scalar anywhere, flow collections included.
  static func isSafePlain(_ text: [UInt8]) -> Bool {
    guard let first = text.first, let last = text.last, last != 0x20, last != UInt8(ascii: ":") else { return false }
    let isWordStart =
      first >= 0x80 || (first | 0x20 >= 0x61 && first | 0x20 <= 0x7A) || (first >= 0x30 && first <= 0x39)
    guard isWordStart else { return false }
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return false
      case UInt8(ascii: ":") where index + 1 < text.count && text[index + 1] == 0x20: return false
      case UInt8(ascii: "#") where index > 0 && text[index - 1] == 0x20: return false
      default: continue
      }
    }
    return true
  }
}
