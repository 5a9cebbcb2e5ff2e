import Files
import PostingLint
import SourceText

/// What a run has to lint, found while the first files are already being linted.
struct LintFeed: Sendable {
  /// What there is to do next.
  enum Item: Sendable {
    /// A file, and what holds for it.
    case file(SourcePath, FileSettings)
    /// A path that could not be read.
    case unreadable(FileError)
    /// A configuration that cannot be used; the files that it is for are passed over.
    case unusable(ConfigurationError)
  }

  private var search: FileSearch
  private var settings: Settings
  private var waiting: [Item] = []

  /// What lies below `paths`, as far as it is in `only`, where that is set.
  init(_ paths: [SourcePath], only: Set<SourcePath>?, _ workspace: Workspace) {
    search = FileSearch(paths, only: only)
    settings = Settings(workspace: workspace)
  }

  /// The given folders in which there was nothing to lint, so far.
  var emptyFolders: [SourcePath] { search.emptyFolders }

  /// The files that were left out, so far.
  var passedOver: FoundFiles.PassedOver { search.passedOver }

  /// What there is to do next; `nil` at the end.
  mutating func next() -> Item? {
    while waiting.isEmpty {
      guard let item = Self.step(&search, &settings) else { break }
      waiting = settings.takeFailures() + item
    }
    if waiting.isEmpty { waiting = settings.takeFailures() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// One step of the search: nothing for a file that no configuration can be used for, `nil` at the end.
  private static func step(_ search: inout FileSearch, _ settings: inout Settings) -> [Item]? {
    switch search.next(excluding: { settings.excludes($0, isFolder: $1) }) {
    case .file(let file): settings.settings(for: file.path).map { [.file(file.path, $0)] } ?? []
    case .failure(let error): [.unreadable(error)]
    case nil: nil
    }
  }

  /// What the configurations say, and which of them cannot be used.
  private struct Settings {
    var workspace: Workspace
    /// The folders whose configuration cannot be used, so that it is not read again for each of their files.
    private var unusable: Set<SourcePath> = []
    private var told: Set<[String]> = []
    private var failures: [Item] = []

    init(workspace: Workspace) {
      self.workspace = workspace
    }

    mutating func excludes(_ path: SourcePath, isFolder: Bool) -> Bool {
      let folder = isFolder ? path : path.folder
      if !unusable.isEmpty, unusable.contains(folder) { return false }
      do throws(ConfigurationError) {
        return try workspace.excludes(path, isFolder: isFolder)
      } catch {
        fail(error, in: folder)
        return false
      }
    }

    mutating func settings(for path: SourcePath) -> FileSettings? {
      if !unusable.isEmpty, unusable.contains(path.folder) { return nil }
      do throws(ConfigurationError) {
        return try workspace.settings(for: path)
      } catch {
        fail(error, in: path.folder)
        return nil
      }
    }

    private mutating func fail(_ error: ConfigurationError, in folder: SourcePath) {
      unusable.insert(folder)
      // A configuration holds for many folders, and is told of once.
      if told.insert(error.lines(in: .en)).inserted { failures.append(.unusable(error)) }
    }

    mutating func takeFailures() -> [Item] {
      defer { failures = [] }
      return failures
    }
  }
}
