package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that is opened once to be asked for many names: no path is made for a question, and no link is followed.
///
/// Names are constants of the program; several are written one after the other with a NUL between them.
package struct FolderProbe: ~Copyable {
  private let folder: Descriptor

  private init(_ folder: consuming Descriptor) {
    self.folder = folder
  }

  /// Opens a folder; `nil` where it is none, is a link or cannot be read.
  package init?(_ path: SourcePath) {
    guard let folder = try? Descriptor(opening: path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else { return nil }
    self.init(folder)
  }

  /// The first of `names` that is a regular file here.
  package func firstFile(_ names: StaticString) -> [UInt8]? {
    var start = unsafe UnsafeRawPointer(names.utf8Start).assumingMemoryBound(to: CChar.self)
    let end = unsafe start + names.utf8CodeUnitCount
    while unsafe start < end {
      let count = unsafe strlen(start)
      if unsafe kind(of: start) == .regular {
        return unsafe UnsafeBufferPointer(start: start, count: count).map { UInt8(bitPattern: $0) }
      }
      unsafe start += count + 1
    }
    return nil
  }

  /// Whether there is a folder of this name here.
  package func hasFolder(_ name: StaticString) -> Bool {
    unsafe kind(of: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == .folder
  }

  /// Whether there is anything of this name here.
  package func hasAnything(_ name: StaticString) -> Bool {
    unsafe kind(of: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) != nil
  }

  /// The folder of this name here, opened; `nil` where there is none.
  package func opened(_ name: StaticString) -> FolderProbe? {
    let name = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    guard let inner = unsafe try? Descriptor(opening: name, in: folder, flags: O_RDONLY | O_DIRECTORY) else {
      return nil
    }
    return FolderProbe(inner)
  }

  /// The first bytes of a regular file here, `count` at most; empty where there is none.
  package func head(of name: [UInt8], _ count: Int) -> [UInt8] {
    let name = name.map { CChar(bitPattern: $0) } + [0]
    return unsafe name.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let file = unsafe try? Descriptor(opening: base, in: folder, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY),
        let status = try? file.status(), status.kind == .regular
      else { return [] }
      return file.readHead(count)
    }
  }

  private func kind(of name: UnsafePointer<CChar>) -> FileStatus.Kind? {
    var info = stat()
    guard unsafe fstatat(folder.number, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStatus(info).kind
  }
}
