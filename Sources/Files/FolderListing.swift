package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Simple questions about files and folders.
package enum FolderListing {
  /// The names of the Markdown files of a folder without their extension; `nil` where there is no such folder.
  package static func markdownNames(in folder: SourcePath) -> [[UInt8]]? {
    markdownFiles(in: folder)?.map { name in name.lastIndex(of: Byte.dot).map { Array(name[..<$0]) } ?? name }
  }

  /// The names of the Markdown files of a folder; `nil` where there is no such folder.
  package static func markdownFiles(in folder: SourcePath) -> [[UInt8]]? {
    guard let items = try? FolderReader.items(of: folder) else { return nil }
    return items.compactMap { isMarkdown($0) ? $0.name : nil }
  }

  /// Whether `isWanted` holds for the name of a Markdown file of a folder; they are asked in the order of the file
  /// system, and no more than it takes.
  package static func containsMarkdown(in folder: SourcePath, where isWanted: ([UInt8]) -> Bool) -> Bool {
    var isFound = false
    try? FolderReader.read(folder) { item in
      isFound = isMarkdown(item) && isWanted(item.name)
      return !isFound
    }
    return isFound
  }

  private static func isMarkdown(_ item: FolderReader.Item) -> Bool {
    item.kind != .folder && FileFinder.isMarkdown(item.name)
  }

  /// The names of the folders in a folder, in the order of their bytes, those that begin with a dot left out; none where
  /// it cannot be read. Links are left out.
  package static func folders(in folder: SourcePath) -> [[UInt8]] {
    let items = (try? FolderReader.items(of: folder)) ?? []
    return items.filter { $0.kind == .folder && $0.name.first != Byte.dot }.map(\.name)
  }

  /// Whether `path` is a folder, or a link to one.
  package static func isFolder(_ path: SourcePath) -> Bool { (try? FileStatus(path))?.kind == .folder }

  /// Whether there is something at `path`.
  package static func exists(_ path: SourcePath) -> Bool { (try? FileStatus(path)) != nil }

  /// The absolute form of a path, without asking whether it exists; `.` and `..` are taken out by their letters.
  package static func absolute(_ path: SourcePath) -> SourcePath {
    var parts: [ArraySlice<UInt8>] = []
    let whole = path.bytes.first == UInt8(ascii: "/") ? path.bytes : currentFolder + [UInt8(ascii: "/")] + path.bytes
    for part in whole.split(separator: UInt8(ascii: "/")) {
      switch Array(part) {
      case [0x2E]: continue
      case [0x2E, 0x2E]: _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return SourcePath(bytes: [UInt8(ascii: "/")] + Array(parts.joined(separator: [UInt8(ascii: "/")])))
  }

  private static var currentFolder: [UInt8] {
    guard let path = unsafe getcwd(nil, 0) else { return [] }
    defer { unsafe free(path) }
    return unsafe UnsafeBufferPointer(start: path, count: strlen(path)).map { UInt8(bitPattern: $0) }
  }
}

extension SourcePath {
  /// Whether the path is `folder` or lies in it; both absolute and resolved.
  package func isInside(_ folder: SourcePath) -> Bool { self == folder || rest(in: folder) != nil }

  /// The path as seen from a folder; the path itself where it does not lie in it. Links are not followed.
  package func relative(to folder: SourcePath) -> SourcePath {
    FolderListing.absolute(self).rest(in: FolderListing.absolute(folder)) ?? self
  }

  /// What follows `folder` and its slash in the path of something in it; `nil` where it does not lie in it. Both are
  /// absolute.
  package func rest(in folder: SourcePath) -> SourcePath? {
    let prefix = folder.bytes.count > 1 ? folder.bytes + [Byte.slash] : folder.bytes
    guard bytes.count > prefix.count, bytes.starts(with: prefix) else { return nil }
    return SourcePath(bytes: Array(bytes[prefix.count...]))
  }
}
