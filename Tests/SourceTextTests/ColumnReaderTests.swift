import SourceText
import Testing

@Suite struct ColumnReaderTests {
  /// Long lines, short ones, characters of one to four bytes, bad bytes.
  private static let text: [UInt8] = {
    var bytes: [UInt8] = []
    let pieces = ["a", "é", "’", "😀", "\u{FEFF}"].map { Array($0.utf8) } + [[0xC3], [0xFF], [0x80, 0x80]]
    for line in 0..<6 {
      for index in 0..<(line % 2 == 0 ? 1_500 : 3) { bytes += pieces[(index * index + line) % pieces.count] }
      bytes += line % 3 == 0 ? [0x0D, 0x0A] : [0x0A]
    }
    return bytes
  }()

  /// Offsets are asked for back and forth, each line in turn: the order must not matter.
  @Test(arguments: ColumnUnit.allCases) func positionsAreThoseCountedFromTheStartOfTheLine(_ unit: ColumnUnit) {
    let bytes = Self.text
    let lines = LineIndex(bytes)
    let columns = ColumnReader(bytes, lines, unit: unit)
    for step in 0...bytes.count + 3 {
      let offset = step * 7_919 % (bytes.count + 4)
      #expect(columns.position(at: offset) == lines.position(at: offset, in: bytes, unit: unit), "\(offset)")
    }
  }
}
