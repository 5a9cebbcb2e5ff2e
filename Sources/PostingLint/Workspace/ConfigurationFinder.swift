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
    let name = Repository.path(found, from: SourcePath("."))
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

/// The repository that a file lies in.
enum Repository {
  /// Whether a folder is the root of a repository.
  static func isRoot(_ folder: SourcePath) -> Bool { FolderListing.exists(folder.appending(".git")) }

  /// The root of the repository that a folder lies in; the folder itself, made absolute, where there is none.
  static func root(of folder: SourcePath) -> SourcePath {
    let own = FolderListing.absolute(folder)
    var root = own
    while root.bytes.count > 1, !isRoot(root) { root = root.folder }
    return root.bytes.count <= 1 ? own : root
  }

  /// Whether a path leads to something in the repository that it lies in, and to nothing outside; true where it lies in
  /// none.
  static func holds(_ path: SourcePath) -> Bool {
    let root = root(of: path.folder)
    guard isRoot(root), let real = try? path.resolved(), let base = try? root.resolved() else { return true }
    return real.bytes.starts(with: base.bytes.count > 1 ? base.bytes + [UInt8(ascii: "/")] : base.bytes)
  }

  /// A path as seen from a folder; the path itself where it does not lie in it.
  static func path(_ path: SourcePath, from folder: SourcePath) -> SourcePath {
    let whole = FolderListing.absolute(path).bytes
    let base = FolderListing.absolute(folder).bytes
    let start = base.count > 1 ? base + [UInt8(ascii: "/")] : base
    guard whole.starts(with: start), whole.count > start.count else { return path }
    return SourcePath(bytes: Array(whole[start.count...]))
  }
}
