import SourceText

/// `uuid`: RFC 4122, 3, of any version and variant.
enum UUIDFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for (place, byte) in text.enumerated() {
      switch place {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
      default: guard byte.hexValue != nil else { return false }
      }
    }
    return true
  }
}
