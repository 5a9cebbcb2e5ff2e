import Foundation
import Readers
import TestSupport
import Testing

/// Every row of the table of real readers, met or listed with its reason.
@Suite struct ValueTableTests {
  /// Readers that are given a text without fences.
  private static let libraries: Set<Reader> = [.jsYAML, .yaml, .pyYAML, .ruamel, .symfony, .goYAML]

  @Test(.enabled(if: SharedData.exists(ValueTable.path), "\(SharedData.why)"))
  func everyRowIsMet() throws {
    let rows = try ValueTable.read()
    var missed: [String] = []
    var known: Set<String> = []
    for group in KnownMisses.rows { known.formUnion(group.inputs.map { "\(group.reader) \($0)" }) }
    var counts: [Reader: (met: Int, all: Int)] = [:]
    for (reader, name) in ValueTable.rows.sorted(by: { $0.key.name < $1.key.name }) {
      for row in rows where row.reader == name {
        counts[reader, default: (0, 0)].all += 1
        let found = Self.outcome(row, reader)
        let expected = Self.expected(row)
        if found == expected {
          counts[reader, default: (0, 0)].met += 1
        } else if known.remove("\(reader.name) \(row.input)") == nil {
          missed.append(
            "\(reader.name)\t\(row.input)\t\(String(decoding: row.bytes.prefix(60), as: UTF8.self).debugDescription)\t\(expected)\t\(found)"
          )
        }
      }
    }
    if let path = ProcessInfo.processInfo.environment["READERS_REPORT"] {
      var report = missed.joined(separator: "\n") + "\n"
      for reader in Reader.allCases { report += "# \(reader.name) \(counts[reader] ?? (0, 0))\n" }
      try report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(missed.isEmpty, "\(missed.count) rows are not met: \(missed.first ?? "")")
    #expect(known.isEmpty, "rows are met that are listed: \(known.sorted())")
  }

  private static func expected(_ row: ValueRow) -> String {
    if row.kind == "error" || row.kind == "nokey" || row.value == "[\"#nodata\", {}]" { return "error" }
    // A set of Python has no order.
    if row.value.contains("set[\"b\", \"a\"]") { return row.kind + " {\"k\": set[\"a\", \"b\"]}" }
    return row.kind + " " + row.value
  }

  private static func lines(_ bytes: [UInt8], as reader: Reader, isBare: Bool) -> [String] {
    Readers.read(bytes, as: reader, isBare: isBare).lines
  }

  private static func outcome(_ row: ValueRow, _ reader: Reader) -> String {
    let isBare = libraries.contains(reader)
    let bytes = isBare ? row.bytes : ValueTable.page(row) ?? []
    let lines = Self.lines(bytes, as: reader, isBare: isBare)
    var found = ""
    if row.isScalar {
      let line = lines.dropFirst().first { $0.hasPrefix("k\t") }
      found = line.map { String($0.dropFirst(2)) } ?? (lines.first == "error" ? "error" : "nokey")
    } else {
      found = lines.first ?? ""
      // MkDocs has no metadata where it finds none, and where it cannot read it.
      if reader == .mkdocs, found == "map\t{}", row.kind == "seq" { return "error" }
      if reader == .markata, found != "error" {
        let line = lines.dropFirst().first { $0.hasPrefix("k\t") }
        found =
          "map\t"
          + (line.map { line in
            let parts = line.dropFirst(2).split(separator: "\t", omittingEmptySubsequences: false)
            let nested = parts[0] == "string" ? "\(parts[1])" : parts[0] == "null" ? "null" : "\(parts[0]):\(parts[1])"
            return "{\"k\": \(nested)}"
          } ?? "{\"k\": null}")
      }
    }
    let parts = found.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return found }
    let value =
      parts[1].unicodeScalars.count > 400
      ? String(String.UnicodeScalarView(parts[1].unicodeScalars.prefix(400))) + "…" : String(parts[1])
    return parts[0] + " " + value
  }
}
