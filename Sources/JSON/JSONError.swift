public import SourceText

/// Why a text is not JSON.
public enum JSONError: Error, Hashable, Sendable {
  /// Something else should stand at `range`.
  case unexpected(ByteRange)
  /// The text ends too early.
  case unexpectedEnd(ByteRange)
  /// More than `JSONParser.depthLimit` collections are open.
  case tooDeep(ByteRange)
  /// The text is larger than 2 GiB.
  case tooLarge

  /// Where the mistake is.
  public var range: ByteRange {
    switch self {
    case .unexpected(let range), .unexpectedEnd(let range), .tooDeep(let range): range
    case .tooLarge: ByteRange(at: 0)
    }
  }
}
