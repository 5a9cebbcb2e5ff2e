import DataTree
import Files
package import SourceText

/// The schema that a file names itself: by a key `$schema`, or by a comment on the first line of its front matter,
/// `# $schema: NAME` or `# yaml-language-server: $schema=NAME`.
package struct OwnSchema: Hashable, Sendable {
  /// `posting`, the address of a bundled schema, a path from the file's folder, or an address for editors.
  package let name: String
  /// The name in the file.
  package let range: ByteRange

  /// Where a schema is.
  enum Location: Hashable, Sendable {
    /// The posting schema of the program.
    case posting
    /// A file.
    case file(SourcePath)
  }

  /// The schema that a file names, if it names one; the key goes before the comment.
  static func find(in document: Document) -> OwnSchema? {
    let tree = document.tree
    if let value = document.value("$schema"), tree[value].kind == .scalar, tree.type(of: value) == .string {
      let name = tree.text(of: value)
      return name.isEmpty ? nil : OwnSchema(name: name, range: tree.range(of: value))
    }
    guard let comment = tree.comments.first, comment.start == document.frontMatter.content.start else { return nil }
    let text = Array(document.source[comment])
    var start = 1
    skipBlanks(text, &start)
    if text[start...].starts(with: "yaml-language-server:".utf8) {
      start += "yaml-language-server:".utf8.count
      skipBlanks(text, &start)
      guard text[start...].starts(with: "$schema=".utf8) else { return nil }
      start += "$schema=".utf8.count
    } else {
      guard text[start...].starts(with: "$schema:".utf8) else { return nil }
      start += "$schema:".utf8.count
      skipBlanks(text, &start)
    }
    let name = text[start...].prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    guard !name.isEmpty else { return nil }
    let range = ByteRange(comment.start + name.startIndex, comment.start + name.endIndex)
    return OwnSchema(name: String(decoding: name, as: UTF8.self), range: range)
  }

  private static func skipBlanks(_ text: [UInt8], _ index: inout Int) {
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
  }

  /// Where the schema of a name is; `nil` for an address that is not known here, as nothing is ever fetched.
  static func location(of name: String, in path: SourcePath) -> Location? {
    if name == "posting" || name == "urn:posting-lint:schema:posting:1" { return .posting }
    let bytes = Array(name.utf8)
    if bytes.first == UInt8(ascii: "/") { return .file(SourcePath(bytes: bytes)) }
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), !bytes[..<colon].contains(UInt8(ascii: "/")) { return nil }
    return .file(path.folder.appending(bytes))
  }
}
