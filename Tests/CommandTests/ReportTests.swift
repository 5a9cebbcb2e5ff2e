import Foundation
import PostingLint
import TestSupport
import Testing

/// What reports say of a run that could not do everything, and what they leave out.
@Suite struct ReportTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.write("2022-05-30-good.md", Sample.good)
  }

  /// How each format says that something could not be checked.
  private static let failureWords: [(format: String, words: [String])] = [
    ("json", [#""notices":[{"kind":"not-checked""#, #""notChecked":1"#]),
    ("jsonl", [#""rule":"not-checked","severity":"error""#]),
    ("sarif", [#""executionSuccessful":false"#, #""toolExecutionNotifications":[{"descriptor":{"id":"not-checked"}"#]),
    ("github", ["::error "]),
    ("gitlab", [#""check_name":"not-checked""#, #""severity":"blocker""#]),
    ("junit", [#"errors="1""#, #"<error type="not-checked" message=""#]),
    ("checkstyle", [#"severity="error""#, #"source="posting-lint.not-checked""#]),
    ("rdjson", [#""severity":"ERROR","code":{"value":"not-checked"}"#]),
    ("html", ["<h2 id=\"notices\">Not everything could be checked</h2>"]),
    ("markdown", ["\nNot everything could be checked (files read: "]),
  ]

  @Test func everyFormatSaysThatAFileIsMissing() throws {
    #expect(Self.failureWords.map(\.format) == ReportFormat.allCases.map(\.rawValue).filter { $0 != "human" })
    for (format, words) in Self.failureWords {
      let result = try folder.run("gone.md", "2022-05-30-good.md", "--format", format)
      #expect(result.status == 2)
      #expect(result.text.contains("gone.md"), "\(format)")
      for word in words { #expect(result.text.contains(word), "\(format): \(result.text.suffix(400))") }
    }
  }

  @Test func everyFormatSaysThatTheSettingsAreBroken() throws {
    try folder.write(".posting-lint.yml", "rules:\n  mojibaque: off\n")
    for (format, words) in Self.failureWords {
      let result = try folder.run(".", "--format", format)
      #expect(result.status == 2)
      #expect(result.text.contains("mojibaque"), "\(format)")
      for word in words { #expect(result.text.contains(word), "\(format): \(result.text.suffix(400))") }
    }
  }

  @Test func everyFormatSaysThatGitKnowsNoSuchReference() throws {
    for (format, words) in Self.failureWords {
      let result = try folder.run(".", "--since", "nowhere", "--format", format)
      #expect(result.status == 2)
      for word in words { #expect(result.text.contains(word), "\(format): \(result.text.suffix(400))") }
    }
  }

  /// What the whole run needs keeps every file from being checked.
  @Test(arguments: [
    "--baseline broken.json", "--config-from nowhere", "--format sarif=missing/out.sarif", "--format sarif=/dev/full",
  ])
  func everyFormatSaysWhatTheRunLacks(_ option: String) throws {
    try folder.write("broken.json", #"{"version": 1,"#)
    for (format, words) in Self.failureWords where format != "sarif" || !option.contains("sarif") {
      let result = try folder.shell("\"$0\" . --format \(format) \(option) --lang en --today 2022-07-01")
      #expect(result.status == 2)
      for word in words { #expect(result.text.contains(word), "\(option), \(format): \(result.text.suffix(400))") }
    }
  }

  @Test func aReportOfAnEarlierRunDoesNotStandForOneThatFailed() throws {
    try folder.write("broken.json", #"{"version": 1,"#)
    for name in ["out.json", "gl.json"] { try folder.write(name, "[]\n") }
    let result = try folder.run(
      ".", "--baseline", "broken.json", "--format", "json=out.json", "--format", "gitlab=gl.json")
    #expect(result.status == 2)
    #expect(String(decoding: try folder.bytes("out.json"), as: UTF8.self).contains(#""notChecked":1"#))
    #expect(try folder.names() == ["2022-05-30-good.md", "broken.json", "out.json"])
  }

  @Test func aSchemaThatCannotBeUsedIsInTheReport() throws {
    let result = try folder.run("validate", "--schema", "gone.json", "2022-05-30-good.md", "--format", "json")
    #expect(result.status == 2)
    #expect(result.text.contains(#""notices":[{"kind":"not-checked","path":"gone.json""#), "\(result.text)")
  }

  @Test func theLastLineSaysThatSomethingIsMissing() throws {
    let result = try folder.run("gone.md", "2022-05-30-good.md", "--today", "2022-07-01")
    #expect(result.errors.hasSuffix("\n1 file, 0 errors, 0 warnings; not everything could be checked\n"))
  }

  @Test func aCleanRunSaysThatItWasWhole() throws {
    let sarif = try folder.run(".", "--format", "sarif", "--today", "2022-07-01")
    #expect(sarif.status == 0)
    #expect(sarif.text.contains(#""invocations":[{"executionSuccessful":true}]"#))
    #expect(try folder.run(".", "--format", "json", "--today", "2022-07-01").text.contains(#""notices":[],"#))
  }

  @Test func humanReportOfItsOwnSaysWhatIsMissing() throws {
    let result = try folder.run("gone.md", "--format", "human=out.txt")
    #expect(result.status == 2)
    #expect(try folder.bytes("out.txt") == Array("posting-lint: gone.md: there is no such file or folder\n".utf8))
  }

  @Test func codeQualityLeavesNoFileThatSaysAllIsWell() throws {
    try folder.write("old.json", "[]\n")
    for name in ["new.json", "old.json"] {
      #expect(try folder.run("gone.md", ".", "--format", "gitlab=\(name)").status == 2)
      #expect(try folder.names() == (name == "new.json" ? ["2022-05-30-good.md", "old.json"] : ["2022-05-30-good.md"]))
    }
    #expect(try folder.run(".", "--format", "gitlab=new.json", "--today", "2022-07-01").status == 0)
    #expect(try folder.bytes("new.json") == Array("[]\n".utf8))
  }

  // MARK: How many findings are shown

  private func writeMany(_ count: Int) throws {
    let lines = String(repeating: "Un [](https://exemple.fr) mot.\n", count: count)
    try folder.write("2022-05-30-many.md", Sample.unknownDate + lines)
  }

  @Test func whoReadsAPipeGetsEveryFinding() throws {
    try writeMany(40)
    let result = try folder.run("2022-05-30-many.md", "--select", "empty-link-text")
    #expect(result.text.components(separatedBy: "[empty-link-text]\n").count == 41)
    #expect(!result.text.contains("more"))
  }

  @Test func pastALimitFindingsAreCountedInEveryFormat() throws {
    try writeMany(40)
    let arguments = ["2022-05-30-many.md", "--select", "empty-link-text,impossible-date", "--max-findings", "10"]
    for format in ReportFormat.allCases {
      let result = try folder.run(arguments: arguments + ["--format", format.rawValue])
      #expect(result.status == 1)
      // The error is chosen before the warnings that stand above it.
      #expect(result.text.contains("bientôt"), "\(format)")
      let words =
        switch format {
        case .json: #""leftOut":31"#
        case .github: "31 more findings not annotated"
        case .markdown: "… and 31 more."
        default: "31 more findings are not shown (--max-findings 0 shows all)"
        }
      #expect(result.text.contains(words), "\(format): \(result.text.suffix(400))")
      let all = try folder.run(arguments: arguments.dropLast() + ["0", "--format", format.rawValue])
      #expect(!all.text.contains("more findings are not shown"), "\(format)")
    }
    #expect(try folder.run(arguments: arguments).text.components(separatedBy: "[empty-link-text]\n").count == 10)
    #expect(try folder.run(arguments: arguments).errors.contains("1 error, 40 warnings"))
  }

  @Test func aFileOfNothingButMistakesHasThousandFindingsShown() throws {
    try folder.write("2022-05-30-zero.md", Sample.good + String(repeating: "\u{0}\n", count: 3000))
    let result = try folder.run("2022-05-30-zero.md", "--format", "jsonl", "--select", "control-character")
    #expect(result.text.split(separator: "\n").count <= 1001)
  }

  /// A reader that stands in the root finds every file, and one of another repository too.
  @Test(arguments: [("github", "file="), ("gitlab", #""path":""#), ("sarif", #""uri":""#), ("markdown", "<code>")])
  func pathsStartFromTheRootAlsoWhereTheyLeadOut(_ format: String, _ before: String) throws {
    for name in ["site/sub/2022-05-30-a.md", "other/2022-05-30-b.md"] { try folder.write(name, Sample.unknownDate) }
    try folder.write("site/.git/HEAD", "")
    let elsewhere = folder.url.path + "/other/2022-05-30-b.md"
    let result = try folder.shell(
      "cd site/sub && \"$0\" --lang en --format \(format) . ../../other --select impossible-date")
    #expect(result.text.contains(before + "sub/2022-05-30-a.md"), "\(result.text.suffix(400))")
    #expect(result.text.contains(before + "../other/2022-05-30-b.md"), "\(result.text.suffix(400))")
    let absolute = try folder.shell("cd site/sub && \"$0\" --format \(format) \(elsewhere) --select impossible-date")
    #expect(absolute.text.contains(elsewhere), "\(absolute.text.suffix(400))")
  }

  // MARK: Where reports are written

  @Test func twoFormatsForOnePlaceAreAUsageError() throws {
    for pair in [
      ["json", "human"], ["json=a", "sarif=a"], ["json", "human=/dev/stdout"], ["json=/dev/fd/1", "sarif=/dev/stdout"],
      ["json=-", "human"],
    ] {
      let result = try folder.run(".", "--format", pair[0], "--format", pair[1])
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("two formats would go to"))
    }
    #expect(try folder.names() == ["2022-05-30-good.md"])
    // One file under two names is met when it is opened.
    try folder.write("a", "")
    let result = try folder.run(".", "--format", "json=a", "--format", "sarif=./a")
    #expect(result.status == 2)
    #expect(try folder.names() == ["2022-05-30-good.md", "a"])
    #expect(try folder.bytes("a") == [])
  }

  @Test func aHyphenInPlaceOfAFileIsStandardOutput() throws {
    let result = try folder.run(".", "--format", "jsonl=-")
    #expect(result.output == (try folder.run(".", "--format", "jsonl").output))
    #expect(try folder.names() == ["2022-05-30-good.md"])
  }

  @Test func reportsAreNotWrittenThroughLinks() throws {
    try folder.write("site/.git/HEAD", "")
    try folder.write("site/2022-05-30-good.md", Sample.good)
    try folder.write("kept.txt", "kept\n")
    try folder.write("elsewhere/kept.txt", "kept\n")
    _ = try folder.shell("cd site && ln -s ../kept.txt out.json && ln -s ../new.txt new.json && ln -s ../elsewhere out")
    for name in ["out.json", "new.json", "out/kept.txt", "out/new.txt"] {
      let result = try folder.run("site", "--format", "json=site/\(name)")
      #expect(result.status == 2, "\(name)")
      #expect(result.errors.contains("site/\(name): nothing is written through a symbolic link"))
      let baseline = try folder.run("site", "--baseline", "site/\(name)", "--write-baseline")
      #expect(baseline.status == 2, "\(name)")
    }
    #expect(try folder.bytes("kept.txt") == Array("kept\n".utf8))
    #expect(try folder.bytes("elsewhere/kept.txt") == Array("kept\n".utf8))
    #expect(try folder.names() == ["2022-05-30-good.md", "elsewhere", "kept.txt", "site"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/elsewhere") == ["kept.txt"])
  }

  @Test func noOutputTakesThePlaceOfWhatIsRead() throws {
    let kept = [
      "s.yml": "type: object\n", "d.yml": "a: 1\n", "base.json": "{\"version\":1,\"findings\":[]}\n",
      ".posting-lint.yml": "language: en\n", ".git/config": "[core]\n", "admin/config.yml": SchemaSample.form,
    ]
    for (name, text) in kept { try folder.write(name, text) }
    for arguments in [
      ["infer", "--format", "yaml=2022-05-30-good.md", "."],
      ["validate", "--schema", "s.yml", "--format", "json=d.yml", "d.yml"],
      ["schema", "--from", "admin/config.yml", "--format", "yaml=admin/config.yml"],
      [".", "--baseline", "base.json", "--format", "sarif=base.json"], [".", "--format", "json=.posting-lint.yml"],
      [".", "--format", "json=.git/config"],
    ] {
      #expect(try folder.run(arguments: arguments).status == 2, "\(arguments)")
      for (name, text) in kept { #expect(try folder.bytes(name) == Array(text.utf8), "\(arguments): \(name)") }
      #expect(try folder.bytes("2022-05-30-good.md") == Array(Sample.good.utf8), "\(arguments)")
    }
  }

  @Test func aFailedOutputOfValidateLeavesTheOthers() throws {
    try folder.write("s.yml", "type: object\n")
    let result = try folder.run(
      "validate", "--schema", "s.yml", "--format", "json=/dev/full", "--format", "human=out.txt", "s.yml")
    #expect(result.status == 2)
    #expect(try folder.names() == ["2022-05-30-good.md", "out.txt", "s.yml"])
  }

  @Test(arguments: [["explain", "empty-value"], ["explain"], ["config", "2022-05-30-good.md"]])
  func otherCommandsWriteFilesToo(_ arguments: [String]) throws {
    let result = try folder.run(arguments: arguments + ["--format", "json=out.json"])
    #expect(result.status == 0 && result.text.isEmpty)
    _ = try JSONSerialization.jsonObject(with: Data(try folder.bytes("out.json")))
  }

  @Test func reportsMayGoToWhatIsOpenAlready() throws {
    let result = try folder.shell("\"$0\" gone.md --format json=/dev/stdout --lang en | cat")
    #expect(result.text.contains(#""kind":"not-checked""#))
  }

  @Test func aReportTakesThePlaceOfNoPosting() throws {
    for option in ["--format=json=2022-05-30-good.md", "--baseline=2022-05-30-good.md"] {
      let arguments = option.hasPrefix("--b") ? [".", option, "--write-baseline"] : [".", option]
      let result = try folder.run(arguments: arguments)
      #expect(result.status == 2)
      #expect(try folder.bytes("2022-05-30-good.md") == Array(Sample.good.utf8), "\(option)")
      #expect(try folder.names() == ["2022-05-30-good.md"])
    }
  }

  @Test(.enabled(if: FaultSite.makesDisks, "needs a file system of its own"))
  func aReportThatDoesNotFitLeavesNothing() throws {
    try writeMany(900)
    try folder.write("disk/x", "")
    let result = try folder.shell(
      """
      mount -t tmpfs -o size=64k tmpfs disk && echo old > disk/out.json
      "$0" . --format json=disk/out.json --select empty-link-text; echo $?
      ls -A disk; cat disk/out.json; umount disk
      """)
    #expect(result.text.hasSuffix("2\nout.json\nold\n"))
  }

  @Test func fixWritesNothingWhereGitKeepsItsFiles() throws {
    for path in [".git/2022-05-30-a.md", ".git/x/2022-05-30-a.md", "sub/.GIT/2022-05-30-a.md"] {
      try folder.write(path, Sample.damaged)
      let result = try folder.run("--fix", path, "--today", "2022-07-01")
      #expect(result.status == 2)
      #expect(result.errors.contains("git keeps its own files there"))
      #expect(try folder.bytes(path) == Array(Sample.damaged.utf8))
    }
    let inside = try folder.shell("cd .git && \"$0\" --fix 2022-05-30-a.md")
    #expect(inside.status == 2)
    #expect(try folder.bytes(".git/2022-05-30-a.md") == Array(Sample.damaged.utf8))
  }

  // MARK: What a hook gives

  /// Hooks of every kind are given what a folder run takes, as far as their programs know the endings.
  @Test func everyHookTakesTheSameFiles() throws {
    let places = [
      ".pre-commit-hooks.yaml", ".github/hook-repository/.pre-commit-hooks.yaml",
      "Sources/PostingLint/PostingLint.docc/BeforeEveryCommit.md", "Sources/posting-lint/StartingSnippets.swift",
      "Sources/PostingLint/PostingLint.docc/OtherTools.md",
    ]
    for place in places {
      let text = try String(contentsOf: SharedData.package.appendingPathComponent(place), encoding: .utf8)
      let types = text.matches(of: /types_or: (.*)/).map { String($0.output.1) }
      let globs = text.matches(of: /glob: "(.*)"/).map { String($0.output.1) }
      #expect(types.count + globs.count > 0, "\(place)")
      #expect(types.allSatisfy { $0 == "[markdown, mdx]" }, "\(place)")
      #expect(globs.allSatisfy { $0 == "*.{md,markdown,mdx}" }, "\(place)")
    }
  }

  /// A hook gives the names of files as they are, behind the options of its user.
  @Test func aNameThatLooksLikeAnOptionIsAName() throws {
    let site = try CommandFolder()
    for name in ["-fix.md", "--config=x.md", "--exit-zero.md", "-.mdx"] {
      try site.write(name, Sample.unknownDate)
      let result = try site.run("lint", "--today", "2022-07-01", name)
      #expect(result.status == 1, "\(name)")
      #expect(result.text.contains("[impossible-date]"), "\(name): \(result.errors)")
      #expect(try site.run(name, "--today=2022-07-01").status == 1, "\(name)")
    }
    #expect(try site.run("-gone.md").status == 2)
    #expect(try site.run("--gone.md").errors.contains("there is no option --gone.md"))
  }

  // MARK: Baselines

  @Test func aBaselineKnowsItsFilesFromAnywhere() throws {
    let sites = try CommandFolder()
    for name in ["site", "site/sub", "other"] { try sites.write("\(name)/.git/HEAD", "") }
    try sites.write("site/jobs/2022-05-30-a.md", Sample.unknownDate)
    try sites.write("site/sub/2022-05-30-b.md", Sample.unknownDate)
    try sites.write("other/2022-05-30-c.md", Sample.unknownDate)
    func run(_ folder: String, _ arguments: String) throws -> CommandResult {
      try sites.shell("cd \(folder) && \"$0\" --lang en --today 2022-07-01 \(arguments)")
    }
    for baseline in ["site/base.json", "base.json"] {
      #expect(try run(".", "--baseline \(baseline) --write-baseline site other").status == 0)
      for (folder, arguments) in [
        (".", "--baseline \(baseline) site other"), ("site", "--baseline ../\(baseline) . ../other"),
        ("site/jobs", "--baseline ../../\(baseline) ."), ("site/sub", "--baseline ../../\(baseline) ."),
        ("other", "--baseline ../\(baseline) . ../site/jobs/2022-05-30-a.md"),
      ] {
        let result = try run(folder, arguments)
        #expect(result.status == 0, "\(baseline) from \(folder): \(result.text)")
        #expect(!result.errors.contains("no longer"), "\(baseline) from \(folder): \(result.errors)")
      }
    }
  }
}

/// A form of a content manager.
private enum SchemaSample {
  static let form = """
    collections:
      - name: jobs
        folder: content/jobs
        fields:
          - {name: title, widget: string}

    """
}
