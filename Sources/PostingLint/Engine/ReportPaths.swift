import Files
public import SourceText

/// Writes paths as programs look for them: relative to the root of the repository, without `./`.
public struct ReportPaths: Sendable {
  /// The name of standard input where nobody gave one.
  public static let standardInput = SourcePath("<stdin>")

  /// The root of the repository, absolute and without links; `nil` where paths stay as they were given.
  package let root: SourcePath?
  /// Whether every file outside ``root`` is named by the way there, with `..`, and not only one that is given by a relative
  /// path: an absolute one says in any folder what is meant.
  private var climbs = false

  /// Paths as they were given, without `./`.
  public init() {
    root = nil
  }

  /// Paths relative to `root`, an absolute folder without links.
  package init(root: SourcePath?) {
    self.root = root
  }

  /// Paths relative to the root of the repository around the current folder; as they were given where there is none.
  public static func repository() -> ReportPaths {
    ReportPaths(root: Repository.root(around: FolderListing.absolute(SourcePath("."))))
  }

  /// Paths for a list of files that is kept at `file`: relative to the root of the repository that the list lies in, to
  /// its folder where it lies in none, whatever the current folder is.
  package static func around(_ file: SourcePath) -> ReportPaths {
    let folder = (try? file.folder.resolved()) ?? FolderListing.absolute(file.folder)
    var result = ReportPaths(root: Repository.root(around: folder) ?? folder)
    result.climbs = true
    return result
  }

  /// The path of a file for a report.
  package func reported(_ path: SourcePath) -> SourcePath {
    guard let root, path != Self.standardInput else { return path.tidied }
    // Links to folders are followed, as git names files by their real folder; a link to a file is a file of its own.
    let folder = (try? path.folder.resolved()) ?? FolderListing.absolute(path.folder)
    let real = folder.appending(Array(path.fileName))
    if let path = real.rest(in: root) { return path }
    return climbs || path.bytes.first != Byte.slash ? Self.climbing(from: root, to: real) : path.tidied
  }

  /// The way from a folder to a file that does not lie in it; both absolute.
  private static func climbing(from folder: SourcePath, to file: SourcePath) -> SourcePath {
    var from = folder.bytes.split(separator: Byte.slash)[...]
    var to = file.bytes.split(separator: Byte.slash)[...]
    while let one = from.first, let other = to.first, one == other, to.count > 1 {
      from.removeFirst()
      to.removeFirst()
    }
    let up = [ArraySlice<UInt8>](repeating: [Byte.dot, Byte.dot], count: from.count)
    return SourcePath(bytes: Array((up + to).joined(separator: [Byte.slash])))
  }

  /// Where a reported path lies, seen from the current folder.
  package func located(_ reported: SourcePath) -> SourcePath {
    guard let root, reported.bytes.first != Byte.slash else { return reported }
    return root.appending(reported.bytes)
  }
}
