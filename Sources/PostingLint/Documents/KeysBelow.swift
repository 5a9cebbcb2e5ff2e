import SourceText

/// Keys that stand at the head of the body up to another fence: every reader ends the front matter above them.
struct KeysBelow {
  /// The lines of the keys, without their ends, in the order of the file; at least one.
  let lines: [ByteRange]

  /// No front matter has more lines than these without a key that somebody meant.
  private static let lineLimit = 40

  /// Looks below the front matter; `nil` where no keys stand there.
  init?(_ document: Document) {
    let bytes = document.bytes
    let body = document.frontMatter.body
    var start = body.start
    var lines: [ByteRange] = []
    while start < body.end, lines.count < Self.lineLimit {
      let end = bytes[start..<body.end].firstIndex(of: Byte.lineFeed) ?? body.end
      let line = bytes[start..<end].last == Byte.carriageReturn ? ByteRange(start, end - 1) : ByteRange(start, end)
      start = end + 1
      if bytes[line.indices].elementsEqual("---".utf8), !lines.isEmpty {
        let keys = lines.filter { Self.name(bytes[$0.indices]) != nil }
        // Under a single line the dashes make it a heading, but where dots closed the front matter.
        let closesWithDots = document.frontMatter.closing.map { bytes[$0.start] == Byte.dot } ?? false
        guard !keys.isEmpty, lines.count > 1 || closesWithDots, lines.last == keys.last else { return nil }
        self.lines = keys
        return
      }
      if bytes[line.indices].allSatisfy(\.isBlank) { return nil }
      lines.append(line)
    }
    return nil
  }

  /// Whether one of the keys has this name.
  func hold(_ name: String, in bytes: [UInt8]) -> Bool {
    lines.contains { Self.name(bytes[$0.indices])?.elementsEqual(name.utf8) ?? false }
  }

  /// The word of a line that is a word, a colon, and a blank or nothing.
  private static func name(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let name = line.prefix { $0.isLetter || $0.isDigit || $0 == Byte.underscore || $0 == Byte.dash || $0 >= 0x80 }
    let rest = line[name.endIndex...]
    guard !name.isEmpty, rest.first == Byte.colon, rest.dropFirst().first?.isBlank ?? true else { return nil }
    return name
  }
}
