import Files
import SourceText

/// Finds the configurations of files, and reads each once.
struct ConfigurationFinder {
  private var configurations = NameMap<Configuration>()
  private var nearest = NameMap<[SourcePath]>()
  /// The last of each file that could be used; `nil` where a broken one is an error at once.
  private var good: NameMap<Configuration>?
  private var problems = NameMap<ConfigurationError>()
  /// What the answers rest on.
  private(set) var foundation = Foundations()
  private let files: SettingsFiles

  /// A finder of what `files` hold that has read nothing; with `keepsGood` a file that is broken later stands for what it was before.
  init(_ files: SettingsFiles, keepsGood: Bool = false) {
    self.files = files
    good = keepsGood ? NameMap() : nil
  }

  /// A finder that reads everything again, and knows what was good.
  var again: ConfigurationFinder {
    var result = ConfigurationFinder(files)
    result.good = good
    return result
  }

  /// What is wrong with the file at `path`, where what it was before stands for it.
  func problem(at path: SourcePath) -> ConfigurationError? { problems[path.bytes] }

  /// The configuration at `path`.
  mutating func read(_ path: SourcePath) throws(ConfigurationError) -> Configuration {
    if let known = configurations[path.bytes] { return known }
    foundation.add(path)
    do throws(ConfigurationError) {
      let made = try ConfigurationReader.read(path, files)
      configurations.set(path.bytes, to: made)
      good?.set(path.bytes, to: made)
      return made
    } catch {
      guard let kept = good?[path.bytes] else { throw error }
      problems.set(path.bytes, to: error)
      configurations.set(path.bytes, to: kept)
      return kept
    }
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
    let candidates = Configuration.fileNames.map { folder.appending($0) }
    for candidate in candidates { foundation.add(candidate) }
    let found = candidates.filter { files.exists($0) }
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
