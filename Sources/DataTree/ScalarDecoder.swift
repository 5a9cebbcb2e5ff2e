public import SourceText

/// How a syntax turns the written form of a scalar into its value.
///
/// It is only asked for scalars that are not verbatim.
public struct ScalarDecoder: Sendable {
  /// The value, in UTF-8, of the scalar `node` whose inner text is `content` in `bytes`.
  public let decode: @Sendable (_ node: Node, _ content: ByteRange, _ bytes: [UInt8]) -> [UInt8]

  /// A decoder; `decode` gives a value for any node and any bytes.
  public init(_ decode: @escaping @Sendable (_ node: Node, _ content: ByteRange, _ bytes: [UInt8]) -> [UInt8]) {
    self.decode = decode
  }

  /// The inner text as it is written.
  public static let verbatim = ScalarDecoder { _, content, bytes in Array(bytes[content.indices]) }
}
