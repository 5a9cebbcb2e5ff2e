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
    ReportPaths(root: repositoryRoot(around: FolderListing.absolute(SourcePath("."))))
  }

  /// Paths relative to the root of the repository around the folder of `file`; to that folder where there is none.
  package static func around(_ file: SourcePath) -> ReportPaths {
    let folder = (try? file.folder.resolved()) ?? FolderListing.absolute(file.folder)
    return ReportPaths(root: repositoryRoot(around: folder) ?? folder)
  }

  private static func repositoryRoot(around folder: SourcePath) -> SourcePath? {
    var folder = folder
    while !FolderListing.exists(folder.appending(".git")) {
      if folder.bytes.count <= 1 { return nil }
      folder = folder.folder
    }
    return folder
  }

  /// The path of a file for a report; a path outside the repository stays as it was given.
  package func reported(_ path: SourcePath) -> SourcePath {
    guard let root, path != Self.standardInput else { return path.tidied }
    // Links to folders are followed, as git names files by their real folder; a link to a file is a file of its own.
    let folder = (try? path.folder.resolved()) ?? FolderListing.absolute(path.folder)
    let real = folder.appending(Array(path.fileName)).bytes
    let prefix = root.bytes.count > 1 ? root.bytes + [UInt8(ascii: "/")] : root.bytes
    guard real.starts(with: prefix) else { return path.tidied }
    return SourcePath(bytes: Array(real[prefix.count...]))
  }

  /// Where a reported path lies, seen from the current folder.
  package func located(_ reported: SourcePath) -> SourcePath {
    guard let root, reported.bytes.first != UInt8(ascii: "/") else { return reported }
    return root.appending(reported.bytes)
  }
}
