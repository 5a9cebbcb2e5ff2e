import SourceText

/// Writes text into XML 1.0 documents.
enum XMLText {
  /// Appends text for content or for an attribute between double quotes (XML 1.0, 2.4).
  ///
  /// Characters that XML 1.0 forbids (2.2) become U+FFFD, since no escape may stand for them either. Line ends and tabs
  /// are escaped, as an attribute would turn them into blanks, and so is what must not be printed as it is.
  static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x26: output += Array("&amp;".utf8)
      case 0x3C: output += Array("&lt;".utf8)
      case 0x3E: output += Array("&gt;".utf8)
      case 0x22: output += Array("&quot;".utf8)
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: output += [0xEF, 0xBF, 0xBD]
      case 0x5B where HostileText.opensCommand(after: output): output += Array("&#91;".utf8)
      case _ where HostileText.isUnprintable(scalar): output += Array("&#\(scalar.value);".utf8)
      case 0..<0x80: output.append(UInt8(truncatingIfNeeded: scalar.value))
      default: output += String(scalar).utf8
      }
    }
  }

  /// Appends ` name="text"`.
  static func append(_ name: StaticString, _ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: " "))
    name.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
    output += [UInt8(ascii: "="), UInt8(ascii: "\"")]
    append(text, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends ` name="text"`.
  static func append(_ name: StaticString, _ text: String, to output: inout [UInt8]) {
    append(name, text.utf8, to: &output)
  }

  /// The declaration that begins a document.
  static let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
}
