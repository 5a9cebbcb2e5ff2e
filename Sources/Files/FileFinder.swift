package import SourceText

/// Finds the files to lint: those that are named, and the Markdown files of folders.
///
/// - A named file is taken whatever its name is; only an exclusion leaves it out.
/// - In a folder, at any depth, the files `*.md`, `*.markdown` and `*.mdx` in any case are taken, and files without an
///   extension that begin with front matter. Left out are names that begin with a dot, what git ignores, and README,
///   CHANGELOG, CONTRIBUTING, LICENSE, CODE_OF_CONDUCT and SECURITY without front matter.
/// - A link to a file is taken for that file, which is linted once, under its own name where both are found. Links to
///   folders are followed when they are named, never inside a folder: no loop, and no way out of the tree.
package struct FileFinder {
  /// Says whether the configuration excludes a path, given as it would be reported; the flag is true for a folder,
  /// which is then not entered.
  package typealias Exclusion = (SourcePath, _ isFolder: Bool) -> Bool

  /// Whether what git ignores is left out of folders.
  package var respectsGitIgnore = true
  /// When set, only these files are taken: absolute paths without links.
  package var only: Set<SourcePath>?
  /// What the configuration excludes.
  package var exclusion: Exclusion?

  /// Makes a finder.
  package init(
    respectsGitIgnore: Bool = true, only: Set<SourcePath>? = nil, exclusion: Exclusion? = nil
  ) {
    self.respectsGitIgnore = respectsGitIgnore
    self.only = only
    self.exclusion = exclusion
  }

  /// Finds the files that `paths`, files and folders, stand for; no path means the current folder.
  package func find(_ paths: [SourcePath]) -> FoundFiles {
    var search = FileSearch(finder: self, holdsSeveral: paths.count > 1)
    for path in paths.isEmpty ? [SourcePath(".")] : paths { search.add(path) }
    return search.finish()
  }

  /// Whether `name` ends in `.md`, `.markdown` or `.mdx`, in any case.
  package static func isMarkdown(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let suffix = lowercased(name[name.index(after: dot)...])
    return markdownExtensions.contains(suffix)
  }

  /// Whether `name` is one of the files that stand in repositories by convention, in any case and with any extension.
  package static func isConventional(_ name: some Collection<UInt8>) -> Bool {
    conventionalNames.contains(lowercased(name.prefix { $0 != UInt8(ascii: ".") }))
  }

  private static let markdownExtensions: [[UInt8]] = ["md", "markdown", "mdx"].map { Array($0.utf8) }
  private static let conventionalNames: Set<[UInt8]> = Set(
    ["readme", "changelog", "contributing", "license", "code_of_conduct", "security"].map { Array($0.utf8) })

  private static func lowercased(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

/// One search, while it runs.
private struct FileSearch {
  private struct Entry {
    var file: FoundFiles.File
    /// The absolute path without links, where it had to be known.
    var real: SourcePath?
    var isLink: Bool
  }

  private let finder: FileFinder
  /// Whether one file may be met twice, so that real paths must be compared.
  private let holdsSeveral: Bool
  private var entries: [Entry] = []
  private var result = FoundFiles()

  init(finder: FileFinder, holdsSeveral: Bool) {
    self.finder = finder
    self.holdsSeveral = holdsSeveral
  }

  // MARK: Given paths

  mutating func add(_ given: SourcePath) {
    do throws(ErrorNumber) {
      let status = try FileStatus(given)
      let path = given.tidied
      switch status.kind {
      case .folder:
        try walk(path, real: given.resolved())
      case .regular:
        let isLink = try FileStatus(path, followLinks: false).kind == .link
        try addFile(
          path, real: holdsSeveral || isLink || finder.only != nil ? given.resolved() : nil, isLink, isNamed: true)
      case .link, .other:
        result.errors.append(.notRegular(given))
      }
    } catch {
      result.errors.append(.reading(given, error.code))
    }
  }

  private mutating func addFile(_ path: SourcePath, real: SourcePath?, _ isLink: Bool, isNamed: Bool) {
    if isExcluded(path, isFolder: false) {
      result.passedOver.excluded += 1
    } else if let only = finder.only, let real, !only.contains(real) {
      result.passedOver.unchanged += 1
    } else {
      entries.append(Entry(file: .init(path: path, isNamed: isNamed), real: real, isLink: isLink))
    }
  }

  private func isExcluded(_ path: SourcePath, isFolder: Bool) -> Bool {
    finder.exclusion?(path, isFolder) ?? false
  }

  // MARK: Folders

  /// What is still to be looked at in a walk.
  private struct Pending {
    let path: SourcePath
    let kind: FolderReader.Kind
    /// The ignore files that hold here.
    let ignores: Int
  }

  private mutating func walk(_ root: SourcePath, real: SourcePath) {
    let before = entries.count
    let excludedBefore = result.passedOver.total
    var ignores = finder.respectsGitIgnore ? IgnoreChain(root: real, reported: root) : IgnoreChain()
    var stack = [Pending(path: root, kind: .folder, ignores: ignores.top)]
    // Depth first with an own stack: nothing recurses, however deep the folders lie.
    while let next = stack.popLast() {
      if next.kind == .folder {
        if next.path != root, isExcluded(next.path, isFolder: true) { continue }
        enter(next, root, &ignores, &stack)
      } else {
        visit(next, root, real, ignores)
      }
    }
    if entries.count == before, result.passedOver.total == excludedBefore { result.emptyFolders.append(root) }
  }

  private mutating func enter(
    _ folder: Pending, _ root: SourcePath, _ ignores: inout IgnoreChain, _ stack: inout [Pending]
  ) {
    let items: [FolderReader.Item]
    do throws(ErrorNumber) {
      items = try FolderReader.items(of: folder.path)
    } catch {
      result.errors.append(.reading(folder.path, error.code))
      return
    }
    var top = folder.ignores
    if finder.respectsGitIgnore {
      top = ignores.entering(folder.path, isRoot: folder.path == root, items, below: folder.ignores)
    }
    // Reversed, so that the stack gives them in the order of their bytes.
    for item in items.reversed() {
      if item.name.first == UInt8(ascii: ".") {
        if item.kind != .folder, FileFinder.isMarkdown(item.name) { result.passedOver.hidden += 1 }
        continue
      }
      if item.kind != .folder, !FileFinder.isMarkdown(item.name), item.name.contains(UInt8(ascii: ".")) { continue }
      let path = folder.path.appending(item.name)
      if ignores.ignores(path, isFolder: item.kind == .folder, at: top) {
        if item.kind != .folder, FileFinder.isMarkdown(item.name) { result.passedOver.ignored += 1 }
        continue
      }
      stack.append(Pending(path: path, kind: item.kind, ignores: top))
    }
  }

  /// Takes the file, if it is one to lint.
  private mutating func visit(_ item: Pending, _ root: SourcePath, _ real: SourcePath, _ ignores: IgnoreChain) {
    let path = item.path
    let name = path.fileName
    let isMarkdown = FileFinder.isMarkdown(name)
    var realPath: SourcePath?
    if item.kind == .link {
      do throws(ErrorNumber) {
        guard try FileStatus(path).kind == .regular else { return }
        realPath = try path.resolved()
      } catch {
        if isMarkdown { result.errors.append(.reading(path, error.code)) }
        return
      }
    }
    if !isMarkdown || FileFinder.isConventional(name) {
      guard FileReader.startsWithFrontMatter(path) else {
        if FileFinder.isConventional(name) { result.passedOver.conventional += 1 }
        return
      }
    }
    if realPath == nil, holdsSeveral || finder.only != nil {
      realPath = real.appending(Array(Self.below(root, path)))
    }
    addFile(path, real: realPath, item.kind == .link, isNamed: false)
  }

  /// The part of `path` below `root`.
  private static func below(_ root: SourcePath, _ path: SourcePath) -> ArraySlice<UInt8> {
    path.bytes.dropFirst(IgnoreChain.prefixLength(of: root))
  }

  // MARK: The result

  mutating func finish() -> FoundFiles {
    dropRepeated()
    if holdsSeveral { entries.sort { $0.file.path < $1.file.path } }
    result.files = entries.map(\.file)
    result.emptyFolders.sort()
    return result
  }

  /// Keeps one name of every file: one that is not a link before one that is, then the first by its bytes.
  private mutating func dropRepeated() {
    guard holdsSeveral || entries.contains(where: \.isLink) else { return }
    var kept: [SourcePath: Int] = [:]
    var repeated = Set<Int>()
    for (index, entry) in entries.enumerated() {
      guard let real = entry.real ?? (try? entry.file.path.resolved()) else { continue }
      guard let other = kept[real] else {
        kept[real] = index
        continue
      }
      let (old, new) = (entries[other], entry)
      let isBetter = old.isLink != new.isLink ? old.isLink : new.file.path < old.file.path
      repeated.insert(isBetter ? other : index)
      if isBetter {
        kept[real] = index
        entries[index].file.isNamed = old.file.isNamed || new.file.isNamed
      } else {
        entries[other].file.isNamed = old.file.isNamed || new.file.isNamed
      }
    }
    if repeated.isEmpty { return }
    entries = entries.enumerated().filter { !repeated.contains($0.offset) }.map(\.element)
  }
}
