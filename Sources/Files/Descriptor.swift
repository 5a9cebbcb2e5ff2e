package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file that is closed when it goes out of use; a thin cover over the system's calls.
struct Descriptor: ~Copyable {
  let number: Int32

  deinit { _ = close(number) }

  private init(number: Int32) {
    self.number = number
  }

  /// Opens `path`; throws the `errno`.
  init(opening path: SourcePath, flags: Int32, mode: mode_t = 0) throws(ErrorNumber) {
    let number = try unsafe path.withCString { name throws(ErrorNumber) in
      try ErrorNumber.retrying { unsafe open(name, flags | O_CLOEXEC, mode) }
    }
    self.init(number: number)
  }

  /// The number of the descriptor, which whoever asks has to close.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Opens `name` in a folder that is open; a link of that name is refused. Throws the `errno`.
  init(opening name: UnsafePointer<CChar>, in folder: borrowing Descriptor, flags: Int32) throws(ErrorNumber) {
    let parent = folder.number
    self.init(
      number: try ErrorNumber.retrying { unsafe openat(parent, name, flags | O_NOFOLLOW | O_CLOEXEC) })
  }

  /// What the system knows of the open file.
  func status() throws(ErrorNumber) -> FileStatus {
    var info = stat()
    _ = try ErrorNumber.retrying { unsafe fstat(number, &info) }
    return FileStatus(info)
  }

  /// Reads to the end, `expected` bytes as a first guess, without waiting for more; throws `EFBIG` past `limit`.
  func readAll(expected: Int, limit: Int) throws(ErrorNumber) -> [UInt8] {
    try Self.readAll(number, expected: expected, limit: limit, waits: false)
  }

  /// The first bytes, at most `count` of them.
  func readHead(_ count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe max(read(number, buffer.baseAddress, buffer.count), 0)
    }
  }

  /// Reads the descriptor `number` to its end; `check` is told how much has come before more is asked for.
  static func readAll(
    _ number: Int32, expected: Int, limit: Int, waits: Bool = true,
    check: (Int) throws(ErrorNumber) -> Void = { _ in }
  ) throws(ErrorNumber) -> [UInt8] {
    var failure: ErrorNumber?
    // One byte more than expected: the end of an unchanged file is seen without growing.
    var capacity = max(min(expected, limit), 0) &+ 1
    // What the system gives of a file in a folder is all that there is, once it is as long as the system says.
    let size = waits || expected <= 0 ? -1 : expected
    var result: [UInt8] = []
    while failure == nil {
      let wanted = capacity
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        while count < buffer.count {
          let got = unsafe read(number, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
          if got > 0 {
            count += got
            if result.isEmpty, count == size { break }
          } else if got == 0 {
            break
          } else if errno == EAGAIN, waits {
            wait(for: number, Int16(POLLIN))
          } else if errno != EINTR {
            failure = ErrorNumber(code: errno)
            break
          }
        }
      }
      if result.isEmpty { result = chunk } else { result += chunk }
      if result.count > limit { throw ErrorNumber(code: EFBIG) }
      try check(result.count)
      if chunk.count < wanted { break }
      capacity = max(result.count, 1 << 16)
    }
    if let failure { throw failure }
    return result
  }

  /// Writes all of `bytes`, in as many calls as it takes.
  func writeAll(_ bytes: [UInt8]) throws(ErrorNumber) {
    try Self.writeAll(bytes, to: number)
  }

  /// Writes all of `bytes` to the descriptor `number`, in as many calls as it takes.
  static func writeAll(_ bytes: [UInt8], to number: Int32) throws(ErrorNumber) {
    let code: Int32 = unsafe bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let sent = unsafe write(number, buffer.baseAddress.map { unsafe $0 + position }, buffer.count - position)
        if sent >= 0 {
          position += sent
        } else if errno == EAGAIN {
          wait(for: number, Int16(POLLOUT))
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if code != 0 { throw ErrorNumber(code: code) }
  }

  // A terminal or pipe that another program made non-blocking says EAGAIN.
  private static func wait(for number: Int32, _ events: Int16) {
    var request = pollfd(fd: number, events: events, revents: 0)
    _ = unsafe poll(&request, 1, 1000)
  }
}

/// An `errno`.
package struct ErrorNumber: Error, Hashable {
  package let code: Int32

  /// The result of `call`, repeated while a signal interrupts it; throws the `errno` when it is -1.
  static func retrying(_ call: () -> Int32) throws(ErrorNumber) -> Int32 {
    while true {
      let result = call()
      if result != -1 { return result }
      if errno != EINTR { throw ErrorNumber(code: errno) }
    }
  }
}

/// What the system knows of a file, as far as it is needed.
struct FileStatus: Hashable {
  enum Kind { case regular, folder, link, other }

  let kind: Kind
  let device: UInt64
  let inode: UInt64
  let size: Int
  let modified: Int64
  let modifiedNanoseconds: Int
  let mode: mode_t
  let user: uid_t
  let group: gid_t

  init(_ info: stat) {
    switch info.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFREG): kind = .regular
    case mode_t(S_IFDIR): kind = .folder
    case mode_t(S_IFLNK): kind = .link
    default: kind = .other
    }
    device = UInt64(truncatingIfNeeded: info.st_dev)
    inode = UInt64(truncatingIfNeeded: info.st_ino)
    size = Int(clamping: info.st_size)
    #if canImport(Darwin)
      modified = Int64(info.st_mtimespec.tv_sec)
      modifiedNanoseconds = info.st_mtimespec.tv_nsec
    #else
      modified = Int64(info.st_mtim.tv_sec)
      modifiedNanoseconds = Int(info.st_mtim.tv_nsec)
    #endif
    mode = info.st_mode & 0o7777
    user = info.st_uid
    group = info.st_gid
  }

  /// The status of `path`, of what it links to unless `followLinks` is false.
  init(_ path: SourcePath, followLinks: Bool = true) throws(ErrorNumber) {
    var info = stat()
    try unsafe path.withCString { name throws(ErrorNumber) in
      _ = try ErrorNumber.retrying {
        followLinks ? unsafe stat(name, &info) : unsafe lstat(name, &info)
      }
    }
    self.init(info)
  }
}

extension SourcePath {
  /// Calls `body` with the path as the system wants it; a path that holds a NUL names nothing.
  func withCString<Result>(
    _ body: (UnsafePointer<CChar>) throws(ErrorNumber) -> Result
  ) throws(ErrorNumber) -> Result {
    if bytes.isEmpty || bytes.contains(0) { throw ErrorNumber(code: ENOENT) }
    var name: [CChar] = []
    name.reserveCapacity(bytes.count + 1)
    for byte in bytes { name.append(CChar(bitPattern: byte)) }
    name.append(0)
    return try unsafe name.withUnsafeBufferPointer { buffer throws(ErrorNumber) in
      guard let base = buffer.baseAddress else { throw ErrorNumber(code: ENOENT) }
      return try unsafe body(base)
    }
  }

  /// The absolute path without links, `.` and `..`, of something that exists.
  package func resolved() throws(ErrorNumber) -> SourcePath {
    try unsafe withCString { name throws(ErrorNumber) in
      guard let real = unsafe realpath(name, nil) else { throw ErrorNumber(code: errno) }
      defer { unsafe free(real) }
      let length = unsafe strlen(real)
      return unsafe SourcePath(
        bytes: UnsafeBufferPointer(start: real, count: length).map { UInt8(bitPattern: $0) })
    }
  }

  /// The folder that the path lies in, `.` for a bare name.
  package var folder: SourcePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return SourcePath(".") }
    return slash == 0 ? SourcePath("/") : SourcePath(bytes: Array(bytes[..<slash]))
  }

  /// The path of `name` in this folder; just `name` where the folder is `.`.
  package func appending(_ name: [UInt8]) -> SourcePath {
    if bytes == [UInt8(ascii: ".")] || bytes.isEmpty { return SourcePath(bytes: name) }
    var joined = bytes
    joined.reserveCapacity(bytes.count + 1 + name.count)
    if joined.last != UInt8(ascii: "/") { joined.append(UInt8(ascii: "/")) }
    joined += name
    return SourcePath(bytes: joined)
  }

  /// The path of an entry of this folder whose name is a text of the program or of a configuration.
  package func appending(_ name: String) -> SourcePath { appending(Array(name.utf8)) }

  /// The same path without `./` at its start, doubled slashes, `/./` and a slash at its end; `..` is kept, as it may
  /// follow a link.
  package var tidied: SourcePath {
    var parts: [ArraySlice<UInt8>] = []
    for part in bytes.split(separator: UInt8(ascii: "/")) where part != [UInt8(ascii: ".")] { parts.append(part) }
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    if parts.isEmpty { return SourcePath(isAbsolute ? "/" : ".") }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, part) in parts.enumerated() {
      if index > 0 || isAbsolute { result.append(UInt8(ascii: "/")) }
      result += part
    }
    return SourcePath(bytes: result)
  }
}
