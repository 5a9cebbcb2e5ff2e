import SourceText
import TestSupport
import Testing

@testable import PostingLint

@Suite struct EncodingScanTests {
  /// Scalars beyond ASCII, each with its bytes: all that there are.
  private static let all: [(scalar: Unicode.Scalar, bytes: [UInt8])] = (UInt32(0x80)...0x10FFFF).compactMap { value in
    Unicode.Scalar(value).map { ($0, Array(String($0).utf8)) }
  }

  /// What takes no room on the screen, as the manual lists it; the flag and its tags aside.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
      0x2066...0x2069, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  @Test(arguments: ["", "e", "é", "の"])
  func everyCharacterIsFoundWhateverStandsBeforeIt(_ neighbour: String) {
    var bytes: [UInt8] = [0x2E]
    var invisibles: [Int] = []
    var replacements: [Int] = []
    var controls: [Int] = []
    for (scalar, own) in Self.all {
      bytes += neighbour.utf8
      if Self.isInvisible(scalar.value) { invisibles.append(bytes.count) }
      if scalar.value == 0xFFFD { replacements.append(bytes.count) }
      if scalar.value < 0xA0 { controls.append(bytes.count) }
      bytes += own
    }
    let scan = EncodingScan(bytes)
    #expect(scan.invalid.isEmpty)
    #expect(scan.mayHaveCombiningMarks)
    #expect(scan.replacements.map(\.start) == replacements)
    #expect(scan.controls.map(\.start) == controls)
    // A run of tags is one.
    let firstTag = invisibles[invisibles.count - 128]
    let found = scan.invisibles.map(\.start).filter { $0 <= firstTag }
    #expect(found == invisibles.filter { $0 <= firstTag })
  }

  @Test func combiningMarksAreToldFromAllOtherCharacters() {
    for (scalar, own) in Self.all where scalar.value < 0x1_0000 {
      let isMark =
        switch scalar.value {
        case 0x300...0x36F, 0x1161...0x1175, 0x3099...0x309A: true
        default: false
        }
      let scan = EncodingScan(Array("abcdefgé".utf8) + own + Array("hijklmno".utf8))
      #expect(scan.mayHaveCombiningMarks == isMark, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func whatIsNoUTF8IsFoundToTheByte() {
    var generator = SeededGenerator(seed: 20)
    let pieces: [[UInt8]] = ["a", "é", "и", "漢", "の", "’", "😀", "\n", "?"].map { Array($0.utf8) }
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &generator) {
        if Int.random(in: 0..<4, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0x80...0xFF, using: &generator))
        } else {
          bytes += pieces.randomElement(using: &generator) ?? []
        }
      }
      var expected: [ByteRange] = []
      var index = 0
      while index < bytes.count {
        if let (_, length) = UTF8Scan.scalar(at: index, in: bytes) {
          index += length
          continue
        }
        // Bad bytes in a row are one run.
        let start = expected.last?.end == index ? expected.removeLast().start : index
        index += 1
        expected.append(ByteRange(start, index))
      }
      #expect(EncodingScan(bytes).invalid == expected, "\(bytes)")
    }
  }
}
