import SourceText

/// Finds the parts of a text that are worth a closer look, in one pass that passes over everything else fast.
///
/// Most characters beyond ASCII are in their place: "é" in a word, "’" before one, a word of Cyrillic. A run of them is
/// passed over when no character in it stands oddly and no neighbours could be the bytes of one character.
struct WindowFinder {
  /// The windows, in order.
  private(set) var windows: [ByteRange] = []
  /// The runs beside the windows in which a character stands oddly, though it could be no byte: it may have been read
  /// in the wrong page of single bytes. In order.
  private(set) var strange: [ByteRange] = []
  /// Whether characters beyond ASCII were passed over.
  private(set) var hasOrdinary = false

  let bytes: [UInt8]
  let table: ByteTable
  /// The pages, beyond the western ones, that damage of the text is known to come from: each character that is a byte
  /// of one is worth a look.
  private let pages: UInt16
  let western = CodePageSet.western.bits
  /// Whether the text is known to be damaged under a western page: every letter that could be a byte of one is looked
  /// at, since the next byte may be lost.
  private let isDamaged: Bool
  /// Whether a character was judged by its neighbours: most texts hold none that is, and need no model.
  var needsModel = false
  /// A window that grew longer is cut at the next character that could be a lead byte, and soon after in any case.
  static let longest = 2048

  /// Makes a finder that has room for `room` windows before its list grows.
  init(bytes: [UInt8], table: ByteTable, pages: UInt16 = 0, room: Int = 0) {
    self.bytes = bytes
    self.table = table
    self.pages = pages & ~CodePageSet.western.bits
    isDamaged = pages & CodePageSet.western.bits != 0
    if room > 0 { windows.reserveCapacity(room) }
  }

  /// Looks through all of the text but the `protected` ranges, which are sorted and apart.
  mutating func find(protected: [ByteRange]) {
    let bytes = bytes
    let table = table
    unsafe bytes.withUnsafeBufferPointer { text in
      unsafe table.withRoles { roles in
        var start = 0
        for range in protected {
          if range.start > start { unsafe scan(Text(bytes: text, roles: roles), start, range.start) }
          start = range.end
        }
        if start < text.count { unsafe scan(Text(bytes: text, roles: roles), start, text.count) }
      }
    }
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
        let limit = min(max(barrier.start, index + 1), range.end)
        let end = unsafe bytes.withUnsafeBufferPointer { unsafe windowEnd($0, from: index, limit) }
        windows.append(ByteRange(index, end))
        index = end
      }
    }
  }

  // MARK: Scanning

  /// The bytes, and the roles of the code points below U+2600.
  @unsafe struct Text {
    let bytes: UnsafeBufferPointer<UInt8>
    let roles: UnsafeBufferPointer<UInt32>
  }

  private mutating func scan(_ text: Text, _ start: Int, _ limit: Int) {
    let passesOverWords = pages == 0 && !isDamaged
    var model = needsModel ? TextModel.shared : nil
    var isOrdinary = false
    defer { hasOrdinary = hasOrdinary || isOrdinary }
    var index = start
    while true {
      index = unsafe Self.nextCandidate(from: index, to: limit, in: text.bytes)
      if index >= limit { return }
      if passesOverWords {
        let end = unsafe Self.plainEnd(text, from: index, limit, model)
        if end != index {
          if end < 0 { strange.append(ByteRange(index, ~end)) }
          isOrdinary = true
          index = end < 0 ? ~end : end
          continue
        }
      }
      if unsafe text.bytes[index] < 0x80 {
        index = unsafe reference(text, at: index, limit)
      } else if passesOverWords, let end = unsafe lone(text, at: index, limit, model) {
        index = end
      } else {
        index = unsafe run(text, at: index, limit, model)
      }
      if needsModel, model == nil { model = .shared }
    }
  }

  /// The offset of the next byte that is beyond ASCII or `&`, at most `limit`.
  @inline(__always)
  private static func nextCandidate(from start: Int, to limit: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let ampersands: UInt64 = 0x2626_2626_2626_2626
    var index = start
    while index &+ 8 <= limit {
      let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let other = word ^ ampersands
      let marks = (word | ((other &- ones) & ~other)) & ones << 7
      if marks != 0 { return index &+ marks.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < limit {
      let byte = unsafe text[index]
      if byte >= 0x80 || byte == UInt8(ascii: "&") { return index }
      index &+= 1
    }
    return limit
  }

  /// Takes the `&` at `index`; returns where to go on.
  private mutating func reference(_ text: Text, at index: Int, _ limit: Int) -> Int {
    guard let reference = CharacterReference.damage(at: index, in: bytes) else { return index + 1 }
    let end = index + reference.length
    guard end < limit, bytes[end] == UInt8(ascii: "&") || bytes[end] >= 0x80,
      table.leadPages(row: table.row(of: reference.value)) != 0
    else { return end }
    return unsafe addWindow(text, from: index, limit)
  }

  /// Takes the letter at `start` where it is one of Latin and stands alone between characters of ASCII, as most do in the
  /// languages of that script: nothing but its neighbours tells of it. Else as ``word(_:at:_:_:)``.
  @inline(__always)
  private mutating func lone(_ text: Text, at start: Int, _ limit: Int, _ model: TextModel?) -> Int? {
    let end = start + 2
    guard end < limit else { return nil }
    let (lead, second, after) = unsafe (text.bytes[start], text.bytes[start + 1], text.bytes[end])
    if lead >= 0xCE, lead < 0xE0 { return nil }
    // A lead byte of two that another character follows.
    if lead == 0xC3, second >= 0x82, second < 0xA0, after >= 0x80 { return nil }
    guard after < 0x80, lead >= 0xC3, lead <= 0xC8, second & 0xC0 == 0x80 else {
      return unsafe word(text, at: start, limit, model)
    }
    let value = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
    let next = Neighbour(value: value, roles: unsafe text.roles[Int(value)])
    if next.kind != .always {
      let before: UInt8 = start > 0 ? unsafe text.bytes[start - 1] : 0x20
      guard next.kind == .byItsPairs, value > 0xDE, let model, before < 0x80,
        let cost = model.cost(of: value, betweenASCII: before, and: after)
      else { return unsafe word(text, at: start, limit, model) }
      if cost >= Self.strange {
        if next.isLeadOfTwo { return nil }
        strange.append(ByteRange(start, end))
      }
    }
    hasOrdinary = true
    return end
  }

  /// Takes the Latin letters, and the characters that no page has, from `start` up to one of ASCII, as long as no two
  /// neighbours could be the bytes of one character: most words of most languages. Returns where to go on; `nil` for all
  /// else.
  private mutating func word(_ text: Text, at start: Int, _ limit: Int, _ model: TextModel?) -> Int? {
    let end = min(limit, start + Self.longest)
    var index = start
    var isStrange = false
    var last = Neighbour()
    while index < end {
      let lead = unsafe text.bytes[index]
      if lead < 0x80 { break }
      guard let (value, length) = unsafe Self.scalar(lead, at: index, in: text.bytes) else { return nil }
      let roles = value < 0x2600 ? unsafe text.roles[Int(value)] : table.roles(of: value)
      let next = Neighbour(value: value, roles: roles)
      if roles == 0 {
        if next.isInItsScript || value == 0xFFFD { return nil }
      } else if !next.isLatin {
        guard index == start, value >= 0xA0 else { return nil }
        return unsafe loneSign(text, next, at: start, start + length, limit, model) ?? drawing(text, at: start, limit)
      } else {
        guard last.leads & next.continuations == 0 else { return nil }
        let kind = next.kind
        if !isStrange, kind != .always {
          // A lead byte that another character follows, or whose second byte may be lost.
          if next.isLeadOfTwo, unsafe index + length < text.bytes.count && text.bytes[index + length] >= 0x80 {
            return nil
          }
          isStrange = unsafe isOdd(next, kind, after: last, at: index, length, text.bytes, model)
          if isStrange, next.isLeadOfTwo { return nil }
        }
      }
      last = next
      index += length
    }
    guard index < limit, index < end || last.roles == 0 else { return nil }
    // Behind a capital of ISO 8859-1 a byte may be lost, before what is no letter.
    if last.isLatin, last.value <= 0xDE, unsafe !Self.isLetter(text.bytes[index]),
      unsafe !isMultiplication(last, in: text, start, index)
    {
      return nil
    }
    if isStrange { strange.append(ByteRange(start, index)) }
    hasOrdinary = true
    return index
  }

  /// Takes the run of characters beyond ASCII at `start`; returns where to go on.
  private mutating func run(_ text: Text, at start: Int, _ limit: Int, _ model: TextModel?) -> Int {
    var index = pages == 0 ? unsafe wordEnd(text, from: start, limit) : start
    var (isStrange, hasPair, hasLonger) = (false, false, false)
    var (first, second) = (Neighbour(), Neighbour())
    if index > start {
      let before = start > 0 ? unsafe text.bytes[start - 1] : 0x20
      isStrange = Self.isLetter(before)
      let isWhole = index == limit ? true : unsafe text.bytes[index] < 0x80
      if isWhole {
        let after = index < bytes.count ? unsafe text.bytes[index] : 0x20
        if isStrange || Self.isLetter(after) { strange.append(ByteRange(start, index)) }
        hasOrdinary = true
        return index
      }
      if index - start > 2 { first = unsafe letter(text, at: index - 4) }
      second = unsafe letter(text, at: index - 2)
    }
    while index < limit {
      let lead = unsafe text.bytes[index]
      if lead < 0x80 { break }
      // A run without an end is taken in parts, so that no part of it is gone through again and again.
      let passed = index - start
      if passed >= Self.longest, second.roles == 0 || passed >= 2 * Self.longest { break }
      var (value, length) = (UInt32(0), 2)
      if lead >= 0xC2, lead < 0xE0, unsafe index + 1 < text.bytes.count && text.bytes[index + 1] & 0xC0 == 0x80 {
        value = UInt32(lead & 0x1F) << 6 | UInt32(unsafe text.bytes[index + 1] & 0x3F)
      } else if let scalar = unsafe Self.scalar(lead, at: index, in: text.bytes) {
        (value, length) = scalar
      } else {
        (first, second) = (second, Neighbour())
        index += 1
        continue
      }
      let roles = value < 0x2600 ? unsafe text.roles[Int(value)] : table.roles(of: value)
      let next = Neighbour(value: value, roles: roles)
      // The letters of a word in Greek or Cyrillic, and all that no page has.
      if next.continuations == 0, pages == 0, roles == 0 || (value >= 0x370 && second.value >= 0x370) {
        if value == 0xFFFD, second.roles != 0 { return unsafe addWindow(text, from: start, limit) }
        (first, second) = (second, next)
        index += length
        let end =
          value >= 0x370 && length == 2 ? unsafe wordEnd(text, from: index, min(limit, start + Self.longest)) : 0
        if end > index {
          first = end - index > 2 ? unsafe letter(text, at: end - 4) : second
          second = unsafe letter(text, at: end - 2)
          index = end
        }
        continue
      }
      if value < 0xA0 || next.pages & pages != 0 { return unsafe addWindow(text, from: start, limit) }
      let kind = next.kind
      if isDamaged, kind == .byItsPairs, next.pages & western != 0 { return unsafe addWindow(text, from: start, limit) }
      if next.isLeadOfTwo, unsafe joinsNext(next, text, at: index + length, limit) {
        return unsafe addWindow(text, from: start, limit)
      }
      if !isStrange, kind != .always {
        isStrange = unsafe isOdd(next, kind, after: second, at: index, length, text.bytes, model)
        // Its second byte may be lost.
        if isStrange, next.isLeadOfTwo { return unsafe addWindow(text, from: start, limit) }
      }
      let joined = second.leads & next.continuations
      if joined != 0 {
        let common = joined & western
        if common != 0, first.leads & common != 0 || mayBegin(second, next) || mayJoin(second, next, common) {
          return unsafe addWindow(text, from: start, limit)
        }
        hasPair = hasPair || (second.mayBeginTwo && mayJoin(second, next, joined))
      }
      let three = first.leads & second.continuations & next.continuations
      if three != 0 {
        if three & western != 0 { return unsafe addWindow(text, from: start, limit) }
        hasLonger = hasLonger || first.mayBeginMore
      }
      (first, second) = (second, next)
      index += length
    }
    let after = index < bytes.count ? bytes[index] : 0x0A
    if mayLackByte(first, second, before: after, runStart: start)
      || ((hasPair || hasLonger) && !isWrittenSo(start, index, hasLonger))
    {
      return unsafe addWindow(text, from: start, limit)
    }
    if isStrange || (second.isInItsScript && Self.isLetter(after)) { strange.append(ByteRange(start, index)) }
    hasOrdinary = true
    return index
  }

  /// Whether a character is × by itself: those of damaged Hebrew, whose letters begin with it, stand close together.
  private func isMultiplication(_ last: Neighbour, in text: Text, _ start: Int, _ end: Int) -> Bool {
    guard last.value == 0xD7, end == start + 2, unsafe end + 3 <= text.bytes.count else { return false }
    return unsafe text.bytes[end..<end + 3].allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "&") }
  }

  /// Takes a sign that stands alone between characters of ASCII, which alone is no character of UTF-8; `nil`
  /// for all else.
  private mutating func loneSign(
    _ text: Text, _ sign: Neighbour, at start: Int, _ end: Int, _ limit: Int, _ model: TextModel?
  ) -> Int? {
    guard end < limit, unsafe text.bytes[end] < 0x80 else { return nil }
    if unsafe isOdd(sign, sign.kind, after: Neighbour(), at: start, end - start, text.bytes, model) {
      strange.append(ByteRange(start, end))
    }
    hasOrdinary = true
    return end
  }

  /// Where the lines, corners and blocks of a drawing that begin at `start` end, two or more of them between spaces; `nil`
  /// for all else. No word read in a wrong page looks so.
  private mutating func drawing(_ text: Text, at start: Int, _ limit: Int) -> Int? {
    if unsafe start > 0 && !Self.isSpace(text.bytes[start - 1]) { return nil }
    var index = start
    while index + 2 < limit, unsafe text.bytes[index] == 0xE2 {
      let (second, third) = unsafe (text.bytes[index + 1], text.bytes[index + 2])
      guard second == 0x94 || second == 0x95 || (second == 0x96 && third < 0xA0), third & 0xC0 == 0x80 else { break }
      index += 3
    }
    guard index > start + 3, unsafe index == text.bytes.count || Self.isSpace(text.bytes[index]) else { return nil }
    hasOrdinary = true
    return index
  }

  /// Whether a lead byte and the character at `index` are the bytes of one, in a western page.
  private func joinsNext(_ lead: Neighbour, _ text: Text, at index: Int, _ limit: Int) -> Bool {
    guard index < limit, let (value, _) = unsafe Self.scalar(text.bytes[index], at: index, in: text.bytes) else {
      return false
    }
    let next = Neighbour(value: value, roles: value < 0x2600 ? unsafe text.roles[Int(value)] : 0)
    let common = lead.leads & next.continuations & western
    return common != 0 && mayJoin(lead, next, common)
  }

  /// Where the letters that begin at `start` end: of Greek, Cyrillic, Hebrew and Arabic, as far as no two of them could be
  /// the bytes of a character. Most text of those scripts goes no further.
  private func wordEnd(_ text: Text, from start: Int, _ limit: Int) -> Int {
    let limit = min(limit, start + Self.longest)
    var index = start
    while index + 1 < limit {
      let (lead, second) = unsafe (text.bytes[index], text.bytes[index + 1])
      guard lead >= 0xCE, lead <= 0xDF, second & 0xC0 == 0x80 else { break }
      if unsafe text.roles[Int(lead & 0x1F) << 6 | Int(second & 0x3F)] & Neighbour.anyContinuation != 0 {
        let before = index > start ? unsafe letter(text, at: index - 2).roles : 0
        if before & (Neighbour.anyContinuation | Neighbour.leadOfTwo) != 0 { break }
        if unsafe index == start && start > 0 && text.bytes[start - 1] >= 0x80 { break }
      }
      index += 2
    }
    return index
  }

  /// A letter of two bytes.
  private func letter(_ text: Text, at index: Int) -> Neighbour {
    let value = unsafe UInt32(text.bytes[index] & 0x1F) << 6 | UInt32(text.bytes[index + 1] & 0x3F)
    return Neighbour(value: value, roles: unsafe text.roles[Int(value)])
  }

  /// The character of well-formed UTF-8 that begins with `lead`, and its number of bytes; two and three go fast.
  @inline(__always)
  static func scalar(
    _ lead: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, length: Int)? {
    if lead < 0xE0 {
      guard lead >= 0xC2, index + 1 < text.count else { return nil }
      let second = unsafe text[index + 1]
      guard second & 0xC0 == 0x80 else { return nil }
      return (UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F), 2)
    }
    if lead < 0xF0 {
      guard index + 2 < text.count else { return nil }
      let (second, third) = unsafe (text[index + 1], text[index + 2])
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
      let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      return value >= 0x800 && value & 0xF800 != 0xD800 ? (value, 3) : nil
    }
    guard lead <= 0xF4, index + 3 < text.count else { return nil }
    var value = UInt32(lead & 0x07)
    for offset in 1...3 {
      let byte = unsafe text[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return value >= 0x1_0000 && value <= 0x10_FFFF ? (value, 4) : nil
  }

  private mutating func addWindow(_ text: Text, from start: Int, _ limit: Int) -> Int {
    let end = unsafe windowEnd(text.bytes, from: start, limit)
    windows.append(ByteRange(start, end))
    return end
  }

  /// A window goes on until two ASCII characters in a row that could be no part of damage, or the end of the line.
  private func windowEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ limit: Int) -> Int {
    var index = start
    var plain = 0
    while index < limit {
      let byte = unsafe text[index]
      if byte >= 0x80 {
        let passed = index - start
        if passed > Self.longest, passed > 2 * Self.longest || isLead(index) { return index }
        plain = 0
        index += unsafe Self.scalar(byte, at: index, in: text)?.length ?? 1
      } else if byte == 0x0A || byte == 0x0D || index - start > 2 * Self.longest {
        return index
      } else if byte == UInt8(ascii: "&"), let reference = CharacterReference.damage(at: index, in: bytes) {
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
}
