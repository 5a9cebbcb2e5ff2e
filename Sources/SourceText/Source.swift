/// The bytes of one file and its path; immutable.
public struct Source: Sendable {
  /// The path as it was given, in bytes: file names need not be UTF-8.
  public let path: SourcePath
  /// The content, as it was read: BOM, line ends and bad bytes included.
  public let bytes: [UInt8]

  /// Makes a source from a file's path and content.
  public init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a source from text, with the path in UTF-8.
  public init(path: String, text: String) {
    self.init(path: SourcePath(path), bytes: Array(text.utf8))
  }

  /// The text of `range`; bad bytes become U+FFFD. Parts of the range outside the content are left out.
  public func text(in range: ByteRange) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The bytes of `range`, cut to the content.
  public subscript(range: ByteRange) -> ArraySlice<UInt8> {
    let start = min(max(range.start, 0), bytes.count)
    let end = min(max(range.end, start), bytes.count)
    return bytes[start..<end]
  }
}

/// A file's path in the bytes of the file system, which need not be UTF-8.
public struct SourcePath: Hashable, Sendable {
  /// The bytes, without a closing NUL.
  public let bytes: [UInt8]

  /// A path from the file system's bytes.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A path from text, as UTF-8.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The path for people: bad bytes become U+FFFD.
  public var display: String { String(decoding: bytes, as: UTF8.self) }

  /// The part after the last `/`.
  public var fileName: ArraySlice<UInt8> {
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    return bytes[(slash.map { $0 + 1 } ?? 0)...]
  }
}

extension SourcePath: Comparable {
  /// Orders by the bytes, so that the order is the same on every machine.
  public static func < (left: SourcePath, right: SourcePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
