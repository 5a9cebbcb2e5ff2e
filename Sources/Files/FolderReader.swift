import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads the names in a folder, as bytes.
enum FolderReader {
  enum Kind: Hashable { case file, folder, link }

  struct Item {
    let name: [UInt8]
    let kind: Kind
  }

  /// The regular files, folders and links of `folder`, in the order that the bytes of their whole paths have: a folder
  /// sorts as its name with a `/`. Pipes, devices and sockets are left out.
  static func items(of folder: SourcePath) throws(ErrorNumber) -> [Item] {
    var items: [Item] = []
    try read(folder) { item in
      items.append(item)
      return true
    }
    return items.sorted { isBefore($0, $1) }
  }

  /// Gives the items of `folder` one after the other, in the order of the file system, until `body` says false.
  static func read(_ folder: SourcePath, _ body: (Item) -> Bool) throws(ErrorNumber) {
    try unsafe folder.withCString { name throws(ErrorNumber) in
      guard let stream = unsafe opendir(name) else { throw ErrorNumber(code: errno) }
      defer { unsafe _ = closedir(stream) }
      while true {
        errno = 0
        guard let entry = unsafe readdir(stream) else {
          if errno != 0 { throw ErrorNumber(code: errno) }
          return
        }
        let name = unsafe bytes(of: entry)
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        let kind = unsafe kind(Int32(entry.pointee.d_type), folder, name)
        guard let kind else { continue }
        if !body(Item(name: name, kind: kind)) { return }
      }
    }
  }

  /// What an entry is, by its type in the listing; some file systems do not say it there.
  private static func kind(_ type: Int32, _ folder: SourcePath, _ name: [UInt8]) -> Kind? {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN): break
    default: return nil
    }
    switch (try? FileStatus(folder.appending(name), followLinks: false))?.kind {
    case .regular: return .file
    case .folder: return .folder
    case .link: return .link
    case .other, nil: return nil
    }
  }

  private static func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    var count = 0
    while unsafe start[count] != 0 { count += 1 }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func isBefore(_ left: Item, _ right: Item) -> Bool {
    let shared = min(left.name.count, right.name.count)
    for index in 0..<shared where left.name[index] != right.name[index] {
      return left.name[index] < right.name[index]
    }
    return next(left, shared) < next(right, shared)
  }

  /// The byte after the first `count` bytes of the item's name, as it stands in the path of what it holds.
  private static func next(_ item: Item, _ count: Int) -> Int {
    if count < item.name.count { return Int(item.name[count]) }
    return item.kind == .folder ? Int(UInt8(ascii: "/")) : -1
  }
}
