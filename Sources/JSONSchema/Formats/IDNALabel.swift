import SourceText

/// Labels of internationalised host names (RFC 5890, 2.3.2.1; RFC 5891, 4.2.3 and 5.4).
enum IDNALabel {
  /// What an A-label begins with.
  static let prefix = Array("xn--".utf8)

  static func hasPrefix(_ label: ArraySlice<UInt8>) -> Bool {
    label.count >= prefix.count && zip(label, prefix).allSatisfy { $0.lowercased == $1 }
  }

  /// The U-label for which a label with the prefix stands; any other label as it is.
  static func decoded(_ label: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard label.allSatisfy(\.isASCII) else { return label }
    let bytes = label.map { UInt8(truncatingIfNeeded: $0.value) }
    guard hasPrefix(bytes[...]) else { return label }
    return Punycode.decode(bytes.dropFirst(prefix.count).map(\.lowercased)[...])?[...] ?? label
  }

  /// Whether a label with the prefix is the Punycode of a U-label, in the one way that there is.
  static func isALabel(_ label: ArraySlice<UInt8>) -> Bool {
    let encoded = label.dropFirst(prefix.count).map(\.lowercased)
    guard let decoded = Punycode.decode(encoded[...]), decoded.contains(where: { !$0.isASCII }) else { return false }
    return isULabel(decoded[...]) && Punycode.encode(decoded[...]) == encoded
  }

  /// Whether a label with characters outside ASCII is one of IDNA2008; its length is not looked at.
  static func isULabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return false }
    let third = label.index(label.startIndex, offsetBy: 2)
    if label.count >= 4, label[third] == "-", label[third + 1] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    for place in label.indices {
      switch IDNACodePoint(label[place]) {
      case .valid: break
      case .contextual: guard IDNACodePoint.isAllowed(at: place, in: label) else { return false }
      case .disallowed: return false
      }
    }
    return NormalFormC.holds(for: label) && obeysBidiRule(label)
  }

  // MARK: Bidi rule

  private enum Direction {
    case left, right, arabicNumber, europeanNumber, neutral, mark
  }

  /// The conditions of RFC 5893, 2, for a label alone: they hold where nothing is written from right to left.
  private static func obeysBidiRule(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    let directions = label.map(direction)
    return !isRightToLeft(directions) || obeysBidiRule(directions)
  }

  /// The same for the labels of one name: where one of them is written from right to left, they hold for all, so that no
  /// label begins with a digit (RFC 5893, 1.4).
  static func obeyBidiRule(_ labels: [ArraySlice<Unicode.Scalar>]) -> Bool {
    let directions = labels.map { $0.map(direction) }
    return !directions.contains(where: isRightToLeft) || directions.allSatisfy(obeysBidiRule)
  }

  private static func isRightToLeft(_ directions: [Direction]) -> Bool {
    directions.contains { $0 == .right || $0 == .arabicNumber }
  }

  private static func obeysBidiRule(_ directions: [Direction]) -> Bool {
    let last = directions.last { $0 != .mark }
    switch directions.first {
    case .right:
      return !directions.contains(.left)
        && !(directions.contains(.arabicNumber) && directions.contains(.europeanNumber))
        && (last == .right || last == .arabicNumber || last == .europeanNumber)
    case .left: return !isRightToLeft(directions) && (last == .left || last == .europeanNumber)
    default: return false
    }
  }

  private static func direction(_ scalar: Unicode.Scalar) -> Direction {
    switch scalar.value {
    case 0x2D: return .neutral
    case 0x30...0x39: return .europeanNumber
    case 0..<0x80: return .left
    default: break
    }
    if CodePointRanges.contain(scalar, IDNATable.rightToLeft) { return .right }
    if CodePointRanges.contain(scalar, IDNATable.arabicNumbers) { return .arabicNumber }
    if CodePointRanges.contain(scalar, IDNATable.europeanNumbers) { return .europeanNumber }
    if CodePointRanges.contain(scalar, IDNATable.neutrals) { return .neutral }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    default: return .left
    }
  }
}
