import Files
public import SourceText

/// Writes paths as programs look for them: relative to the root of the repository, without `./`.
public struct ReportPaths: Sendable {
  /// The name of standard input where nobody gave one.
  public static let standardInput = SourcePath("<stdin>")

  /// The root of the repository, absolute and without links; `nil` where paths stay as they were given.
  package let root: SourcePath?

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

  /// Paths relative to the root of the repository around the folder of `file`; to that folder where there is none.
  package static func around(_ file: SourcePath) -> ReportPaths {
    let folder = (try? file.folder.resolved()) ?? FolderListing.absolute(file.folder)
    return ReportPaths(root: Repository.root(around: folder) ?? folder)
  }

  /// The path of a file for a report; a path outside the repository stays as it was given.
  package func reported(_ path: SourcePath) -> SourcePath {
    guard let root, path != Self.standardInput else { return path.tidied }
    // Links to folders are followed, as git names files by their real folder; a link to a file is a file of its own.
    let folder = (try? path.folder.resolved()) ?? FolderListing.absolute(path.folder)
    return folder.appending(Array(path.fileName)).rest(in: root) ?? path.tidied
  }

  /// Where a reported path lies, seen from the current folder.
  package func located(_ reported: SourcePath) -> SourcePath {
    guard let root, reported.bytes.first != UInt8(ascii: "/") else { return reported }
    return root.appending(reported.bytes)
  }
}
