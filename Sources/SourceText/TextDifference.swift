extension Edit {
  /// The edits that make `new` out of `old`: sorted, free of overlap, each as small as its lines allow.
  ///
  /// Whole lines are compared first; what equal bytes a changed passage begins and ends with is left out of its edit,
  /// at the boundaries of characters.
  public static func difference(from old: [UInt8], to new: [UInt8]) -> [Edit] {
    if old == new { return [] }
    let oldLines = LineRanges(old)
    let newLines = LineRanges(new)
    return LineMatching.changes(old, oldLines, new, newLines).map { change in
      let before = bytes(of: change.old, oldLines, end: old.count)
      let after = bytes(of: change.new, newLines, end: new.count)
      return trimmed(before, old, after, new)
    }
  }

  private static func bytes(of lines: Range<Int>, _ ranges: LineRanges, end: Int) -> ByteRange {
    let start = lines.lowerBound < ranges.count ? ranges[lines.lowerBound].start : end
    return ByteRange(start, lines.isEmpty ? start : ranges[lines.upperBound - 1].end)
  }

  private static func trimmed(_ before: ByteRange, _ old: [UInt8], _ after: ByteRange, _ new: [UInt8]) -> Edit {
    var (before, after) = (before, after)
    while !before.isEmpty, !after.isEmpty, old[before.start] == new[after.start] {
      before.start += 1
      after.start += 1
    }
    while isInsideCharacter(before.start, old) || isInsideCharacter(after.start, new) {
      before.start -= 1
      after.start -= 1
    }
    while !before.isEmpty, !after.isEmpty, old[before.end - 1] == new[after.end - 1] {
      before.end -= 1
      after.end -= 1
    }
    while isInsideCharacter(before.end, old) || isInsideCharacter(after.end, new) {
      before.end += 1
      after.end += 1
    }
    return Edit(before, Array(new[after.indices]))
  }

  private static func isInsideCharacter(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset > 0 && offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
}
