/// `idn-hostname`: RFC 5890, 2.3.2.3: labels of ASCII, A-labels and U-labels, between full stops of any writing.
enum IDNHostnameFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    // What is all ASCII is a host name, or none.
    if !text.contains(where: { $0 >= 0x80 }), !HostnameFormat.isValid(text) { return false }
    // No character takes fewer letters in Punycode than a quarter of its bytes.
    guard text.count <= 4 * HostnameFormat.longestName, let scalars = FormatText.scalars(text) else { return false }
    var length = -1
    let labels = scalars.split(omittingEmptySubsequences: false, whereSeparator: isFullStop)
    for label in labels {
      guard let labelLength = lengthInASCII(label) else { return false }
      length += labelLength + 1
    }
    return length <= HostnameFormat.longestName && IDNALabel.obeyBidiRule(labels.map(IDNALabel.decoded))
  }

  /// The full stops that are one to IDNA (RFC 3490, 3.1, kept by RFC 5895).
  private static func isFullStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E, 0x3002, 0xFF0E, 0xFF61: true
    default: false
    }
  }

  /// How many letters a label takes in the domain name system, or `nil` where it is no label.
  private static func lengthInASCII(_ label: ArraySlice<Unicode.Scalar>) -> Int? {
    guard label.contains(where: { !$0.isASCII }) else {
      let bytes = label.map { UInt8(truncatingIfNeeded: $0.value) }
      // Hyphens in the third and fourth place are reserved for prefixes (RFC 5890, 2.3.1).
      let isReserved = bytes.count >= 4 && bytes[2] == UInt8(ascii: "-") && bytes[3] == UInt8(ascii: "-")
      guard HostnameFormat.isLabel(bytes[...]), !isReserved || IDNALabel.hasPrefix(bytes[...]) else { return nil }
      return bytes.count
    }
    guard IDNALabel.isULabel(label), let encoded = Punycode.encode(label) else { return nil }
    let length = IDNALabel.prefix.count + encoded.count
    return length <= HostnameFormat.longestLabel ? length : nil
  }
}
