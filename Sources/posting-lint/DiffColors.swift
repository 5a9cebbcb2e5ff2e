import SourceText

/// Colours for a diff on a terminal.
enum DiffColors {
  /// A diff whose text is harmless, each line in the colour of its kind: removed, added, the place, the names of the file.
  static func painted(_ diff: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(diff.count + diff.count / 4)
    for line in diff.split(separator: Byte.lineFeed, omittingEmptySubsequences: false) {
      if let code = code(of: line) {
        output += "\u{1B}[\(code)m".utf8
        output += line
        output += "\u{1B}[0m".utf8
      } else {
        output += line
      }
      output.append(Byte.lineFeed)
    }
    output.removeLast()
    return output
  }

  private static func code(of line: ArraySlice<UInt8>) -> String? {
    if line.starts(with: "--- ".utf8) || line.starts(with: "+++ ".utf8) { return "1" }
    switch line.first {
    case UInt8(ascii: "-"): return "31"
    case UInt8(ascii: "+"): return "32"
    case UInt8(ascii: "@"): return "36"
    default: return nil
    }
  }
}
