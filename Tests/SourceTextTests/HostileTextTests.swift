import SourceText
import Testing

@Suite struct HostileTextTests {
  @Test func knowsWhereABracketBeginsACommand() {
    func opens(_ text: String) -> Bool { HostileText.opensCommand(after: Array(text.utf8)) }
    #expect(opens("##") && opens("a ##vso") && opens("###TeamCity"))
    #expect(!opens("") && !opens("#") && !opens("## ") && !opens("##1") && !opens("#a#") && !opens("vso"))
    #expect(!opens("##" + String(repeating: "a", count: 17)))
  }

  @Test func knowsALineThatIsACommand() {
    #expect(HostileText.isCommand(line: "::error::x") && HostileText.isCommand(line: " \u{A0}\t::x"))
    #expect(!HostileText.isCommand(line: ":error:") && !HostileText.isCommand(line: "a ::error::x"))
    #expect(!HostileText.isCommand(line: ""))
  }

  @Test func knowsWhatDoesSomethingOnAScreen() {
    let does: [Unicode.Scalar] = [
      "\0", "\n", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{61C}", "\u{200E}", "\u{2028}",
    ]
    let isShown: [Unicode.Scalar] = [" ", "~", "\u{A0}", "é", "\u{200D}", "\u{FE0F}", "😀"]
    #expect(does.allSatisfy(HostileText.isUnprintable))
    #expect(!isShown.contains(where: HostileText.isUnprintable))
  }
}
