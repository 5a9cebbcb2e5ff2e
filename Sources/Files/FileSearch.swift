package import SourceText

/// A search of files that gives each as soon as it is certain, so that work on the first begins while the rest is
/// still being looked for. ``FileFinder`` says what is found.
///
/// The files come once each, sorted by the bytes of their paths. In one folder without links they come as they are met;
/// where one file may be met under two names, what could be such a file waits for the end of the search. Memory grows
/// with the largest folder, and by the bytes of the paths that were given away.
package struct FileSearch: Sendable {
  /// What a search comes upon.
  package enum Step: Sendable {
    /// A file to lint.
    case file(FoundFiles.File)
    /// A path that could not be read; the others are found all the same.
    case failure(FileError)
    /// A Markdown file that is left out; only where these are asked for.
    case passedOver(SourcePath, FoundFiles.Reason)
  }

  /// A file that was found.
  private struct Entry {
    var file: FoundFiles.File
    /// The absolute path without links, where it had to be known.
    var real: SourcePath?
    var isLink: Bool
  }

  /// A folder that was entered.
  private struct Level {
    let folder: SourcePath
    let items: [FolderReader.Item]
    var next = 0
    /// The ignore files that hold here.
    let ignores: Int
    /// Whether git ignores the folder, so that only what it keeps all the same is looked for.
    let isIgnored: Bool
  }

  /// The walk of one given folder.
  private struct Walk {
    let root: SourcePath
    let real: SourcePath
    var ignores: IgnoreChain
    /// The folders on the way to the present one: nothing recurses, however deep the folders lie.
    var levels: [Level] = []
    var isEmpty = true
    let passedOverBefore: Int
  }

  /// Whether each file that is left out is a step.
  package var namesPassedOver = false
  private let respectsGitIgnore: Bool
  private let only: Set<SourcePath>?
  /// Whether one file may be met twice without a link, so that real paths must be compared.
  private let holdsSeveral: Bool
  private var given: [SourcePath]
  private var givenCount = 0
  /// The given paths that are no links, absolute and without links on the way; made when the first link is met.
  private var homes: [SourcePath]?
  /// What git keeps although it ignores it, by the root of the repository; asked for when something ignored is met.
  private var keptByGit: [SourcePath: Set<SourcePath>] = [:]
  private var walk: Walk?
  private var steps: [Step] = []
  private var stepCount = 0
  /// What may still turn out to be another name of a file that comes later.
  private var held: [Entry] = []
  /// The files that were given away, none of them a link, as paths below `realRoot`, each with a NUL behind it.
  private var givenAway: [UInt8] = []
  /// The absolute path of the folder that was walked last, with the slash that follows it.
  private var realRoot: [UInt8] = []
  private var isDone = false

  /// The given folders in which there was nothing to lint, so far.
  package private(set) var emptyFolders: [SourcePath] = []
  /// The Markdown files that were left out, so far.
  package private(set) var passedOver = FoundFiles.PassedOver()

  /// A search below `paths`, files and folders; no path means the current folder.
  package init(_ paths: [SourcePath], respectsGitIgnore: Bool = true, only: Set<SourcePath>? = nil) {
    given = paths.isEmpty ? [SourcePath(".")] : paths
    holdsSeveral = paths.count > 1
    self.respectsGitIgnore = respectsGitIgnore
    self.only = only
  }

  /// What comes next; `nil` at the end. `exclusion` says what the configuration excludes.
  package mutating func next(excluding exclusion: (SourcePath, _ isFolder: Bool) -> Bool) -> Step? {
    while true {
      if stepCount < steps.count {
        defer { stepCount += 1 }
        return steps[stepCount]
      }
      steps.removeAll(keepingCapacity: true)
      stepCount = 0
      if walk != nil {
        advance(exclusion)
      } else if givenCount < given.count {
        start(given[givenCount], exclusion)
        givenCount += 1
      } else if !isDone {
        isDone = true
        release()
      } else {
        return nil
      }
    }
  }

  private static let systemFolders = ["dev", "proc", "sys"].map { Array($0.utf8) }

  // MARK: Given paths

  private mutating func start(_ path: SourcePath, _ exclusion: (SourcePath, Bool) -> Bool) {
    do throws(ErrorNumber) {
      let status = try FileStatus(path)
      let tidied = path.tidied
      // A slash at the end would have the system follow the link.
      let isLink = try FileStatus(tidied, followLinks: false).kind == .link
      if isLink, try !mayFollow(tidied, to: path.resolved()) {
        steps.append(.failure(.linkNotFollowed(path)))
        return
      }
      switch status.kind {
      case .folder:
        begin(tidied, real: try path.resolved())
      case .regular:
        let real = holdsSeveral || isLink || only != nil ? try path.resolved() : nil
        add(Entry(file: .init(path: tidied, isNamed: true), real: real, isLink: isLink), exclusion)
      case .link, .other:
        steps.append(.failure(.notRegular(path)))
      }
    } catch {
      steps.append(.failure(.reading(path, error.code)))
    }
  }

  /// Whether a link may be read through: its target lies in one of the given paths, in the folder of the link or in its
  /// repository.
  private mutating func mayFollow(_ link: SourcePath, to target: SourcePath) throws(ErrorNumber) -> Bool {
    let known =
      homes
      ?? given.compactMap { path in
        guard let kind = (try? FileStatus(path.tidied, followLinks: false))?.kind, kind != .link else { return nil }
        return try? path.resolved()
      }
    homes = known
    if known.contains(where: { target.isInside($0) }) { return true }
    let folder = try link.folder.resolved()
    return target.isInside(Repository.root(around: folder) ?? folder)
  }

  private mutating func add(_ entry: Entry, _ exclusion: (SourcePath, Bool) -> Bool) {
    if exclusion(entry.file.path, false) {
      passOver(entry.file.path, .excluded)
    } else if let only, let real = entry.real, !only.contains(real) {
      passOver(entry.file.path, .unchanged)
    } else {
      walk?.isEmpty = false
      if holdsSeveral || entry.isLink || !held.isEmpty {
        held.append(entry)
      } else {
        give(entry.file)
        guard let walk else { return }
        givenAway += Self.below(walk.root, entry.file.path)
        givenAway.append(0)
      }
    }
  }

  private mutating func passOver(_ path: SourcePath, _ reason: FoundFiles.Reason) {
    passedOver[reason] += 1
    if namesPassedOver { steps.append(.passedOver(path, reason)) }
  }

  private mutating func give(_ file: FoundFiles.File) { steps.append(.file(file)) }

  // MARK: Folders

  private mutating func begin(_ root: SourcePath, real: SourcePath) {
    var walk = Walk(
      root: root, real: real,
      ignores: respectsGitIgnore ? IgnoreChain(root: real, reported: root) : IgnoreChain(),
      passedOverBefore: passedOver.total)
    realRoot = real.bytes.last == UInt8(ascii: "/") ? real.bytes : real.bytes + [UInt8(ascii: "/")]
    enter(root, ignores: walk.ignores.top, &walk)
    self.walk = walk
  }

  private mutating func enter(
    _ folder: SourcePath, ignores: Int, isIgnored: Bool = false, _ walk: inout Walk
  ) {
    do throws(ErrorNumber) {
      let items = try FolderReader.items(of: folder)
      var top = ignores
      if respectsGitIgnore {
        top = walk.ignores.entering(folder, isRoot: folder == walk.root, items, below: ignores)
      }
      walk.levels.append(Level(folder: folder, items: items, ignores: top, isIgnored: isIgnored))
    } catch {
      steps.append(.failure(.reading(folder, error.code)))
    }
  }

  /// Looks at the next entry of the walk, or ends it.
  private mutating func advance(_ exclusion: (SourcePath, Bool) -> Bool) {
    guard let level = walk?.levels.last, let last = walk?.levels.indices.last else {
      end()
      return
    }
    guard level.next < level.items.count else {
      walk?.levels.removeLast()
      return
    }
    walk?.levels[last].next += 1
    look(at: level.items[level.next], in: level, exclusion)
  }

  private mutating func look(at item: FolderReader.Item, in level: Level, _ exclusion: (SourcePath, Bool) -> Bool) {
    let isFolder = item.kind == .folder
    let isMarkdown = !isFolder && FileFinder.isMarkdown(item.name)
    if item.name.first == UInt8(ascii: ".") {
      if isMarkdown { passOver(level.folder.appending(item.name), .hidden) }
      return
    }
    let mayBePosting = !item.name.contains(UInt8(ascii: ".")) || FileFinder.isMarkdownText(item.name)
    if !isFolder, !isMarkdown, !mayBePosting { return }
    // What the system shows of itself looks like files, and some of it waits for a reader.
    if isFolder, level.folder.bytes == [Byte.slash], Self.systemFolders.contains(item.name) { return }
    let path = level.folder.appending(item.name)
    let isIgnored =
      level.isIgnored || walk?.ignores.ignores(path, isFolder: isFolder, at: level.ignores) ?? false
    // What git keeps is published, whatever its patterns say.
    if isIgnored, !isTracked(path, in: level.folder) {
      if isMarkdown { passOver(path, .ignored) }
      return
    }
    if !isFolder {
      visit(path, item, isMarkdown: isMarkdown, exclusion)
    } else if exclusion(path, true) {
      passOver(path, .excludedFolder)
    } else if var walk {
      self.walk = nil
      enter(path, ignores: level.ignores, isIgnored: level.isIgnored || isIgnored, &walk)
      self.walk = walk
    }
  }

  /// Whether git keeps a file that its patterns ignore, or one in a folder that they ignore.
  private mutating func isTracked(_ path: SourcePath, in folder: SourcePath) -> Bool {
    guard let real = try? folder.resolved(), let root = Repository.root(around: real) else { return false }
    let kept = keptByGit[root] ?? Git.keptAlthoughIgnored(in: root)
    keptByGit[root] = kept
    return !kept.isEmpty && kept.contains(real.appending(Array(path.fileName)))
  }

  /// Takes the file, if it is one to lint.
  private mutating func visit(
    _ path: SourcePath, _ item: FolderReader.Item, isMarkdown: Bool, _ exclusion: (SourcePath, Bool) -> Bool
  ) {
    var real: SourcePath?
    if item.kind == .link {
      do throws(ErrorNumber) {
        guard try FileStatus(path).kind == .regular else { return }
        let target = try path.resolved()
        guard try mayFollow(path, to: target) else {
          if isMarkdown, !exclusion(path, false) { steps.append(.failure(.linkNotFollowed(path))) }
          return
        }
        real = target
      } catch {
        if isMarkdown { steps.append(.failure(.reading(path, error.code))) }
        return
      }
    }
    if !isMarkdown || FileFinder.isConventional(item.name) {
      guard FileReader.startsWithFrontMatter(path) else {
        if FileFinder.isConventional(item.name) { passOver(path, .conventional) }
        return
      }
    }
    if real == nil, holdsSeveral || only != nil, let walk {
      real = walk.real.appending(Array(Self.below(walk.root, path)))
    }
    add(Entry(file: .init(path: path, isNamed: false), real: real, isLink: item.kind == .link), exclusion)
  }

  /// The part of `path` below `root`.
  private static func below(_ root: SourcePath, _ path: SourcePath) -> ArraySlice<UInt8> {
    path.bytes.dropFirst(IgnoreChain.prefixLength(of: root))
  }

  private mutating func end() {
    if let walk, walk.isEmpty, passedOver.total == walk.passedOverBefore { emptyFolders.append(walk.root) }
    walk = nil
  }

  // MARK: Files with several names

  /// Gives away what was held, without the files that were given away under another name.
  private mutating func release() {
    emptyFolders.sort()
    if held.isEmpty { return }
    dropRepeated()
    if holdsSeveral { held.sort { $0.file.path < $1.file.path } }
    for entry in held { give(entry.file) }
    held = []
  }

  /// Keeps one name of every file: one that is not a link before one that is, then the first by its bytes.
  private mutating func dropRepeated() {
    var kept: [SourcePath: Int] = [:]
    var repeated = Set<Int>()
    let earlier = Set(givenAway.split(separator: 0))
    for (index, entry) in held.enumerated() {
      guard let real = entry.real ?? (try? entry.file.path.resolved()) else { continue }
      if real.bytes.starts(with: realRoot), earlier.contains(real.bytes.dropFirst(realRoot.count)) {
        repeated.insert(index)
        continue
      }
      guard let other = kept[real] else {
        kept[real] = index
        continue
      }
      let (old, new) = (held[other], entry)
      let isBetter = old.isLink != new.isLink ? old.isLink : new.file.path < old.file.path
      repeated.insert(isBetter ? other : index)
      if isBetter {
        kept[real] = index
        held[index].file.isNamed = old.file.isNamed || new.file.isNamed
      } else {
        held[other].file.isNamed = old.file.isNamed || new.file.isNamed
      }
    }
    if repeated.isEmpty { return }
    held = held.enumerated().filter { !repeated.contains($0.offset) }.map(\.element)
  }
}
