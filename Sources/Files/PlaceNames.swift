package import SourceText

/// Names places of one file for people and for programs that read lines: `path:line:column`, both from 1, with columns in
/// code points.
package struct PlaceNames {
  private let path: String
  private let columns: ColumnReader

  /// Names places of `source`.
  package init(_ source: Source) {
    path = source.path.printable
    columns = ColumnReader(source.bytes, LineIndex(source.bytes), unit: .codePoints)
  }

  /// The place of the character that holds the byte at `offset`; one outside the text is moved to its end.
  package func name(of offset: Int) -> String {
    let position = columns.position(at: offset)
    return "\(path):\(position.line + 1):\(position.column + 1)"
  }
}
