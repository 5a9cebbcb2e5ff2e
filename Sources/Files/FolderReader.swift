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
    var unknown: [[UInt8]] = []
    try unsafe folder.withCString { name throws(ErrorNumber) in
      guard let stream = unsafe opendir(name) else { throw ErrorNumber(code: errno) }
      defer { unsafe _ = closedir(stream) }
      while true {
        errno = 0
        guard let entry = unsafe readdir(stream) else {
          if errno != 0 { throw ErrorNumber(code: errno) }
          break
        }
        let name = unsafe bytes(of: entry)
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        switch unsafe Int32(entry.pointee.d_type) {
        case Int32(DT_REG): items.append(Item(name: name, kind: .file))
        case Int32(DT_DIR): items.append(Item(name: name, kind: .folder))
        case Int32(DT_LNK): items.append(Item(name: name, kind: .link))
        case Int32(DT_UNKNOWN): unknown.append(name)
        default: break
        }
      }
    }
    // Some file systems do not say in the listing what an entry is.
    for name in unknown {
      switch (try? FileStatus(folder.appending(name), followLinks: false))?.kind {
      case .regular: items.append(Item(name: name, kind: .file))
      case .folder: items.append(Item(name: name, kind: .folder))
      case .link: items.append(Item(name: name, kind: .link))
      case .other, nil: break
      }
    }
    return items.sorted { isBefore($0, $1) }
  }

  private static func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    var name: [UInt8] = []
    var index = 0
    while unsafe start[index] != 0 {
      unsafe name.append(start[index])
      index += 1
    }
    return name
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
