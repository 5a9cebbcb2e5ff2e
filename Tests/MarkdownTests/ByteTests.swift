import Testing

@testable import Markdown

@Suite struct ByteTests {
  @Test func everyByteIsInsideItsRangeAndNoOther() {
    for byte in UInt8.min...UInt8.max {
      for (low, high) in [(0x3A, 0x3C), (0x40, 0x40), (0x5B, 0x60), (0x00, 0x7F)] as [(UInt8, UInt8)] {
        // Among neighbours that carry into it, or would.
        for neighbour in [0x00, 0x7F, 0x80, 0xFF] as [UInt64] {
          let word = 0x0101_0101_0101_0101 &* neighbour & ~(0xFF << 24) | UInt64(byte) << 24
          let isMarked = Byte.inside(word, UInt64(low), UInt64(high)) >> 24 & 0x80 != 0
          #expect(isMarked == (byte < 0x80 && byte >= low && byte <= high))
        }
      }
    }
  }

  @Test func noInterestingByteIsPassedOver() {
    for byte in UInt8.min..<0x80 where Byte.interesting.contains(byte) {
      let word = 0x6161_6161_6161_6161 & ~(0xFF << 40) | UInt64(byte) << 40
      #expect(Byte.mayBeInteresting(word) == 0x80 << 40)
    }
    #expect(Byte.mayBeInteresting(0x6161_6161_6161_6161) == 0)
  }
}
