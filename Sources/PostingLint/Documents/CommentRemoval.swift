import SourceText

/// Takes a comment out of a file.
enum CommentRemoval {
  /// The edit that removes a comment with the blanks before it, and its whole line where nothing else stands there.
  static func edit(_ comment: ByteRange, in bytes: [UInt8]) -> Edit {
    var range = comment
    while range.start > 0, bytes[range.start - 1] == 0x20 || bytes[range.start - 1] == 0x09 { range.start -= 1 }
    let isAlone = range.start == 0 || bytes[range.start - 1] == 0x0A || bytes[range.start - 1] == 0x0D
    if isAlone {
      if range.end < bytes.count, bytes[range.end] == 0x0D { range.end += 1 }
      if range.end < bytes.count, bytes[range.end] == 0x0A { range.end += 1 }
    }
    return .deletion(range)
  }
}
