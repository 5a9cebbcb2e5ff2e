package import SourceText

/// The files and folders that answers rest on, there or not, each once.
package struct Foundations: Sendable {
  /// The paths in the order in which they were met.
  package private(set) var paths: [SourcePath] = []
  private var known = NameIndex()

  /// Adds a path.
  mutating func add(_ path: SourcePath) {
    if known.insert(path.bytes).isNew { paths.append(path) }
  }
}
