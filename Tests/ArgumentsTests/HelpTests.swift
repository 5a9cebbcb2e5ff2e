import Arguments
import SourceText
import Testing

struct HelpTests {
  static let screens: [(CommandName?, Language)] = Language.allCases.flatMap { language in
    ([nil] + CommandName.allCases).map { ($0, language) }
  }

  @Test(arguments: screens)
  func fitsOneScreen(command: CommandName?, language: Language) {
    let text = Help.text(for: command, in: language)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(lines.last == "")
    #expect(lines.count - 1 <= 24)
    for line in lines { #expect(line.unicodeScalars.count <= 80, "\(line)") }
  }

  @Test(arguments: CommandName.allCases)
  func namesEveryOptionAndTwoExamples(command: CommandName) {
    let info = CommandInfo.of(command)
    for language in Language.allCases {
      let text = Help.text(for: command, in: language)
      for option in info.rows.flatMap(\.options) { #expect(text.contains(option.spelling), "\(option)") }
    }
    #expect(info.examples.count == 2)
  }

  @Test func everyExampleIsUnderstood() throws {
    let lines = CommandName.allCases.flatMap { CommandInfo.of($0).examples.map(\.line) }
    #expect(lines.count == 22)
    for line in lines {
      // What follows belongs to the shell, and to another program.
      let own = line.prefix { !"|>".contains($0) }
      let words = own.split { " <()".contains($0) }.map(String.init)
      let start = try #require(words.firstIndex(of: "posting-lint"))
      guard case .run = try ArgumentParser.parse(words[(start + 1)...].map { Array($0.utf8) }) else {
        Issue.record("\(line)")
        continue
      }
    }
  }

  @Test func everyOptionHasAPlaceAndASummary() {
    #expect(Set(OptionInfo.all.map(\.name)) == Set(OptionName.allCases))
    #expect(OptionInfo.all.count == OptionName.allCases.count)
    let used = Set(CommandName.allCases.flatMap { CommandInfo.of($0).options })
    #expect(used == Set(OptionName.allCases))
    for option in OptionInfo.all {
      #expect(!option.summary.fr.isEmpty && !option.summary.en.isEmpty)
      #expect(option.placeholder.fr.isEmpty == (option.value == .none), "\(option.name)")
    }
  }

  @Test func frenchHasItsSpaces() {
    var texts = OptionInfo.all.map(\.summary.fr)
    for command in CommandName.allCases { texts.append(Help.text(for: command, in: .fr)) }
    texts.append(Help.text(for: nil, in: .fr))
    for text in texts {
      let scalars = Array(text.unicodeScalars)
      for (before, after) in zip(scalars, scalars.dropFirst()) where before == " " {
        #expect(!":;?!»".unicodeScalars.contains(after), "\(text)")
      }
      #expect(!text.unicodeScalars.contains("'"), "\(text)")
    }
  }
}
