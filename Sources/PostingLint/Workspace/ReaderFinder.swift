import Files
import Readers
import SourceText

/// Tells from the files of a repository which programs read its pages; each folder is looked at once.
///
/// The nearest folder upward that holds the configuration of a site generator tells which one it is; those of content
/// managers count from every folder up to the root of the repository. Nothing is looked for above that root, and no link
/// is followed.
struct ReaderFinder: Sendable {
  /// What the folders from one up to the root tell.
  private struct Known: Sendable {
    var generators: [FoundReader]
    var managers: [FoundReader]
  }

  private var known = NameMap<Known>()
  /// The folders that were asked for, absolute.
  private var asked = Foundations()

  /// The readers of the files of a folder.
  mutating func readers(of folder: SourcePath) -> ReadersInForce {
    let found = found(for: folder)
    return found.isEmpty ? .defaults : ReadersInForce(Self.each(found.map(\.reader)), .detected)
  }

  /// What was found for the files of a folder, generators first.
  mutating func found(for folder: SourcePath) -> [FoundReader] {
    let folder = FolderListing.absolute(folder)
    asked.add(folder)
    let known = look(folder)
    return known.generators + known.managers
  }

  /// Whether another look at the folders that were asked for would find something else.
  var isOutdated: Bool {
    var (before, now) = (self, ReaderFinder())
    return asked.paths.contains { before.found(for: $0) != now.found(for: $0) }
  }

  private mutating func look(_ folder: SourcePath) -> Known {
    if let known = known[folder.bytes] { return known }
    var result = Known(generators: [], managers: [])
    var isRoot = folder.bytes.count <= 1
    if let probe = FolderProbe(folder) {
      if probe.hasAnything(".git") { isRoot = true }
      let generators = GeneratorSigns.found(in: probe, folder)
      // What a link further up leads to lies elsewhere, whatever its name.
      let managers = ManagerSigns.found(in: probe, folder)
      if !(generators.isEmpty && managers.isEmpty), Repository.holds(folder) {
        result = Known(generators: generators, managers: managers)
      }
    }
    if !isRoot {
      let above = look(folder.folder)
      if result.generators.isEmpty { result.generators = above.generators }
      result.managers += above.managers
    }
    known.set(folder.bytes, to: result)
    return result
  }

  private static func each(_ readers: [Reader]) -> [Reader] {
    var result: [Reader] = []
    for reader in readers where !result.contains(reader) { result.append(reader) }
    return result
  }
}

/// A reader and the file that shows it.
struct FoundReader: Hashable, Sendable {
  let reader: Reader
  /// The file, absolute.
  let file: SourcePath
}
