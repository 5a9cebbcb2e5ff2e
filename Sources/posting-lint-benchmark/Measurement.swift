import PostingLint
import SourceText

/// One line of the result.
struct Measurement {
  /// What it belongs to.
  var group: String
  /// What was measured.
  var name: String
  /// The least time of all runs.
  var seconds: Double
  /// The size of the input, where throughput means something.
  var bytes: Int?
  /// The number of files, where there are many.
  var files: Int?
  /// The largest resident memory of the program, in bytes.
  var peakMemory: Int?
  /// How often the program took memory from the heap, where that can be counted.
  var allocations: Int?
  /// How many times longer than something else of the same run it took.
  var ratio: (to: String, value: Double)?

  /// Millions of bytes a second.
  var throughput: Double? { bytes.map { seconds > 0 ? Double($0) / seconds / 1e6 : 0 } }

  /// The same with its ratio to another measurement.
  func compared(to other: Measurement?) -> Measurement {
    guard let other, other.seconds > 0 else { return self }
    var result = self
    result.ratio = (other.name, seconds / other.seconds)
    return result
  }
}

/// Prints measurements.
enum ResultTable {
  /// As a table for people.
  static func text(_ measurements: [Measurement], ownPeak: Int) -> String {
    var text = ""
    var group = ""
    for item in measurements {
      if item.group != group {
        group = item.group
        text += "\n\(group)\n"
      }
      text += "  " + padded(item.name, 38) + aligned(decimal(item.seconds * 1000, 3) + " ms", 14)
      text += aligned(item.throughput.map { decimal($0, 1) + " MB/s" } ?? "", 16)
      text += aligned(item.peakMemory.map { decimal(Double($0) / 1e6, 1) + " MB" } ?? "", 11)
      if let count = item.allocations { text += "   \(count) allocations" }
      if let ratio = item.ratio { text += "   \(decimal(ratio.value, 2)) × \(ratio.to)" }
      text += "\n"
    }
    return text + "\nPeak memory of the benchmark itself: \(decimal(Double(ownPeak) / 1e6, 1)) MB\n"
  }

  /// As one JSON document.
  static func json(_ measurements: [Measurement], ownPeak: Int) -> String {
    var output: [UInt8] = Array("{\"version\":1,\"peakMemory\":\(ownPeak),\"measurements\":[".utf8)
    for (index, item) in measurements.enumerated() {
      output += Array((index == 0 ? "\n{" : ",\n{").utf8)
      JSONText.append("group", item.group, to: &output)
      output += Array(",".utf8)
      JSONText.append("name", item.name, to: &output)
      output += Array(",\"milliseconds\":\(decimal(item.seconds * 1000, 6))".utf8)
      if let bytes = item.bytes { output += Array(",\"bytes\":\(bytes)".utf8) }
      if let files = item.files { output += Array(",\"files\":\(files)".utf8) }
      if let rate = item.throughput { output += Array(",\"megabytesPerSecond\":\(decimal(rate, 3))".utf8) }
      if let peak = item.peakMemory { output += Array(",\"peakMemory\":\(peak)".utf8) }
      if let count = item.allocations { output += Array(",\"allocations\":\(count)".utf8) }
      if let ratio = item.ratio {
        output += Array(",\"ratio\":{".utf8)
        JSONText.append("to", ratio.to, to: &output)
        output += Array(",\"value\":\(decimal(ratio.value, 4))}".utf8)
      }
      output += Array("}".utf8)
    }
    return String(decoding: output, as: UTF8.self) + "\n]}\n"
  }

  /// A number with a fixed count of digits behind the point.
  static func decimal(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(abs(whole) % scale)
    let sign = whole < 0 ? "-" : ""
    if digits == 0 { return sign + String(abs(whole)) }
    return sign + String(abs(whole) / scale) + "." + String(repeating: "0", count: digits - rest.utf8.count) + rest
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
  }

  private static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.unicodeScalars.count)) + text
  }
}
