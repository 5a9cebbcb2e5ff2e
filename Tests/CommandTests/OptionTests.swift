import Arguments
import Foundation
import TestSupport
import Testing

/// Every option does something.
@Suite struct OptionTests {
  @Test func everyOptionIsRead() throws {
    let folder = SharedData.package.appendingPathComponent("Sources/posting-lint")
    var text = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      text += try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let read = Set(
      text.matches(of: /arguments\.\w+\(\.`?(\w+)`?\)|arguments\.(outputs|languages)/).map { $0.output.1 ?? "" })
    // The parser itself answers the first two; the third is what editors say, and there is no other way to talk.
    let answered: Set<OptionName> = [.help, .version, .stdio]
    // These two have readers of their own.
    let special: [OptionName: String] = [.format: "arguments.outputs", .lang: "arguments.languages"]
    for option in OptionName.allCases where !answered.contains(option) {
      let isRead = special[option].map { text.contains($0) } ?? read.contains("\(option)"[...])
      #expect(isRead, "nobody reads \(option.spelling)")
    }
  }

  @Test func verboseNamesWhatIsPassedOver() throws {
    let folder = try CommandFolder()
    try folder.write("2022-05-30-a.md", Sample.good + String(repeating: "Un [](https://exemple.fr) mot.\n", count: 9))
    try folder.write(".brouillon.md", Sample.good)
    try folder.write("README.md", "# Ici\n")
    let short = try folder.run(".", "--select", "empty-link-text")
    #expect(short.errors.contains("Not checked: 1 README or the like, without front matter, 1 hidden\n"))
    #expect(short.errors.contains("README.md: ") == false)
    let long = try folder.run(".", "--select", "empty-link-text", "--verbose")
    #expect(long.text.components(separatedBy: "[empty-link-text]\n").count == 10)
    #expect(long.errors.contains("README.md: not checked (README or the like, without front matter)\n"))
    #expect(long.errors.contains(".brouillon.md: not checked (hidden)\n"))
    #expect(try folder.run(".", "--verbose", "--lang", "fr").errors.contains("README.md\u{A0}: non vérifié (README"))
  }
}
