import SourceText

/// Says which characters outside ASCII may stand in an address.
///
/// RFC 6531 takes any in the local part, but it also asks for normalised text (RFC 5198), and none that a reader cannot
/// see can be meant. Domains take letters, marks and digits (RFC 5892); compatibility forms such as full-width letters
/// are no part of a label.
enum InternationalText {
  /// Whether the character at `index` may stand before the `@`, in a local part that starts at `start`.
  static func isLocal(at index: Int, from start: Int, in bytes: [UInt8]) -> Bool {
    guard let (scalar, _) = UTF8Scan.scalar(at: index, in: bytes) else { return false }
    // Normalisation turns these two into `;` and a grave accent.
    if scalar.value == 0x37E || scalar.value == 0x1FEF { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      return false
    case .nonspacingMark, .spacingMark, .enclosingMark:
      // A mark needs something to stand on.
      return index > start && bytes[index - 1] != Byte.dot
    default:
      return true
    }
  }

  /// Whether the character at `index` may stand in a label, and start one where it does.
  static func isDomain(at index: Int, isFirst: Bool, in bytes: [UInt8]) -> Bool {
    guard let (scalar, _) = UTF8Scan.scalar(at: index, in: bytes) else { return false }
    if scalar.value >= 0xFF00 && scalar.value <= 0xFFEF { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return true
    case .nonspacingMark, .spacingMark: return !isFirst
    // RFC 5892, appendix A: Catalan, Greek, Hebrew and Japanese signs, and the two joiners of Indic writing.
    case .otherPunctuation, .modifierSymbol, .format:
      if scalar.value == 0xB7 { return !isFirst && isBetweenLs(index, in: bytes) }
      return !isFirst && [0x375, 0x5F3, 0x5F4, 0x30FB, 0x200C, 0x200D].contains(scalar.value)
    default: return false
    }
  }

  /// Whether the middle dot at `index` is that of Catalan: `col·lecció` (RFC 5892, A.3).
  private static func isBetweenLs(_ index: Int, in bytes: [UInt8]) -> Bool {
    let letter = UInt8(ascii: "l")
    return index + 2 < bytes.count && bytes[index - 1] | 0x20 == letter && bytes[index + 2] | 0x20 == letter
  }

  /// The first Greek or Cyrillic letter of a label that has letters of ASCII too: no registry takes such a name, and the
  /// letter looks like one that was meant.
  static func lookAlike(in label: ByteRange, of bytes: [UInt8]) -> ByteRange? {
    guard bytes[label.indices].contains(where: \.isLetter) else { return nil }
    for index in label.indices where bytes[index] >= 0xCD && bytes[index] <= 0xD4 {
      guard let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes), (0x370...0x52F).contains(scalar.value) else {
        continue
      }
      return ByteRange(index, index + length)
    }
    return nil
  }
}
