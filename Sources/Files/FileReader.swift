public import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads whole files as bytes.
public enum FileReader {
  /// The largest text that is read unless said otherwise, in bytes: 1 GiB.
  public static let defaultLimit = 1 << 30

  /// The bytes of the regular file at `path`; those of a large one only where there is memory for what is made of them.
  ///
  /// A pipe, a device or a socket is refused at once, without waiting for a writer; a link is followed.
  public static func read(_ path: SourcePath, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    do throws(ErrorNumber) {
      let file = try Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      let status = try file.status()
      switch status.kind {
      case .regular: break
      case .folder: throw ErrorNumber(code: EISDIR)
      case .link, .other: throw ErrorNumber(code: ENXIO)
      }
      if status.size > limit { throw ErrorNumber(code: EFBIG) }
      guard MemoryCheck.has(status.size) else { throw ErrorNumber(code: ENOMEM) }
      return try file.readAll(expected: status.size, limit: limit)
    } catch {
      switch error.code {
      case EFBIG: throw .tooLarge(path, limit: limit)
      case ENOMEM: throw .noMemory(path)
      default: throw .reading(path, error.code)
      }
    }
  }

  /// All of standard input; errors name it `<stdin>`.
  public static func readStandardInput(limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
    let name = SourcePath("<stdin>")
    let bytes: [UInt8]
    do throws(ErrorNumber) {
      bytes = try Descriptor.readAll(STDIN_FILENO, expected: 1 << 16, limit: limit) { size throws(ErrorNumber) in
        // What has come is copied as it grows.
        guard MemoryCheck.has(size) else { throw ErrorNumber(code: ENOMEM) }
      }
    } catch {
      if error.code == EFBIG { throw .tooLarge(name, limit: limit) }
      if error.code == ENOMEM { throw .noMemory(name) }
      throw .reading(name, error.code)
    }
    return bytes
  }

  /// The first bytes of the file at `path`, `count` at most; `nil` for what is no file or cannot be read.
  package static func readHead(_ path: SourcePath, _ count: Int) -> [UInt8]? {
    do throws(ErrorNumber) {
      let file = try Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      guard try file.status().kind == .regular else { return nil }
      return file.readHead(count)
    } catch {
      return nil
    }
  }

  /// Whether the file at `path` opens with a line that is just `---`, after a byte-order mark if there is one; false
  /// for what cannot be read.
  static func startsWithFrontMatter(_ path: SourcePath) -> Bool {
    guard let head = readHead(path, 64) else { return false }
    var rest = head[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    guard rest.starts(with: [0x2D, 0x2D, 0x2D]) else { return false }
    let next = rest.dropFirst(3).first { $0 != 0x20 && $0 != 0x09 }
    return next == 0x0A || next == 0x0D
  }
}
