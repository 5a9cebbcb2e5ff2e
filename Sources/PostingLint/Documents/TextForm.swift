import Mojibake
package import SourceText

/// What the bytes of a file are, before anybody reads them as text.
///
/// Only ``text`` is read further: every other form gets one finding, at `place`, and no fix of any rule.
package enum TextForm: Hashable, Sendable {
  /// UTF-8, or text of a single-byte encoding.
  case text
  /// UTF-16 or UTF-32; `place` is the byte-order mark, or else the first character.
  case wide(name: String, place: ByteRange)
  /// Bytes that hold NUL, which no text does; `place` is the first run of them.
  case binary(place: ByteRange)
  /// Bytes that make no text in any encoding that is known; `place` is the first run of bad ones.
  case unknown(place: ByteRange)

  /// Whether the rules may read the file.
  package var isText: Bool { self == .text }

  /// The number of bytes, from the start, that the encoding is told by.
  private static let sample = 4096
  /// Fewer bad bytes than this may be a few lost characters of a text.
  private static let fewest = 16

  /// Tells the form of `bytes` with these runs that are no UTF-8, and of control characters. Linear time; for UTF-8
  /// without controls, at once.
  init(_ bytes: [UInt8], invalid: [ByteRange], controls: [ByteRange]) {
    self = .text
    if invalid.isEmpty && controls.isEmpty { return }
    if let wide = Self.wide(bytes) {
      self = wide
    } else if let place = controls.first(where: { bytes[$0.start] == 0 }) {
      self = .binary(place: place)
    } else if let first = invalid.first, Self.isUnknown(bytes, invalid, controls) {
      self = .unknown(place: first)
    }
  }

  /// UTF-16 or UTF-32 with its mark (Unicode Standard, table 2-4), or plainly so without: nearly every second byte of
  /// the same parity is NUL, or three of four are.
  private static func wide(_ bytes: [UInt8]) -> TextForm? {
    let marks: [(mark: [UInt8], name: String)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32 LE"), ([0, 0, 0xFE, 0xFF], "UTF-32 BE"), ([0xFF, 0xFE], "UTF-16 LE"),
      ([0xFE, 0xFF], "UTF-16 BE"),
    ]
    for (mark, name) in marks where bytes.starts(with: mark) {
      return .wide(name: name, place: ByteRange(0, mark.count))
    }
    let units = bytes.prefix(sample).count / 4
    guard units >= 2 else { return nil }
    var nuls = [0, 0, 0, 0]
    for index in 0..<(units * 4) where bytes[index] == 0 { nuls[index % 4] += 1 }
    let most = units * 4 / 5
    switch nuls.map({ $0 >= most ? 1 : $0 * 20 > units ? 2 : 0 }) {
    case [0, 1, 0, 1]: return .wide(name: "UTF-16 LE", place: ByteRange(0, 2))
    case [1, 0, 1, 0]: return .wide(name: "UTF-16 BE", place: ByteRange(0, 2))
    case [0, 1, 1, 1]: return .wide(name: "UTF-32 LE", place: ByteRange(0, 4))
    case [1, 1, 1, 0]: return .wide(name: "UTF-32 BE", place: ByteRange(0, 4))
    default: return nil
    }
  }

  /// Whether bytes that are no UTF-8 are no text of a single-byte encoding either: controls stand among them, or most
  /// of them cannot be read.
  private static func isUnknown(_ bytes: [UInt8], _ invalid: [ByteRange], _ controls: [ByteRange]) -> Bool {
    guard invalid.lazy.map(\.count).reduce(0, +) >= fewest else { return false }
    let controlled = controls.lazy.filter { bytes[$0.start] < 0x80 }.map(\.count).reduce(0, +)
    if controlled * 32 > bytes.count { return true }
    let found = LegacyDecoding.findings(in: bytes)
    return found.count { $0.replacement == nil } * 2 > found.count
  }
}
