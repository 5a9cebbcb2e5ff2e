/// Random texts made of pieces, and edits of them that put pieces in place of bytes.
public struct PieceText: Sendable {
  private let pieces: [[UInt8]]

  /// Texts of `pieces`, of which there is one at least.
  public init(_ pieces: [[UInt8]]) { self.pieces = pieces }

  /// Texts of pieces in UTF-8.
  public init(_ pieces: [String]) { self.init(pieces.map { Array($0.utf8) }) }

  /// So many pieces, one after the other.
  public func text(of count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
  }

  /// Puts two pieces at most in place of a few bytes, which may be parts of characters.
  public func edit(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(
      bytes.count, start + Int.random(in: 0..<3, using: &generator) * Int.random(in: 0..<12, using: &generator))
    bytes.replaceSubrange(start..<end, with: text(of: Int.random(in: 0..<3, using: &generator), &generator))
  }
}
