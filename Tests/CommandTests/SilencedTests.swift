import Foundation
import PostingLint
import TestSupport
import Testing

/// What a change silences is counted, named in every format, and cannot hide what git keeps.
@Suite struct SilencedTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
  }

  private func run(_ arguments: String...) throws -> CommandResult {
    try folder.run(arguments: arguments + ["--today", "2022-07-01"])
  }

  @Test func everyFormatCountsAndNamesWhatIsSilenced() throws {
    let comment = "# posting-lint-disable-file impossible-date\n"
    try folder.write(
      "2022-05-30-a.md",
      Sample.damaged.replacingOccurrences(of: "date: 2022-05-30\n", with: "\(comment)date: bientôt\n"))
    try folder.write("2022-05-31-b.md", Sample.warned)
    try folder.write(
      "2022-06-01-c.md", Sample.good.replacingOccurrences(of: "---\nroles", with: "---\n$schema: s.json\nroles"))
    try folder.write("s.json", "{}")
    try folder.write("drafts/2022-05-30-d.md", Sample.damaged)
    try folder.write("old.md", Sample.damaged)
    try folder.write(
      ".posting-lint.yml", "exclude: [drafts, old.md]\nrules:\n  mojibake: off\n  empty-value: info\n")
    let words = [
      "3 findings hidden: 1 by comments, 2 by the settings", "1 made less grave by the settings",
      "1 file under a schema of its own",
    ]
    for format in ReportFormat.allCases {
      let result = try run(".", "--format", format.rawValue)
      #expect(result.status == 0, "\(format): \(result.text)\(result.errors)")
      for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
      guard format != .human else { continue }
      for word in words + ["1 file excluded by the settings", "1 folder excluded by the settings"] {
        #expect(result.text.contains(word), "\(format): \(result.text.suffix(600))")
      }
    }
    #expect(try run(".", "--format", "json").text.contains(#""silenced":3"#))
    #expect(
      try run(".", "--lang", "fr").errors.contains(
        "3 constats masqués\u{A0}: 1 par des commentaires, 2 par les réglages"))
    // What the user of the command leaves out is no secret of somebody else.
    #expect(try !run(".", "--no-config", "--ignore", "mojibake,impossible-date").errors.contains("hidden"))
  }

  @Test func whatABaselineAcceptsIsCounted() throws {
    try folder.write("2022-05-30-a.md", Sample.damaged)
    _ = try run(".", "--baseline", "b.json", "--write-baseline")
    let result = try run(".", "--baseline", "b.json", "--format", "markdown")
    #expect(result.status == 0)
    #expect(result.text.contains("- 2 findings hidden: 2 by the baseline\n"))
  }

  // MARK: git

  private func makeRepository() throws {
    let result = try folder.shell(
      """
      git init -q . && git config user.name a && git config user.email a@exemple.fr && git config commit.gpgsign false \
      && git add -A -f && git commit -q -m a
      """, environment: ["HOME": folder.url.path])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func whatGitKeepsIsLintedWhateverItIgnores() throws {
    for name in ["hidden/deep/2022-05-30-a.md", "2022-05-30-b.md"] { try folder.write(name, Sample.damaged) }
    try makeRepository()
    try folder.write("hidden/2022-05-30-build.md", Sample.damaged)
    try folder.write("hidden/other/2022-05-30-build.md", Sample.damaged)
    try folder.write(".gitignore", "*.md\nhidden/\n")
    let result = try run(".", "--format", "jsonl", "--select", "mojibake")
    let paths = Set(result.text.split(separator: "\n").compactMap { $0.split(separator: "\"").dropFirst(3).first })
    #expect(paths.contains("hidden/deep/2022-05-30-a.md") && paths.contains("2022-05-30-b.md"))
    #expect(!result.text.contains("build.md"))
    #expect(result.text.contains("1 file ignored by git"))
  }

  @Test func noProgramThatARepositoryNamesIsRun() throws {
    try folder.write("hidden/2022-05-30-a.md", Sample.damaged)
    try makeRepository()
    try folder.write(".gitignore", "hidden/\n")
    _ = try folder.shell("git config core.fsmonitor 'touch pwned; false'", environment: ["HOME": folder.url.path])
    #expect(try run(".").status == 1)
    #expect(try run(".", "--since", "HEAD").status == 0)
    #expect(try !folder.names().contains("pwned"))
  }

  @Test func settingsMayBeThoseOfAReference() throws {
    try folder.write("2022-05-30-a.md", Sample.damaged)
    try folder.write("site/.posting-lint.yml", "schema: s.json\n")
    try folder.write("site/s.json", #"{"required": ["name"]}"#)
    try folder.write("site/a.md", "---\nname: x\n---\n")
    try folder.write("base.json", #"{"version":1,"findings":[]}"#)
    try makeRepository()
    // The change switches the rule off, loosens the schema, accepts its own mistake, and makes a mistake in each file.
    try folder.write(".posting-lint.yml", "rules: {mojibake: off}\n")
    try folder.write("site/s.json", "{}")
    try folder.write("site/a.md", "---\nnom: x\n---\n")
    #expect(try run(".").status == 0)
    let result = try run(".", "--config-from", "HEAD")
    #expect(result.status == 1)
    #expect(result.text.contains("[mojibake]") && result.text.contains("site/a.md:"), "\(result.text)")
    let inside = try folder.shell("cd site && \"$0\" --lang en --config-from HEAD .")
    #expect(inside.status == 1 && inside.text.contains("“name”"), "\(inside.text)\(inside.errors)")
    _ = try run(".", "--no-config", "--baseline", "base.json", "--write-baseline")
    #expect(try run("2022-05-30-a.md", "--no-config", "--baseline", "base.json").status == 0)
    #expect(try run("2022-05-30-a.md", "--config-from", "HEAD", "--baseline", "base.json").status == 1)
    // Settings that the reference does not have, or has no more.
    try FileManager.default.removeItem(atPath: folder.url.path + "/site/.posting-lint.yml")
    #expect(try run("site", "--config-from", "HEAD").status == 1)
    let unknown = try run(".", "--config-from", "nowhere")
    #expect(unknown.status == 2 && unknown.output.isEmpty && unknown.errors.contains("nowhere"))
    #expect(try run(".", "--config-from", "HEAD", "--no-config").status == 2)
  }
}
