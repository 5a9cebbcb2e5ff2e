/// HTML character references, as far as damage hides in them: the names of Latin-1 and of Windows-1252's signs, and
/// numbers (HTML, section 13.5).
enum CharacterReference {
  /// The character of the reference that starts with `&` at `offset`, and the number of its bytes, `;` included;
  /// `nil` where none stands or where the character is ASCII.
  static func read(at offset: Int, in bytes: [UInt8]) -> (value: UInt32, length: Int)? {
    let limit = min(bytes.count, offset + 10)
    guard offset + 3 < limit else { return nil }
    var end = offset + 1
    while end < limit, bytes[end] != UInt8(ascii: ";") {
      if bytes[end] < 0x23 || bytes[end] > 0x7A { return nil }
      end += 1
    }
    guard end < limit, end > offset + 2 else { return nil }
    let value =
      bytes[offset + 1] == UInt8(ascii: "#")
      ? number(bytes[(offset + 2)..<end]) : names[Array(bytes[(offset + 1)..<end])]
    guard let value, value >= 0x80, value < 0xD800 else { return nil }
    return (value, end + 1 - offset)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard let first = digits.first else { return nil }
    let isHex = first | 0x20 == UInt8(ascii: "x")
    let body = isHex ? digits.dropFirst() : digits
    guard !body.isEmpty, body.count <= 5 else { return nil }
    var value: UInt32 = 0
    for byte in body {
      switch byte {
      case 0x30...0x39: value = value * (isHex ? 16 : 10) + UInt32(byte - 0x30)
      case 0x41...0x46 where isHex: value = value * 16 + UInt32(byte - 0x37)
      case 0x61...0x66 where isHex: value = value * 16 + UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  private static let names: [[UInt8]: UInt32] = {
    var result: [[UInt8]: UInt32] = [:]
    for (position, name) in latin1.split(separator: " ").enumerated() {
      result[Array(name.utf8)] = 0xA0 + UInt32(position)
    }
    for (name, value) in others { result[Array(name.utf8)] = value }
    return result
  }()

  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml
    """

  private static let others: [(String, UInt32)] = [
    ("euro", 0x20AC), ("sbquo", 0x201A), ("fnof", 0x0192), ("bdquo", 0x201E), ("hellip", 0x2026), ("dagger", 0x2020),
    ("Dagger", 0x2021), ("circ", 0x02C6), ("permil", 0x2030), ("Scaron", 0x0160), ("lsaquo", 0x2039),
    ("OElig", 0x0152), ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C), ("rdquo", 0x201D), ("bull", 0x2022),
    ("ndash", 0x2013), ("mdash", 0x2014), ("tilde", 0x02DC), ("trade", 0x2122), ("scaron", 0x0161),
    ("rsaquo", 0x203A), ("oelig", 0x0153), ("Yuml", 0x0178),
  ]
}
