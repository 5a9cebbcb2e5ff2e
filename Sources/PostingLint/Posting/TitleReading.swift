import Roles
import SourceText
import YAML

/// A role title in the front matter, read.
struct TitleReading {
  /// The scalar.
  let node: NodeID
  /// Its JSON Pointer.
  let pointer: String
  /// The title as bytes.
  let text: [UInt8]
  /// What it says.
  let reading: RoleReading
  private let content: ByteRange
  private let isVerbatim: Bool

  /// Reads the title under a key; `nil` where there is none, or no vocabulary.
  init?(_ key: String, _ context: RuleContext) {
    guard let reader = context.options.roles?.reader, let value = context.posting.value(key),
      context.tree[value].kind == .scalar, context.tree.type(of: value) == .string
    else { return nil }
    let text = context.tree.utf8(of: value)
    guard !text.isEmpty else { return nil }
    node = value
    pointer = JSONPointer.appending(key)
    self.text = text
    reading = reader.read(text)
    content = context.tree.content(of: value)
    isVerbatim = context.tree[value].isVerbatim
  }

  /// The bytes of the file that a range of the title stands for; the whole value where the two differ.
  func fileRange(_ range: ByteRange) -> ByteRange {
    isVerbatim ? range.moved(by: content.start) : content
  }

  /// The edit of the file that changes a range of the title, where that can be told.
  func edit(_ range: ByteRange, _ replacement: String) -> Edit? {
    isVerbatim ? Edit(fileRange(range), replacement) : nil
  }
}
