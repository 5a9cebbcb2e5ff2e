import SourceText

/// Colours for the page of a rule on a terminal.
enum ManualColors {
  /// A page with its first line and its headings in bold: lines at the margin above indented ones.
  static func painted(_ page: String) -> [UInt8] {
    let lines = Array(page.utf8).split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
    var output: [UInt8] = []
    for (number, line) in lines.enumerated() {
      let isHeading = number + 1 < lines.count && line.first != Byte.space && lines[number + 1].first == Byte.space
      if !line.isEmpty, number == 0 || isHeading {
        output += "\u{1B}[1m".utf8
        output += line
        output += "\u{1B}[0m".utf8
      } else {
        output += line
      }
      if number + 1 < lines.count { output.append(Byte.lineFeed) }
    }
    return output
  }
}
