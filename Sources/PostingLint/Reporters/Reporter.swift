import SourceText

/// Writes the findings of a run in one format: `begin`, one `add` a file in the order of the paths, `end`.
///
/// Memory does not grow with the number of files, except where a format has its totals at its head.
public protocol Reporter: Sendable {
  /// Writes what stands before the first file.
  mutating func begin(_ output: inout [UInt8])
  /// Writes the findings of one file.
  mutating func add(_ report: FileReport, _ output: inout [UInt8])
  /// Writes what stands after the last file.
  mutating func end(_ summary: Summary, _ output: inout [UInt8])
}
