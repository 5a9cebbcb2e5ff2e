package import SourceText

/// The lines of a file that are not as they were; lines end at a line feed, as git counts them.
package struct ChangedLines: Hashable, Sendable {
  /// The lines, counted from 0, in their order.
  private let ranges: [Range<Int>]

  /// Every line of a file.
  package static let all = ChangedLines([0..<Int.max])

  /// The lines in `ranges`, which are sorted.
  package init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
  }

  /// The bytes of the lines, line ends included, in a text of which these are lines.
  package func bytes(in text: [UInt8]) -> [ByteRange] {
    var result: [ByteRange] = []
    var (line, start) = (0, 0)
    for range in ranges {
      while line < range.lowerBound, start < text.count { Self.pass(&line, &start, text) }
      let first = start
      while line < range.upperBound, start < text.count { Self.pass(&line, &start, text) }
      result.append(ByteRange(first, start))
    }
    return result
  }

  private static func pass(_ line: inout Int, _ start: inout Int, _ text: [UInt8]) {
    start = text[start...].firstIndex(of: Byte.lineFeed).map { $0 + 1 } ?? text.count
    line += 1
  }
}

/// Reads the changed lines off a patch without context, as `git diff --unified=0 --dst-prefix=b/` prints it.
enum PatchReader {
  /// The names of the files, from the root, with their lines that are new or stand beside lines that are gone.
  static func lines(of patch: [UInt8]) -> [(name: [UInt8], lines: ChangedLines)] {
    var result: [(name: [UInt8], lines: ChangedLines)] = []
    var name: [UInt8]?
    var ranges: [Range<Int>] = []
    // The lines of a passage that are still to come: none of them is a heading, whatever it says.
    var content = 0
    func end() {
      if let name { result.append((name, ChangedLines(ranges))) }
    }
    for line in patch.split(separator: Byte.lineFeed, omittingEmptySubsequences: false) {
      if content > 0, line.first != UInt8(ascii: "\\") {
        content -= 1
      } else if line.starts(with: "diff --git ".utf8) {
        end()
        name = nil
        ranges = []
      } else if line.starts(with: "+++ ".utf8) {
        name = self.name(line.dropFirst(4))
      } else if line.starts(with: "@@ ".utf8) {
        guard let passage = Passage(line) else { continue }
        content = passage.oldCount + passage.newCount
        let range = passage.range
        if let last = ranges.last, range.lowerBound <= last.upperBound {
          ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
          ranges.append(range)
        }
      }
    }
    end()
    return result
  }

  /// `@@ -OLD[,COUNT] +NEW[,COUNT] @@`
  private struct Passage {
    let oldCount: Int
    let newStart: Int
    let newCount: Int

    init?(_ line: ArraySlice<UInt8>) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
      guard words.count > 2, let old = Self.numbers(words[1]), let new = Self.numbers(words[2]) else { return nil }
      oldCount = old.count
      newStart = new.start
      newCount = new.count
    }

    /// The lines, from 0: where lines are only gone, those before and after.
    var range: Range<Int> {
      newCount == 0 ? max(newStart - 1, 0)..<newStart + 1 : max(newStart - 1, 0)..<max(newStart - 1, 0) + newCount
    }

    private static func numbers(_ word: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
      let parts = word.dropFirst().split(separator: UInt8(ascii: ","))
      guard let first = parts.first, let start = number(first) else { return nil }
      guard parts.count > 1 else { return (start, 1) }
      return number(parts[1]).map { (start, $0) }
    }

    /// A number of lines, of which no file has more than this many.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
      Int(String(decoding: digits, as: UTF8.self)).flatMap { (0...1 << 40).contains($0) ? $0 : nil }
    }
  }

  /// The name of a file in a heading: behind the prefix, without the tab that ends a name with spaces, and as it is where
  /// git puts it into quotes.
  private static func name(_ heading: ArraySlice<UInt8>) -> [UInt8]? {
    var text = heading
    if text.last == Byte.tab { text = text.dropLast() }
    let name = text.first == Byte.doubleQuote ? unquoted(text.dropFirst().dropLast()) : Array(text)
    return name.starts(with: "b/".utf8) ? Array(name.dropFirst(2)) : nil
  }

  /// A text in which `\` introduces a letter of C or three octal digits.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "a"): result.append(7)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "v"): result.append(11)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        let digits = [next] + rest.prefix(2)
        rest = rest.dropFirst(2)
        result.append(UInt8(String(decoding: digits, as: UTF8.self), radix: 8) ?? Byte.question)
      default: result.append(next)
      }
    }
    return result
  }
}
