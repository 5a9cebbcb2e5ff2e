import Arguments
import Files
import SourceText
import Testing

struct ManualPageTests {
  @Test(arguments: Language.allCases)
  func hasEveryCommandOptionAndExample(language: Language) {
    let page = ManualPage.text(in: language, version: "1.2.3")
    #expect(page.utf8.starts(with: ".TH \"POSTING\\-LINT\" \"1\" \"\" \"posting\\-lint 1.2.3\" \"\"\n".utf8))
    let plain = page.split(separator: "\\").joined()
    for name in CommandName.allCases {
      let command = CommandInfo.of(name)
      #expect(plain.contains(".SS \"\(name.rawValue)\"\n"), "\(name)")
      for option in command.options {
        #expect(plain.contains("fB\(option.spelling)") || plain.contains(", \(option.spelling)"))
      }
      for example in command.examples { #expect(plain.contains(example.line), "\(example.line)") }
    }
  }

  @Test func noTextIsARequest() {
    for language in Language.allCases {
      let names: Set<Substring> = ["TH", "SH", "SS", "TP", "br"]
      for line in ManualPage.text(in: language, version: "1").split(separator: "\n") where line.first == "." {
        #expect(names.contains(line.dropFirst().prefix { $0 != " " }), "\(line)")
      }
    }
  }

  private static let isInstalled = (try? Subprocess.run(["groff", "--version"].map { Array($0.utf8) }))?.status == 0

  @Test(.enabled(if: isInstalled, "needs groff"), arguments: Language.allCases)
  func groffReadsItWithoutAWarning(language: Language) throws {
    let script = "printf %s \"$PAGE\" | groff -k -man -Tutf8 -ww -z 2>&1"
    let page = ManualPage.text(in: language, version: "1.2.3")
    let result = try Subprocess.run(["env", "PAGE=\(page)", "sh", "-c", script].map { Array($0.utf8) })
    #expect(result.status == 0 && result.output.isEmpty, "\(String(decoding: result.output, as: UTF8.self))")
  }
}
