package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes files that must not be there yet.
package enum NewFile {
  /// Writes `bytes` to a new file at `path`; `false` where there is something already, even a link that leads nowhere.
  package static func create(_ path: SourcePath, _ bytes: [UInt8]) throws(FileError) -> Bool {
    do throws(ErrorNumber) {
      let file = try Descriptor(opening: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY, mode: 0o666)
      try file.writeAll(bytes)
      return true
    } catch {
      if error.code == EEXIST { return false }
      throw .writing(path, error.code)
    }
  }
}
