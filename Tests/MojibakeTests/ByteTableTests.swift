import Testing

@testable import Mojibake

/// The tables that are laid out in the program are those of the code pages.
@Suite struct ByteTableTests {
  private static let table = ByteTable.shared

  /// Whether the table holds a character: the two ligatures of Mac Roman are none that text is damaged with.
  private static func isHeld(_ value: UInt32) -> Bool { value < 0x2600 || value == 0xF8FF }

  @Test(arguments: CodePage.allCases) func everyByteOfAPageIsFound(_ page: CodePage) {
    for byte in UInt8(0x80)...0xFF where Self.isHeld(page.scalar(of: byte).value) {
      let row = Self.table.row(of: page.scalar(of: byte).value)
      #expect(row > 0)
      #expect(Self.table.byte(row: row, page: page.rawValue) == byte, "\(byte)")
    }
  }

  @Test func nothingElseIsAByteOfAPage() {
    var known: [UInt32: [Int: UInt8]] = [:]
    for page in CodePage.allCases {
      for byte in UInt8(0x80)...0xFF { known[page.scalar(of: byte).value, default: [:]][page.rawValue] = byte }
    }
    for byte in UInt8(0x80)...0x9F {
      for page in [CodePage.windows1252, .windows1254] where known[UInt32(byte)]?[page.rawValue] == nil {
        known[UInt32(byte), default: [:]][page.rawValue] = byte
      }
    }
    #expect(CodePage.allCases.count == ByteTable.pageCount)
    for value in UInt32(0)..<0x1_0000 {
      let row = Self.table.row(of: value)
      guard let bytes = known[value], Self.isHeld(value) else {
        #expect(row == 0 && Self.table.roles(of: value) == 0, "\(value)")
        continue
      }
      var leads: UInt16 = 0
      var continuations: UInt16 = 0
      var begins: UInt32 = 0
      for page in 0..<ByteTable.pageCount {
        let byte = bytes[page] ?? 0
        #expect(Self.table.byte(row: row, page: page) == byte)
        if (0xC2...0xF4).contains(byte) { leads |= 1 << UInt16(page) }
        if (0x80..<0xC0).contains(byte) { continuations |= 1 << UInt16(page) }
        guard CodePageSet.western.bits & 1 << UInt16(page) == 0 else { continue }
        if (0xC2..<0xE0).contains(byte) { begins |= WindowFinder.Neighbour.leadOfTwo }
        if (0xE0...0xF4).contains(byte) { begins |= WindowFinder.Neighbour.leadOfMore }
      }
      #expect(Self.table.leadPages(row: row) == leads)
      let roles = UInt32(leads) | begins | UInt32(continuations) << 16 | Ordinariness(value).rawValue << 29
      #expect(Self.table.roles(of: value) == roles, "\(value)")
    }
  }
}
