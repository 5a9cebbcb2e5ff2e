import Arguments
import SourceText
import Testing

struct ArgumentParserTests {
  private func parse(_ words: String...) throws -> Invocation {
    try ArgumentParser.parse(words.map { Array($0.utf8) })
  }

  private func run(_ words: String...) throws -> ParsedArguments {
    let invocation = try ArgumentParser.parse(words.map { Array($0.utf8) })
    guard case .run(let arguments) = invocation else { throw NotRun() }
    return arguments
  }

  private struct NotRun: Error {}

  private func error(_ words: String...) -> UsageError? {
    do {
      _ = try ArgumentParser.parse(words.map { Array($0.utf8) })
      return nil
    } catch {
      return error
    }
  }

  @Test func lintMayBeLeftOut() throws {
    #expect(try parse("--fix", "jobs") == parse("lint", "--fix", "jobs"))
    #expect(try run().command == .lint)
    #expect(try run("jobs", "lint").operands == [SourcePath("jobs"), SourcePath("lint")])
    #expect(try run("--", "config").command == .lint)
    #expect(try run("./config").command == .lint)
  }

  @Test func optionsMayStandAnywhere() throws {
    let arguments = try run("--lang", "fr", "explain", "unknown-key", "--color=never")
    #expect(arguments.command == .explain)
    #expect(arguments.operands == [SourcePath("unknown-key")])
    #expect(arguments.languages == [.fr])
    #expect(arguments.word(.color) == "never")
  }

  @Test func keepsPathsAsBytes() throws {
    let name: [UInt8] = [0x63, 0xE9, 0x2E, 0x6D, 0x64]
    let invocation = try ArgumentParser.parse([name, Array("--config".utf8), name, Array("--baseline=".utf8) + name])
    guard case .run(let arguments) = invocation else { throw NotRun() }
    #expect(arguments.operands == [SourcePath(bytes: name)])
    #expect(arguments.path(.config) == SourcePath(bytes: name))
    #expect(arguments.path(.baseline) == SourcePath(bytes: name))
  }

  @Test func readsEveryKindOfValue() throws {
    let arguments = try run(
      "--select", "unknown-key, mojibake", "--select=schema", "--severity", "a=off,b=error", "--jobs", "3",
      "--today=2024-02-29", "--lang", "fr,en", "--format", "human", "--format=sarif=out=1.sarif", "--format", "human",
      "--fail-on", "error", "--fail-on", "info", "--since", "main", "-", "--stdin-filename", "a.md")
    #expect(arguments.words(.select) == ["unknown-key", "mojibake", "schema"])
    #expect(arguments.pairs(.severity).map(\.name) == ["a", "b"])
    #expect(arguments.pairs(.severity).map(\.value) == [SourcePath("off"), SourcePath("error")])
    #expect(arguments.number(.jobs) == 3)
    #expect(arguments.text(.today) == "2024-02-29")
    #expect(arguments.languages == [.fr, .en])
    #expect(arguments.outputs.map(\.format) == ["human", "sarif"])
    #expect(arguments.outputs.map(\.file) == [nil, SourcePath("out=1.sarif")])
    #expect(arguments.word(.failOn) == "info")
    #expect(arguments.text(.since) == "main")
    #expect(arguments.operands == [SourcePath("-")])
    #expect(!arguments.has(.fix) && arguments.word(.color) == nil)
  }

  @Test func readsAddressesWithAnEqualsSign() throws {
    let arguments = try run("validate", "--schema", "s", "--map", "https://a.example/?v=1=local.json", "x")
    #expect(arguments.pairs(.map).map(\.name) == ["https://a.example/?v=1"])
    #expect(arguments.pairs(.map).map(\.value) == [SourcePath("local.json")])
  }

  @Test func helpAndVersionComeFirst() throws {
    #expect(try parse("--help") == .help(nil))
    #expect(try parse("-h") == .help(nil))
    #expect(try parse("lint", "--help", "--nonsense") == .help(.lint))
    #expect(try parse("validate", "--help") == .help(.validate))
    #expect(try parse("help", "config") == .help(.config))
    #expect(try parse("help") == .help(nil))
    #expect(try parse("--version") == .version)
    #expect(try parse("-V") == .version)
    #expect(try run("--", "--help").operands == [SourcePath("--help")])
  }

  @Test func theDashEndsOptions() throws {
    #expect(try run("--fix", "--", "-dash.md", "--").operands == [SourcePath("-dash.md"), SourcePath("--")])
    #expect(error("-dash.md") == .unknownOption(SourcePath("-dash.md"), suggestion: nil))
  }

  @Test func suggestsTheNearestOption() {
    #expect(error("lint", "--no-such-option") == .unknownOption(SourcePath("--no-such-option"), suggestion: nil))
    #expect(error("--fixx") == .unknownOption(SourcePath("--fixx"), suggestion: .fix))
    #expect(error("--unsafe-fixe=1") == .unknownOption(SourcePath("--unsafe-fixe"), suggestion: .unsafeFixes))
    #expect(error("--statistic") == .unknownOption(SourcePath("--statistic"), suggestion: .statistics))
    #expect(error("explain", "--fix") == .optionOfAnotherCommand(.fix, .explain))
    #expect(ArgumentParser.suggestion(for: SourcePath("explian")) == .explain)
    #expect(ArgumentParser.suggestion(for: SourcePath("jobs")) == nil)
  }

  @Test func saysWhatAValueMustBe() {
    #expect(
      error("--format", "jsn")
        == .unknownValue(.format, SourcePath("jsn"), suggestion: "json", allowed: OptionInfo.formats))
    #expect(
      error("explain", "--format", "sarif")
        == .unknownValue(.format, SourcePath("sarif"), suggestion: nil, allowed: ["human", "json"]))
    #expect(error("--format") == .missingValue(.format))
    #expect(error("--format", "--fix") == .missingValue(.format))
    #expect(error("--format=") == .missingValue(.format))
    #expect(error("--format=json=") == .missingValue(.format))
    #expect(error("--fix=yes") == .unexpectedValue(.fix))
    #expect(error("--jobs", "0") == .notANumber(.jobs, SourcePath("0"), 1...1024))
    #expect(error("--jobs", "99999999999999999999") == .notANumber(.jobs, SourcePath("99999999999999999999"), 1...1024))
    #expect(error("--severity", "a") == .notAPair(.severity, SourcePath("a")))
    #expect(
      error("--severity", "a=bad")
        == .unknownValue(.severity, SourcePath("bad"), suggestion: nil, allowed: ["error", "warning", "info", "off"]))
    for day in ["2023-02-29", "2022-13-01", "2022-1-1", "01/07/2022", "+022-01-01", "2022-00-10"] {
      #expect(error("--today", day) == .notADay(.today, SourcePath(day)))
    }
  }

  @Test func refusesContradictions() {
    #expect(error("--config", "a", "--no-config") == .conflict(.config, .noConfig))
    #expect(error("--strict", "--fail-on", "info") == .conflict(.failOn, .strict))
    #expect(error("--quiet", "--verbose") == .conflict(.quiet, .verbose))
    #expect(error("--write-baseline") == nil)
    #expect(error("--changed-lines") == .needs(.changedLines, .since))
    #expect(error("--stdin-filename", "a.md") == .needsStandardInput)
    #expect(error("schema") == .missingOption(.schema, .from))
    #expect(error("validate", "--schema", "s", "--schema-dir", "d", "x") == .needs(.schemaDir, .baseURI))
    #expect(error("validate", "--schema", "s") == .missingOperand(.validate))
    #expect(error("config") == .missingOperand(.config))
    #expect(error("config", "a", "b") == .unexpectedOperand(.config, SourcePath("b")))
    #expect(error("lsp", "x") == .unexpectedOperand(.lsp, SourcePath("x")))
    #expect(error("lsp", "--stdio") == nil)
    #expect(
      error("completions", "bsh")
        == .unknownWord(.completions, SourcePath("bsh"), suggestion: "bash", allowed: ["bash", "zsh", "fish"]))
  }

  @Test func findsTheLanguageOfALineThatCannotBeRead() {
    func language(_ words: String...) -> Language? { ArgumentParser.language(in: words.map { Array($0.utf8) }) }
    #expect(language("--nonsense", "--lang", "fr") == .fr)
    #expect(language("--lang=en,fr") == .en)
    #expect(language("--lang") == nil)
    #expect(language("--", "--lang=en") == nil)
  }

  @Test func anyLineIsRead() {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let words: [[UInt8]] =
      OptionName.allCases.flatMap { [Array($0.spelling.utf8), Array("\($0.spelling)=".utf8)] }
      + CommandName.allCases.map { Array($0.rawValue.utf8) }
      + [
        "", "-", "--", "---", "=", "--=", "-=", "-h=", "-é", "json", "a=b", "=b", "a=", ",", "a,,b", "2024-01-01", "\0",
        "help",
      ]
      .map { Array($0.utf8) } + [[0xFF], [0x2D, 0xFF], [0x2D, 0x2D, 0xC3]]
    var runs = 0
    for _ in 0..<5_000 {
      let line = (0..<next(7)).map { _ in words[next(words.count)] }
      do {
        if case .run = try ArgumentParser.parse(line) { runs += 1 }
      } catch {
        #expect(!error.message.en.isEmpty && !error.message.fr.isEmpty)
      }
    }
    #expect(runs > 100)
  }

  @Test func messagesStayOnOneLine() {
    let hostile = SourcePath("x\n::error::\u{1B}[31m##[error]" + String(repeating: "y", count: 500))
    let errors: [UsageError] = [
      .unknownOption(hostile, suggestion: nil), .unknownOption(hostile, suggestion: .fix),
      .unknownValue(.format, hostile, suggestion: "json", allowed: ["json"]), .unknownRule(hostile, suggestion: nil),
      .notADay(.today, hostile), .notAnAddress(.linkBase, hostile), .notAPair(.map, hostile),
      .unexpectedOperand(.lsp, hostile),
      .unknownCommand(hostile, suggestion: .lint), .notANumber(.jobs, hostile, 1...9),
    ]
    for error in errors {
      for language in Language.allCases {
        let text = error.message[language]
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 } && !text.contains("##[") && text.utf8.count < 600)
      }
    }
    #expect(error("--fixx")?.message.en == "there is no option --fixx; did you mean --fix?")
    #expect(error("--fixx")?.message.fr == "l’option --fixx n’existe pas\u{A0}; vouliez-vous écrire --fix\u{A0}?")
  }
}
