import Files
import SourceText

/// The address of a document exactly as the client writes it (RFC 3986); compared byte for byte.
struct DocumentURI: Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The address of a file.
  init(path: SourcePath) {
    var bytes = Array("file://".utf8)
    for byte in FolderListing.absolute(path).bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 15)]
      }
    }
    self.bytes = bytes
  }

  /// The address as text, for the client.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The path of a `file:` address; `nil` for any other, such as a buffer that was never saved.
  var path: SourcePath? {
    guard bytes.starts(with: Array("file:".utf8)) else { return nil }
    var rest = bytes.dropFirst(5)
    if rest.starts(with: [0x2F, 0x2F]) { rest = rest.dropFirst(2).drop { $0 != 0x2F } }
    guard rest.first == 0x2F else { return nil }
    let decoded = Self.decoded(rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    return decoded.contains(0) ? nil : SourcePath(bytes: decoded)
  }

  /// The bytes after percent-decoding (section 2.1); a `%` without two digits stands for itself.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = value(text[index + 1]),
        let low = value(text[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 - 10 + value }
}
