import SourceText

/// The title of a link whose quotes end too early, are missing at the end, or are those of typography.
enum LinkTitle {
  static let message = Message(
    fr: "le titre interrompt ce lien\u{A0}: mettez-le entre guillemets droits ( \" ), sans autres à l’intérieur",
    en: "the title breaks this link: put it in straight quotes ( \" ), without others inside")
  private static let title = Message(
    fr: "Mettre le titre entre guillemets droits ( \" )", en: "Put the title in straight quotes ( \" )")

  /// What puts the title at `range` into straight double quotes, with a backslash before those inside.
  static func fix(_ range: ByteRange, _ bytes: [UInt8]) -> Fix? {
    let quote = UInt8(ascii: "\"")
    var edits = (range.start..<range.end).filter { bytes[$0] == quote }.compactMap { index in
      index > range.start && bytes[index - 1] == Byte.backslash ? nil : Edit.insertion("\\", at: index)
    }
    // The quote that opens is the character before.
    var open = range.start - 1
    while open > 0, bytes[open] & 0xC0 == 0x80 { open -= 1 }
    if bytes[open] != quote { edits.append(Edit(ByteRange(open, range.start), "\"")) }
    if let close = closings.first(where: { bytes[range.end...].starts(with: $0.utf8) }) {
      if close != "\"" { edits.append(Edit(ByteRange(range.end, range.end + close.utf8.count), "\"")) }
    } else {
      edits.append(.insertion("\"", at: range.end))
    }
    return Fix(title, .unsafe, edits)
  }

  private static let closings = ["\"", "'", "\u{201D}", "\u{BB}", "\u{2019}"]
}
