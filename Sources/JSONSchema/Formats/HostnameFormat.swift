import SourceText

/// `hostname`: RFC 1123, 2.1, where a label that begins with `xn--` is one of IDNA2008 (RFC 5890, 2.3.2.1).
enum HostnameFormat {
  /// The longest name in characters: 255 bytes on the wire (RFC 1035, 2.3.4), less the first length and the root.
  static let longestName = 253
  /// The longest label in characters.
  static let longestLabel = 63

  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    // "A valid host name can never have the dotted-decimal form" (RFC 1123, 2.1).
    guard text.count <= longestName, !isDottedDecimal(text) else { return false }
    let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.allSatisfy(isLabel) else { return false }
    guard labels.contains(where: IDNALabel.hasPrefix) else { return true }
    return IDNALabel.obeyBidiRule(labels.map { IDNALabel.decoded($0.map { Unicode.Scalar($0) }[...]) })
  }

  private static func isDottedDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
      && text.count { $0 == UInt8(ascii: ".") } == 3
  }

  /// Letters, digits and inner hyphens; an A-label must also stand for a U-label.
  static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    guard label.count <= longestLabel, let first = label.first, let last = label.last, first.isAlphanumeric,
      last.isAlphanumeric, label.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
    else { return false }
    return !IDNALabel.hasPrefix(label) || IDNALabel.isALabel(label)
  }
}
