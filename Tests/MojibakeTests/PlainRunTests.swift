import SourceText
import Testing

@testable import Mojibake

/// Runs that one look tells to be in order.
@Suite struct PlainRunTests {
  private static let characters = [
    "é", "è", "à", "ç", "œ", "â", "ï", "É", "À", "Ç", "Œ", "Ã", "Â", "ñ", "ß", "ä", "ł", "ę", "ń", "Ś", "đ", "ư", "ă",
    "Đ",
    "ế", "ợ", "’", "‘", "“", "”", "«", "»", "—", "…", "€", "™", "°", "·", "¤", "\u{A0}", "\u{AD}", "\u{85}", "\u{202F}",
    "\u{FEFF}", "\u{FFFD}", "\u{F8FF}", "\u{301}", "ˆ", "α", "ή", "Ω", "π", "б", "и", "і", "ї", "Ж", "є", "Ґ", "ա", "ש",
    "ع", "ه", "क", "ः", "。", "字", "ア", "한", "√", "─", "é\u{301}",
  ]

  /// Less than eight bytes before the end, every run is looked at closely.
  @Test(arguments: ["a", " ", "A", "."]) func aQuickLookSeesWhatACloseOneDoes(_ before: String) {
    for first in Self.characters {
      for second in [""] + Self.characters {
        for after in ["b", " ", "B", ",", "\n"] where (first + second + after).utf8.count < 8 {
          let text = before + first + second + after
          let (close, quick) = (Self.look(text), Self.look(text + "oooooooo"))
          #expect(quick.windows == close.windows, "\(text)")
          #expect(quick.strange == close.strange, "\(text)")
          #expect(quick.isOrdinary == close.isOrdinary, "\(text)")
        }
      }
    }
  }

  private static func look(_ text: String) -> (windows: [Int], strange: [ByteRange], isOrdinary: Bool) {
    var finder = WindowFinder(bytes: Array(text.utf8), table: .shared)
    finder.find(protected: [])
    return (finder.windows.map(\.start), finder.strange, finder.hasOrdinary)
  }

  /// A line is read for its strange letters up to what is protected, which may end in another line.
  @Test func whatIsProtectedMayGoOnBehindTheLine() {
    let text = Array("Le dйploiement, l’йquipe \n й `x` fin".utf8)
    let found = MojibakeScan.findings(in: text, protected: [ByteRange(28, text.count - 4)])
    #expect(found.allSatisfy { $0.range.end <= 28 })
  }

  /// What the quick look at a run takes for granted.
  @Test func noPageOfTheWestHasGreekOrCyrillicAndNoneHasWhatLiesBehind() {
    let western = UInt32(CodePageSet.western.bits)
    for value in UInt32(0x370)..<0x530 { #expect(ByteTable.shared.roles(of: value) & (western | western << 16) == 0) }
    for value in UInt32(0x530)..<0x2000 { #expect(ByteTable.shared.roles(of: value) == 0) }
    #expect(WindowFinder.Neighbour(roles: ByteTable.shared.roles(of: 0x2019)).leads == CodePageSet(.macRoman).bits)
  }
}
