/// Writes text into HTML documents.
enum HTMLText {
  /// Appends text for content or for an attribute between double quotes.
  ///
  /// A reference to a control character U+0080 to U+009F stands for a letter of windows-1252 (HTML, 13.2.5.84), so that
  /// damage would look mended; these become U+FFFD, as do others of which a reference is a mistake of the page.
  static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    var shown = String.UnicodeScalarView()
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D, 0x7F..<0xA0: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    XMLText.append(String(shown).utf8, to: &output)
  }
}
