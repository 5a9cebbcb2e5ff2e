import Files
import SourceText

/// The place of a page among the files of its repository.
struct PageFolder {
  /// The page, an absolute path.
  let page: SourcePath

  /// The place of a file; `nil` for a text without a name of its own.
  init?(_ path: SourcePath, hasFileName: Bool) {
    guard hasFileName, !path.bytes.isEmpty else { return nil }
    page = FolderListing.absolute(path)
  }

  /// The nearest folder of a name, from the page's folder up to the root of its repository.
  func folder(_ name: [UInt8]) -> SourcePath? {
    Repository.folders(upFrom: page.folder).lazy.map { $0.appending(name) }.first { FolderListing.isFolder($0) }
  }

  /// Whether a file is there by a path from the page's folder, or from a folder above it; `nil` where nothing can be said:
  /// the folder is not there, or the path leads out of the repository.
  func holds(_ name: [UInt8], from folder: [UInt8]?) -> Bool? {
    let start: SourcePath
    if let folder {
      guard let found = self.folder(folder) else { return nil }
      start = found
    } else {
      start = page.folder
    }
    let rest = name.drop { $0 == Byte.slash }
    let path = FolderListing.absolute(start.appending(Array(rest)))
    let root = Repository.root(around: page.folder) ?? start
    guard path.isInside(root), !rest.contains(0) else { return nil }
    return FolderListing.exists(path)
  }
}
