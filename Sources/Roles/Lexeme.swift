import SourceText

/// A run of letters, a run of digits, or one mark.
struct Lexeme {
  enum Kind: UInt8 {
    case word, number, mark
  }

  var kind: Kind
  /// The canonical code point of a mark; 0xFFFFFFFF for a byte that is no UTF-8.
  var mark: UInt32
  /// Whether a space or an emoji stands before it.
  var spaceBefore: Bool
  /// Whether every letter is a capital.
  var isUpper: Bool
  /// Its bytes in the title.
  var range: ByteRange
  /// Its folded letters in `LexedTitle.folded`.
  var folded: Range<Int>
}

/// A title cut into lexemes, beside the folded letters of all its words.
struct LexedTitle {
  private(set) var lexemes: [Lexeme] = []
  private(set) var folded: [UInt8] = []

  /// Nothing yet; ``read(_:)`` fills it.
  init() {}

  /// Cuts `title` in one pass; any bytes are allowed.
  init(_ title: [UInt8]) {
    folded.reserveCapacity(title.count)
    lexemes.reserveCapacity(title.count / 5 + 2)
    read(title)
  }

  /// The folded letters of a lexeme.
  func text(_ lexeme: Lexeme) -> ArraySlice<UInt8> { folded[lexeme.folded] }

  /// Cuts another title, with the memory of the one before.
  mutating func read(_ title: [UInt8]) { read(title, title.indices) }

  /// Cuts a part of `title`; ranges count from the start of the whole.
  mutating func read(_ title: [UInt8], _ part: Range<Int>) {
    lexemes.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    var spaceBefore = true
    var index = part.lowerBound
    while index < part.upperBound {
      let byte = title[index]
      var (value, length) = (UInt32(byte), 1)
      if byte >= 0x80 {
        if let decoded = UTF8Scan.scalar(at: index, in: title) {
          (value, length) = (decoded.value.value, decoded.length)
        } else {
          value = .max
        }
      }
      switch value == .max ? .mark : Folding.classify(value) {
      case .space:
        spaceBefore = true
        index += length
      case .nothing: index += length
      case .mark:
        let mark = value == .max ? value : Folding.canonicalMark(value)
        lexemes.append(
          Lexeme(
            kind: .mark, mark: mark, spaceBefore: spaceBefore, isUpper: false,
            range: ByteRange(index, index + length), folded: folded.count..<folded.count))
        spaceBefore = false
        index += length
      case .letter:
        index = readWord(title, index..<part.upperBound, spaceBefore)
        spaceBefore = false
      case .digit:
        index = readNumber(title, index..<part.upperBound, spaceBefore)
        spaceBefore = false
      }
    }
  }

  private mutating func readNumber(_ title: [UInt8], _ part: Range<Int>, _ spaceBefore: Bool) -> Int {
    let first = folded.count
    var index = part.lowerBound
    while index < part.upperBound, title[index].isDigit {
      folded.append(title[index])
      index += 1
    }
    lexemes.append(
      Lexeme(
        kind: .number, mark: 0, spaceBefore: spaceBefore, isUpper: false, range: ByteRange(part.lowerBound, index),
        folded: first..<folded.count))
    return index
  }

  private mutating func readWord(_ title: [UInt8], _ part: Range<Int>, _ spaceBefore: Bool) -> Int {
    let first = folded.count
    var isUpper = true
    var index = part.lowerBound
    while index < part.upperBound {
      var end = index
      while end < part.upperBound, title[end] >= UInt8(ascii: "a"), title[end] <= UInt8(ascii: "z") { end += 1 }
      if end > index {
        isUpper = false
        while index < end {
          folded.append(title[index])
          index += 1
        }
        continue
      }
      let byte = title[index]
      if byte < 0x80 {
        guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
        folded.append(byte | 0x20)
        index += 1
        continue
      }
      guard let (scalar, length) = UTF8Scan.scalar(at: index, in: title) else { break }
      let value = scalar.value
      let kind = Folding.classify(value)
      guard kind == .letter || kind == .nothing else { break }
      if kind == .letter {
        if !Folding.isCapital(value) { isUpper = false }
        if let letter = Folding.base(of: value) {
          folded.append(letter)
        } else if let (left, right) = Folding.ligature(of: value) {
          folded.append(left)
          folded.append(right)
        } else {
          folded += title[index..<index + length]
        }
      }
      index += length
    }
    lexemes.append(
      Lexeme(
        kind: .word, mark: 0, spaceBefore: spaceBefore, isUpper: isUpper, range: ByteRange(part.lowerBound, index),
        folded: first..<folded.count))
    return index
  }
}
