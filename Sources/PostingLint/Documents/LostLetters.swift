import SourceText

/// Finds the `?` that a conversion wrote in place of a letter: inside a word, before small letters.
///
/// A question that lacks its space goes on with a capital letter, most often.
enum LostLetters {
  /// Those of the places of a `?`, which are in order.
  static func places(among questionMarks: [Int], in bytes: [UInt8]) -> [ByteRange] {
    questionMarks.lazy.filter { $0 > 0 && $0 + 2 < bytes.count && isInWord($0, bytes) }.map { ByteRange($0, $0 + 1) }
  }

  /// Whether a letter or an apostrophe stands before `offset`, and behind it an accented letter, or a small letter with
  /// another, accented or not, or with one more `?`; two bytes follow it.
  private static func isInWord(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    let (after, second) = (bytes[offset + 1], bytes[offset + 2])
    let isFollowed =
      (isSmall(after) && (isSmall(second) || second == 0xC3 || second == UInt8(ascii: "?")))
      || isAccented(after, second)
    guard isFollowed else { return false }
    let before = bytes[offset - 1]
    // 0x99 ends the curly apostrophe.
    if before == UInt8(ascii: "'") || before == 0x99 || isSmall(before | 0x20) { return true }
    return offset > 1 && isAccented(bytes[offset - 2], before)
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// The small letters from à to ÿ.
  private static func isAccented(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xC3 && second >= 0xA0 && second < 0xC0
  }
}
