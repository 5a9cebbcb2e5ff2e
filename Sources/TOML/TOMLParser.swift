public import DataTree
public import SourceText

/// A version of TOML that a text is held to.
public enum TOMLVersion: String, Sendable, CaseIterable {
  /// TOML 1.0.0.
  case toml10 = "1.0"
  /// TOML 1.1.0.
  case toml11 = "1.1"
}

/// What a reader of TOML is told besides the text.
public struct TOMLOptions: Sendable {
  /// The version that the text is held to; under 1.0 what only 1.1 takes is an error.
  public var version: TOMLVersion
  /// How many tables and arrays may be open at once, and how many parts lead to a key.
  public var depthLimit: Int
  /// Whether bytes that no TOML text may hold are errors.
  public var checksCharacters: Bool

  /// Makes options; the defaults are those for a bare TOML file.
  public init(version: TOMLVersion = .toml11, depthLimit: Int = 1_000, checksCharacters: Bool = true) {
    self.version = version
    self.depthLimit = depthLimit
    self.checksCharacters = checksCharacters
  }

  /// The front matter of a file: bad characters are left to whoever looks at the whole file, and what only 1.1 takes
  /// to whoever knows the readers.
  public static let frontMatter = TOMLOptions(checksCharacters: false)
}

/// What was read from a TOML text: always a tree, and what is wrong with the text.
public struct TOMLResult: Sendable {
  /// The nodes, a table after its key and before its own keys, whatever order the text has; the root is a mapping.
  public var tree: DataTree
  /// Mistakes, in the order of the text: the text is no TOML of the version asked for.
  public var errors: [TOMLError]
  /// What TOML 1.1 takes and TOML 1.0 does not, in the order of the text.
  public var newer: [TOMLError]
}

/// Reads TOML 1.1.0 and 1.0.0 into a tree with ranges, in one pass and linear time.
///
/// Nothing is thrown: mistakes are collected, what follows them is still read, and a tree always comes back. A date or
/// a time is a plain scalar of type `string`. The range of a table that has a header, or is named by a dotted key, goes
/// from its first key to the end of its last value; without keys it is empty, right after its header. A table or a key part that the text names
/// again is one node; `DataTree.otherPlaces` has the later places.
public enum TOMLParser {
  /// Reads `bytes`, or only those in `range` (whole lines); every range in the result counts in the whole of `bytes`.
  public static func parse(
    _ bytes: [UInt8], in range: ByteRange? = nil, options: TOMLOptions = TOMLOptions()
  ) -> TOMLResult {
    let end = min(max(range?.end ?? bytes.count, 0), bytes.count)
    let start = min(max(range?.start ?? 0, 0), end)
    guard end < Int32.max else {
      let error = TOMLError(.tooLarge, ByteRange(at: start))
      return TOMLResult(tree: DataTree(bytes: bytes), errors: [error], newer: [])
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var reader = unsafe Reader(bytes, Input(buffer, end: end), from: start, options: options)
      reader.readDocument()
      return reader.result()
    }
  }
}
