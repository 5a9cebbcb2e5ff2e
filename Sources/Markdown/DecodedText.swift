public import SourceText

/// A piece of text as its reader gets it, and where each of its bytes is written.
///
///     rh\_a&#64;exemple.fr     is     rh_a@exemple.fr
public struct DecodedText: Sendable {
  /// What is decoded.
  public enum Escapes: Sendable {
    /// Nothing: an address in angle brackets.
    case none
    /// Character references: the value of an HTML attribute (`&amp;`, `&#64;`).
    case references
    /// Character references and backslashes before ASCII punctuation: text, targets and titles (CommonMark 2.4, 2.5).
    case markdown
  }

  /// The bytes after decoding.
  public let bytes: [UInt8]
  /// For each byte, and at the end, the offset of what it was written as; empty where the text stands as it was written.
  private let offsets: [UInt32]
  private let range: ByteRange

  /// Decodes the bytes of `range`, which must be inside `bytes`.
  public init(_ bytes: [UInt8], _ range: ByteRange, _ escapes: Escapes) {
    self.range = range
    let isWritten =
      escapes == .none
      || !bytes[range.indices].contains { $0 == Byte.ampersand || $0 == Byte.backslash && escapes == .markdown }
    guard !isWritten else {
      self.bytes = Array(bytes[range.indices])
      offsets = []
      return
    }
    var decoded: [UInt8] = []
    var offsets: [UInt32] = []
    decoded.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var index = range.start
    while index < range.end {
      if bytes[index] == Byte.ampersand,
        let reference = CharacterReference.read(at: index, in: bytes, limit: range.end)
      {
        for byte in UTF8.encode(reference.value) ?? UTF8.encodedReplacementCharacter {
          decoded.append(byte)
          offsets.append(UInt32(clamping: index))
        }
        index += reference.length
        continue
      }
      offsets.append(UInt32(clamping: index))
      if escapes == .markdown, bytes[index] == Byte.backslash, index + 1 < range.end,
        bytes[index + 1].isPunctuation
      {
        index += 1
      }
      decoded.append(bytes[index])
      index += 1
    }
    offsets.append(UInt32(clamping: range.end))
    self.bytes = decoded
    self.offsets = offsets
  }

  /// Where the decoded `part` is written, escapes included; a part of a referenced character is the whole reference.
  public func source(of part: ByteRange) -> ByteRange {
    let start = min(max(part.start, 0), bytes.count)
    var end = min(max(part.end, start), bytes.count)
    guard !offsets.isEmpty else { return ByteRange(range.start + start, range.start + end) }
    while end > start, end < bytes.count, offsets[end] == offsets[end - 1] { end += 1 }
    return ByteRange(Int(offsets[start]), Int(offsets[end]))
  }
}
