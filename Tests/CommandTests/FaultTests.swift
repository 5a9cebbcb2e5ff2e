import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What goes wrong around the command: it ends, says what it should, and loses nothing.
@Suite(.serialized) struct FaultTests {
  private let folder: CommandFolder
  private static let fixed = Sample.damaged.replacingOccurrences(of: "abÃ®mÃ©", with: "abîmé")

  init() throws {
    folder = try CommandFolder()
  }

  private func writeSite(_ count: Int) throws {
    for index in 0..<count { try folder.write("site/2022-05-30-\(index).md", Sample.damaged) }
  }

  /// Expects every file of the site to be as it was or as it shall be; how many are new.
  private func expectWhole(_ count: Int) throws -> Int {
    var new = 0
    for index in 0..<count {
      let bytes = try folder.bytes("site/2022-05-30-\(index).md")
      if bytes == Array(Self.fixed.utf8) { new += 1 } else { #expect(bytes == Array(Sample.damaged.utf8)) }
    }
    return new
  }

  private func setMode(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.url.appendingPathComponent(name).path)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent(name).path, withDestinationPath: target)
  }

  // MARK: Signals

  @Test func aKilledFixLeavesEveryFileOldOrNew() throws {
    let count = 40
    // The moments are spread over the whole of a run, however fast the machine is.
    try writeSite(count)
    let start = Date()
    #expect(try folder.run("--fix", "site", "--today", "2022-07-01").status == 0)
    let whole = Date().timeIntervalSince(start)
    #expect(try expectWhole(count) == count)
    let kills = ProcessInfo.processInfo.environment["POSTING_LINT_KILLS"].flatMap { Int($0) } ?? 40
    for round in 0..<max(1, kills) {
      try writeSite(count)
      let process = try folder.start("--fix", "site", "--today", "2022-07-01")
      Thread.sleep(forTimeInterval: whole * Double(round * 7919 % 1000) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      _ = try expectWhole(count)
    }
    #expect(try folder.run("--fix", "site", "--today", "2022-07-01").status == 0)
    #expect(try expectWhole(count) == count)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("site").path)
    #expect(left.filter { !$0.hasSuffix(".md") } == [])
  }

  // SIGINT is not tried: a shell that starts the tests in the background has them ignore it, and so their children.
  @Test func aSignalEndsTheRunWithItsNumber() throws {
    // Standard input stays open and empty, so that the command waits.
    let pipe = Pipe()
    let process = Process()
    process.executableURL = CommandFolder.binary
    process.arguments = ["-"]
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    // Threads of a pool block signals, and a child inherits what is blocked.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
    try process.run()
    Thread.sleep(forTimeInterval: 0.1)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGTERM)
  }

  // MARK: Files that cannot be written

  @Test func aReadOnlyFileStaysAsItIs() throws {
    try writeSite(2)
    try setMode("site/2022-05-30-0.md", 0o444)
    let result = try folder.run("--fix", "site", "--today", "2022-07-01")
    #expect(result.status == 2)
    #expect(result.errors.contains("2022-05-30-0.md"))
    #expect(try folder.bytes("site/2022-05-30-0.md") == Array(Sample.damaged.utf8))
    #expect(try folder.bytes("site/2022-05-30-1.md") == Array(Self.fixed.utf8))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write in every folder"))
  func aReadOnlyFolderStaysAsItIs() throws {
    try writeSite(1)
    try setMode("site", 0o555)
    defer { try? setMode("site", 0o755) }
    let result = try folder.run("--fix", "site", "--today", "2022-07-01")
    #expect(result.status == 2)
    #expect(try folder.bytes("site/2022-05-30-0.md") == Array(Sample.damaged.utf8))
  }

  @Test func aFullDiskLeavesTheFileAndNothingElse() throws {
    try writeSite(1)
    // No file may grow past zero blocks.
    let result = try folder.shell("ulimit -f 0; \"$0\" --fix site --today 2022-07-01")
    #expect(result.status == 2)
    #expect(try folder.bytes("site/2022-05-30-0.md") == Array(Sample.damaged.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/site").count == 1)
  }

  // MARK: Links and things that are no files

  @Test func aLinkOutOfTheTreeIsNotWrittenThrough() throws {
    try folder.write("outside.md", Sample.damaged)
    try folder.write("site/.git/HEAD", "ref: refs/heads/main\n")
    try link("site/2022-05-30-link.md", to: "../outside.md")
    let result = try folder.run("--fix", "site", "--today", "2022-07-01")
    #expect(result.status == 2)
    #expect(try folder.bytes("outside.md") == Array(Sample.damaged.utf8))
  }

  @Test(arguments: ["lnk", "lnk/", "lnk//", "./lnk/."])
  func aGivenLinkOutOfTheRepositoryIsNotFollowed(_ name: String) throws {
    try folder.write("outside/2022-05-30-a.md", Sample.damaged)
    try folder.write("site/.git/HEAD", "ref: refs/heads/main\n")
    try link("site/lnk", to: "../outside")
    let result = try folder.shell("cd site && \"$0\" --fix '\(name)' --today 2022-07-01")
    #expect(result.status == 2, "\(name)")
    #expect(try folder.bytes("outside/2022-05-30-a.md") == Array(Sample.damaged.utf8))
  }

  @Test func loopsOfLinksEnd() throws {
    try writeSite(1)
    try link("site/again", to: ".")
    try link("site/a.md", to: "b.md")
    try link("site/b.md", to: "a.md")
    let result = try folder.run("site", "--today", "2022-07-01")
    #expect(result.status == 2)
    #expect(result.errors.contains("site/a.md"))
    #expect(result.text.contains("site/2022-05-30-0.md:10:9: error: "))
  }

  @Test func pipesAndDevicesAreRefusedAtOnce() throws {
    try writeSite(1)
    #expect(try folder.shell("mkfifo site/pipe.md").status == 0)
    #expect(try folder.run("site/pipe.md").status == 2)
    #expect(try folder.run("/dev/zero").status == 2)
    #expect(try folder.run("/dev/null").status == 2)
    let result = try folder.run("site", "--today", "2022-07-01")
    #expect(result.status == 1)
    #expect(result.errors.contains("1 file"))
  }

  // MARK: Names and arguments

  @Test func oddNamesArePrintedSafely() throws {
    try folder.write("sample.md", Sample.unknownDate)
    // Some file systems take only UTF-8, so the last of the names may be refused.
    let made = try folder.shell(
      #"mkdir site; for name in 'a\n::error ::b' '\033[31mred' '\351\377'; do cp sample.md "site/$(printf "$name").md"; done"#
    )
    #expect(made.errors.isEmpty || made.errors.contains("site/"))
    for format in ["human", "github", "checkstyle", "json"] {
      let result = try folder.run("site", "--format", format, "--today", "2022-07-01")
      #expect(result.status == 1)
      let lines = result.text.split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("::error ::b") })
      #expect(!result.text.contains("\u{1B}"))
      #expect(!lines.isEmpty)
    }
  }

  @Test func fiveThousandArgumentsAreLinted() throws {
    try writeSite(10)
    let result = try folder.shell(
      "set --; for i in 0 1 2 3 4 5 6 7 8 9; do for j in $(seq 500); do echo \"site/2022-05-30-$i.md\"; done; done "
        + "| xargs -s 200000 -n 6000 \"$0\" --today 2022-07-01")
    // xargs says 123 where the program it ran said 1 to 125.
    #expect(result.status == 123)
    #expect(result.errors.contains("10 files, "))
  }

  // MARK: Output

  @Test func aClosedOutputIsAFailureAndAReaderThatLeavesIsNone() throws {
    try writeSite(3)
    #expect(try folder.shell("\"$0\" site --today 2022-07-01 >&-").status == 2)
    let piped = try folder.shell("{ \"$0\" site --today 2022-07-01; echo $? >&2; } 2>status | true; tail -n 1 status")
    #expect(["0\n", "1\n"].contains(piped.text))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func anOutputThatIsFullIsAFailure() throws {
    try writeSite(1)
    #expect(try folder.shell("\"$0\" site --today 2022-07-01 >/dev/full").status == 2)
  }

  // MARK: Sizes

  @Test func largeFilesAndLongLinesAreRead() throws {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 4_000_000)
    try folder.write("2022-05-30-line.md", bytes: Array(Sample.good.utf8) + line)
    let key = Array("---\nroles: ".utf8) + line + Array("\nopen: true\nstartup: a\n---\n".utf8)
    try folder.write("2022-05-30-key.md", bytes: key)
    let result = try folder.run(".", "--today", "2022-07-01")
    #expect(result.status == 0)
    #expect(result.errors.contains("2 files"))
  }
}
