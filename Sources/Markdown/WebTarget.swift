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
    return unsafe bytes.withUnsafeBufferPointer { text in
      let limit = min(limit, text.count)
      var index = host + 1
      while index < limit, unsafe hostSigns.contains(text[index]) {
        if unsafe text[index] == Byte.dot && text[index - 1] == Byte.dot { return index }
        index += 1
      }
      guard index < limit, unsafe endsHost(text[index]) else { return index }
      while index < limit, unsafe signs.contains(text[index]) { index += 1 }
      return index
    }
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == Byte.slash || byte == Byte.question || byte == Byte.hash
  }

  /// Letters, digits and `- .`.
  private static var hostSigns: InlineSigns.ASCIISet {
    InlineSigns.ASCIISet(low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
  }

  /// Letters, digits and `! # $ % ' * + , - . / : ; = ? @ _ ~`.
  private static var signs: InlineSigns.ASCIISet {
    InlineSigns.ASCIISet(low: 0xAFFF_FCBA_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)
  }
}
