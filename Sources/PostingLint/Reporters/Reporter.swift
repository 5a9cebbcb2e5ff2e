import SourceText

/// Writes the findings of a run in one format: `begin`, one `add` a file in the order of the paths, `end`.
///
/// Where the text on one file does not depend on the other files, it is made by `text(of:)`, on any thread, and added by
/// `add(text:)`; a reporter has either these or `add`. Memory does not grow with the number of files, except where a
/// format has its totals at its head.
public protocol Reporter: Sendable {
  /// Writes what stands before the first file.
  mutating func begin(_ output: inout [UInt8])
  /// Writes the findings of one file.
  mutating func add(_ report: FileReport, _ output: inout [UInt8])
  /// The findings of one file as they stand beside those of others; `nil` where they can only be written in their turn.
  func text(of report: FileReport) -> [UInt8]?
  /// Writes the findings of one file that were made into text.
  mutating func add(text: [UInt8], _ output: inout [UInt8])
  /// Writes what stands after the last file.
  mutating func end(_ summary: Summary, _ output: inout [UInt8])
}

extension Reporter {
  /// Writes the findings of one file.
  public mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    if let text = text(of: report) { add(text: text, &output) }
  }

  /// None: the findings are written in their turn.
  public func text(of report: FileReport) -> [UInt8]? { nil }

  /// Writes the text as it is.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) { output += text }
}

/// Makes text that is safe to print in a line-based format.
package enum SafeText {
  /// Appends text with control characters and `##[` escaped, so that a file can put neither terminal escapes nor
  /// workflow commands into the output; tabs become one blank, bad bytes U+FFFD.
  package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09: output.append(0x20)
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB:
        output += Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
      case 0x5B where output.count >= 2 && output.suffix(2).elementsEqual([0x23, 0x23]):
        output += Array("\\u{5B}".utf8)
      case 0..<0x80: output.append(UInt8(truncatingIfNeeded: scalar.value))
      default: output += Array(String(scalar).utf8)
      }
    }
  }

  /// Appends a path that begins a line; one that a build server would take for a command (`::`, blanks before it
  /// passed over) gets `./` before it.
  package static func appendPath(_ path: [UInt8], to output: inout [UInt8]) {
    let text = String(decoding: path, as: UTF8.self).unicodeScalars
    if let first = text.first, first == ":" || first.properties.isWhitespace { output += [0x2E, 0x2F] }
    append(path, to: &output)
  }

  /// The text with control characters and `##[` escaped.
  package static func make(_ text: String) -> String {
    var output: [UInt8] = []
    append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

/// Writes JSON text (RFC 8259).
package enum JSONText {
  /// Appends a string with its quotes; control characters and `##[` are escaped.
  package static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: output += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: output += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20, 0x7F: output += Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 15)]
      case UInt8(ascii: "[") where output.count >= 2 && output.suffix(2).elementsEqual([0x23, 0x23]):
        output += Array("\\u005B".utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends `"key":` and a string.
  package static func append(_ key: StaticString, _ text: String, to output: inout [UInt8]) {
    append(key, to: &output)
    append(text, to: &output)
  }

  /// Appends `"key":` and a number.
  package static func append(_ key: StaticString, _ number: Int, to output: inout [UInt8]) {
    append(key, to: &output)
    output += Array(String(number).utf8)
  }

  /// Appends `"key":`.
  package static func append(_ key: StaticString, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
    output += [UInt8(ascii: "\""), UInt8(ascii: ":")]
  }

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x41 - 10 + digit }
}
