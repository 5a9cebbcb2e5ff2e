package import SourceText

/// The repository that a file lies in: the nearest folder upward that has a `.git`, be it a folder or a file.
package enum Repository {
  /// Whether a folder is the root of a repository.
  package static func isRoot(_ folder: SourcePath) -> Bool { FolderListing.exists(folder.appending(".git")) }

  /// The folders from `folder`, an absolute path, up to the root of its repository; up to `/` where it lies in none.
  package static func folders(upFrom folder: SourcePath) -> some Sequence<SourcePath> {
    sequence(first: folder) { $0.bytes.count <= 1 || isRoot($0) ? nil : $0.folder }
  }

  /// The root of the repository around `folder`, an absolute path; `nil` where there is none.
  package static func root(around folder: SourcePath) -> SourcePath? {
    var folder = folder
    while !isRoot(folder) {
      if folder.bytes.count <= 1 { return nil }
      folder = folder.folder
    }
    return folder
  }

  /// The root of the repository that a folder lies in; the folder itself, made absolute, where there is none.
  package static func root(of folder: SourcePath) -> SourcePath {
    let own = FolderListing.absolute(folder)
    return root(around: own) ?? own
  }

  /// Whether a path leads to something in the repository that it lies in, and to nothing outside; true where it lies in
  /// none.
  package static func holds(_ path: SourcePath) -> Bool {
    guard let root = root(around: FolderListing.absolute(path.folder)), let real = try? path.resolved(),
      let base = try? root.resolved()
    else { return true }
    return real.isInside(base)
  }

  /// Whether one of the folders of a path is a link that leads out of the repository in which the link lies.
  package static func leavesByLink(_ folder: SourcePath) -> Bool {
    let own = FolderListing.absolute(folder)
    return sequence(first: own) { $0.bytes.count <= 1 ? nil : $0.folder }.contains { part in
      guard (try? FileStatus(part, followLinks: false))?.kind == .link, let home = root(around: part.folder),
        let real = try? part.resolved(), let base = try? home.resolved()
      else { return false }
      return !real.isInside(base)
    }
  }
}
