package import SourceText

/// What a finding is known by from one run to the next: in a baseline, in GitLab's reports and in SARIF.
///
/// It is a hash of the path, the rule, the JSON Pointer, the text that the finding is about, and the finding's ordinal
/// among those that are equal in all of these. The line is no part of it, so edits elsewhere in the file leave it as it
/// was. It is the same in every run and on every machine.
package struct Fingerprint: Hashable, Sendable {
  /// The hash.
  package let value: UInt64

  /// The hash as 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Makes a fingerprint of its hash.
  package init(value: UInt64) {
    self.value = value
  }

  /// The fingerprints of a file's findings, in their order; `path` is the name that the file has in reports.
  package static func all(of report: FileReport, path: SourcePath) -> [Fingerprint] {
    var seen: [UInt64: UInt64] = [:]
    var start = StableHash()
    start.add(path.bytes[...])
    return report.diagnostics.map { diagnostic in
      var hash = start
      hash.add(Array(diagnostic.rule.utf8)[...])
      hash.add(Array((diagnostic.pointer ?? "").utf8)[...])
      hash.add(subject(of: diagnostic, in: report.source))
      let ordinal = seen[hash.value, default: 0]
      seen[hash.value] = ordinal &+ 1
      hash.add(ordinal)
      return Fingerprint(value: hash.finished)
    }
  }

  /// The text that a finding is about, as far as its first line end: what a longer range covers is edited for other
  /// reasons too. It stands beside the pointer, so that another wrong value of the same key is another finding. For a
  /// range without text, as that of a missing key, it is what the message quotes: the wording may change, names do not.
  static func subject(of diagnostic: Diagnostic, in source: Source) -> ArraySlice<UInt8> {
    let text = source[diagnostic.range].prefix { $0 != 0x0A && $0 != 0x0D }
    return text.isEmpty ? quoted(in: diagnostic.message.en) : text
  }

  /// The parts of an English message between “ and ”.
  private static func quoted(in message: String) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var isQuoted = false
    for scalar in message.unicodeScalars {
      if scalar == "\u{201C}" { isQuoted = true }
      if isQuoted { result += UTF8.encode(scalar).map(Array.init) ?? [] }
      if scalar == "\u{201D}" { isQuoted = false }
    }
    return result[...]
  }
}

/// A hash that never changes (FNV-1a of 64 bits, with a final mixing); unlike `Hasher` it has no random seed.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a field; its length goes first, so that no two lists of fields are the same bytes.
  mutating func add(_ field: ArraySlice<UInt8>) {
    add(UInt64(field.count))
    for byte in field { add(byte) }
  }

  /// Adds a number.
  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash with its high bits spread over the low ones.
  var finished: UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
