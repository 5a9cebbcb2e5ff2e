public import SourceText

/// Finds text whose UTF-8 was read in a single-byte encoding and written again ("Ã©" for "é").
public enum MojibakeScan {
  /// The damaged runs of `bytes`, by position, none sharing a byte with another.
  ///
  /// `protected` are ranges, in any order, that are never touched and give no evidence: code, URLs, HTML attributes.
  /// Bytes that are no UTF-8 only separate; ``LegacyDecoding`` speaks of them. Time is linear in the number of bytes.
  public static func findings(in bytes: [UInt8], protected: [ByteRange] = []) -> [MojibakeFinding] {
    let windows = WindowFinder.windows(in: bytes, protected: protected)
    if windows.isEmpty { return [] }
    var judge = Judge(bytes: bytes)
    return judge.findings(in: windows).sorted { $0.range < $1.range }
  }
}

/// Finds the parts of a text that are worth a closer look.
enum WindowFinder {
  /// A window never holds more bytes: a line of any length is looked at in pieces.
  static let longest = 2048

  static func windows(in bytes: [UInt8], protected: [ByteRange]) -> [ByteRange] {
    var result: [ByteRange] = []
    var barriers = protected.sorted().makeIterator()
    var barrier = barriers.next()
    var index = 0
    while index < bytes.count {
      while let current = barrier, current.end <= index { barrier = barriers.next() }
      if let current = barrier, index >= current.start {
        index = current.end
        continue
      }
      let byte = bytes[index]
      guard byte >= 0x80 || byte == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "&"), CharacterReference.read(at: index, in: bytes) == nil {
        index += 1
        continue
      }
      let limit = min(barrier?.start ?? bytes.count, bytes.count, index + longest)
      let end = windowEnd(from: index, limit, bytes)
      result.append(ByteRange(index, end))
      index = end
    }
    return result
  }

  /// A window goes on until two ASCII characters in a row that could be no part of damage.
  private static func windowEnd(from start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int {
    var index = start
    var plain = 0
    while index < limit {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D { return index }
      if byte >= 0x80 {
        plain = 0
        index += UTF8Scan.length(at: index, in: bytes)
      } else if byte == UInt8(ascii: "&"), let reference = CharacterReference.read(at: index, in: bytes) {
        plain = 0
        index += reference.length
      } else {
        plain += 1
        index += 1
        if plain == 2 { return index }
      }
    }
    return min(index, limit)
  }
}

/// Weighs the readings of windows against what stands there.
struct Judge {
  let bytes: [UInt8]
  let tokenizer: Tokenizer
  var lattice: Lattice
  var search = PathSearch()
  var prior = DamagePrior()

  /// A choice is sure, and counts as evidence for others, from this margin on.
  static let sure = 20
  /// The margin that makes a repair of the other pages safe.
  static let safeOther = 16
  /// Repaired text whose characters cost more than this on average is left to a person.
  static let fluent = 28
  /// The margin that makes a repair of the western pages safe.
  static let safeWestern = 10
  /// What is inferred with a smaller margin is one guess among others.
  static let leastInferred = 3
  /// Decoded text whose characters cost more than this on average is no text.
  static let garbled = 34

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokenizer = Tokenizer(table: .shared, model: .shared)
    lattice = Lattice(table: .shared, model: .shared)
  }

  mutating func findings(in windows: [ByteRange]) -> [MojibakeFinding] {
    var open: [ByteRange] = []
    for window in windows {
      guard load(window) else { continue }
      open.append(window)
      let (choices, _) = search.run(lattice, before: before(window), after: after(window), prior: prior)
      for choice in choices where choice.reading.kind.isEvidence && choice.margin >= Self.sure {
        prior.note(choice.reading)
      }
    }
    prior.update()
    var result: [MojibakeFinding] = []
    for window in open {
      _ = load(window)
      let (choices, quality) = search.run(lattice, before: before(window), after: after(window), prior: prior)
      append(choices, quality: quality, to: &result)
    }
    return result + swapped(windows, besides: result)
  }

  /// What single-byte text read in the wrong page is in the windows that hold no other finding.
  private func swapped(_ windows: [ByteRange], besides found: [MojibakeFinding]) -> [MojibakeFinding] {
    var rest: [ByteRange] = []
    var next = 0
    for window in windows {
      while next < found.count, found[next].range.end <= window.start { next += 1 }
      if next == found.count || found[next].range.start >= window.end { rest.append(window) }
    }
    return SwappedPages(bytes: bytes, tokenizer: tokenizer).findings(in: rest)
  }

  private func before(_ window: ByteRange) -> Glyph {
    tokenizer.glyph(before: window.start, in: bytes)
  }

  private func after(_ window: ByteRange) -> Glyph {
    window.end < bytes.count ? tokenizer.token(at: window.end, in: bytes).glyph : .edge
  }

  private mutating func load(_ window: ByteRange) -> Bool {
    var tokens: [Token] = []
    var index = window.start
    while index < window.end {
      let token = tokenizer.token(at: index, in: bytes)
      tokens.append(token)
      index = token.end
    }
    lattice.load(tokens, after: before(window), before: after(window))
    return lattice.hasReadings
  }

  private func append(_ choices: [PathSearch.Choice], quality: Int, to result: inout [MojibakeFinding]) {
    for choice in choices {
      guard let next = finding(choice, quality: quality, isShort: choices.count < 4) else { continue }
      guard let last = result.last, last.range.end == next.range.start,
        (last.replacement == nil) == (next.replacement == nil)
      else {
        result.append(next)
        continue
      }
      result[result.count - 1].join(next)
    }
  }

  private func finding(_ choice: PathSearch.Choice, quality: Int, isShort: Bool) -> MojibakeFinding? {
    let reading = choice.reading
    let range = ByteRange(lattice.tokens[reading.start].offset, lattice.tokens[reading.end - 1].end)
    guard let scalar = Unicode.Scalar(reading.glyph.value) else { return nil }
    var replacement: [UInt8]? = Array(String(Character(scalar)).utf8)
    var applicability: Applicability = isSafe(choice, quality: quality) ? .safe : .unsafe
    let isText = isShort || quality <= Self.garbled
    let isGuess = reading.kind != .exact && choice.margin < Self.leastInferred
    if reading.kind == .lost || isGuess || !isText { (replacement, applicability) = (nil, .displayOnly) }
    return MojibakeFinding(
      range: range, replacement: replacement, applicability: applicability, misreadings: misreadings(reading))
  }

  /// Whether a repair needs nobody's eye: nothing is inferred, and every other reading is far dearer.
  private func isSafe(_ choice: PathSearch.Choice, quality: Int) -> Bool {
    guard choice.reading.kind == .exact, quality <= Self.fluent else { return false }
    return choice.margin >= (choice.reading.pages & 0b111 != 0 ? Self.safeWestern : Self.safeOther)
  }

  private func misreadings(_ reading: Reading) -> [Misreading] {
    let page = prior.likeliest(of: reading.pages)
    if reading.kind == .singleByte { return [Misreading(original: page, readAs: .latin1)] }
    if reading.depth == 1 { return [Misreading(readAs: page)] }
    let inner = Misreading(readAs: prior.likeliest(of: reading.innerPages))
    return Array(repeating: inner, count: reading.depth - 1) + [Misreading(readAs: page)]
  }
}
