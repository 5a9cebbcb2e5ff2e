import SourceText

/// Finds the parts of a text that are worth a closer look, in one pass that passes over everything else fast.
///
/// Most characters beyond ASCII are in their place: "é" in a word, "’" before one. A run of them is passed over when
/// no character in it stands oddly and no two neighbours could be a lead byte and a continuation byte.
struct WindowFinder {
  /// The windows, in order.
  private(set) var windows: [ByteRange] = []
  /// Whether characters beyond ASCII were passed over.
  private(set) var hasOrdinary = false

  private let bytes: [UInt8]
  private let table: ByteTable
  /// A window that grew longer is cut at the next character that could be a lead byte, and soon after in any case.
  private static let longest = 2048

  init(bytes: [UInt8], table: ByteTable) {
    self.bytes = bytes
    self.table = table
  }

  /// Looks through all of the text but the `protected` ranges, which are sorted and apart.
  mutating func find(protected: [ByteRange]) {
    var start = 0
    for range in protected {
      if range.start > start { scan(start, range.start) }
      start = range.end
    }
    if start < bytes.count { scan(start, bytes.count) }
  }

  /// Takes every run of characters beyond ASCII of `range`, ordinary or not, for a window; `barriers` are sorted and
  /// apart.
  mutating func findAll(in range: ByteRange, except barriers: [ByteRange]) {
    var index = range.start
    var next = 0
    while index < range.end {
      while next < barriers.count, barriers[next].end <= index { next += 1 }
      let barrier = next < barriers.count ? barriers[next] : ByteRange(at: range.end)
      if barrier.contains(index) {
        index = barrier.end
      } else if bytes[index] < 0x80 {
        index += 1
      } else {
        let end = windowEnd(from: index, min(max(barrier.start, index + 1), range.end))
        windows.append(ByteRange(index, end))
        index = end
      }
    }
  }

  // MARK: Scanning

  private mutating func scan(_ start: Int, _ limit: Int) {
    var index = start
    while true {
      index = Self.nextCandidate(from: index, to: limit, in: bytes)
      if index >= limit { return }
      if bytes[index] < 0x80 {
        index = reference(at: index, limit)
      } else {
        index = run(at: index, limit)
      }
    }
  }

  /// The offset of the next byte that is beyond ASCII or `&`, at most `limit`.
  private static func nextCandidate(from start: Int, to limit: Int, in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      let highs: UInt64 = 0x8080_8080_8080_8080
      let ones: UInt64 = 0x0101_0101_0101_0101
      let ampersands: UInt64 = 0x2626_2626_2626_2626
      var index = start
      while index + 8 <= limit {
        let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let other = word ^ ampersands
        let marks = (word | ((other &- ones) & ~other)) & highs
        if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < limit {
        let byte = unsafe buffer[index]
        if byte >= 0x80 || byte == UInt8(ascii: "&") { return index }
        index += 1
      }
      return limit
    }
  }

  /// Takes the `&` at `index`; returns where to go on.
  private mutating func reference(at index: Int, _ limit: Int) -> Int {
    guard let reference = CharacterReference.read(at: index, in: bytes) else { return index + 1 }
    let end = index + reference.length
    guard end < limit, bytes[end] == UInt8(ascii: "&") || bytes[end] >= 0x80,
      table.leadPages(row: table.row(of: reference.value)) != 0
    else { return end }
    return addWindow(from: index, limit)
  }

  /// Takes the run of characters beyond ASCII at `start`; returns where to go on.
  private mutating func run(at start: Int, _ limit: Int) -> Int {
    var index = start
    var last = Neighbour(row: 0, value: 0)
    var beforeLast = Neighbour(row: 0, value: 0)
    var before: UInt8 = start > 0 ? bytes[start - 1] : 0x20
    while index < limit, bytes[index] >= 0x80 {
      guard let scalar = UTF8Scan.scalar(at: index, in: bytes) else {
        (last, beforeLast) = (Neighbour(row: 0, value: 0), last)
        index += 1
        continue
      }
      let value = scalar.value.value
      let next = Neighbour(row: table.row(of: value), value: value)
      index += scalar.length
      if next.row > 0 {
        let after = index < limit ? bytes[index] : 0x20
        if isOdd(value, before, after) || mayJoin(beforeLast, last, next) { return addWindow(from: start, limit) }
      }
      if value == 0xFFFD, last.row > 0 { return addWindow(from: start, limit) }
      (last, beforeLast) = (next, last)
      before = 0xFF
    }
    // A lead byte of three with its second: the third may be lost.
    if mayLackThird(beforeLast, last) { return addWindow(from: start, limit) }
    hasOrdinary = true
    return index
  }

  private mutating func addWindow(from start: Int, _ limit: Int) -> Int {
    let end = windowEnd(from: start, limit)
    windows.append(ByteRange(start, end))
    return end
  }

  /// A window goes on until two ASCII characters in a row that could be no part of damage, or the end of the line.
  private func windowEnd(from start: Int, _ limit: Int) -> Int {
    var index = start
    var plain = 0
    while index < limit {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || index - start > 2 * Self.longest { return index }
      if byte >= 0x80 {
        plain = 0
        if index - start > Self.longest, isLead(index) { return index }
        index += UTF8Scan.length(at: index, in: bytes)
      } else if byte == UInt8(ascii: "&"), let reference = CharacterReference.read(at: index, in: bytes) {
        // A protected range may begin inside of it.
        if index + reference.length > limit { return index }
        plain = 0
        index += reference.length
      } else {
        // Right after damage, a letter or a digit can be no part of it.
        if plain == 0, Self.isLetter(byte) || (byte >= 0x30 && byte <= 0x39) { return index }
        plain += 1
        index += 1
        if plain == 3 { return index }
      }
    }
    return min(index, limit)
  }

  private func isLead(_ index: Int) -> Bool {
    guard let scalar = UTF8Scan.scalar(at: index, in: bytes) else { return true }
    let row = table.row(of: scalar.value.value)
    return row == 0 || table.leadPages(row: row) & CodePageSet(.windows1252).bits != 0
  }

  // MARK: What is ordinary

  private struct Neighbour {
    var row: Int
    var value: UInt32
  }

  /// Whether a character stands where it seldom does; `before` and `after` are bytes, 0xFF for a character beyond
  /// ASCII.
  private func isOdd(_ value: UInt32, _ before: UInt8, _ after: UInt8) -> Bool {
    switch value {
    case 0xA0, 0xAB, 0xBB, 0xB7, 0xB0, 0xE0, 0xE2, 0xE6...0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC: false
    case 0x153, 0x152, 0x2019, 0x202F: false
    // Capitals inside a word.
    case 0xC0, 0xC7...0xCB, 0xD4, 0xDC, 0xDB, 0xD9: before >= 0x61 && before <= 0x7A
    // Signs inside a word.
    case 0xB2, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2022, 0x2026, 0x20AC:
      Self.isLetter(before) && Self.isLetter(after)
    default: true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// Whether the last of three neighbours may end a character whose bytes they are.
  private func mayJoin(_ first: Neighbour, _ second: Neighbour, _ third: Neighbour) -> Bool {
    guard second.row > 0 else { return false }
    let ends = table.continuationPages(row: third.row)
    if ends == 0 { return false }
    var pages = table.leadPages(row: second.row) & ends
    while pages != 0 {
      let page = pages.trailingZeroBitCount
      pages &= pages &- 1
      var sequence = UTF8Sequence(lead: table.byte(row: second.row, page: page))
      guard sequence.length == 2 else { continue }
      sequence.append(table.byte(row: third.row, page: page))
      if let value = sequence.value, Self.isPlausible(value) { return true }
    }
    guard first.row > 0 else { return false }
    return table.leadPages(row: first.row) & table.continuationPages(row: second.row) & ends != 0
  }

  private func mayLackThird(_ first: Neighbour, _ second: Neighbour) -> Bool {
    guard first.value == 0xE2 || first.value == 0xEF, second.row > 0 else { return false }
    return table.continuationPages(row: second.row) & CodePageSet(.windows1252).bits != 0
  }

  /// Whether a character of two bytes is of a script that the scoring knows; Latin letters of phonetics, Armenian,
  /// Syriac and the like are mostly two letters of French that happen to fit.
  static func isPlausible(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0..<0x250, 0x300..<0x530, 0x590..<0x700: true
    // A control is a byte of a deeper layer.
    case 0x80..<0xA0: true
    default: false
    }
  }
}
