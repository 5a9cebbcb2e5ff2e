import Files
import SourceText

/// Counts the instructions of a program, where valgrind is installed: unlike time, they are the same on a busy machine.
enum InstructionCount {
  /// The instructions of one run of `words`; `nil` where they cannot be counted.
  static func run(_ words: [String], in folder: SourcePath) -> Int? {
    let log = folder.appending("callgrind.txt")
    let options = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(log.display)"]
    guard (try? ChildProcess.run(["valgrind"] + options + words)) != nil, let bytes = try? FileReader.read(log) else {
      return nil
    }
    // `==12== Collected : 2946615`
    return AllocationCount.number(after: "Collected : ", in: bytes)
  }

  /// The instructions of one pass over a stage: what a second pass adds to a run of this program.
  static func stage(_ name: String, _ benchmark: String, count: Int, in folder: SourcePath) -> Int? {
    func total(_ passes: Int) -> Int? {
      run([benchmark, "--stage", name, "--passes", String(passes), "--count", String(count)], in: folder)
    }
    guard let one = total(1), let two = total(2) else { return nil }
    return max(0, two - one)
  }
}
