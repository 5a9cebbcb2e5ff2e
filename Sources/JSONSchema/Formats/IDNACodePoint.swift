internal import Pattern

/// What IDNA2008 lets a code point do (RFC 5892, 1).
enum IDNACodePoint {
  case valid
  /// Valid where a rule of RFC 5892, appendix A, allows it.
  case contextual
  case disallowed

  /// Derives the property as RFC 5892, 3, does, for the Unicode version of the standard library.
  init(_ scalar: Unicode.Scalar) {
    if let exception = Self.exception(scalar) {
      self = exception
      return
    }
    switch scalar.value {
    case 0x2D, 0x30...0x39, 0x61...0x7A: self = .valid
    case 0x200C, 0x200D: self = .contextual
    case 0..<0x80: self = .disallowed
    default: self = Self.isStableLetter(scalar) ? .valid : .disallowed
    }
  }

  /// Exceptions (2.6).
  private static func exception(_ scalar: Unicode.Scalar) -> IDNACodePoint? {
    switch scalar.value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: .valid
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: .contextual
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: .disallowed
    default: nil
    }
  }

  /// LetterDigits (2.1) that are neither Unstable (2.2), IgnorableProperties (2.3), IgnorableBlocks (2.4) nor
  /// OldHangulJamo (2.9).
  private static func isStableLetter(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      break
    default: return false
    }
    switch scalar.value {
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
    case 0x20D0...0x20FF, 0x1D100...0x1D1FF, 0x1D200...0x1D24F: return false
    default: break
    }
    return !properties.changesWhenNFKCCaseFolded && !properties.isDefaultIgnorableCodePoint
      && !properties.isWhitespace && !properties.isNoncharacterCodePoint
  }

  // MARK: Contextual rules (appendix A)

  /// Whether the contextual code point at `place` stands where it may.
  static func isAllowed(at place: Int, in label: ArraySlice<Unicode.Scalar>) -> Bool {
    let before = place > label.startIndex ? label[place - 1] : nil
    let after = place + 1 < label.endIndex ? label[place + 1] : nil
    switch label[place].value {
    case 0x200C: return isVirama(before) || isBetweenJoining(place, in: label)
    case 0x200D: return isVirama(before)
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return after.map { UnicodeScript.isScript("Greek", of: $0) } ?? false
    case 0x5F3, 0x5F4: return before.map { UnicodeScript.isScript("Hebrew", of: $0) } ?? false
    case 0x30FB:
      return label.contains { scalar in
        ["Hiragana", "Katakana", "Han"].contains { UnicodeScript.isScript($0, of: scalar) }
      }
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    default: return false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass == .virama
  }

  /// Whether joining letters stand on both sides, with nothing but transparent ones between.
  private static func isBetweenJoining(_ place: Int, in label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let left = label[..<place].last(where: { !isTransparent($0) }),
      let right = label[(place + 1)...].first(where: { !isTransparent($0) })
    else { return false }
    return CodePointRanges.contain(left, IDNATable.joinsForward)
      && CodePointRanges.contain(right, IDNATable.joinsBackward)
  }

  /// Joining_Type T: marks and format characters (Unicode, 9.2), the non-joiner not among them.
  private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    case .format: scalar.value != 0x200C && scalar.value != 0x200D
    default: false
    }
  }
}

/// Ranges of code points as first and last one in turn, in order.
enum CodePointRanges {
  static func contain(_ scalar: Unicode.Scalar, _ bounds: [UInt32]) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if bounds[2 * middle + 1] < scalar.value { low = middle + 1 } else { high = middle }
    }
    return 2 * low < bounds.count && bounds[2 * low] <= scalar.value
  }
}
