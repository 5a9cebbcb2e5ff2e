import Files
import SourceText

/// Finds the configurations of files, and reads each once.
struct ConfigurationFinder {
  private var configurations = NameMap<Configuration>()
  private var nearest = NameMap<[SourcePath]>()

  /// The configuration at `path`.
  mutating func read(_ path: SourcePath) throws(ConfigurationError) -> Configuration {
    if let known = configurations[path.bytes] { return known }
    let made = try ConfigurationReader.read(path)
    configurations.set(path.bytes, to: made)
    return made
  }

  /// The nearest configuration upward from a file, up to the root of its repository; the defaults without one.
  mutating func configuration(for path: SourcePath) throws(ConfigurationError) -> Configuration {
    let all = nearest(to: FolderListing.absolute(path).folder)
    guard let found = all.first else { return Configuration() }
    // Seen from the current folder, the name is shorter and the same on every machine.
    let name = found.relative(to: SourcePath("."))
    if all.count > 1 { throw .several(all.map { $0.relative(to: SourcePath(".")) }) }
    guard Repository.holds(found) else { throw .outside(name) }
    return try read(name)
  }

  /// The configurations of the nearest folder that has any: one, or several by mistake.
  private mutating func nearest(to folder: SourcePath) -> [SourcePath] {
    if let known = nearest[folder.bytes] { return known }
    let found = Configuration.fileNames.map { folder.appending($0) }.filter { FolderListing.exists($0) }
    let result: [SourcePath]
    if !found.isEmpty {
      result = found
    } else if folder.bytes.count <= 1 || Repository.isRoot(folder) {
      result = []
    } else {
      result = nearest(to: folder.folder)
    }
    nearest.set(folder.bytes, to: result)
    return result
  }
}
