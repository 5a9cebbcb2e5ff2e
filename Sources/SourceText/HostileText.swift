/// What the text of a stranger's file could do to those who read it on a screen or in a build server's log.
package enum HostileText {
  /// Whether a character is no sign to be printed but does something: control characters, separators of lines, and
  /// what turns the direction of writing (UAX #9).
  package static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  /// Whether a `[` after `text` would begin a command wherever it stands in a line: `##[error]` for GitHub,
  /// `##vso[` for Azure, `##teamcity[` for TeamCity.
  package static func opensCommand(after text: [UInt8]) -> Bool {
    var index = text.count
    // No server has a longer name; without a bound, a line of letters and brackets would cost its square.
    let first = max(0, index - 16)
    while index > first, text[index - 1].isLetter { index -= 1 }
    return index >= 2 && text[index - 1] == UInt8(ascii: "#") && text[index - 2] == UInt8(ascii: "#")
  }

  /// Whether a line of `text` would be a command of GitHub: it begins with `::`, blanks before it passed over.
  package static func isCommand(line text: String) -> Bool {
    text.unicodeScalars.drop { $0.properties.isWhitespace }.starts(with: "::".unicodeScalars)
  }
}
