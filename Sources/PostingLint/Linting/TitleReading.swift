import DataTree
import Roles
import SourceText

/// A role title in the front matter, read.
///
/// A class, because the rules of a file hand it round: a copy would retain each of its parts.
final class TitleReading: Sendable {
  /// The key.
  let key: TitleKey
  /// The scalar.
  let node: NodeID
  /// Its JSON Pointer.
  var pointer: String { JSONPointer.appending(key.name) }
  /// The title as bytes.
  let text: [UInt8]
  /// What it says.
  let reading: RoleReading
  /// The title taken apart, for those who read it again.
  let parsed: ParsedTitle
  private let content: ByteRange
  private let isVerbatim: Bool

  /// Reads the title under a key; `nil` where there is none.
  init?(_ key: TitleKey, _ document: Document, _ reader: RoleReader) {
    let tree = document.tree
    guard let value = document.value(key.name), tree[value].kind == .scalar, tree.type(of: value) == .string
    else { return nil }
    let text = tree.utf8(of: value)
    guard !text.isEmpty else { return nil }
    self.key = key
    node = value
    self.text = text
    parsed = reader.parse(text)
    reading = reader.read(parsed)
    content = tree.content(of: value)
    isVerbatim = tree[value].isVerbatim
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
