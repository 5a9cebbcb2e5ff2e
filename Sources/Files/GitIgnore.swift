import SourceText

/// The patterns of one `.gitignore` file, as gitignore(5) describes them.
///
/// Paths are relative to the folder of the file. A pattern that git cannot read, such as one with an unclosed `[`,
/// ignores nothing, as in git.
package struct GitIgnore: Hashable, Sendable {
  /// What the file says of a path.
  package enum Verdict: Hashable, Sendable {
    /// The last pattern that fits ignores the path.
    case ignored
    /// The last pattern that fits begins with `!`.
    case kept
    /// No pattern fits: the files of the folders above decide.
    case silent
  }

  private struct Line: Hashable {
    let pattern: AnchoredPattern
    let isNegated: Bool
  }

  private var lines: [Line] = []

  /// Reads the content of a `.gitignore` file.
  package init(_ content: [UInt8]) {
    var rest = content[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    // One line after the other: a list of all would hold them twice.
    while let start = rest.firstIndex(where: { $0 != 0x0A }) {
      let end = rest[start...].firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[start..<end]
      rest = rest[end...]
      if line.last == 0x0D { line.removeLast() }
      line = Self.trimmed(line)
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let isNegated = line.first == UInt8(ascii: "!")
      if isNegated { line.removeFirst() }
      guard !line.isEmpty, let pattern = try? AnchoredPattern(line, wholeCharacters: false) else { continue }
      lines.makeRoom(at: end, of: content.count)
      lines.append(Line(pattern: pattern, isNegated: isNegated))
    }
  }

  /// Whether there is no pattern.
  package var isEmpty: Bool { lines.isEmpty }

  /// What the file says of `path` from its offset `start` on; the folders that the path lies in are not looked at.
  package func verdict(on path: [UInt8], from start: Int = 0, isFolder: Bool) -> Verdict {
    for line in lines.reversed()
    where line.pattern.matches(path, from: start, to: path.count, isFolder: isFolder) {
      return line.isNegated ? .kept : .ignored
    }
    return .silent
  }

  /// The line without the blanks at its end that no `\` protects.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index = min(index + 2, line.endIndex)
        end = index
      } else {
        index += 1
        if line[index - 1] != 0x20 { end = index }
      }
    }
    return line[..<end]
  }
}
