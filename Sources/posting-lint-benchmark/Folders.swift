import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A call of the system that failed.
struct SystemFailure: Error {
  /// What was to be done.
  let action: String
  /// The `errno`.
  let code: Int32
}

/// Folders on the disk.
enum Folders {
  /// Makes a folder and those that it lies in.
  static func make(_ path: SourcePath) throws(SystemFailure) {
    var end = path.bytes.startIndex
    while end < path.bytes.endIndex {
      end = path.bytes[(end + 1)...].firstIndex(of: UInt8(ascii: "/")) ?? path.bytes.endIndex
      let part = String(decoding: path.bytes[..<end], as: UTF8.self)
      if unsafe mkdir(part, 0o777) != 0, errno != EEXIST { throw SystemFailure(action: "mkdir \(part)", code: errno) }
    }
  }

  /// A new folder for files that nobody needs afterwards.
  static func temporary() throws(SystemFailure) -> SourcePath {
    let path = SourcePath("/tmp/posting-lint-benchmark-\(getpid())")
    try make(path)
    return path
  }

  /// Removes a folder with all that is in it.
  static func remove(_ path: SourcePath) {
    _ = try? ChildProcess.run(["rm", "-rf", path.display])
  }
}
