import Foundation
import TestSupport
import Testing

/// Surroundings that lack what programs take for granted: the command does its work or says why it cannot.
@Suite(.serialized) struct FaultSurroundingsTests {
  // MARK: Standard descriptors

  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"])
  func aClosedDescriptorNeverBecomesAPosting(_ closed: String) throws {
    let site = try FaultSite(30)
    // Whatever is opened first gets the number of what is closed, and what is printed must not land in it.
    let result = try site.shell("\"$0\" --fix site --format json --today 2022-07-01 \(closed)")
    #expect(result.status == (closed.contains(" >&-") || closed.hasPrefix(">&-") ? 2 : 0))
    #expect(try site.expectWhole(isTidy: true) == 30)
    let other = try site.shell("\"$0\" site --format sarif=report.sarif --today 2022-07-01 \(closed); echo $?")
    #expect(other.text == "0\n" || other.text == "2\n")
    #expect(try site.expectWhole(isTidy: true) == 30)
    #expect(try site.folder.bytes("report.sarif").last == 0x0A)
  }

  @Test(arguments: ["- </dev/null", "- <&-", "lsp </dev/null", "lsp <&-", "- <."])
  func anEmptyOrClosedInputEndsTheRun(_ arguments: String) throws {
    let result = try FaultSite(0).shell("\"$0\" \(arguments) >output; echo $?")
    #expect(["0\n", "1\n", "2\n"].contains(result.text))
  }

  @Test func aReaderThatLeavesEndsALongRunInSilence() throws {
    let site = try FaultSite(200)
    let result = try site.shell("\"$0\" site --format jsonl --today 2022-07-01 | head -c 100 >head")
    #expect(result.errors.isEmpty)
    #expect(try site.folder.bytes("head").count == 100)
    // What is fixed is fixed, whether anybody reads of it or not.
    _ = try site.shell("\"$0\" site --fix --advice --format jsonl --today 2022-07-01 2>errors | true")
    #expect(try site.expectWhole(isTidy: true) == 200)
  }

  // MARK: Limits

  @Test(arguments: [4, 5, 6, 8, 12, 20])
  func fewDescriptorsAreEnoughOrTheFilesStay(_ limit: Int) throws {
    let site = try FaultSite(40)
    let result = try site.shell("ulimit -n \(limit); exec \"$0\" --fix --quiet site --today 2022-07-01")
    #expect(result.status == 0 || (result.status == 2 && !result.errors.isEmpty))
    let fixed = try site.expectWhole(isTidy: true)
    #expect(result.status == 2 || fixed == 40)
  }

  /// The first thread is the program itself; of those that it asks for the system refuses all, or all but some.
  @Test(.enabled(if: FaultSite.hasSomebody, "nobody but the superuser is here"), arguments: 1...6)
  func withoutAllItsThreadsTheRunGoesOn(_ limit: Int) throws {
    let site = try FaultSite(40)
    let result = try site.shellOfSomebody(
      "ulimit -u \(limit) 2>/dev/null || ulimit -p \(limit); exec \"$0\" --fix --quiet site --today 2022-07-01")
    #expect(result.status == 0)
    #expect(try site.expectWhole(isTidy: true) == 40)
  }

  @Test(arguments: [30_000, 50_000, 70_000, 90_000, 110_000, 150_000, 400_000])
  func littleMemoryLosesNothing(_ limit: Int) throws {
    let site = try FaultSite(40)
    // Where memory ends the program ends, but no file is short. The backtrace of the runtime would take long.
    let result = try site.shell(
      "ulimit -v \(limit); SWIFT_BACKTRACE=enable=no exec \"$0\" --fix --quiet site --today 2022-07-01")
    let fixed = try site.expectWhole()
    #expect(result.status != 0 || fixed == 40)
    #expect(try site.folder.run("--fix", "--quiet", "site", "--today", "2022-07-01").status == 0)
    #expect(try site.expectWhole(isTidy: true) == 40)
  }

  /// A file for which there is no memory is told of, and stays as it is; the others are mended.
  @Test(arguments: [1, 4, 10, 30, 100], ["links", "damage"])
  func aFileThatIsTooMuchForTheMemoryIsTold(_ megabytes: Int, _ kind: String) throws {
    let site = try FaultSite(2)
    let script = """
      case \(kind) in
      links) line='[x](mailto:) ';;
      damage) line='rÃ©gion ';;
      esac
      yes "$line" | head -c \(megabytes)000000 >site/2022-05-30-large.md
      cp site/2022-05-30-large.md before
      ulimit -v 400000
      SWIFT_BACKTRACE=enable=no "$0" --fix --quiet site --today 2022-07-01
      status=$?
      [ $status != 2 ] || cmp before site/2022-05-30-large.md || exit 99
      exit $status
      """
    let result = try site.shell(script)
    #expect((0...2).contains(result.status))
    #expect(megabytes < 10 ? result.status != 2 : result.status == 2)
    #expect((result.status == 2) == result.errors.contains("there is not enough memory for this file"))
    #expect(try site.expectWhole() == 2)
  }

  @Test(arguments: [0, 1, 2])
  func aLimitOnFileSizeIsAFullDisk(_ blocks: Int) throws {
    let site = try FaultSite(3)
    let long = Sample.damaged + String(repeating: "x", count: 3000)
    try site.folder.write("long/2022-05-30-long.md", long)
    let result = try site.shell("ulimit -f \(blocks); exec \"$0\" --fix --quiet site long --today 2022-07-01")
    #expect(result.status == 2)
    // Without a block there is no room for the message either: standard error is a file here.
    #expect(blocks == 0 || result.errors.contains("disk is full"))
    #expect(try site.expectWhole(isTidy: true) == (blocks == 0 ? 0 : 3))
    #expect(try site.folder.bytes("long/2022-05-30-long.md") == Array(long.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.url.path + "/long").count == 1)
  }

  // MARK: Environment

  @Test func nothingIsNeededOfTheEnvironment() throws {
    let site = try FaultSite(2)
    let result = try site.shell("env -i \"$0\" --fix --quiet site --today 2022-07-01")
    #expect(result.status == 0)
    #expect(try site.expectWhole(isTidy: true) == 2)
  }

  @Test func aFolderThatIsGoneIsTold() throws {
    let site = try FaultSite(2)
    let result = try site.shell(
      """
      mkdir gone; cd gone; rmdir ../gone
      "$0" --today 2022-07-01; echo $?
      "$0" missing.md --today 2022-07-01; echo $?
      "$0" --fix --quiet "$OLDPWD/site" --today 2022-07-01; echo $?
      """)
    #expect(result.text == "0\n2\n0\n" || result.text == "2\n2\n0\n")
    #expect(!result.errors.isEmpty)
    #expect(try site.expectWhole(isTidy: true) == 2)
  }
}
