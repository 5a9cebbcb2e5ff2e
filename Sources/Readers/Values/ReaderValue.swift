import SourceText

/// What a reader makes of a node.
public indirect enum ReaderValue: Sendable {
  /// Nothing.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A whole number in decimal, with `-` where it is negative, without leading zeros.
  case int(String)
  /// Any other number; infinities and not-a-number included.
  case float(Double)
  /// Text, in UTF-8; half of a pair of surrogates is kept as three bytes.
  case string([UInt8])
  /// A day.
  case date(CalendarTime)
  /// A day and a time.
  case dateTime(CalendarTime)
  /// A date or a time without a zone, as the reader prints it.
  case local(ReaderKind, String)
  /// Bytes of `!!binary`.
  case bytes([UInt8])
  /// A list.
  case sequence([ReaderValue])
  /// Pairs, in the reader's own order.
  case mapping([ReaderPair])
  /// The keys of a `!!set`.
  case set([ReaderValue])
  /// Paragraphs that pandoc makes of a text which ends with a line end.
  case blocks([UInt8])
  /// Nothing at all, not even nothing (JavaScript).
  case undefined

  /// The text of a word.
  static func text(_ word: String) -> ReaderValue { .string(Array(word.utf8)) }
}

/// A key and its value.
public struct ReaderPair: Sendable {
  /// The key, as the reader has it.
  public var key: ReaderValue
  /// The value.
  public var value: ReaderValue

  /// Makes a pair.
  public init(_ key: ReaderValue, _ value: ReaderValue) {
    self.key = key
    self.value = value
  }
}

/// What kind of value it is, in one word.
public enum ReaderKind: String, Hashable, Sendable, CaseIterable {
  case null
  case bool
  case int
  case float
  case string
  case date
  case datetime
  case bytes
  case seq
  case map
  case set
  case blocks
  case other
}

extension ReaderValue {
  /// What kind of value it is.
  public var kind: ReaderKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .string: .string
    case .date: .date
    case .dateTime: .datetime
    case .bytes: .bytes
    case .sequence: .seq
    case .mapping: .map
    case .set: .set
    case .blocks: .blocks
    case .undefined: .other
    case .local(let kind, _): kind
    }
  }
}
