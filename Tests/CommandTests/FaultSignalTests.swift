import Foundation
import TestSupport
import Testing

/// Signals in the middle of a run: it ends with their number, and every file is whole.
@Suite(.serialized) struct FaultSignalTests {
  /// More findings than a pipe holds: a run whose output nobody reads stands still in the middle.
  private static let count = 400
  private static let mistakes = (0..<6).map { "clé\($0): x\n" }.joined()
  private static let posting = Sample.damaged.replacingOccurrences(
    of: "startup: atlas\n", with: "startup: atlas\n" + mistakes)
  private static let fixed = posting.replacingOccurrences(of: "abÃ®mÃ©", with: "abîmé")

  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    for index in 0..<Self.count { try folder.write("site/2022-05-30-\(index).md", Self.posting) }
  }

  private func fixedCount() throws -> Int {
    var fixed = 0
    for index in 0..<Self.count {
      let bytes = try folder.bytes("site/2022-05-30-\(index).md")
      if bytes == Array(Self.fixed.utf8) { fixed += 1 } else { #expect(bytes == Array(Self.posting.utf8)) }
    }
    return fixed
  }

  /// Sends a signal to a run that stands still, because its output is full; its exit status for a shell.
  private func interrupt(_ signal: String, _ arguments: String) throws -> String {
    let result = try folder.shell(
      """
      mkfifo full; exec 3<>full
      env --default-signal=INT,TERM "$0" \(arguments) --format jsonl --today 2022-07-01 >&3 2>errors & run=$!
      sleep 0.6; kill -\(signal) $run; wait $run; echo $?
      """)
    return result.text
  }

  @Test(
    .enabled(if: FaultSite.freesSignals, "env cannot set signals free"),
    arguments: [("INT", "130\n"), ("TERM", "143\n"), ("KILL", "137\n"), ("HUP", "129\n")])
  func aSignalInTheMiddleOfAFixLeavesFilesOldOrNew(_ signal: String, _ status: String) throws {
    #expect(try interrupt(signal, "--fix site") == status)
    let fixed = try fixedCount()
    #expect(fixed < Self.count)
    #expect(try folder.run("--fix", "--quiet", "site", "--today", "2022-07-01").status == 0)
    #expect(try fixedCount() == Self.count)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("site").path)
    #expect(left.count == Self.count)
  }

  @Test(
    .enabled(if: FaultSite.freesSignals, "env cannot set signals free"),
    arguments: [("INT", "130\n"), ("TERM", "143\n")])
  func aSignalEndsARun(_ signal: String, _ status: String) throws {
    #expect(try interrupt(signal, "site") == status)
    #expect(try fixedCount() == 0)
  }

  @Test(
    .enabled(if: FaultSite.freesSignals, "env cannot set signals free"),
    arguments: [("INT", "130\n"), ("TERM", "143\n")])
  func aSignalEndsTheServer(_ signal: String, _ status: String) throws {
    let result = try folder.shell(
      """
      mkfifo input; exec 3<>input
      env --default-signal=INT,TERM "$0" lsp <&3 >output 2>errors & run=$!
      sleep 0.4; kill -\(signal) $run; wait $run; echo $?; wc -c <errors
      """)
    #expect(result.text.hasPrefix(status))
  }

  @Test func anInterruptThatIsIgnoredStaysIgnored() throws {
    // As with nohup: what the surroundings ignore, the command does not bring back.
    let result = try folder.shell(
      """
      mkfifo full; exec 3<>full; trap '' INT
      "$0" site --format jsonl --today 2022-07-01 >&3 2>errors & run=$!
      sleep 0.3; kill -INT $run; sleep 0.2; kill -0 $run && echo alive; kill -KILL $run; wait $run; echo $?
      """)
    #expect(result.text == "alive\n137\n")
  }
}
