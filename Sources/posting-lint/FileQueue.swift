import Files
import PostingLint
import SourceText

/// What a run has to lint, found while the first files are already being linted.
struct FileQueue: Sendable {
  /// What comes next.
  enum Item: Sendable {
    /// A file, and what holds for it.
    case file(SourcePath, FileSettings)
    /// Something to tell in its turn.
    case note(Note)
  }

  /// What is to be told of a file that is not linted.
  enum Note: Sendable {
    /// The path could not be read, or its file not written.
    case failure(FileError)
    /// A configuration that cannot be used; the files that it is for are passed over.
    case unusable(ConfigurationError)
    /// The file is left out.
    case passedOver(SourcePath, FoundFiles.Reason)
  }

  private var search: FileSearch
  private var settings: Settings
  private var waiting: [Item] = []

  /// What lies below `paths`, as far as it is in `only`, where that is set.
  init(_ paths: [SourcePath], only: Set<SourcePath>?, _ workspace: Workspace, namesPassedOver: Bool) {
    search = FileSearch(paths, only: only)
    search.namesPassedOver = namesPassedOver
    settings = Settings(workspace: workspace)
  }

  /// The given folders in which there was nothing to lint, so far.
  var emptyFolders: [SourcePath] { search.emptyFolders }

  /// The files that were left out, so far.
  var passedOver: FoundFiles.PassedOver { search.passedOver }

  /// What there is to do next; `nil` at the end.
  mutating func next() -> Item? { holds(1) ? waiting.removeFirst() : nil }

  /// Whether at least `count` items are left; finds no more than it takes to know.
  mutating func holds(_ count: Int) -> Bool {
    while waiting.count < count {
      let step = Self.step(&search, &settings)
      waiting += settings.takeFailures() + (step ?? [])
      if step == nil { break }
    }
    return waiting.count >= count
  }

  /// One step of the search: nothing for a file that no configuration can be used for, `nil` at the end.
  private static func step(_ search: inout FileSearch, _ settings: inout Settings) -> [Item]? {
    switch search.next(excluding: { settings.excludes($0, isFolder: $1) }) {
    case .file(let file): settings.settings(for: file.path).map { [.file(file.path, $0)] } ?? []
    case .failure(let error): [.note(.failure(error))]
    case .passedOver(let path, let reason): [.note(.passedOver(path, reason))]
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
      read(in: isFolder ? path : path.folder) { workspace throws(ConfigurationError) in
        try workspace.excludes(path, isFolder: isFolder)
      } ?? false
    }

    mutating func settings(for path: SourcePath) -> FileSettings? {
      read(in: path.folder) { workspace throws(ConfigurationError) in try workspace.settings(for: path) }
    }

    private mutating func read<Answer>(
      in folder: SourcePath, _ question: (inout Workspace) throws(ConfigurationError) -> Answer
    ) -> Answer? {
      if !unusable.isEmpty, unusable.contains(folder) { return nil }
      do throws(ConfigurationError) {
        return try question(&workspace)
      } catch {
        unusable.insert(folder)
        // A configuration holds for many folders, and is told of once.
        if told.insert(error.lines(in: .en)).inserted { failures.append(.note(.unusable(error))) }
        return nil
      }
    }

    mutating func takeFailures() -> [Item] {
      defer { failures = [] }
      return failures
    }
  }
}
