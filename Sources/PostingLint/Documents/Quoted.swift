import SourceText

/// Text of a file inside a message: short, on one line.
package enum Quoted {
  /// How many code points of a value are shown.
  private static let limit = 40

  /// The text for a message: cut after forty code points, line ends and tabs as blanks.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    var result = ""
    var count = 0
    for scalar in String(decoding: bytes.prefix(limit * 4 + 4), as: UTF8.self).unicodeScalars {
      if count == limit { return result + "…" }
      result.unicodeScalars.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar)
      count += 1
    }
    return result
  }

  /// The name of a file for a message, whole: it is to be typed as it stands.
  package static func name(_ bytes: some Collection<UInt8>) -> String {
    SafeText.make(String(decoding: bytes.prefix(255), as: UTF8.self))
  }

  /// The text of a scalar for a message.
  package static func text(_ text: String) -> String { Self.text(text.utf8) }
}
