import Markdown
import SourceText

/// What stands between tags of HTML that show code: its bytes are shown on purpose.
enum HTMLCode {
  /// The text of each `<code>`, `<kbd>`, `<samp>` and `<tt>` that is closed, by position.
  static func ranges(in body: MarkdownBody, _ bytes: [UInt8]) -> [ByteRange] {
    var result: [ByteRange] = []
    var open: (name: StaticString, start: Int)?
    for region in body.regions where region.kind == .htmlTag {
      if let (name, start) = open {
        guard isTag(name, region.range, bytes, isClosing: true) else { continue }
        result.append(ByteRange(start, region.range.start))
        open = nil
      } else if let name = names.first(where: { isTag($0, region.range, bytes, isClosing: false) }) {
        open = (name, region.range.end)
      }
    }
    return result
  }

  private static let names: [StaticString] = ["code", "kbd", "samp", "tt"]

  private static func isTag(_ name: StaticString, _ tag: ByteRange, _ bytes: [UInt8], isClosing: Bool) -> Bool {
    let start = tag.start + (isClosing ? 2 : 1)
    let end = start + name.utf8CodeUnitCount
    return end < tag.end && (!isClosing || bytes[start - 1] == Byte.slash) && !bytes[end].isAlphanumeric
      && bytes.hasLetters(name, at: start, limit: end)
  }
}
