import Files
import SourceText

/// What wildcards promise of any pattern and path; the first line break is between the two.
enum GlobLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let parts = TwoParts(bytes, at: "\n")
    let path = SourcePath(bytes: parts.second)
    checkIgnore(parts)
    let text = String(decoding: parts.first, as: UTF8.self)
    let glob: Glob
    do {
      glob = try Glob(text)
    } catch {
      return try RangeLaw.checkMessage(error.message, "glob")
    }
    let matches = glob.matches(path)
    try require(glob.matches(path) == matches, "a second answer differs")
    if matches { try require(glob.covers(path), "a path is matched and not covered") }
    // Either of two patterns that are the same is that pattern.
    if let either = try? Glob("{\(text),\(text)}"), !text.utf8.contains(where: { "{},\\[".utf8.contains($0) }) {
      try require(either.matches(path) == matches, "a pattern in braces matches otherwise")
    }
  }

  private static func checkIgnore(_ parts: TwoParts) {
    let ignore = GitIgnore(parts.first)
    _ = ignore.verdict(on: parts.second, isFolder: false)
    _ = ignore.verdict(on: parts.second, isFolder: true)
  }
}
