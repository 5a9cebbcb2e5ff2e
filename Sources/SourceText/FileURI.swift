/// The `file:` URIs of paths (RFC 8089).
package enum FileURI {
  /// The URI of an absolute path; names need not be UTF-8.
  package static func make(_ path: SourcePath) -> [UInt8] {
    Array("file://".utf8) + PercentCoding.encode(path: path.bytes)
  }

  /// The absolute path that a URI names, whatever its host; `nil` for other schemes, relative paths and NUL bytes.
  package static func path(of uri: [UInt8]) -> SourcePath? {
    guard uri.starts(with: "file:".utf8) else { return nil }
    var rest = uri.dropFirst(5)
    if rest.starts(with: "//".utf8) { rest = rest.dropFirst(2).drop { $0 != Byte.slash } }
    guard rest.first == Byte.slash else { return nil }
    let path = PercentCoding.decoded(rest.prefix { $0 != Byte.question && $0 != Byte.hash })
    return path.contains(0) ? nil : SourcePath(bytes: path)
  }
}
