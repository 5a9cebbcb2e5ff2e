import Roles
import SourceText
import Testing

/// Titles that nobody would write.
@Suite struct HostileTitleTests {
  @Test(arguments: [
    "a", "é", "e\u{301}", "\u{301}", "(", "((e)", "·e", "dev·e·e·e", "un ", "chargé de ", "chargé chargé ", "de de ",
    "« ", "\"a\" ",
    "pour un dev ", "et une ", "H/F ", "dev.", "dev/", "UX/UI ", "recrute ", "abcdefgh ", "développeux ",
    "data / search engineer ",
    "👩‍💻", "\u{202E}א", "\u{0}", "un ou une développeur ou développeuse, ", "-", "1 ", "🇫🇷 3/5e ",
  ])
  func longTitlesAreRead(_ piece: String) throws {
    try Self.read(piece, size: 1 << 13)
  }

  @Test(arguments: ["Développeur·se et chargé(e) de ", "("])
  func megabytesAreRead(_ piece: String) throws {
    try Self.read(piece, size: 1 << 20)
  }

  private static func read(_ piece: String, size: Int) throws {
    let bytes = Array(piece.utf8)
    var title: [UInt8] = []
    title.reserveCapacity(size + bytes.count)
    while title.count < size { title += bytes }
    let reader = try bundledReader()
    let reading = reader.read(title)
    #expect(reading.ranges.allSatisfy { $0.start >= 0 && $0.end <= title.count })
    #expect(reading.masculines.allSatisfy { $0.range.end <= title.count })
    #expect(reader.misspellings(in: title).allSatisfy { $0.range.end <= title.count })
  }

  @Test func anyBytesAreRead() throws {
    let reader = try bundledReader()
    var state: UInt64 = 42
    let pieces =
      [
        "développeur", "·", "·se", "(e)", "un", "ou", "une", " ", " ", "/", "de", "é", "\u{301}", "«", "»", "\"",
        "pour", "H/F", "3",
        "recrute", ".", "dev", "Ops", ")", "(", "chargé", "data",
      ].map { Array($0.utf8) } + [[0xC3], [0xFF], [0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0]]
    for _ in 0..<4_000 {
      var title: [UInt8] = []
      for _ in 0..<(state >> 33) % 12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        title += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let reading = reader.read(title)
      #expect(reading.ranges.allSatisfy { $0.end <= title.count } && !reading.form.isEmpty)
      #expect(reading.masculines.allSatisfy { $0.range.end <= title.count })
      #expect(reader.misspellings(in: title).allSatisfy { $0.range.end <= title.count })
    }
  }
}
