package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A new folder in the system's folder for temporary files that only this user can enter.
package struct PrivateFolder: Sendable {
  /// Where it is, absolute.
  package let path: SourcePath
  private var files: [SourcePath] = []

  /// Makes the folder; `name` is how its name begins. `nil` where the system refuses.
  package init?(name: String) {
    var base = Array("/tmp".utf8)
    if let given = unsafe getenv("TMPDIR") {
      let bytes = unsafe UnsafeBufferPointer(start: given, count: strlen(given)).map { UInt8(bitPattern: $0) }
      if bytes.first == UInt8(ascii: "/") { base = bytes }
    }
    while base.count > 1, base.last == UInt8(ascii: "/") { base.removeLast() }
    var template = base.map { CChar(bitPattern: $0) } + "/\(name)-XXXXXX".utf8CString
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else { return nil }
    path = SourcePath(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
  }

  /// Writes a file of a name; whether that worked.
  @discardableResult package mutating func write(_ name: String, _ bytes: [UInt8]) -> Bool {
    let file = path.appending(name)
    do {
      var output = try OutputWriter.file(file)
      output.write(bytes)
      try output.finish()
    } catch {
      return false
    }
    files.append(file)
    return true
  }

  /// Removes the files that were written, and the folder.
  package func remove() {
    for file in files { _ = try? unsafe file.withCString { unsafe unlink($0) } }
    _ = try? unsafe path.withCString { unsafe rmdir($0) }
  }
}
