import Files
import PostingLint
import SourceText

/// The lines that changed since a git reference, where only what is found on those counts.
struct LineChanges: Sendable {
  private let files: [SourcePath: ChangedLines]

  /// The lines of each file, by its absolute path without links to folders.
  init(_ files: [SourcePath: ChangedLines]) {
    self.files = files
  }

  /// The files that have some.
  var paths: Set<SourcePath> { Set(files.keys) }

  /// The report without what has to do with no line that changed.
  ///
  /// A finding counts where it, a place that it names or what its fix writes stands on such a line; and where it is about
  /// the file as a whole, as its name or something that is missing, which stands on no line.
  func counted(_ report: FileReport) -> FileReport {
    let path = report.source.path
    let folder = (try? path.folder.resolved()) ?? FolderListing.absolute(path.folder)
    guard let lines = files[folder.appending(Array(path.fileName))], lines != .all else { return report }
    let bytes = lines.bytes(in: report.source.bytes)
    var result = report
    result.diagnostics = report.diagnostics.filter { diagnostic in
      let places = [diagnostic.range] + diagnostic.notes.map(\.range) + (diagnostic.fix?.edits.map(\.range) ?? [])
      return diagnostic.range.isEmpty || RuleRegistry.info(diagnostic.rule)?.group == .file
        || places.contains { Self.touches($0, bytes) }
    }
    result.silenced.onUnchangedLines += report.diagnostics.count - result.diagnostics.count
    return result
  }

  /// Whether a place stands on one of the lines, which are sorted.
  private static func touches(_ place: ByteRange, _ lines: [ByteRange]) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].end <= place.start { low = middle + 1 } else { high = middle }
    }
    // A place at the end of the text stands on the last line.
    if low == lines.count { return lines.last.map { $0.end == place.start && place.isEmpty } ?? false }
    return lines[low].start < max(place.end, place.start + 1)
  }
}
