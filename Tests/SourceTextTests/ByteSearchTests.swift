import SourceText
import Testing

@Suite struct ByteSearchTests {
  /// Bytes that a search of eight at a time might mistake for one another, in an order that no run changes.
  private static let bytes: [UInt8] = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let pool: [UInt8] = [0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x0E, 0x00, 0x01, 0x61, 0x7F, 0x80, 0x8A, 0x8D, 0xFF]
    return (0..<4_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pool[Int(state >> 33) % pool.count]
    }
  }()

  @Test func theFirstLineEndIsFoundFromAnywhere() {
    let bytes = Self.bytes
    for start in 0..<600 {
      for end in [start, start + 1, start + 7, start + 8, start + 40, bytes.count] {
        let expected = (start..<end).first { bytes[$0] == 0x0A || bytes[$0] == 0x0D } ?? end
        #expect(ByteSearch.lineEnd(from: start, to: end, in: bytes) == expected)
      }
    }
  }

  @Test func theStartOfALineIsFoundFromAnywhere() {
    let bytes = Self.bytes
    for index in Array(0..<600) + [bytes.count] {
      let expected = (0..<index).last { bytes[$0] == 0x0A || bytes[$0] == 0x0D }.map { $0 + 1 } ?? 0
      #expect(ByteSearch.lineStart(before: index, in: bytes) == expected)
    }
  }
}
