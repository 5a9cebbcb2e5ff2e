/// Makes text that is safe to print in a line-based format.
package enum SafeText {
  /// Appends text with control characters and `##[` escaped, so that a file can put neither terminal escapes nor
  /// workflow commands into the output; tabs become one blank, bad bytes U+FFFD.
  package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    let bytes = Array(text)
    append(bytes, ByteRange(0, bytes.count), to: &output)
  }

  /// Appends the bytes of `range`, which must lie inside `bytes`, in the same way.
  package static func append(_ bytes: [UInt8], _ range: ByteRange, to output: inout [UInt8]) {
    var index = range.start
    while index < range.end {
      let start = index
      while index < range.end {
        let length = plainLength(at: index, to: range.end, in: bytes)
        if length == 0 { break }
        index += length
      }
      if index > start { output += bytes[start..<index] }
      guard index < range.end else { break }
      guard let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes), index + length <= range.end else {
        output += "\u{FFFD}".utf8
        index += 1
        continue
      }
      switch scalar {
      case "\t": output.append(0x20)
      case "[" where HostileText.opensCommand(after: output): output += escape(scalar)
      case _ where HostileText.isUnprintable(scalar): output += escape(scalar)
      default: output += bytes[index..<index + length]
      }
      index += length
    }
  }

  /// Whether a byte is printed as it is whatever stands around it.
  @inline(__always)
  package static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "[") }

  /// The number of bytes of the character at `index` where it is known at a glance to be printed as it is, whatever stands
  /// around it: of ASCII, and of U+00A0 to U+07FF. Of any other it is 0. `index` must be below `end`, which must be inside
  /// `bytes`.
  @inline(__always)
  package static func plainLength(at index: Int, to end: Int, in bytes: [UInt8]) -> Int {
    let lead = bytes[index]
    if isPlain(lead) { return 1 }
    guard lead >= 0xC2, lead < 0xE0, index + 1 < end else { return 0 }
    let second = bytes[index + 1]
    // Behind C2 are controls first; D8 9C is U+061C, which turns the direction of writing.
    return second & 0xC0 == 0x80 && lead != 0xD8 && (lead != 0xC2 || second >= 0xA0) ? 2 : 0
  }

  /// Appends a path that begins a line; one that a build server would take for a command (`::`, blanks before it
  /// passed over) gets `./` before it.
  package static func appendPath(_ path: [UInt8], to output: inout [UInt8]) {
    if !path.isEmpty, let first = UTF8Scan.scalar(at: 0, in: path)?.value,
      first == ":" || first.properties.isWhitespace
    {
      output += [0x2E, 0x2F]
    }
    append(path, to: &output)
  }

  /// The text with control characters and `##[` escaped.
  package static func make(_ text: String) -> String {
    var output: [UInt8] = []
    append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Lines with what `append` escapes, and with the first colon of a line that a build server would take for a command.
  /// Line ends stay as they are.
  package static func lines(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isWindows = line.last == 0x0D
      var safe: [UInt8] = []
      append(isWindows ? line.dropLast() : line, to: &safe)
      if HostileText.isCommand(line: String(decoding: safe, as: UTF8.self)),
        let colon = safe.firstIndex(of: UInt8(ascii: ":"))
      {
        safe.replaceSubrange(colon...colon, with: escape(":"))
      }
      output += safe
      if isWindows { output.append(0x0D) }
      output.append(0x0A)
    }
    output.removeLast()
    return output
  }

  private static func escape(_ scalar: Unicode.Scalar) -> [UInt8] {
    Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
  }
}
