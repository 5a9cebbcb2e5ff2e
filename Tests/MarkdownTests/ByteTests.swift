import Testing

@testable import Markdown

@Suite struct ByteTests {
  @Test func noInterestingByteIsPassedOver() {
    for byte in UInt8.min...UInt8.max where Byte.interesting.contains(byte) {
      #expect(Byte.mayBeInteresting(byte) == 1)
    }
  }

  @Test func lettersAndWhatIsBeyondASCIIAreNoStops() {
    for byte in UInt8.min...UInt8.max where byte >= 0x80 || Byte.isAlphanumeric(byte) && byte != UInt8(ascii: "w") {
      #expect(Byte.mayBeInteresting(byte) == 0)
    }
  }
}
