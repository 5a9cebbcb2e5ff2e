import SourceText

/// The `.gitignore` files that hold in the folders of a walk, those above it included, up to the root of the repository.
///
/// Outside a repository the files of the walked folders still hold.
struct IgnoreChain {
  private struct Level {
    let patterns: GitIgnore
    /// The number of bytes of the absolute path that stand before what the patterns are compared with.
    let prefixLength: Int
    /// The level above, -1 for none.
    let parent: Int
  }

  private var levels: [Level] = []
  /// The absolute path of the walked folder, with the slash that follows it.
  private var realPrefix: [UInt8] = []
  /// How many bytes of a reported path `realPrefix` stands for.
  private var reportedLength = 0
  /// The innermost level that holds in the walked folder before its own file is read, -1 for none.
  private(set) var top = -1

  /// A chain that ignores nothing.
  init() {}

  /// The chain for the folder with the absolute path `real`, whose files are reported below `reported`.
  init(root real: SourcePath, reported: SourcePath) {
    realPrefix = real.bytes
    if realPrefix.last != UInt8(ascii: "/") { realPrefix.append(UInt8(ascii: "/")) }
    reportedLength = Self.prefixLength(of: reported)
    let folders = Array(Repository.folders(upFrom: real))
    if let root = folders.last, Repository.isRoot(root) {
      for folder in folders.dropFirst().reversed() { push(folder) }
    }
  }

  private mutating func push(_ folder: SourcePath) {
    let length = folder.bytes.count > 1 ? folder.bytes.count + 1 : 1
    if Repository.isRoot(folder) {
      top = adding(folder.appending(".git/info/exclude"), prefixLength: length, below: -1)
    }
    top = adding(folder.appending(".gitignore"), prefixLength: length, below: top)
  }

  /// How many bytes of a path in `folder` the folder and its slash take.
  static func prefixLength(of folder: SourcePath) -> Int {
    if folder.bytes == [UInt8(ascii: ".")] { return 0 }
    return folder.bytes.last == UInt8(ascii: "/") ? folder.bytes.count : folder.bytes.count + 1
  }

  /// The level that holds inside `folder`, of which `items` are the entries, under `parent`.
  mutating func entering(
    _ folder: SourcePath, isRoot: Bool, _ items: [FolderReader.Item], below parent: Int
  ) -> Int {
    var result = parent
    let length = isRoot ? realPrefix.count : realPrefix.count + folder.bytes.count + 1 - reportedLength
    // The patterns of a repository end where another begins.
    if items.contains(where: { $0.name == Array(".git".utf8) }) {
      result = adding(folder.appending(".git/info/exclude"), prefixLength: length, below: -1)
    }
    if items.contains(where: { $0.name == Array(".gitignore".utf8) && $0.kind == .file }) {
      result = adding(folder.appending(".gitignore"), prefixLength: length, below: result)
    }
    return result
  }

  private mutating func adding(_ file: SourcePath, prefixLength: Int, below parent: Int) -> Int {
    // As in git, an ignore file that cannot be read ignores nothing; one of more than 16 MiB is none.
    guard let content = try? FileReader.read(file, limit: 1 << 24) else { return parent }
    let patterns = GitIgnore(content)
    if patterns.isEmpty { return parent }
    levels.append(Level(patterns: patterns, prefixLength: prefixLength, parent: parent))
    return levels.count - 1
  }

  /// Whether the reported `path` is ignored where `level` holds.
  func ignores(_ path: SourcePath, isFolder: Bool, at level: Int) -> Bool {
    if level < 0 { return false }
    let real = realPrefix + path.bytes[reportedLength...]
    var level = level
    while level >= 0 {
      switch levels[level].patterns.verdict(on: real, from: levels[level].prefixLength, isFolder: isFolder) {
      case .ignored: return true
      case .kept: return false
      case .silent: level = levels[level].parent
      }
    }
    return false
  }
}
