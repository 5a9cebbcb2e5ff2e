import Foundation
import TestSupport
import Testing

@Suite struct LintCommandTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
  }

  @Test func fixKeepsModeAndTouchesNothingElse() throws {
    try folder.write("2022-05-30-damaged.md", Sample.damaged)
    try folder.write("2022-05-30-good.md", Sample.good)
    let path = folder.url.appendingPathComponent("2022-05-30-damaged.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let good = folder.url.appendingPathComponent("2022-05-30-good.md").path
    let before = try FileManager.default.attributesOfItem(atPath: good)[.systemFileNumber] as? Int
    let result = try folder.run("--fix", ".", "--today", "2022-07-01")
    #expect(result.status == 0)
    #expect(result.errors == "2 files, 0 errors, 0 warnings; 2 fixed\n")
    #expect(
      try folder.bytes("2022-05-30-damaged.md").elementsEqual(
        Sample.damaged.replacingOccurrences(of: "abÃ®mÃ©", with: "abîmé").utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.attributesOfItem(atPath: good)[.systemFileNumber] as? Int == before)
    #expect(try folder.names() == ["2022-05-30-damaged.md", "2022-05-30-good.md"])
  }

  @Test(arguments: [
    ("empty.md", [UInt8](), 1), ("nul.md", [UInt8](repeating: 0, count: 100), 1),
    ("latin.md", Array("---\nroles: D".utf8) + [0xE9] + Array("v\n---\n".utf8), 1),
    ("bom.md", [0xEF, 0xBB, 0xBF] + Array(Sample.good.utf8), 0),
    ("crlf.md", Array(Sample.good.replacingOccurrences(of: "\n", with: "\r\n").utf8), 0),
    ("endless.md", Array("---\nroles: Coach\nopen: true\nstartup: x\n".utf8), 1),
    (
      "deep.md", Array("---\na: ".utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 10_000) + Array("\n---\n".utf8),
      1
    ),
  ])
  func badInputGivesAFindingAndAStatus(_ name: String, _ bytes: [UInt8], _ status: Int32) throws {
    let path = "_jobs/2022-05-30-" + name
    try folder.write(path, bytes: bytes)
    let result = try folder.run(path, "--today", "2022-07-01", "--advice")
    #expect(result.status == status, "\(result.errors)")
    #expect(!result.output.isEmpty)
    #expect(try folder.bytes(path) == bytes)
  }

  @Test func anAliasBombIsRead() throws {
    var text = "---\na0: &a0 x\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    try folder.write("_jobs/2022-05-30-bomb.md", text + "---\nTexte.\n")
    let result = try folder.run("_jobs/2022-05-30-bomb.md")
    #expect(result.status == 1)
    #expect(result.text.contains("[missing-key]"))
  }

  @Test func hostileTextCannotCommandTheTerminalOrTheRunner() throws {
    try folder.write(
      "2022-05-30-x.md",
      "---\nroles: Coach\nopen: true\nstartup: a\n\"\\e[31m##[error]x\": 1\n::error::x: \u{1B}[2J\n---\n::stop-commands::x\n"
    )
    let result = try folder.run(".", "--advice", "--select", "all")
    #expect(!result.output.contains(0x1B))
    #expect(!result.text.contains("##["))
    for line in result.text.split(separator: "\n") { #expect(!line.drop { $0 == " " }.hasPrefix("::")) }
  }

  @Test func resultsDoNotDependOnTheNumberOfJobs() throws {
    for index in 0..<100 {
      try folder.write("2022-05-30-\(index).md", index % 3 == 0 ? Sample.damaged : Sample.unknownDate)
    }
    let one = try folder.run(".", "--jobs", "1", "--format", "json")
    let four = try folder.run(".", "--jobs", "4", "--format", "json")
    #expect(one.output == four.output)
    #expect(one.status == 1)
  }

  @Test func excludedFilesStayExcludedWhenNamed() throws {
    try folder.write(".posting-lint.yml", "exclude: old/**\n")
    try folder.write("old/2022-05-30-damaged.md", Sample.damaged)
    try folder.write("2022-05-30-good.md", Sample.good)
    #expect(try folder.run("old/2022-05-30-damaged.md").status == 0)
    let input = try folder.run(
      "--fix", "--stdin-filename", "old/2022-05-30-damaged.md", "-", input: Array(Sample.damaged.utf8))
    #expect(input.text == Sample.damaged)
  }

  @Test func configurationNamesIDsAndSeverities() throws {
    try folder.write("ids.txt", "atlas\n")
    try folder.write(
      ".posting-lint.yml", "references:\n  startups:\n    file: ids.txt\nrules:\n  empty-value: error\n")
    try folder.write("2022-05-30-a.md", Sample.good.replacingOccurrences(of: "startup: atlas", with: "startup: Atlas"))
    try folder.write("2022-05-30-b.md", Sample.warned)
    let result = try folder.run(".", "--today", "2022-07-01")
    #expect(result.text.contains("2022-05-30-a.md:5:10: error: “Atlas” is not in ids.txt: did you mean “atlas”?"))
    #expect(result.text.contains("error: “techno” has no value"))
    #expect(try folder.run("--no-config", "2022-05-30-b.md").status == 0)
  }

  @Test func languagesAreChosen() throws {
    try folder.write("2022-05-30-a.md", Sample.unknownDate)
    #expect(try folder.run(".", "--lang", "fr").text.contains("n’est pas une date"))
    #expect(try folder.run(".", environment: ["LC_ALL": "fr_FR.UTF-8"]).text.contains("n’est pas une date"))
    let both = try folder.run(".", "--lang", "fr,en", "--format", "json").text
    #expect(both.contains("\"messages\":{\"fr\":") && both.contains("is not a date"))
  }

  @Test func aConfigurationAddsRoles() throws {
    try folder.write(
      "2022-05-30-a.md", Sample.good.replacingOccurrences(of: "Développeuse ou développeur", with: "Cartographe"))
    #expect(try folder.run(".", "--advice", "--today", "2022-07-01").text.contains("[unknown-role]"))
    try folder.write(
      "metiers.json", #"{"roles": [{"name": "cartographe", "domains": ["Développement"], "titles": ["cartographe"]}]}"#)
    try folder.write(".posting-lint.yml", "roles: metiers.json\n")
    let result = try folder.run(".", "--advice", "--today", "2022-07-01")
    #expect(!result.text.contains("[unknown-role]"), "\(result.errors)")
  }
}
