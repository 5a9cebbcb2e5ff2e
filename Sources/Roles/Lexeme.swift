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
  var lexemes: [Lexeme] = []
  var folded: [UInt8] = []

  /// Cuts `title` in one pass; any bytes are allowed.
  init(_ title: [UInt8]) {
    folded.reserveCapacity(title.count)
    lexemes.reserveCapacity(title.count / 4 + 1)
    var spaceBefore = true
    var isOpen = false
    var index = 0
    while index < title.count {
      let decoded = UTF8Scan.scalar(at: index, in: title)
      let value = decoded?.value.value ?? UInt32.max
      let length = decoded?.length ?? 1
      let kind = value == .max ? CharacterClass.mark : Folding.classify(value)
      switch kind {
      case .space:
        spaceBefore = true
        isOpen = false
      case .nothing:
        if isOpen { lexemes[lexemes.count - 1].range.end = index + length }
      case .mark:
        let mark = value == .max ? value : Folding.canonicalMark(value)
        add(.mark, mark: mark, at: ByteRange(index, index + length), spaceBefore)
        spaceBefore = false
        isOpen = false
      case .letter, .digit:
        let type: Lexeme.Kind = kind == .letter ? .word : .number
        if !isOpen || lexemes[lexemes.count - 1].kind != type {
          add(type, mark: 0, at: ByteRange(at: index), spaceBefore)
        }
        fold(value, title[index..<index + length])
        lexemes[lexemes.count - 1].range.end = index + length
        lexemes[lexemes.count - 1].folded = lexemes[lexemes.count - 1].folded.lowerBound..<folded.count
        isOpen = true
        spaceBefore = false
      }
      index += length
    }
  }

  /// The folded letters of a lexeme.
  func text(_ lexeme: Lexeme) -> ArraySlice<UInt8> { folded[lexeme.folded] }

  private mutating func add(_ kind: Lexeme.Kind, mark: UInt32, at range: ByteRange, _ spaceBefore: Bool) {
    lexemes.append(
      Lexeme(
        kind: kind, mark: mark, spaceBefore: spaceBefore, isUpper: true, range: range,
        folded: folded.count..<folded.count))
  }

  private mutating func fold(_ value: UInt32, _ written: ArraySlice<UInt8>) {
    if let letter = Folding.base(of: value) {
      folded.append(letter)
    } else if let (first, second) = Folding.ligature(of: value) {
      folded.append(first)
      folded.append(second)
    } else {
      folded.append(contentsOf: written)
    }
    let isCapital =
      switch value {
      case 0x41...0x5A, 0xC0...0xDE, 0x152, 0x178: true
      default: false
      }
    if !isCapital { lexemes[lexemes.count - 1].isUpper = false }
  }
}
