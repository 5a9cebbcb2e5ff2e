import SourceText

/// One character of the text as it stands: a code point, a bad byte, or an HTML character reference.
struct Token: Sendable {
  var offset: Int
  var length: Int
  var glyph: Glyph
  /// The row of the character in the byte table, 0 when it is in no code page.
  var row: Int
  var isReference: Bool

  var end: Int { offset + length }
  var isASCII: Bool { glyph.value < 0x80 }
}

/// Cuts bytes into tokens.
struct Tokenizer: Sendable {
  let table: ByteTable
  let model: TextModel

  init(table: ByteTable = .shared, model: TextModel = .shared) {
    self.table = table
    self.model = model
  }

  /// The token that starts at `offset`, which must be inside `bytes`.
  func token(at offset: Int, in bytes: [UInt8]) -> Token {
    let byte = bytes[offset]
    if byte < 0x80 {
      if byte == UInt8(ascii: "&"), let reference = CharacterReference.damage(at: offset, in: bytes) {
        return make(offset, reference.length, reference.value, isReference: true)
      }
      return Token(offset: offset, length: 1, glyph: model.glyph(UInt32(byte)), row: 0, isReference: false)
    }
    guard let scalar = UTF8Scan.scalar(at: offset, in: bytes) else {
      // A bad byte is what LegacyDecoding speaks of; here it only separates.
      return Token(offset: offset, length: 1, glyph: Glyph.badByte, row: 0, isReference: false)
    }
    return make(offset, scalar.length, scalar.value.value, isReference: false)
  }

  private func make(_ offset: Int, _ length: Int, _ value: UInt32, isReference: Bool) -> Token {
    Token(
      offset: offset, length: length, glyph: model.glyph(value), row: table.row(of: value), isReference: isReference)
  }

  /// The character that ends right before `offset`, as a glyph; the edge of the text at 0.
  func glyph(before offset: Int, in bytes: [UInt8]) -> Glyph {
    guard offset > 0 else { return .edge }
    if bytes[offset - 1] < 0x80 { return model.glyph(UInt32(bytes[offset - 1])) }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let scalar = UTF8Scan.scalar(at: start, in: bytes), start + scalar.length == offset else { return .badByte }
    return model.glyph(scalar.value.value)
  }
}

extension CharacterReference {
  /// The reference whose `&` is at `offset` where damage may hide in it: one to a character that is not ASCII.
  static func damage(at offset: Int, in bytes: [UInt8]) -> (value: UInt32, length: Int)? {
    guard let (scalar, length) = read(at: offset, in: bytes, limit: bytes.count), scalar.value >= 0x80,
      scalar.value < 0xD800
    else { return nil }
    return (scalar.value, length)
  }
}

extension Glyph {
  static let badByte = Glyph(value: 0x11_0000, letter: 0, kind: .broken, isCapital: false)
}
