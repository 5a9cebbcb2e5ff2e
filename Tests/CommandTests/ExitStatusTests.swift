import Foundation
import TestSupport
import Testing

/// The table of exit statuses and streams, line by line.
@Suite struct ExitStatusTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("2022-05-30-good.md", Sample.good)
    try folder.write("2022-05-30-damaged.md", Sample.damaged)
    try folder.write("2022-05-30-warned.md", Sample.warned)
    try folder.write("2022-05-30-undated.md", Sample.unknownDate)
  }

  @Test func nothingLeftIsZero() throws {
    let result = try folder.run("2022-05-30-good.md", "--today", "2022-07-01")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors == "1 file, 0 errors, 0 warnings\n")
  }

  @Test func settingsMayBeTOMLOrJSON() throws {
    for (name, text) in [
      (".posting-lint.toml", "[rules]\nmojibake = \"off\"\n"),
      (".posting-lint.json", "{\"rules\": {\"mojibake\": \"off\"}}\n"),
    ] {
      let folder = try CommandFolder()
      try folder.write("2022-05-30-damaged.md", Sample.damaged)
      try folder.write(name, text)
      #expect(try folder.run("2022-05-30-damaged.md", "--today", "2022-07-01").status == 0, "\(name)")
      try folder.write(".posting-lint.yml", "rules: {}\n")
      let result = try folder.run("2022-05-30-damaged.md", "--today", "2022-07-01")
      #expect(result.status == 2)
      #expect(result.errors.contains(".posting-lint.yml") && result.errors.contains(name))
    }
  }

  @Test func anErrorIsOne() throws {
    let result = try folder.run("2022-05-30-damaged.md", "--today", "2022-07-01")
    #expect(result.status == 1)
    #expect(result.text.hasPrefix("2022-05-30-damaged.md:10:9: error: "))
    #expect(result.text.contains(" [mojibake]\n   10 | Texte abÃ®mÃ© de l’offre.\n"))
  }

  @Test func warningsFailWhenAsked() throws {
    let name = "2022-05-30-warned.md"
    #expect(try folder.run(name, "--today", "2022-07-01").status == 0)
    #expect(try folder.run(name, "--today", "2022-07-01", "--strict").status == 1)
    #expect(try folder.run(name, "--today", "2022-07-01", "--fail-on", "warning").status == 1)
    #expect(try folder.run(name, "--today", "2022-07-01", "--severity", "empty-value=error").status == 1)
    #expect(try folder.run(name, "--today", "2022-07-01", "--strict", "--ignore", "empty-value").status == 0)
  }

  @Test func exitZeroHidesFindingsButNoFailures() throws {
    #expect(try folder.run("2022-05-30-damaged.md", "--exit-zero").status == 0)
    #expect(try folder.run("gone.md", "--exit-zero").status == 2)
  }

  @Test(arguments: [
    ["--no-such-option"], ["--format", "nope"], ["--format"], ["--fail-on", "grave"], ["--today", "demain"],
    ["--severity", "empty-value"], ["explain", "--no-such"],
  ])
  func usageErrorsAreTwoAndSilentOnStandardOutput(_ arguments: [String]) throws {
    let result = try folder.run(arguments[0], arguments.count > 1 ? arguments[1] : "2022-05-30-good.md")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test func aMissingPathIsTwoAndTheOthersAreLinted() throws {
    let result = try folder.run("gone.md", "2022-05-30-damaged.md")
    #expect(result.status == 2)
    #expect(result.text.contains("[mojibake]"))
    #expect(result.errors.contains("gone.md"))
  }

  @Test func anUnknownRuleIsAUsageError() throws {
    let result = try folder.run("--select", "mojibaque", "2022-05-30-good.md")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("mojibake"))
  }

  @Test func aBrokenConfigurationIsTwoWithItsPlace() throws {
    try folder.write(".posting-lint.yml", "rules:\n  mojibaque: off\n")
    let result = try folder.run("2022-05-30-good.md")
    #expect(result.status == 2)
    #expect(result.errors.contains(".posting-lint.yml:2:3: error: there is no rule “mojibaque”"))
  }

  @Test func aBrokenConfigurationIsToldOnceAndOtherFoldersAreLinted() throws {
    try folder.write("site/.git/HEAD", "")
    for name in ["a", "b/one", "b/two", "b/deep/er", "c"] {
      try folder.write("site/\(name)/2022-05-30-damaged.md", Sample.damaged)
      try folder.write("site/\(name)/2022-05-31-damaged.md", Sample.damaged)
    }
    try folder.write("site/b/.posting-lint.yml", "rules:\n  mojibaque: off\n")
    for jobs in ["1", "2"] {
      let result = try folder.run("site", "--jobs", jobs, "--format", "jsonl", "--today", "2022-07-01")
      #expect(result.status == 2)
      #expect(result.errors.split(separator: "\n").count { $0.contains("mojibaque") } == 1)
      let lines = result.text.split(separator: "\n")
      #expect(lines.count { $0.contains("site/a/") } > 1 && lines.count { $0.contains("site/c/") } > 1)
      #expect(lines.filter { $0.contains("site/b/") }.allSatisfy { $0.contains(#""rule":"not-checked""#) })
    }
  }

  @Test func diffIsOneWhenThereWouldBeAChange() throws {
    let before = try folder.bytes("2022-05-30-damaged.md")
    let result = try folder.run("--diff", "2022-05-30-damaged.md", "--today", "2022-07-01")
    #expect(result.status == 1)
    #expect(result.text.hasPrefix("--- a/2022-05-30-damaged.md\n+++ b/2022-05-30-damaged.md\n@@ "))
    #expect(result.text.contains("\n+Texte abîmé de l’offre.\n"))
    #expect(result.errors == "1 file, 0 errors, 0 warnings; 2 would be fixed\n")
    #expect(try folder.bytes("2022-05-30-damaged.md") == before)
    let clean = try folder.run("--diff", "2022-05-30-good.md", "--today", "2022-07-01")
    #expect(clean.status == 0 && clean.output.isEmpty)
    #expect(try folder.run("--diff", "2022-05-30-undated.md", "--today", "2022-07-01").status == 1)
  }

  @Test(arguments: ["human", "json", "sarif"])
  func theFormChangesNothingOfAFix(_ form: String) throws {
    // That there are no fields is advice.
    let text = Sample.good.replacing("domaines:\n  - Développement\n", with: "")
    for (option, isMended) in [("--unsafe-fixes", false), ("--advice", true)] {
      try folder.write("2022-05-30-advised.md", text)
      let result = try folder.run("--unsafe-fixes", option, "--format", form, "2022-05-30-advised.md")
      #expect(result.status == 0)
      #expect((try folder.bytes("2022-05-30-advised.md") != Array(text.utf8)) == isMended)
    }
  }

  @Test func findingsBesideADiffAreInNobodysWay() throws {
    let text = Sample.damaged.replacing("2022-05-30", with: "2022-02-30")
    try folder.write("left.md", text)
    let result = try folder.shell(#""$0" --diff left.md >left.diff; cat left.diff; git apply left.diff && cat left.md"#)
    #expect(result.text.contains("left.md:4:7: error: "), "\(result.text)")
    #expect(result.text.hasSuffix(text.replacing("abÃ®mÃ©", with: "abîmé")), "\(result.text) \(result.errors)")
    // What programs read is one thing or the other.
    let lines = try folder.run("--diff", "--format", "jsonl", "2022-05-30-damaged.md", "2022-05-30-undated.md")
    #expect(lines.text.hasPrefix("--- a/") && !lines.text.contains("{") && lines.errors.contains(#"{"path":"#))
  }

  @Test func fixOnStandardInputPrintsTheWholeText() throws {
    let fixed = try folder.run("--fix", "-", input: Array(Sample.damaged.utf8))
    #expect(fixed.status == 0)
    #expect(fixed.text == Sample.damaged.replacingOccurrences(of: "abÃ®mÃ©", with: "abîmé"))
    let same = try folder.run("--fix", "-", input: Array(Sample.good.utf8))
    #expect(same.text == Sample.good)
    let left = try folder.run("--fix", "-", "--today", "2022-07-01", input: Array(Sample.unknownDate.utf8))
    #expect(left.status == 1)
    #expect(left.text == Sample.unknownDate)
    #expect(left.errors.contains("[impossible-date]"))
    let failed = try folder.run("--fix", "-", "--config", "gone.yml", input: Array(Sample.damaged.utf8))
    #expect(failed.status == 2)
    #expect(failed.output.isEmpty)
  }

  /// Also where what fails is known only when the text is mended already.
  @Test func statusTwoComesWithNoText() throws {
    for target in ["missing/x.json", "/dev/full"]
    where target != "/dev/full" || FileManager.default.fileExists(atPath: target) {
      let result = try folder.run("--fix", "-", "--format", "json=\(target)", input: Array(Sample.damaged.utf8))
      #expect(result.status == 2, "\(target)")
      #expect(result.output.isEmpty, "\(target)")
    }
  }

  @Test(arguments: [
    "[x](a  b   c d e f g h i j k l m n o p q r s t u v w x y z)",
    "[y](mailto:a@b.fr?subject=a b c d e f g h i j k l m n)",
    "[a](https://exemple.fr \"un \"titre\" ici\") [b](<x> \"a\" \"b\")", "[z]( https://exemple.fr/a b c d  e )",
  ])
  func aSecondRunChangesNothing(_ line: String) throws {
    for title in [
      "title: \"Dev \"senior\" de l'équipe\"\n", "title: 'Dev 'senior' de l'équipe'\n", "title: \"\"Dev\"\"\n",
    ] {
      let text = Sample.good.replacingOccurrences(of: "open: true\n", with: "open: true\n" + title) + line + "\n"
      let arguments = ["--unsafe-fixes", "--today", "2022-07-01", "--stdin-filename", "2022-05-30-a.md", "-"]
      let once = try folder.run(arguments: arguments, input: Array(text.utf8))
      #expect((0...1).contains(once.status))
      #expect(try folder.run(arguments: arguments, input: once.output).output == once.output, "\(title)\(line)")
    }
  }

  @Test func statisticsAloneAreATable() throws {
    let result = try folder.run(".", "--statistics", "--today", "2022-07-01")
    #expect(
      result.text == """
        findings    files   --fix  severity rule
               2        1       2  error    mojibake
               1        1       0  warning  empty-value
               1        1       0  error    impossible-date

        """)
    #expect(result.status == 1 && result.errors.hasPrefix("4 files, "))
    let beside = try folder.run(".", "--statistics", "--format", "json", "--today", "2022-07-01")
    #expect(beside.text.hasPrefix("{") && beside.errors.hasPrefix("findings "))
    #expect(
      try folder.run(".", "--statistics", "--lang", "fr").text.hasPrefix("constats fichiers   --fix  niveau   règle\n"))
  }

  @Test func aFolderWithoutMarkdownIsZeroWithANote() throws {
    try folder.write("empty/data.txt", "x")
    let result = try folder.run("empty")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("empty"))
  }

  @Test(arguments: ["email", "mailto", "role"])
  func inspectingATextIsZero(_ form: String) throws {
    let result = try folder.run("inspect", "--as", form, "n'importe quoi")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("{"))
    if form != "role" { #expect(result.text.contains("\"valid\": false")) }
  }

  @Test func outputThatCannotBeWrittenIsTwo() throws {
    let result = try folder.run("2022-05-30-damaged.md", "--format", "json=missing/out.json")
    #expect(result.status == 2)
  }

  @Test func helpAndVersionAreZero() throws {
    #expect(try folder.run("--version").text.hasPrefix("posting-lint "))
    let help = try folder.run("--help")
    #expect(help.status == 0 && help.text.contains("--fix") && help.errors.isEmpty)
  }
}
