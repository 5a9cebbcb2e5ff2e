import Files
import PostingLint
import SourceText

/// A folder that the client works in: its settings, and what is known of the files below it.
struct WorkspaceFolder {
  /// Its address as the client writes it; `nil` for all that lies in no folder.
  let uri: DocumentURI?
  /// Where it is, absolute; `nil` for what lies in no folder, and for folders that are no files.
  let path: SourcePath?
  /// What the user set for it.
  private(set) var settings: ClientSettings
  /// What holds for its files.
  var workspace: Workspace
  /// What held last for the files of a folder, by that folder, for the time while a schema is broken.
  private var good = NameMap<FileSettings>()
  /// The accepted findings as they were read, and from where.
  private var kept: (path: SourcePath, findings: Baseline?)?
  /// What the answers rest on, as it was then.
  private var stamps: [SourcePath: FileStamp?] = [:]

  init(uri: DocumentURI?, settings: ClientSettings, _ options: ServerOptions) {
    self.uri = uri
    path = uri?.path.map { FolderListing.absolute($0) }
    self.settings = settings
    workspace = Self.workspace(settings, path, options)
  }

  /// Takes other settings of the user's.
  mutating func set(_ settings: ClientSettings, _ options: ServerOptions) {
    guard settings != self.settings else { return }
    let isElsewhere = settings.configuration != self.settings.configuration
    self.settings = settings
    guard isElsewhere else { return }
    workspace = Self.workspace(settings, path, options)
    good = NameMap()
    stamps = [:]
    kept = nil
  }

  private static func workspace(_ settings: ClientSettings, _ path: SourcePath?, _ options: ServerOptions) -> Workspace
  {
    var overrides = options.overrides
    // Whoever writes a posting need not hear that nothing was accepted yet.
    overrides.baselineMayBeMissing = true
    // The command line goes before the editor.
    if overrides.configuration == nil, !overrides.ignoresConfiguration, let name = settings.configuration {
      overrides.configuration = Self.located(name, path)
    }
    return Workspace(overrides, systemDay: options.today(), keepsGood: true)
  }

  /// The path of a file that a setting names.
  static func located(_ name: String, _ folder: SourcePath?) -> SourcePath {
    guard name.utf8.first != UInt8(ascii: "/"), let folder else { return SourcePath(name) }
    return folder.appending(name)
  }

  /// The file of accepted findings that the editor's settings name; it goes before the configuration's.
  var baseline: SourcePath? { settings.baseline.map { Self.located($0, path) } }

  /// The accepted findings for a file, read once for as long as theirs stays as it is; `nil` where there are none.
  mutating func accepted(_ settings: FileSettings) -> Baseline? {
    guard let baseline else { return settings.accepted?.baseline }
    if let kept, kept.path == baseline { return kept.findings }
    let findings = (try? AcceptedFindings(baseline, SettingsFiles(), mayBeMissing: false))?.baseline
    kept = (baseline, findings)
    return findings
  }

  // MARK: What answers rest on

  /// Whether something changed on which the answers so far rest; whether other programs read the site is looked for
  /// with `readers`.
  func isOutdated(readers: Bool) -> Bool {
    stamps.contains { FileStamp($0.key) != $0.value } || (readers && workspace.hasOtherReaders)
  }

  /// Forgets what was read, so that it is read again.
  mutating func forget(systemDay: CalendarDate) {
    workspace.forget(systemDay: systemDay)
    stamps = [:]
    kept = nil
  }

  /// Notes how the files are that answers rest on, each when it is first met.
  mutating func note(_ settings: FileSettings?) {
    for path in workspace.foundation + (settings?.foundation ?? []) where stamps[path] == nil {
      stamps[path] = .some(FileStamp(path))
    }
    if let baseline, stamps[baseline] == nil { stamps[baseline] = .some(FileStamp(baseline)) }
  }

  /// How many files and folders answers rest on.
  var foundationCount: Int { stamps.count }

  /// The files and folders that answers rest on.
  var foundation: [SourcePath] { Array(stamps.keys) }

  // MARK: Settings of files

  /// What holds for a file, and what is wrong with that, if anything: then it is what held before.
  mutating func settings(
    for place: SourcePath, hasFileName: Bool
  ) -> (settings: FileSettings?, isExcluded: Bool, problem: ConfigurationError?) {
    let key = place.folder.bytes + [hasFileName ? 1 : 0]
    do throws(ConfigurationError) {
      let settings = try workspace.settings(for: place, hasFileName: hasFileName)
      let isExcluded = try workspace.excludes(place, isFolder: false)
      good.set(key, to: settings)
      note(settings)
      return (settings, isExcluded, workspace.problem(with: settings.configuration))
    } catch {
      note(nil)
      let isExcluded = (try? workspace.excludes(place, isFolder: false)) ?? false
      return (good[key], isExcluded, error)
    }
  }
}
