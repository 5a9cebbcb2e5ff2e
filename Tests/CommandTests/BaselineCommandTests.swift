import Foundation
import TestSupport
import Testing

/// The accepted findings that a configuration names, and the lines that changed.
@Suite struct BaselineCommandTests {
  private let folder: CommandFolder
  private static let list = ".posting-lint-baseline.json"

  init() throws {
    folder = try CommandFolder()
    try folder.write("site/.posting-lint.yml", "baseline: \(Self.list)\n")
    try folder.write("site/_jobs/2022-05-30-a.md", Sample.unknownDate)
  }

  private func run(_ folder: String, _ arguments: String) throws -> CommandResult {
    try self.folder.shell("cd \(folder) && \"$0\" --lang en --today 2022-07-01 \(arguments)")
  }

  private func git(_ script: String) throws {
    #expect(try folder.shell("cd site && (\(script)) >/dev/null 2>&1").status == 0, "\(script)")
  }

  private func commit() throws {
    try git(
      "git init -q -b main . && git config user.email a@example.org && git config user.name A && git add . && git commit -qm x"
    )
  }

  @Test func theConfigurationNamesIt() throws {
    let missing = try run("site", "_jobs")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("\(Self.list): the list of accepted findings does not exist yet: create it with"))
    let written = try run("site", "--write-baseline _jobs")
    #expect(written.status == 0 && written.text.isEmpty, "\(written.text)\(written.errors)")
    #expect(written.errors.contains("\(Self.list): accepted findings: 1"))
    for (place, path) in [("site", "_jobs"), ("site/_jobs", "."), (".", "site"), (".", "site/_jobs/2022-05-30-a.md")] {
      let result = try run(place, path)
      #expect(result.status == 0, "\(place): \(result.text)\(result.errors)")
      #expect(result.errors.contains("1 finding hidden: 1 by the baseline"))
    }
    #expect(try run("site", "--no-baseline _jobs").status == 1)
    #expect(try run("site", "--no-config _jobs").status == 1)
    #expect(
      try run("site", "- --stdin-filename _jobs/2022-05-30-a.md < _jobs/2022-05-30-a.md").status == 0)
    // The command line goes first.
    try folder.write("other.json", "{\"version\":1,\"findings\":[]}")
    #expect(try run("site", "--baseline ../other.json _jobs").status == 1)
    let config = try folder.shell("cd site && \"$0\" config --lang en _jobs/2022-05-30-a.md").text
    #expect(config.contains("\(Self.list)  "), "\(config)")
    #expect(
      try folder.shell("cd site && \"$0\" config --format json _jobs/2022-05-30-a.md").text.contains("\"baseline\":"))
  }

  @Test func aListThatCannotBeUsedIsAnError() throws {
    for (text, place) in [("[]", ":1:1: error: "), ("{\"version\":1,\"findings\":[1]}", ":1:26: error: ")] {
      try folder.write("site/\(Self.list)", text)
      let result = try run("site", "_jobs")
      #expect(result.status == 2 && result.errors.contains(Self.list + place), "\(result.errors)")
      #expect(result.text.isEmpty)
    }
    try folder.write("site/.git/HEAD", "")
    try folder.write("site/.posting-lint.yml", "baseline: ../out.json\n")
    #expect(try run("site", "_jobs").errors.contains("outside the repository: give one inside it"))
    try folder.write("site/.posting-lint.yml", "language: en\n")
    let none = try run("site", "--write-baseline _jobs")
    #expect(none.status == 2 && none.text.isEmpty)
    #expect(none.errors.contains("--write-baseline has no file: give --baseline FILE, or the key “baseline”"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "needs git"))
  func aRenamedFileKeepsWhatWasAccepted() throws {
    #expect(try run("site", "--write-baseline _jobs").status == 0)
    try commit()
    try git("git mv _jobs/2022-05-30-a.md _jobs/2022-05-31-b.md")
    #expect(try run("site", "_jobs").status == 0)
    try git("git commit -qm two")
    for place in ["site", "site/_jobs"] {
      let result = try run(place, ".")
      #expect(result.status == 0 && !result.errors.contains("accepted"), "\(result.text)\(result.errors)")
    }
    // Another mistake of the same file is new, and what is gone is said.
    try folder.write("site/_jobs/2022-05-31-b.md", Sample.damaged)
    let result = try run("site", "_jobs")
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "the file _jobs/2022-05-30-a.md does not exist any more; its finding “impossible-date” was accepted"))
    #expect(try run("site", "--write-baseline _jobs").status == 0)
    let list = String(decoding: try folder.bytes("site/\(Self.list)"), as: UTF8.self)
    #expect(list.contains("2022-05-31-b.md") && !list.contains("2022-05-30-a.md"))
  }

  @Test func whatIsGoneIsASentence() throws {
    #expect(try run("site", "--write-baseline _jobs").status == 0)
    try folder.write("site/_jobs/2022-05-30-a.md", Sample.good)
    let english = try run("site", "_jobs").errors
    #expect(
      english.contains(
        "the key “date” of the file _jobs/2022-05-30-a.md no longer has the accepted finding “impossible-date”\n"
          + "1 accepted finding is gone: update \(Self.list) with --write-baseline\n"), "\(english)")
    #expect(
      try run("site", "--lang fr _jobs").errors.contains(
        "la clé «\u{A0}date\u{A0}» du fichier _jobs/2022-05-30-a.md n’a plus le constat accepté "))
  }

  // MARK: Lines that changed

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "needs git"))
  func onlyChangedLinesCount() throws {
    try folder.write("site/.posting-lint.yml", "language: en\n")
    let old = Sample.unknownDate.replacingOccurrences(of: "startup: atlas\n", with: "startup: atlas\nxyz: 1\n")
    try folder.write("site/_jobs/2022-05-30-a.md", old)
    try commit()
    let with = { (text: String) in try folder.write("site/_jobs/2022-05-30-a.md", text) }
    try with(old.replacingOccurrences(of: "open: true", with: "open: oui"))
    let result = try run("site", "--since HEAD --changed-lines")
    #expect(result.status == 1)
    #expect(result.text.contains("[wrong-type]"))
    #expect(!result.text.contains("[impossible-date]") && !result.text.contains("[unknown-key]"))
    #expect(
      result.errors.contains(
        "only the lines that changed since “HEAD” count; 2 findings on other lines are not shown\n"), "\(result.errors)"
    )
    #expect(
      try run("site", "--since HEAD").errors.contains(
        "only the files that changed since “HEAD” count, as a whole\n"))
    // What is missing stands on no line.
    try with(old.replacingOccurrences(of: "open: true\n", with: ""))
    #expect(try run("site", "--since HEAD --changed-lines").text.contains("[missing-key]"))
    // A place that the finding names counts too: the first of two equal keys.
    try with(old.replacingOccurrences(of: "roles: D", with: "startup: atlas\nroles: D"))
    #expect(try run("site", "--since HEAD --changed-lines").text.contains("[duplicate-key]"))
    try with(old + "\n")
    #expect(try run("site", "--since HEAD --changed-lines --strict").status == 0)
    // A file that git does not know counts as a whole, as does one with another name the name itself.
    try folder.write("site/_jobs/2022-06-01-new.md", Sample.unknownDate)
    #expect(try run("site", "--since HEAD --changed-lines --format jsonl _jobs/2022-06-01-new.md").status == 1)
    try git("git mv -f _jobs/2022-05-30-a.md _jobs/2022-13-30-a.md")
    let moved = try run("site", "--since HEAD --changed-lines _jobs/2022-13-30-a.md").text
    #expect(moved.contains("[file-name-impossible-date]") && !moved.contains("[impossible-date]"), "\(moved)")
    // Accepted findings go with it, those on other lines are not gone.
    #expect(try run("site", "--baseline b.json --write-baseline").status == 0)
    let accepted = try run("site", "--baseline b.json --since HEAD --changed-lines")
    #expect(accepted.status == 0 && !accepted.errors.contains("gone"), "\(accepted.errors)")
    for option in ["--fix", "--unsafe-fixes", "--diff", "--baseline b.json --write-baseline"] {
      #expect(try run("site", "--since HEAD --changed-lines \(option)").status == 2)
    }
    #expect(try run("site", "--changed-lines").errors.contains("--changed-lines makes sense only with --since"))
  }
}
