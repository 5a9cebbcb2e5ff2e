import DataTree
import SourceText
import TOML

/// A date or a time of TOML.
struct TOMLDate {
  let kind: DateTime.Kind
  /// The text as RFC 3339 has it.
  let text: String
  /// The parts that are there; a time alone has the day 1970-01-01.
  let time: CalendarTime

  /// Reads a text in the form of RFC 3339.
  init?(_ text: [UInt8]) {
    guard let reading = DateTime.read(text[...]) else { return nil }
    kind = reading.kind
    self.text = String(decoding: text, as: UTF8.self)
    func number(_ start: Int, _ count: Int) -> Int {
      text[min(start, text.count)..<min(start + count, text.count)].reduce(0) { $0 * 10 + Int($1 & 15) }
    }
    let hasDay = kind != .localTime
    var time =
      hasDay
      ? CalendarTime(year: number(0, 4), month: number(5, 2), day: number(8, 2))
      : CalendarTime(year: 1970, month: 1, day: 1)
    let clock = hasDay ? 11 : 0
    if kind != .localDate {
      time.hour = number(clock, 2)
      time.minute = number(clock + 3, 2)
      time.second = number(clock + 6, 2)
      if clock + 8 < text.count, text[clock + 8] == Byte.dot {
        let digits = text[(clock + 9)...].prefix { $0.isDigit }.prefix(9)
        let zeros = [UInt8](repeating: Byte.zero, count: 9 - digits.count)
        time.nanosecond = (Array(digits) + zeros).reduce(0) { $0 * 10 + Int($1 & 15) }
      }
    }
    if kind == .offsetDateTime {
      time.offset = 0
      if text.last != UInt8(ascii: "Z"), text.count > 6 {
        let minutes = number(text.count - 5, 2) * 60 + number(text.count - 2, 2)
        time.offset = text[text.count - 6] == Byte.dash ? -minutes : minutes
      }
    }
    self.time = time
  }
}

/// Makes values of a tree of TOML.
struct TOMLValues {
  private let tree: DataTree
  private let keepsLineEnds: Bool
  /// Whether whole numbers past 64 bits and numbers past all floats are taken.
  private let takesLargeNumbers: Bool
  /// Whether it is the package `toml` of Python: all items of an array are of one kind, and no text in three quotes ends
  /// with one quote.
  private let isLoose: Bool

  init(_ tree: DataTree, keepsLineEnds: Bool = false, takesLargeNumbers: Bool = false, isLoose: Bool = false) {
    self.tree = tree
    self.keepsLineEnds = keepsLineEnds
    self.takesLargeNumbers = takesLargeNumbers
    self.isLoose = isLoose
  }

  /// The value of a node; `dates` says what a date is for the reader.
  func value(
    of id: NodeID, dates: (TOMLDate, ByteRange) throws(Refusal) -> ReaderValue
  ) throws(Refusal) -> ReaderValue {
    let range = tree.range(of: id)
    switch tree.type(of: id) {
    case .null: return .null
    case .boolean: return .bool(tree.utf8(of: id) == Array("true".utf8))
    case .integer: return try whole(tree.utf8(of: id), range)
    case .float: return try fraction(tree.utf8(of: id), range)
    case .string:
      let text = tree.utf8(of: id)
      if tree[id].style == .plain {
        if let date = TOMLDate(text) { return try dates(date, range) }
        if isLoose, let value = LooseScalar.value(text) { return value }
        throw Refusal(.value, range)
      }
      if isLoose, tree[id].style == .tripleDoubleQuoted || tree[id].style == .tripleSingleQuoted, let last = text.last,
        last == tree.bytes[range.start], text.dropLast().last != last
      {
        throw Refusal(.value, range)
      }
      return .string(keepsLineEnds ? TOMLLineEnds.kept(id, in: tree) : text)
    case .sequence:
      var items: [ReaderValue] = []
      for child in tree.children(of: id) { items.append(try value(of: child, dates: dates)) }
      if isLoose, Set(items.map(\.kind)).count > 1 { throw Refusal(.value, range) }
      return .sequence(items)
    case .mapping:
      var pairs: [ReaderPair] = []
      for pair in tree.pairs(of: id) {
        pairs.append(ReaderPair(.string(tree.utf8(of: pair.key)), try value(of: pair.value, dates: dates)))
      }
      return .mapping(pairs)
    }
  }

  private func whole(_ text: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderValue {
    var digits = text[...]
    let isNegative = digits.first == Byte.dash
    if isNegative || digits.first == Byte.plus { digits = digits.dropFirst() }
    var base: UInt32 = 10
    if digits.count > 2, digits.first == Byte.zero, let letter = digits.dropFirst().first, letter.isLetter {
      base = letter == UInt8(ascii: "x") ? 16 : 8
      digits = digits.dropFirst(2)
    }
    guard let number = Numbers.whole(digits, base: base, isNegative: isNegative),
      takesLargeNumbers || Numbers.fitsInt64(number)
    else { throw Refusal(.value, range) }
    return .int(number)
  }

  private func fraction(_ text: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderValue {
    let word = text.filter { $0 != Byte.dot }
    let isWord = word.last?.isLetter == true
    guard let number = Numbers.double(isWord ? word : text), isWord || takesLargeNumbers || number.isFinite else {
      throw Refusal(.value, range)
    }
    return .float(number)
  }
}
