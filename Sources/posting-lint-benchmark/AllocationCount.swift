import Files
import SourceText

/// Counts what a program takes from the heap, where valgrind is installed: nothing that the system offers counts it for
/// a program that is already built.
enum AllocationCount {
  /// The number of allocations of one run of `words`; `nil` where they cannot be counted.
  static func run(_ words: [String], in folder: SourcePath) -> Int? {
    let log = folder.appending("valgrind.txt")
    guard (try? ChildProcess.run(["valgrind", "--log-file=\(log.display)"] + words)) != nil,
      let bytes = try? FileReader.read(log)
    else { return nil }
    // `==12== total heap usage: 1,234 allocs, 1,200 frees, 56,789 bytes allocated`
    return number(after: "total heap usage: ", in: bytes)
  }

  /// The number that stands behind a text, commas in it left out.
  static func number(after text: String, in bytes: [UInt8]) -> Int? {
    let label = Array(text.utf8)
    guard bytes.count >= label.count,
      let start = (0...bytes.count - label.count).first(where: { bytes[$0...].starts(with: label) })
    else { return nil }
    let digits = bytes[(start + label.count)...].prefix { $0.isDigit || $0 == Byte.comma }.filter(\.isDigit)
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
