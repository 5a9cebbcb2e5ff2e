/// Writes the difference of two texts in the unified format, as `git apply` and `patch` read it.
///
/// A line ends after LF and keeps all its bytes: CR, bad UTF-8 and NUL stand in the diff as they stand in the text.
public enum UnifiedDiff {
  /// How many unchanged lines stand around a change.
  private static let context = 3

  /// The diff that makes `new` out of `old`, for the file at `path`; empty when they are equal.
  ///
  /// A `/` at the start of the path is left out, as git wants paths inside a tree. Time and memory are in proportion to
  /// the texts: where they differ too much for the shortest diff, a passage is replaced as a whole.
  public static func make(old: [UInt8], new: [UInt8], path: SourcePath) -> [UInt8] {
    if old == new { return [] }
    let oldLines = LineRanges(old)
    let newLines = LineRanges(new)
    let changes = LineMatching.changes(old, oldLines, new, newLines)
    var output = header(path)
    output.reserveCapacity(output.count + size(of: changes, oldLines, newLines))
    var index = 0
    while index < changes.count {
      var end = index + 1
      // Two changes whose surroundings touch share a hunk.
      while end < changes.count, changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * context {
        end += 1
      }
      appendHunk(changes[index..<end], old, oldLines, new, newLines, to: &output)
      index = end
    }
    return output
  }

  /// About how long the changes are when they are written: a text that grows by doubling is there three times for a moment.
  private static func size(
    of changes: [LineMatching.Change], _ oldLines: LineRanges, _ newLines: LineRanges
  ) -> Int {
    func size(_ range: Range<Int>, _ lines: LineRanges) -> Int {
      range.isEmpty ? 0 : lines[range.upperBound - 1].end - lines[range.lowerBound].start + range.count
    }
    return changes.reduce(0) { sum, change in
      let around = max(0, change.old.lowerBound - context)..<min(oldLines.count, change.old.upperBound + context)
      return sum + 32 + size(around, oldLines) + size(change.new, newLines)
    }
  }

  private static func appendHunk(
    _ changes: ArraySlice<LineMatching.Change>, _ old: [UInt8], _ oldLines: LineRanges, _ new: [UInt8],
    _ newLines: LineRanges, to output: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, oldLines.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += "@@ -\(numbers(oldRange)) +\(numbers(newRange)) @@\n".utf8
    var position = oldRange.lowerBound
    for change in changes {
      append(position..<change.old.lowerBound, UInt8(ascii: " "), old, oldLines, to: &output)
      append(change.old, UInt8(ascii: "-"), old, oldLines, to: &output)
      append(change.new, UInt8(ascii: "+"), new, newLines, to: &output)
      position = change.old.upperBound
    }
    append(position..<oldRange.upperBound, UInt8(ascii: " "), old, oldLines, to: &output)
  }

  /// First line, from 1, and count; an empty range stands after the line that it names.
  private static func numbers(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func append(
    _ indices: Range<Int>, _ mark: UInt8, _ text: [UInt8], _ lines: LineRanges, to output: inout [UInt8]
  ) {
    for index in indices {
      output.append(mark)
      output += text[lines[index].indices]
      if text[lines[index].end - 1] != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
    }
  }

  // MARK: The name

  private static func header(_ path: SourcePath) -> [UInt8] {
    let name = Array(path.bytes.drop { $0 == UInt8(ascii: "/") })
    return Array("--- ".utf8) + quoted(Array("a/".utf8) + name) + Array("\n+++ ".utf8)
      + quoted(Array("b/".utf8) + name) + [0x0A]
  }

  /// The name as git writes it: in quotes with escapes where a reader could go wrong, and with a tab behind it where it
  /// holds a blank.
  private static func quoted(_ name: [UInt8]) -> [UInt8] {
    var isUTF8 = true
    var index = 0
    while index < name.count {
      guard let (_, length) = UTF8Scan.scalar(at: index, in: name) else {
        isUTF8 = false
        break
      }
      index += length
    }
    let needsQuotes =
      !isUTF8 || name.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    if !needsQuotes { return name.contains(0x20) ? name + [0x09] : name }
    var result = [UInt8(ascii: "\"")]
    for byte in name {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x20..<0x7F: result.append(byte)
      default:
        // Three octal digits.
        result += [UInt8(ascii: "\\"), 0x30 + (byte >> 6), 0x30 + (byte >> 3 & 7), 0x30 + (byte & 7)]
      }
    }
    return result + [UInt8(ascii: "\"")]
  }
}
