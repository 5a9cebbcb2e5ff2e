public import SourceText

/// A text and changes of it as an editor sends them, made from any bytes: the same bytes give the same script.
///
/// Positions may lie outside the text, inside characters and between CR and LF, and ranges may be inverted.
public struct EditScript: Sendable {
  /// One change; without ends the whole text is new.
  public struct Change: Hashable, Sendable {
    /// Where the replaced range begins and ends, in no order.
    public var ends: (start: Position, end: Position)? { range.map { ($0[0], $0[1]) } }
    /// What stands there afterwards.
    public var text: String
    fileprivate let range: [Position]?
  }

  /// The unit of columns.
  public let unit: ColumnUnit
  /// The text before the changes.
  public let text: String
  /// The changes; each speaks of the text after the one before it.
  public let changes: [Change]

  /// Reads a script out of bytes.
  public init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    unit = ColumnUnit.allCases[reader.number(below: ColumnUnit.allCases.count)]
    text = reader.text(pieces: reader.number(below: 64))
    var changes: [Change] = []
    while !reader.isAtEnd, changes.count < 64 { changes.append(reader.change()) }
    self.changes = changes
  }

  /// What texts are made of: what is special to the protocol, to YAML and to the rules.
  private static let pieces = [
    "\n", "\r\n", "\r", "\n\n", "---\n", "---\r\n", "...\n", "roles: Coach\n", "open: true\n", "open: folse\n",
    "startup",
    ": ", "  - ", "[", "]", "# ", "\"", "'", " ", "\t", "a", "é", "e\u{301}", "Ã©", "€", "🚀", "👩\u{200D}💻", "\u{FEFF}",
    "\u{2028}", "\u{85}", "\u{0}", "\u{FFFD}", "[lien](", "mailto:a@b.example", ")",
    "<!-- posting-lint-disable-file -->",
    "date: 2022-02-30\n", "&a ", "*a", "domaines: [Produit, produit]\n",
  ]

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index >= bytes.count }

    mutating func number(below limit: Int) -> Int {
      guard index < bytes.count else { return 0 }
      index += 1
      return Int(bytes[index - 1]) % limit
    }

    mutating func text(pieces count: Int) -> String {
      var result = ""
      for _ in 0..<count where !isAtEnd { result += EditScript.pieces[number(below: EditScript.pieces.count)] }
      return result
    }

    mutating func change() -> Change {
      let kind = number(below: 32)
      if kind == 0 { return Change(text: text(pieces: number(below: 32)), range: nil) }
      let start = position()
      // Mostly an insertion, or a range that ends near its start, as people make them.
      var end = start
      if kind > 24 { end = position() }
      if kind > 12, kind <= 24 { end.column += number(below: 8) }
      return Change(text: text(pieces: number(below: 4)), range: [start, end])
    }

    mutating func position() -> Position {
      let line = number(below: 24) - 1
      let column = number(below: 36) - 1
      if column == 34 { return Position(line: line, column: .max - 16) }
      return Position(line: line == 22 ? .max : line, column: column)
    }
  }
}
