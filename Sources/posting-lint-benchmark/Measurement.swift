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
  /// How many instructions it took, where they were counted.
  var instructions: Int?
  /// How many times more instructions, or else time, it took than in an earlier build.
  var change: Double?
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
      if let count = item.instructions { text += "   \(decimal(Double(count) / 1e6, 3)) M instructions" }
      if let change = item.change { text += "   \(decimal(change, 3)) × before" }
      if let ratio = item.ratio { text += "   \(decimal(ratio.value, 2)) × \(ratio.to)" }
      text += "\n"
    }
    return text + "\nPeak memory of the benchmark itself: \(decimal(Double(ownPeak) / 1e6, 1)) MB\n"
  }

  /// As one JSON document.
  static func json(_ measurements: [Measurement], ownPeak: Int) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.member("peakMemory", ownPeak)
      $0.array("measurements") { list in
        for item in measurements {
          list.breakLine()
          list.object { write(item, to: &$0) }
        }
        list.breakLine()
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ item: Measurement, to json: inout JSONWriter) {
    json.member("group", item.group)
    json.member("name", item.name)
    json.key("milliseconds")
    json.literal(decimal(item.seconds * 1000, 6))
    if let bytes = item.bytes { json.member("bytes", bytes) }
    if let files = item.files { json.member("files", files) }
    if let rate = item.throughput {
      json.key("megabytesPerSecond")
      json.literal(decimal(rate, 3))
    }
    if let peak = item.peakMemory { json.member("peakMemory", peak) }
    if let count = item.allocations { json.member("allocations", count) }
    if let count = item.instructions { json.member("instructions", count) }
    if let change = item.change {
      json.key("change")
      json.literal(decimal(change, 4))
    }
    if let ratio = item.ratio {
      json.object("ratio") {
        $0.member("to", ratio.to)
        $0.key("value")
        $0.literal(decimal(ratio.value, 4))
      }
    }
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
