public import SourceText

/// A text that editors change, in the simplest way that can be right: all its scalars in a row, walked from the start
/// for every question. Made to be compared with the text of the program; shares no code with it.
public struct ModelText: Sendable {
  /// The scalars of the text.
  public private(set) var scalars: [Unicode.Scalar]

  /// A text.
  public init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The text in UTF-8.
  public var bytes: [UInt8] { scalars.flatMap { Array(String($0).utf8) } }

  /// Carries out a change.
  public mutating func apply(_ change: EditScript.Change, unit: ColumnUnit) {
    guard let (start, end) = change.ends else {
      self = ModelText(change.text)
      return
    }
    let ends = [index(of: start, unit), index(of: end, unit)].sorted()
    scalars.replaceSubrange(ends[0]..<ends[1], with: change.text.unicodeScalars)
  }

  /// The scalar that a position stands before (LSP 3.17, "Text Documents" and "Position"): a column past the end of
  /// its line is the end of that line, one inside a character the start of that character.
  public func index(of position: Position, _ unit: ColumnUnit) -> Int {
    if position.line < 0 { return 0 }
    var index = 0
    for _ in 0..<position.line {
      while index < scalars.count, !isLineEnd(index) { index += 1 }
      if index == scalars.count { return index }
      index += scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n" ? 2 : 1
    }
    var column = 0
    while index < scalars.count, !isLineEnd(index) {
      column += width(scalars[index], unit)
      if column > position.column { break }
      index += 1
    }
    return index
  }

  private func isLineEnd(_ index: Int) -> Bool { scalars[index] == "\n" || scalars[index] == "\r" }

  private func width(_ scalar: Unicode.Scalar, _ unit: ColumnUnit) -> Int {
    switch unit {
    case .codePoints: 1
    case .utf8: String(scalar).utf8.count
    case .utf16: String(scalar).utf16.count
    }
  }
}
