import SourceText

/// How a reading takes the place of what stands in the text.
enum ReadingKind: UInt8 {
  /// The character as it stands.
  case asIs
  /// Bytes of UTF-8, all there.
  case exact
  /// A space stands where a no-break space was one of the bytes.
  case spaceForNoBreakSpace
  /// The same, and what follows says so: a second space, a hyphen, a consonant that is no word.
  case expectedSpace
  /// The same, and a letter follows that becomes part of the word.
  case joinedWords
  /// A no-break space that was one of the bytes is gone before a space or at the end of a line.
  case missingNoBreakSpace
  /// The same, in a character that ends a longer word.
  case missingAfterLetter
  /// A byte without meaning in the code page is gone.
  case missingControl
  /// A byte without meaning in the code page became `?` or U+FFFD.
  case markedControl
  /// The lead byte's letter was put in lower case.
  case lowercased
  /// A curly quote that was one of the bytes was made straight.
  case straightenedQuote
  /// No UTF-8: the character is one byte that was read in the wrong code page.
  case singleByte
  /// Damage that cannot be undone: a byte is lost, and nothing says which.
  case lost
}

extension ReadingKind {
  /// Whether a sure reading of this kind says that the text is damaged.
  var isEvidence: Bool { self == .exact || self == .lowercased }

  /// Whether the reading is a character whose UTF-8 was misread, so that it may be a byte of a deeper layer.
  var isUTF8: Bool { self != .singleByte && self != .lost }
}

/// One way to read some tokens: an edge of the lattice.
struct Reading: Sendable {
  /// The first token.
  var start: Int
  /// The token after the last.
  var end: Int
  var glyph: Glyph
  /// The code pages, of the outermost layer, under which it reads so.
  var pages: UInt16
  /// The code pages of the layer within, for `depth` above 1.
  var innerPages: UInt16
  /// The number of layers of damage: 0 as it stands.
  var depth: UInt8
  var kind: ReadingKind
}

/// All readings of a few neighbouring tokens.
///
/// Layers are built one on the other: a reading of depth 2 is a UTF-8 sequence whose bytes are readings of depth 1.
struct Lattice: Sendable {
  static let deepest = 3

  private(set) var tokens: [Token] = []
  /// All readings, by depth (1 first), and those of a depth by start.
  private(set) var readings: [Reading] = []
  /// For each depth, where the readings of each start begin; one more entry than tokens. Depths that have none may lack.
  private var firsts: [Int] = []
  private var glyphBefore = Glyph.edge
  private var glyphAfter = Glyph.edge
  /// Whether what stands around the tokens was asked for: if not, they read the same everywhere.
  private(set) var dependsOnNeighbours = false
  private var isLowercase = false
  let table: ByteTable
  let model: TextModel

  init(table: ByteTable, model: TextModel) {
    self.table = table
    self.model = model
    tokens.reserveCapacity(16)
    readings.reserveCapacity(32)
    firsts.reserveCapacity(32)
  }

  var hasReadings: Bool { !readings.isEmpty }

  /// Starts over with the tokens of a window, which stands between two glyphs; their offsets count from its start.
  ///
  /// `isLowercase` says that the line holds no capital letter: it may have been put in lower case after the damage.
  mutating func load(
    _ window: ByteRange, of bytes: [UInt8], after glyphBefore: Glyph, before glyphAfter: Glyph, isLowercase: Bool
  ) {
    let tokenizer = Tokenizer(table: table, model: model)
    tokens.removeAll(keepingCapacity: true)
    var index = window.start
    while index < window.end {
      var token = tokenizer.token(at: index, in: bytes)
      index = token.end
      token.offset -= window.start
      tokens.append(token)
    }
    self.isLowercase = isLowercase
    self.glyphBefore = glyphBefore
    self.glyphAfter = glyphAfter
    dependsOnNeighbours = false
    readings.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    for start in tokens.indices {
      firsts.append(readings.count)
      if tokens[start].row > 0 { addFirstLayer(at: start) }
    }
    firsts.append(readings.count)
    var below = 0
    for depth in 1..<Self.deepest {
      let floor = readings.count
      guard floor - below > 1 else { return }
      for start in tokens.indices {
        firsts.append(readings.count)
        addDeeper(at: start, depth, floor: floor)
      }
      firsts.append(readings.count)
      below = floor
    }
  }

  /// The readings of `depth` layers (1 or more) that start at a token.
  @inline(__always)
  func readings(at start: Int, depth: Int) -> Range<Int> {
    let place = (depth - 1) * (tokens.count + 1) + start
    return place + 1 < firsts.count ? firsts[place]..<firsts[place + 1] : 0..<0
  }

  // MARK: Building

  private mutating func addFirstLayer(at start: Int) {
    var rest = table.leadPages(row: tokens[start].row)
    while rest != 0 {
      let page = rest.trailingZeroBitCount
      rest &= rest &- 1
      addSequence(at: start, page: page)
    }
    if isLowercase { addLowercased(at: start) }
    addControl(at: start)
  }

  /// The sequence that starts with a lead byte of `page` at `start`: exact, or else with one byte inferred.
  private mutating func addSequence(at start: Int, page: Int) {
    var sequence = UTF8Sequence(lead: table.byte(row: tokens[start].row, page: page))
    var position = start + 1
    while sequence.missing > 0, let byte = continuation(at: position, page: page) {
      sequence.append(byte)
      position += 1
    }
    if sequence.missing == 0 {
      if let value = sequence.value {
        add(value, start, position, page, .exact)
      } else if sequence.isHighSurrogate {
        addSurrogates(sequence, start, position, page)
      } else if sequence.isReplacementCharacter {
        add(0xFFFD, start, position, page, .lost)
      }
      return
    }
    addInferred(sequence, start, position, page)
  }

  private func continuation(at position: Int, page: Int) -> UInt8? {
    guard position < tokens.count else { return nil }
    let byte = table.byte(row: tokens[position].row, page: page)
    return byte >= 0x80 && byte < 0xC0 ? byte : nil
  }

  /// CESU-8: a character beyond U+FFFF in two sequences of three bytes.
  private mutating func addSurrogates(_ high: UTF8Sequence, _ start: Int, _ middle: Int, _ page: Int) {
    guard middle + 2 < tokens.count, table.byte(row: tokens[middle].row, page: page) == 0xED else { return }
    var low = UTF8Sequence(lead: 0xED)
    for position in (middle + 1)...(middle + 2) {
      guard let byte = continuation(at: position, page: page) else { return }
      low.append(byte)
    }
    guard low.bits >= 0xDC00, low.bits < 0xE000 else { return }
    add(0x1_0000 + (high.bits - 0xD800) << 10 + (low.bits - 0xDC00), start, middle + 3, page, .exact)
  }

  private mutating func add(_ value: UInt32, _ start: Int, _ end: Int, _ page: Int, _ kind: ReadingKind) {
    let bit = UInt16(1) << UInt16(page)
    var index = readings.count - 1
    while index >= 0, readings[index].start == start {
      if readings[index].end == end, readings[index].glyph.value == value, readings[index].kind == kind {
        readings[index].pages |= bit
        return
      }
      index -= 1
    }
    guard Self.isAssigned(value) else { return }
    readings.append(
      Reading(start: start, end: end, glyph: model.glyph(value), pages: bit, innerPages: 0, depth: 1, kind: kind))
  }

  /// Whether Unicode has a character there; what is below U+0370 is Latin, phonetics and marks, Cyrillic and the general
  /// punctuation are full as well, and asking the standard library takes long.
  private static func isAssigned(_ value: UInt32) -> Bool {
    value < 0x370 || (value >= 0x400 && value < 0x530) || (value >= 0x2000 && value < 0x2065)
      || Unicode.Scalar(value)?.properties.generalCategory != .unassigned
  }

  // MARK: Lost bytes

  /// Bytes that Windows-1252 leaves without meaning.
  private static let holes: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

  private mutating func addInferred(
    _ sequence: UTF8Sequence, _ start: Int, _ position: Int, _ page: Int
  ) {
    let bit = UInt16(1) << UInt16(page)
    guard bit & CodePageSet.noBreakSpace.bits != 0 else { return }
    let next = glyph(at: position)
    let isHere = position < tokens.count
    if next.kind == .space {
      let isNoBreakSpace = sequence.length == 2 && sequence.bits == 0x02
      if isHere, next.value == 0x20 {
        let kind = spaceKind(start, position)
        infer(0xA0, sequence, start, position + 1, page, isNoBreakSpace ? .spaceForNoBreakSpace : kind)
      }
      // A no-break space alone is not written twice: the space that stands there is what it became.
      if sequence.length == 2, !isNoBreakSpace || !isHere {
        let kind: ReadingKind = isNoBreakSpace || mayEndWord(start) ? .missingNoBreakSpace : .missingAfterLetter
        infer(0xA0, sequence, start, position, page, kind)
      }
    }
    guard bit & CodePageSet.western.bits != 0 else { return }
    if sequence.length == 4 {
      if position > start + 1 { add(0xFFFD, start, position, page, .lost) }
      return
    }
    // The pages of ISO have no holes and no curly quotes.
    if page == CodePage.latin1.rawValue || page == CodePage.latin9.rawValue { return }
    switch next.value {
    case 0x22 where isHere:
      infer(0x93, sequence, start, position + 1, page, .straightenedQuote)
      infer(0x94, sequence, start, position + 1, page, .straightenedQuote)
    case 0x27 where isHere:
      infer(0x91, sequence, start, position + 1, page, .straightenedQuote)
      infer(0x92, sequence, start, position + 1, page, .straightenedQuote)
    case 0x3F where isHere, 0xFFFD where isHere:
      for hole in Self.holes { infer(hole, sequence, start, position + 1, page, .markedControl) }
    default: break
    }
    // Of the sequences of three bytes, those of signs and of U+FE0F are worth a guess.
    if sequence.length == 3, ![0xE2, 0xEF].contains(table.byte(row: tokens[start].row, page: page)) { return }
    // Of the sequences of two, those of Ã are too common in capitals of other languages.
    if sequence.length == 2, sequence.bits == 0x03 { return }
    if sequence.missing == 1, ![0x22, 0x27, 0x3F, 0xFFFD].contains(next.value) {
      for hole in Self.holes { infer(hole, sequence, start, position, page, .missingControl) }
    }
  }

  /// How the space at `position` is taken for a no-break space that ends the character of `start`.
  ///
  /// Two spaces after a letter that stands alone say that one of them belongs to the letter. One space before a word
  /// would glue the letter to it, except to a consonant that is no word by itself ("Ã s" is "às").
  private mutating func spaceKind(_ start: Int, _ position: Int) -> ReadingKind {
    let next = glyph(at: position + 1)
    let second = glyph(at: position + 2)
    if next.kind == .space || next.kind == .closingASCII {
      return next.value == 0x20 && !followsLetter(start) ? .expectedSpace : .spaceForNoBreakSpace
    }
    if next.value == 0x2D, second.letter > 0 { return .expectedSpace }
    guard next.letter > 0 else { return .joinedWords }
    let isVowel = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(next.value | 0x20)
    return second.kind != .space || isVowel ? .joinedWords : .expectedSpace
  }

  /// Whether "à" may stand at `start`: alone, or at the end of "déjà", "là", "voilà" and the like.
  private mutating func mayEndWord(_ start: Int) -> Bool {
    let left = glyph(at: start - 1)
    return left.letter == 0 || left.value | 0x20 == 0x6A || left.value | 0x20 == 0x6C
  }

  private mutating func followsLetter(_ start: Int) -> Bool { glyph(at: start - 1).letter > 0 }

  /// The glyph of a token, or what stands before the first or after the last.
  private mutating func glyph(at position: Int) -> Glyph {
    if tokens.indices.contains(position) { return tokens[position].glyph }
    dependsOnNeighbours = true
    return position < 0 ? glyphBefore : glyphAfter
  }

  /// Adds the reading with `byte` inferred, when the bytes after it are there.
  private mutating func infer(
    _ byte: UInt8, _ sequence: UTF8Sequence, _ start: Int, _ position: Int, _ page: Int, _ kind: ReadingKind
  ) {
    var sequence = sequence
    var position = position
    // Of the marks that a hole could be, only the acute accent is in use.
    if sequence.length == 2, sequence.bits == 0x0C, byte != 0x81, kind != .straightenedQuote { return }
    sequence.append(byte)
    while sequence.missing > 0 {
      guard let byte = continuation(at: position, page: page) else { return }
      sequence.append(byte)
      position += 1
    }
    if let value = sequence.value { add(value, start, position, page, kind) }
  }

  /// Text put in lower case after the damage: the capital that was the lead byte is small now.
  private mutating func addLowercased(at start: Int) {
    let page = CodePage.windows1252.rawValue
    let lead = table.byte(row: tokens[start].row, page: page)
    guard lead >= 0xE2, lead <= 0xF0, start + 1 < tokens.count else { return }
    if lead == 0xF0 { return addLowercasedEmoji(at: start, page) }
    guard let byte = continuation(at: start + 1, page: page) else { return }
    var sequence = UTF8Sequence(lead: lead - 0x20)
    sequence.append(byte)
    guard let value = sequence.value else { return }
    let small = value >= 0xC0 && value <= 0xDE && value != 0xD7 ? value + 0x20 : value == 0x152 ? 0x153 : value
    if small == 0xAD { return }
    add(small, start, start + 2, page, .lowercased)
  }

  /// The second byte of emoji is Ÿ in Windows-1252, which became ÿ.
  private mutating func addLowercasedEmoji(at start: Int, _ page: Int) {
    guard tokens[start + 1].glyph.value == 0xFF, let third = continuation(at: start + 2, page: page),
      let fourth = continuation(at: start + 3, page: page)
    else { return }
    var sequence = UTF8Sequence(lead: 0xF0)
    for byte in [0x9F, third, fourth] { sequence.append(byte) }
    if let value = sequence.value { add(value, start, start + 4, page, .lowercased) }
  }

  /// A C1 control is no text: it is a byte of Windows-1252 or Mac Roman that was read as ISO 8859-1.
  private mutating func addControl(at start: Int) {
    let value = tokens[start].glyph.value
    guard value >= 0x80, value < 0xA0 else { return }
    // In Mac Roman most of them are letters, which do not stand alone.
    let isInWord = followsLetter(start) || (start + 1 < tokens.count && tokens[start + 1].glyph.letter > 0)
    for page in isInWord ? [CodePage.windows1252, .macRoman] : [.windows1252] {
      let scalar = page.scalar(of: UInt8(value))
      guard scalar.value >= 0xA0 else { continue }
      add(scalar.value, start, start + 1, page.rawValue, .singleByte)
    }
  }

  // MARK: More layers

  /// `floor` is where the readings of this layer begin.
  private mutating func addDeeper(at start: Int, _ depth: Int, floor: Int) {
    for index in readings(at: start, depth: depth) where readings[index].kind.isUTF8 {
      let lead = readings[index]
      let row = table.row(of: lead.glyph.value)
      var rest = table.leadPages(row: row)
      while rest != 0 {
        let page = rest.trailingZeroBitCount
        rest &= rest &- 1
        follow(lead, row, page: page, depth, floor: floor)
      }
    }
  }

  /// Follows readings of one layer less from `lead` on, as the bytes of a sequence in `page`.
  private mutating func follow(_ lead: Reading, _ row: Int, page: Int, _ depth: Int, floor: Int) {
    guard lead.end < tokens.count else { return }
    var sequence = UTF8Sequence(lead: table.byte(row: row, page: page))
    var pages = lead.pages
    var kind = lead.kind
    var end = lead.end
    while sequence.missing > 0 {
      guard end < tokens.count, let step = continuation(at: end, depth, page: page, sharing: pages) else { return }
      sequence.append(step.byte)
      pages &= step.reading.pages
      if step.reading.kind != .exact { kind = step.reading.kind }
      end = step.reading.end
    }
    guard let value = sequence.value else { return }
    let bit = UInt16(1) << UInt16(page)
    var index = readings.count - 1
    while index >= floor, readings[index].start == lead.start {
      if readings[index].end == end, readings[index].glyph.value == value {
        readings[index].pages |= bit
        readings[index].innerPages |= pages
        return
      }
      index -= 1
    }
    guard Self.isAssigned(value) else { return }
    readings.append(
      Reading(
        start: lead.start, end: end, glyph: model.glyph(value), pages: bit, innerPages: pages,
        depth: UInt8(truncatingIfNeeded: depth + 1), kind: kind))
  }

  private func continuation(
    at start: Int, _ depth: Int, page: Int, sharing pages: UInt16
  ) -> (byte: UInt8, reading: Reading)? {
    var inferred: (byte: UInt8, reading: Reading)?
    for index in readings(at: start, depth: depth) where readings[index].pages & pages != 0 {
      let reading = readings[index]
      guard reading.kind.isUTF8 else { continue }
      let byte = table.byte(row: table.row(of: reading.glyph.value), page: page)
      guard byte >= 0x80, byte < 0xC0 else { continue }
      if reading.kind == .exact { return (byte, reading) }
      if inferred == nil { inferred = (byte, reading) }
    }
    return inferred
  }
}

/// A UTF-8 sequence that is being put together.
struct UTF8Sequence {
  private(set) var bits: UInt32 = 0
  /// The number of bytes of the whole sequence, 0 for a byte that starts none.
  private(set) var length = 0
  /// The number of bytes that are still to come.
  private(set) var missing = 0

  init(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: (bits, length) = (UInt32(lead & 0x1F), 2)
    case 0xE0...0xEF: (bits, length) = (UInt32(lead & 0x0F), 3)
    case 0xF0...0xF4: (bits, length) = (UInt32(lead & 0x07), 4)
    default: (bits, length) = (0, 1)
    }
    missing = length - 1
  }

  mutating func append(_ continuation: UInt8) {
    bits = bits << 6 | UInt32(continuation & 0x3F)
    missing -= 1
  }

  var isReplacementCharacter: Bool { length == 3 && bits == 0xFFFD }
  var isHighSurrogate: Bool { length == 3 && bits >= 0xD800 && bits < 0xDC00 }

  /// The code point of the whole sequence; `nil` for overlong forms, surrogates, U+FFFD and non-characters.
  var value: UInt32? {
    switch length {
    case 2: return bits
    case 3: return bits >= 0x800 && bits & 0xF800 != 0xD800 && bits < 0xFFF9 && !(0xFDD0...0xFDEF ~= bits) ? bits : nil
    case 4: return bits >= 0x1_0000 && bits <= 0x10_FFFF && bits & 0xFFFE != 0xFFFE ? bits : nil
    default: return nil
    }
  }
}
