import SourceText
import Testing

@testable import Markdown

@Suite struct InlineSignsTests {
  @Test func noInterestingByteIsPassedOver() {
    for byte in UInt8.min...UInt8.max where InlineSigns.set.contains(byte) {
      #expect(InlineSigns.mayHold(byte) == 1)
    }
  }

  @Test func lettersAndWhatIsBeyondASCIIAreNoStops() {
    for byte in UInt8.min...UInt8.max where byte >= 0x80 || byte.isAlphanumeric && byte != UInt8(ascii: "w") {
      #expect(InlineSigns.mayHold(byte) == 0)
    }
  }
}
