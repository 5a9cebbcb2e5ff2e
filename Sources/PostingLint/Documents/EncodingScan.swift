package import SourceText

/// What one pass over the bytes of a file finds of its encoding: bad bytes, odd characters, line ends.
///
/// Ordinary text costs eight bytes a step: only lines' ends and characters outside ASCII are looked at.
package struct EncodingScan: Sendable {
  /// Runs of bytes that are no UTF-8.
  package private(set) var invalid: [ByteRange] = []
  /// Occurrences of U+FFFD.
  package private(set) var replacements: [ByteRange] = []
  /// Runs of one control character other than tab, line feed and carriage return.
  package private(set) var controls: [ByteRange] = []
  /// Characters that take no room on the screen; a run of tags (U+E0000 to U+E007F) outside a flag is one.
  package private(set) var invisibles: [ByteRange] = []
  /// Whether there may be combining marks, U+0300 to U+036F, the voicing marks of kana, the vowels of Korean syllables in
  /// parts: there are in the text, or were in an earlier one of it.
  package private(set) var mayHaveCombiningMarks = false
  /// The offsets of CR LF pairs.
  package private(set) var crlf: [UInt32] = []
  /// The offsets of CR that stand alone.
  package private(set) var cr: [UInt32] = []
  /// Where each line starts.
  private var lineStarts: [UInt32] = [0]
  /// The `?` before which and behind which letters may stand.
  private(set) var questionMarks: [Int] = []
  /// The number of LF that stand alone.
  package private(set) var lfCount = 0
  /// The offset of the first LF that stands alone.
  package private(set) var firstLF: Int?
  /// What the bytes are; where they are no text, the rest says nothing of use.
  package private(set) var form = TextForm.text
  /// Where the tags of a flag (UTS 51, section 1.4.9) go on.
  private var flagEnd = -1

  /// The lines of the file.
  package private(set) var lines = LineIndex([])

  /// Scans a file's bytes.
  package init(_ bytes: [UInt8]) {
    lineStarts.reserveCapacity(bytes.count / 64 + 8)
    scan(ByteRange(0, bytes.count), of: bytes)
    lines = LineIndex(lineStarts: lineStarts, count: bytes.count)
    lineStarts = []
    form = TextForm(bytes, invalid: invalid, controls: controls)
  }

  /// Scans `bytes`, of which an earlier text was scanned before, as if there had been none: only the lines at the change
  /// are looked at, since nothing that is found reaches over the start of a line.
  package init(_ bytes: [UInt8], after earlier: EncodingScan, _ change: ChangedBytes) {
    let starts = earlier.lines.lineStarts
    // The bytes on both sides of these starts of lines are not part of the change, so they are starts in both texts.
    let first = earlier.lines.line(at: max(0, change.before.start - 1))
    let next = earlier.lines.line(at: change.before.end) + 1
    let start = Int(starts[first])
    let end = next < starts.count ? Int(starts[next]) : earlier.lines.count
    let distance = change.distance
    lineStarts = Array(starts[...first])
    lineStarts.reserveCapacity(starts.count + 8)
    mayHaveCombiningMarks = earlier.mayHaveCombiningMarks
    keep(earlier) { $0 < start }
    scan(ByteRange(start, end + distance), of: bytes)
    keep(earlier, movedBy: distance) { $0 >= end }
    if next < starts.count {
      for place in starts[(next + 1)...] { lineStarts.append(UInt32(clamping: Int(place) + distance)) }
    }
    lines = LineIndex(lineStarts: lineStarts, count: bytes.count)
    lineStarts = []
    countLF(in: bytes)
    form = TextForm(bytes, invalid: invalid, controls: controls)
  }

  /// Takes over what was found at the offsets for which `isKept` says so.
  private mutating func keep(_ earlier: EncodingScan, movedBy distance: Int = 0, where isKept: (Int) -> Bool) {
    func moved(_ ranges: [ByteRange]) -> [ByteRange] {
      ranges.isEmpty ? [] : ranges.filter { isKept($0.start) }.map { $0.moved(by: distance) }
    }
    func moved(_ offsets: [UInt32]) -> [UInt32] {
      offsets.isEmpty ? [] : offsets.filter { isKept(Int($0)) }.map { UInt32(clamping: Int($0) + distance) }
    }
    invalid += moved(earlier.invalid)
    replacements += moved(earlier.replacements)
    controls += moved(earlier.controls)
    invisibles += moved(earlier.invisibles)
    crlf += moved(earlier.crlf)
    cr += moved(earlier.cr)
    questionMarks += earlier.questionMarks.filter(isKept).map { $0 + distance }
  }

  /// Counts the LF that stand alone: each line but the first starts behind one, a CR LF or a CR.
  private mutating func countLF(in bytes: [UInt8]) {
    lfCount = lines.lineStarts.count - 1 - crlf.count - cr.count
    firstLF = nil
    guard lfCount > 0 else { return }
    for start in lines.lineStarts.dropFirst() {
      let last = Int(start) - 1
      if bytes[last] == Byte.lineFeed, last == 0 || bytes[last - 1] != Byte.carriageReturn {
        firstLF = last
        return
      }
    }
  }

  private mutating func scan(_ range: ByteRange, of bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe scan(buffer, range, bytes)
    }
  }

  private mutating func scan(_ buffer: UnsafeRawBufferPointer, _ range: ByteRange, _ bytes: [UInt8]) {
    let count = range.end
    // What stands before it was looked at.
    var next = range.start
    var index = range.start
    while index + 8 <= count {
      let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      var marks = Self.marks(word)
      while marks != 0 {
        let place = index + marks.trailingZeroBitCount / 8
        marks &= marks &- 1
        if place < next { continue }
        let byte = unsafe buffer[place]
        if byte < 0x80 {
          next = read(byte, at: place, in: bytes)
        } else if byte >= 0xC3, byte < 0xCC, place + 2 < count,
          unsafe buffer[place + 1] & 0xC0 == 0x80 && buffer[place + 2] < 0x80
        {
          // A letter from U+00C0 to U+02FF by itself, as most are in European languages.
          next = place + 2
        } else {
          next = unsafe readBeyondASCII(buffer, at: place, in: bytes)
          if next > index + 16 {
            // The run ends many words on.
            index = next - 8
            break
          }
        }
      }
      index += 8
    }
    index = max(index, next)
    while index < count {
      let byte = unsafe buffer[index]
      index = byte < 0x80 ? read(byte, at: index, in: bytes) : unsafe readBeyondASCII(buffer, at: index, in: bytes)
    }
  }

  /// The high bit of each of eight bytes that is a `?`, or no printable ASCII.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let sevens = ones &* 0x7F
    let low = word & sevens
    let isPrintable = low &+ ones &* 0x60
    let isQuestion = ~((low ^ ones &* 0x3F) &+ sevens)
    let isDelete = low &+ ones
    return (word | ~isPrintable | isQuestion | isDelete) & ~sevens
  }

  /// Reads the character of ASCII at `index`, and returns where the next one starts.
  @inline(__always)
  private mutating func read(_ byte: UInt8, at index: Int, in bytes: [UInt8]) -> Int {
    if byte == Byte.lineFeed {
      lineStarts.append(UInt32(clamping: index + 1))
      lfCount += 1
      if firstLF == nil { firstLF = index }
    } else if byte == Byte.question {
      if index + 1 < bytes.count, bytes[index + 1] >= 0x61 { questionMarks.append(index) }
    } else if byte < 0x20 || byte == 0x7F {
      return scanControl(byte, at: index, in: bytes)
    }
    return index + 1
  }

  /// Reads the characters beyond ASCII that begin at `index`, up to the next one of ASCII, where it returns.
  private mutating func readBeyondASCII(_ buffer: UnsafeRawBufferPointer, at index: Int, in bytes: [UInt8]) -> Int {
    let count = bytes.count
    var index = index
    while index < count {
      let lead = unsafe buffer[index]
      if lead < 0x80 { break }
      if lead < 0xD8 {
        // No character of these two bytes is odd: letters from U+00C0 to U+02FF, and U+0380 to U+05FF.
        if lead >= 0xC3, lead & 0xFE != 0xCC, index + 1 < count, unsafe buffer[index + 1] & 0xC0 == 0x80 {
          index += 2
          continue
        }
      } else if lead >= 0xE0, lead < 0xED, index + 2 < count {
        let (second, third) = unsafe (buffer[index + 1], buffer[index + 2])
        if second & 0xC0 == 0x80, third & 0xC0 == 0x80, lead > 0xE0 || second >= 0xA0 {
          if Self.mayBeOdd(lead, second, third) {
            let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
            note(value, ByteRange(index, index + 3), in: bytes)
          }
          index += 3
          continue
        }
      }
      index = scanCharacter(at: index, in: bytes)
    }
    return index
  }

  /// Whether a character of three bytes below U+D000 may be one that ``note(_:_:in:)`` notes.
  @inline(__always)
  private static func mayBeOdd(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xE1: second == 0x85 || second == 0xA0
    // Most signs are U+2010 to U+2027.
    case 0xE2: second == 0x81 || (second == 0x80 && (third < 0x90 || third > 0xA7))
    case 0xE3: second == 0x82 || second == 0x85
    default: false
    }
  }

  private mutating func scanControl(_ byte: UInt8, at index: Int, in bytes: [UInt8]) -> Int {
    switch byte {
    case 0x09: break
    case 0x0D:
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        crlf.append(UInt32(clamping: index))
        lineStarts.append(UInt32(clamping: index + 2))
        return index + 2
      }
      cr.append(UInt32(clamping: index))
      lineStarts.append(UInt32(clamping: index + 1))
    default: addControl(ByteRange(index, index + 1), in: bytes)
    }
    return index + 1
  }

  private mutating func scanCharacter(at index: Int, in bytes: [UInt8]) -> Int {
    guard let (scalar, length) = UTF8Scan.scalar(at: index, in: bytes) else {
      if let last = invalid.last, last.end == index {
        invalid[invalid.count - 1].end = index + 1
      } else {
        invalid.append(ByteRange(index, index + 1))
      }
      return index + 1
    }
    note(scalar.value, ByteRange(index, index + length), in: bytes)
    return index + length
  }

  /// Notes a character beyond ASCII, where it is odd.
  private mutating func note(_ value: UInt32, _ range: ByteRange, in bytes: [UInt8]) {
    switch value {
    case 0x80...0x9F: addControl(range, in: bytes)
    case 0x34F:
      invisibles.append(range)
      mayHaveCombiningMarks = true
    case 0x300...0x36F, 0x1161...0x1175, 0x3099...0x309A: mayHaveCombiningMarks = true
    case 0xFFFD: replacements.append(range)
    case 0xAD, 0x61C, 0x115F...0x1160, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0x3164, 0xFFA0, 0xFFF9...0xFFFB:
      invisibles.append(range)
    case 0x1F3F4: flagEnd = range.end
    case 0xE0000...0xE007F: addTag(range)
    case 0xFEFF:
      if range.start > 0 { invisibles.append(range) }
    default: break
    }
  }

  /// Lengthens the last run where the same control goes on.
  private mutating func addControl(_ range: ByteRange, in bytes: [UInt8]) {
    if let last = controls.last, last.end == range.start, bytes[last.end - 1] == bytes[range.end - 1] {
      controls[controls.count - 1].end = range.end
    } else {
      controls.append(range)
    }
  }

  private mutating func addTag(_ range: ByteRange) {
    if flagEnd == range.start {
      flagEnd = range.end
    } else if let last = invisibles.last, last.end == range.start, last.count >= 4 {
      invisibles[invisibles.count - 1].end = range.end
    } else {
      invisibles.append(range)
    }
  }
}
