import SourceText

/// Writes the findings of a run in one format: `begin`, one `add` a file in the order of the paths, `end`.
///
/// Where the text on one file does not depend on the other files, it is made by `text(of:)`, on any thread, and added by
/// `add(text:)`; a reporter has either these or `add`. Memory does not grow with the number of files, except where a
/// format has its totals at its head.
public protocol Reporter: Sendable {
  /// Writes what stands before the first file.
  mutating func begin(_ output: inout [UInt8])
  /// Writes the findings of one file.
  mutating func add(_ report: FileReport, _ output: inout [UInt8])
  /// The findings of one file as they stand beside those of others; `nil` where they can only be written in their turn.
  func text(of report: FileReport) -> [UInt8]?
  /// Writes the findings of one file that were made into text.
  mutating func add(text: [UInt8], _ output: inout [UInt8])
  /// Writes what stands after the last file.
  mutating func end(_ summary: Summary, _ output: inout [UInt8])
}

extension Reporter {
  /// Writes the findings of one file.
  public mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    if let text = text(of: report) { add(text: text, &output) }
  }

  /// None: the findings are written in their turn.
  public func text(of report: FileReport) -> [UInt8]? { nil }

  /// Writes what there is to say of the run as findings, for formats that know nothing else.
  mutating func addNotices(of summary: Summary, _ output: inout [UInt8]) {
    for notice in summary.notices { add(notice.report, &output) }
  }

  /// Writes the text as it is.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) { output += text }
}
