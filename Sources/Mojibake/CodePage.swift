/// A single-byte encoding that UTF-8 is often read as by mistake.
///
/// Bytes that a code page leaves without meaning count as the code points of the same number, as Windows and browsers
/// read them.
public enum CodePage: Int, Sendable, CaseIterable {
  /// ISO 8859-1.
  case latin1
  /// Windows-1252, western Europe.
  case windows1252
  /// Windows-1254, Turkish.
  case windows1254
  /// ISO 8859-15, western Europe with the euro sign.
  case latin9
  /// Windows-1250, central Europe.
  case windows1250
  /// Windows-1251, Cyrillic.
  case windows1251
  /// Windows-1253, Greek.
  case windows1253
  /// Windows-1257, Baltic.
  case windows1257
  /// ISO 8859-2, central Europe.
  case latin2
  /// Mac OS Roman.
  case macRoman
  /// MS-DOS 437, the first IBM PC.
  case codePage437
  /// MS-DOS 850, western Europe.
  case codePage850

  /// The name that people and registries know it by.
  public var name: String {
    switch self {
    case .latin1: "ISO-8859-1"
    case .windows1252: "Windows-1252"
    case .windows1254: "Windows-1254"
    case .latin9: "ISO-8859-15"
    case .windows1250: "Windows-1250"
    case .windows1251: "Windows-1251"
    case .windows1253: "Windows-1253"
    case .windows1257: "Windows-1257"
    case .latin2: "ISO-8859-2"
    case .macRoman: "Mac Roman"
    case .codePage437: "CP437"
    case .codePage850: "CP850"
    }
  }

  /// The code point of `byte`.
  public func scalar(of byte: UInt8) -> Unicode.Scalar {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    return Unicode.Scalar(codePageUpperHalves[rawValue][Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }
}

/// A set of code pages, one bit each.
struct CodePageSet: Hashable, Sendable {
  var bits: UInt16

  init(_ page: CodePage) {
    bits = 1 << UInt16(page.rawValue)
  }

  private init(_ pages: [CodePage]) {
    bits = pages.reduce(0) { $0 | CodePageSet($1).bits }
  }

  /// The pages of western Europe, whose damage is common: lost bytes are inferred in them.
  static let western = CodePageSet([.latin1, .windows1252, .windows1254, .latin9])
  /// The pages in which byte 0xA0 is the no-break space.
  static let noBreakSpace = CodePageSet([
    .latin1, .windows1252, .windows1254, .latin9, .windows1250, .windows1251, .windows1253, .windows1257, .latin2,
  ])
}

/// The inverse of the code pages: which byte each character is in each of them.
///
/// Characters that are in no code page have row 0. A character of the C1 range is its own byte in every page that has
/// a hole there, in ISO 8859-1 and -2, and in the western Windows pages.
///
/// A class, because it is one table for all and costs one reference to pass on.
final class ByteTable: Sendable {
  static let shared = ByteTable()
  static let pageCount = 12

  /// Rows by code point, for code points below `limit`; U+F8FF, Apple's logo, is the one member above.
  private let rowOfScalar = ByteTableData.rows
  /// `pageCount` bytes a row; 0 where the page lacks the character.
  private let bytes = ByteTableData.bytes
  /// By code point: the pages in which it is a lead byte; two bits that tell whether it is one of two, and of three or
  /// four, in a page beyond the western ones; from bit 16 the pages in which it is a continuation byte; and in the three
  /// highest bits where it stands in ordinary text (``Ordinariness``).
  private let roles = ByteTableData.roles
  /// For each row, the pages in which it is a lead byte of UTF-8 (0xC2 to 0xF4).
  private let leads = ByteTableData.leads
  private static let limit = 0x2600
  private static let appleLogo: UInt32 = 0xF8FF

  private init() {}

  private static func slot(_ value: UInt32) -> Int? {
    if value < UInt32(limit) { return Int(value) }
    return value == appleLogo ? limit : nil
  }

  /// The number of rows, row 0 included.
  var rowCount: Int { leads.count }

  /// The row of a character, 0 when it is in no code page.
  func row(of value: UInt32) -> Int {
    guard let slot = Self.slot(value) else { return 0 }
    return Int(rowOfScalar[slot])
  }

  /// What a character may be: see `roles`.
  @inline(__always)
  func roles(of value: UInt32) -> UInt32 {
    value < UInt32(Self.limit) ? roles[Int(value)] : value == Self.appleLogo ? roles[Self.limit] : 0
  }

  /// The roles of the code points below U+2600, for a walk over a whole text.
  func withRoles(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    unsafe roles.withUnsafeBufferPointer { unsafe body($0) }
  }

  /// The byte of a row in a page, 0 when the page lacks it.
  func byte(row: Int, page: Int) -> UInt8 { bytes[row * Self.pageCount + page] }

  /// The pages in which the row is a lead byte.
  func leadPages(row: Int) -> UInt16 { leads[row] }
}
