import SourceText

/// Tells targets that are good addresses of the web beyond doubt, as most are: one look at their bytes spares all that asks
/// what may be odd about a target.
enum WebTarget {
  /// The offset after the address at `start`, before `limit`: after the last sign that may stand in one. `nil` where an
  /// address is to be looked at.
  static func end(at start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    guard start + 8 < limit, bytes.hasBytes("http", at: start, limit: limit) else { return nil }
    let colon = start + (bytes[start + 4] == UInt8(ascii: "s") ? 5 : 4)
    guard bytes.hasBytes("://", at: colon, limit: limit) else { return nil }
    let host = colon + 3
    // A second scheme begins with a letter too.
    guard host + 1 < limit, bytes[host].isAlphanumeric, !bytes.hasBytes("ht", at: host, limit: limit),
      !bytes.hasBytes("mailto", at: host, limit: limit)
    else { return nil }
    var index = host + 1
    while index < limit {
      let byte = bytes[index]
      guard byte.isAlphanumeric || byte == Byte.dash || byte == Byte.dot && bytes[index - 1] != Byte.dot else { break }
      index += 1
    }
    guard index < limit, bytes[index] == Byte.slash || bytes[index] == Byte.question || bytes[index] == Byte.hash else {
      return index
    }
    while index < limit, signs.contains(bytes[index]) { index += 1 }
    return index
  }

  /// Letters, digits and `! # $ % ' * + , - . / : ; = ? @ _ ~`.
  private static var signs: InlineSigns.ASCIISet {
    // Each a sign of the text above, as a bit of its word.
    InlineSigns.ASCIISet(low: 0xAFFF_FCBA_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)
  }
}
