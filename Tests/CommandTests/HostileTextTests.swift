import Arguments
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A stranger's pull request decides the names and the text of files, and the configuration. Whatever stands there, the
/// log and the report are those of the linter alone: in every format, and in every other thing that the command prints.
@Suite struct HostileTextTests {
  private let folder: CommandFolder

  /// Marks of GitHub, Azure and TeamCity, of a terminal, of line ends, of writing from right to left, of Markdown, HTML
  /// and XML.
  private static let mark =
    "::add-mask::a ##[error]b ##vso[task.debug]c \u{1B}[31md\r::stop-commands::e\u{85}::error::f \u{2028}::error::g "
    + "\u{2029}h \u{9B}31m \u{202E}i \u{2066}j \u{200F}k \u{7F}\u{7} | `l` <script>m</script> ]]> %0A::error::n"
  /// The mark between double quotes of YAML, which give back each of its characters.
  private static let quoted =
    mark.unicodeScalars.map { scalar in
      scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
        ? "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar)
    }.joined()
  private static let posting = """
    ---
    roles: "\(quoted)"
    "\(quoted)": 1
    "\(quoted)": 2
    open: "\(quoted)"
    date: "\(quoted)"
    contact: "\(quoted)"
    externalURL: "\(quoted)"
    domaines: ["\(quoted)"]
    ::error::raw: \u{1B}[2J
    ::warning::twice: 1
    ::warning::twice: 2
      ::error file=x::indented: [
    ---
    ::stop-commands::o

     ##[group]p abÃ®mÃ©
    [q](mailto:\(mark))
    [::error::r](http://s t##[u])
    <!-- posting-lint-disable-line ::error::v -->

    """
  private static let names = [
    "::error::a.md", " ::add-mask::b.md", "\u{A0}::stop-commands::c.md", "##[error]d.md", "e\n::error::e.md",
    "]]>|`<script>.md", "g\u{1B}[31m\u{202E}.md", "-dash.md", "\u{2028}::error::h.md", "i,j:k%0A.md",
  ]
  private static let formats = OptionInfo.formats

  init() throws {
    folder = try CommandFolder()
    for name in Self.names { try folder.write(name, Self.posting) }
  }

  /// Runs the command with a list of arguments in place of several.
  private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> CommandResult {
    try folder.run(arguments: arguments, input: Array(Self.posting.utf8), environment: environment)
  }

  /// The lines as a build server and a terminal see them; each must be harmless.
  private func expectHarmless(_ text: String, _ what: Comment, commands: String? = nil) {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        expectNoCommand(String(line), what, commands: commands)
        line = String.UnicodeScalarView()
        continue
      }
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        Issue.record("\(what): U+\(String(scalar.value, radix: 16))")
        return
      default: line.append(scalar)
      }
    }
    expectNoCommand(String(line), what, commands: commands)
  }

  private func expectNoCommand(_ line: String, _ what: Comment, commands: String?) {
    #expect(!line.contains("##[") && !line.contains("##vso["), what)
    if let commands, line.range(of: commands, options: [.regularExpression, .anchored]) != nil { return }
    #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"), what)
  }

  @Test(arguments: formats, ["en", "fr"])
  func noFormatGivesWayToAFile(_ format: String, _ language: String) throws {
    let result = try run(
      ["--format", format, "--lang", language, "--select", "all", "--advice", "--"] + Self.names)
    #expect(result.status == 1)
    #expect(result.output.count > 5000)
    // GitHub's own form alone may have commands: those that it writes, in which nothing of the file is a new property.
    let own = "::(error|warning|notice) file=[^,:]+,line=[0-9]+,[^:,]+(,[a-zA-Z]+=[^:,]+)*::"
    expectHarmless(result.text, "\(format)", commands: format == "github" ? own : nil)
    expectHarmless(result.errors, "standard error of \(format)")
    switch format {
    case "json", "sarif", "gitlab", "rdjson":
      _ = try JSONSerialization.jsonObject(with: Data(result.output))
    case "jsonl":
      for line in result.text.split(whereSeparator: \.isNewline) {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    case "junit", "checkstyle":
      let parser = XMLParser(data: Data(result.output))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    case "markdown": expectWholeTable(result.text)
    default: break
    }
  }

  private func expectWholeTable(_ text: String) {
    let rows = text.split(separator: "\n").filter { $0.contains("|") }
    #expect(rows.count > Self.names.count)
    for row in rows {
      #expect(row.hasPrefix("|") && row.utf8.filter { $0 == UInt8(ascii: "|") }.count == 5, "\(row)")
      let tags = row.replacingOccurrences(of: "<code>", with: "").replacingOccurrences(of: "</code>", with: "")
        .replacingOccurrences(of: "<!-- -->", with: "")
      #expect(!tags.contains("<"), "\(row)")
    }
  }

  @Test(arguments: [
    "--config", "--select", "--format", "--today", "--severity", "--baseline", "--lang", "--jobs", "--",
  ])
  func noMessageAboutTheCommandLineGivesWay(_ option: String) throws {
    let result = try run([option, Self.mark])
    #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    expectHarmless(try run([option + Self.mark]).errors, "\(option)")
    expectHarmless(result.errors, "\(option)")
  }

  @Test(arguments: [
    ["explain"], ["completions"], ["validate", "--schema", "i,j:k%0A.md"], ["validate", "--schema"], ["config"],
    ["config", "--format", "json"], ["inspect"], ["inspect", "--as", "role"], ["inspect", "--as", "email"],
    ["inspect", "--as", "mailto"], ["--since"],
  ])
  func noCommandGivesWay(_ arguments: [String]) throws {
    // The mark is no argument of the test: those are printed, and the log of the tests is read by a build server too.
    let result = try run(arguments + [Self.mark])
    expectHarmless(result.text, "\(arguments[0])")
    expectHarmless(result.errors, "standard error of \(arguments[0])")
  }

  @Test func noConfigurationGivesWay() throws {
    let mark = "\"\(Self.quoted)\""
    let texts = [
      "\(mark): 1", "rules: {\(mark): off}", "schema: \(mark)", "roles: \(mark)",
      "references: {startups: {folder: \(mark)}}", "language: \(mark)", "::error::x: [",
      "overrides: [{files: \"**\", schema: \(mark)}]",
    ]
    for text in texts {
      try folder.write(".posting-lint.yml", text + "\n")
      for arguments in [["."], ["config", "i,j:k%0A.md"], ["config", "--format", "json", "i,j:k%0A.md"]] {
        let result = try run(arguments)
        expectHarmless(result.text, "\(arguments[0])")
        expectHarmless(result.errors, "standard error of \(arguments[0])")
      }
    }
  }

  @Test(arguments: ["GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD"])
  func aBuildServerSeesAHarmlessDiff(_ server: String) throws {
    // A pipe as a build server's, not the file that the other tests read.
    let script = """
      "$0" --diff --unsafe-fixes --select all -- ./*.md | cat
      for form in tree events json; do for file in ./*.md; do "$0" inspect --as "$form" "$file"; done; done 2>&1 | cat
      """
    let result = try folder.shell(script, environment: [server: "true"])
    #expect(result.output.count > 10_000)
    expectHarmless(result.text.replacingOccurrences(of: "\t\n", with: "\n"), "diff and inspect")
  }

  @Test func aDiffThatAProgramReadsIsExact() throws {
    try folder.write("z.md", "---\r\nopen: true\r\nroles: Coach\r\n---\r\n\r\n::error::a \u{1B}[31m\r\nabÃ®mÃ©\r\n")
    let script = """
      "$0" --diff z.md >z.diff
      GITHUB_ACTIONS=true "$0" --diff z.md >y.diff
      cmp y.diff z.diff && git apply z.diff && cat z.md
      """
    let result = try folder.shell(script)
    #expect(result.text == "---\r\nopen: true\r\nroles: Coach\r\n---\r\n\r\n::error::a \u{1B}[31m\r\nabîmé\r\n")
  }
}
