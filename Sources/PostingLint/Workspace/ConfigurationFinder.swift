import Files
import SourceText

/// Finds the configurations of files, and reads each once.
struct ConfigurationFinder {
  private var configurations = NameMap<Configuration>()
  private var nearest = NameMap<SourcePath?>()

  /// The configuration at `path`.
  mutating func read(_ path: SourcePath) throws(ConfigurationError) -> Configuration {
    if let known = configurations[path.bytes] { return known }
    let made = try ConfigurationReader.read(path)
    configurations.set(path.bytes, to: made)
    return made
  }

  /// The nearest configuration upward from a file, up to the root of its repository; the defaults without one.
  mutating func configuration(for path: SourcePath) throws(ConfigurationError) -> Configuration {
    guard let found = nearest(to: FolderListing.absolute(path).folder) else { return Configuration() }
    // Seen from the current folder, the name is shorter and the same on every machine.
    let name = found.relative(to: SourcePath("."))
    guard Repository.holds(found) else { throw .outside(name) }
    return try read(name)
  }

  private mutating func nearest(to folder: SourcePath) -> SourcePath? {
    if let known = nearest[folder.bytes] { return known }
    let candidate = folder.appending(Configuration.fileName)
    let result: SourcePath?
    if FolderListing.exists(candidate) {
      result = candidate
    } else if folder.bytes.count <= 1 || Repository.isRoot(folder) {
      result = nil
    } else {
      result = nearest(to: folder.folder)
    }
    nearest.set(folder.bytes, to: result)
    return result
  }
}
