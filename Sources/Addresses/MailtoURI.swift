public import SourceText

/// A `mailto:` URI (RFC 6068), right or wrong, and where its parts stand.
///
///     mailto:a@exemple.fr,b@exemple.fr?cc=c@exemple.fr&subject=Bonjour
///            └─────── path ──────────┘ └── field ────┘ └── field ────┘
public struct MailtoURI: Sendable {
  /// Where a recipient is named.
  public enum Place: String, Sendable, CaseIterable {
    /// Before the `?`.
    case path
    /// In a field `to`.
    case to
    /// In a field `cc`.
    case cc
    /// In a field `bcc`.
    case bcc
  }

  /// One recipient.
  public struct Recipient: Hashable, Sendable {
    /// Where it is named.
    public var place: Place
    /// The address as it is written.
    public var range: ByteRange
    /// The address, decoded.
    public var address: [UInt8]
    /// Whether it is a good address.
    public var isValid: Bool
  }

  /// One field after the `?`.
  public struct Field: Hashable, Sendable {
    /// The name as it is written.
    public var nameRange: ByteRange
    /// The value as it is written.
    public var valueRange: ByteRange
    /// The name, decoded, in lower case.
    public var name: [UInt8]
    /// The value, decoded.
    public var value: [UInt8]
  }

  /// The whole URI.
  public let range: ByteRange
  /// Between `mailto:` and `?`.
  public internal(set) var pathRange: ByteRange
  /// The recipients, the path's first; no more than the first ten thousand.
  public internal(set) var recipients: [Recipient] = []
  /// The fields, `to`, `cc` and `bcc` included, in order; no more than the first ten thousand.
  public internal(set) var fields: [Field] = []
  /// What is wrong, by position; no more than the first thousand.
  public internal(set) var errors: [MailtoError] = []

  /// Whether it is a `mailtoURI` of RFC 6068, 2, to good addresses.
  public var isValid: Bool { errors.isEmpty }

  /// The first field of that name, written in lower case.
  public func field(_ name: String) -> Field? {
    let name = Array(name.utf8)
    return fields.first { $0.name == name }
  }

  /// Reads the whole of `range` (cut to `bytes`) as one URI; escapes of Markdown and HTML must be decoded before.
  public static func parse(_ bytes: [UInt8], in range: ByteRange) -> MailtoURI {
    var parser = MailtoParser(bytes, bytes.clamped(range))
    parser.parse()
    return parser.uri
  }

  /// Whether a byte may stand in a URI as it is, escapes of Markdown and HTML apart: of a URI of such bytes alone none is
  /// missing its encoding (``MailtoError/isMissingEncoding``), whatever else may be wrong with it.
  package static func isPlain(_ byte: UInt8) -> Bool {
    AddressByte.isFieldText(byte) || AddressByte.isWhitespace(byte) || byte == Byte.percent || byte == Byte.hash
  }

  init(range: ByteRange) {
    self.range = range
    pathRange = ByteRange(at: range.end)
  }
}
