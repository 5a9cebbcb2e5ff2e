import SourceText

/// Makes findings of what the search chose, and says how far each may be trusted.
struct Verdicts {
  private let prior: DamagePrior
  private var result: [MojibakeFinding] = []
  /// What findings have in common, which then is there once: the bytes of a character, and the steps of the last one.
  private var written: [UInt32: [UInt8]] = [:]
  private var steps: [Misreading] = []
  private var stepsOf: (pages: UInt16, innerPages: UInt16, depth: UInt8, isByte: Bool)?
  /// What was found in windows, as findings.
  private var parts: [Part] = []
  /// Whether the last finding ends in a character that lacks a byte.
  private var wasLost = false

  /// The margin that makes a repair of the western pages safe, and of the others.
  private static let safeWestern = 10
  private static let safeOther = 16
  /// What proves an inferred space: this margin, and this many sure places under the same page.
  private static let provenMargin = 20
  private static let proof = 8
  /// A repair that costs more than this with its neighbours is left to a person.
  private static let fluent = 60
  /// Decoded text whose characters cost more than this on average is no text.
  private static let garbled = 34

  init(prior: DamagePrior, room: Int) {
    self.prior = prior
    result.reserveCapacity(room)
    parts.reserveCapacity(min(room, 64))
  }

  /// All findings, by position. `hasOthers` says that the text has characters beyond ASCII that are in order.
  func findings(hasOthers: Bool) -> [MojibakeFinding] {
    guard hasOthers, let only = result.first, result.count == 1, isForeign(only) else { return result }
    // One foreign letter in a text that is otherwise whole is too little to go by.
    return [
      MojibakeFinding(
        range: only.range, replacement: only.replacement, applicability: .displayOnly, misreadings: only.misreadings)
    ]
  }

  /// A finding of a window, whose range counts from the window's start.
  private struct Part {
    let finding: MojibakeFinding
    /// Whether it ends in a character that lacks a byte.
    let isLost: Bool
  }

  /// Makes what was found in a window findings; returns which they are, for ``append(_:_:)``.
  mutating func parts(of found: PathSearch.Result, _ choices: [PathSearch.Choice]) -> Range<Int> {
    let first = parts.count
    for index in found.choices where !isDoubtful(choices[index]) {
      guard let finding = finding(choices[index], of: found) else { continue }
      parts.append(Part(finding: finding, isLost: choices[index].reading.kind == .lost))
    }
    return first..<parts.count
  }

  /// Adds what was found in the window that starts at `offset`; windows come in order.
  mutating func append(_ made: Range<Int>, _ offset: Int) {
    for index in made {
      let isLost = parts[index].isLost
      var next = parts[index].finding
      next.range = next.range.moved(by: offset)
      defer { wasLost = isLost }
      guard let last = result.last, last.range.end == next.range.start,
        wasLost || (last.replacement == nil) == (next.replacement == nil)
      else {
        result.append(next)
        continue
      }
      // Mended, what follows a character that lacks a byte would be taken for that byte.
      if wasLost || isLost { result[result.count - 1].forget() }
      result[result.count - 1].join(next)
    }
  }

  /// Forgets the last parts that were made, of a window that does not come again.
  mutating func drop(_ made: Range<Int>) {
    parts.removeSubrange(made)
  }

  /// Whether the text is better left as it stands.
  private func isDoubtful(_ choice: PathSearch.Choice) -> Bool {
    switch choice.doubt {
    case .none, .odd: false
    case .ordinary: prior.support(of: choice.reading.pages) == 0
    case .word, .lonely: true
    }
  }

  private mutating func finding(_ choice: PathSearch.Choice, of found: PathSearch.Result) -> MojibakeFinding? {
    let reading = choice.reading
    guard let scalar = Unicode.Scalar(reading.glyph.value) else { return nil }
    var replacement = written[scalar.value]
    if replacement == nil {
      replacement = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      written[scalar.value] = replacement
    }
    var applicability: Applicability = isSafe(choice) ? .safe : .unsafe
    let isText = found.choices.count < 4 || found.quality <= Self.garbled
    let isGuess = choice.margin < reading.leastMargin
    // A guess in a text without any sure damage is no news.
    if isGuess, prior.support(of: reading.pages) == 0 { return nil }
    if reading.kind == .lost || isGuess || !isText { (replacement, applicability) = (nil, .displayOnly) }
    let kind = (reading.pages, reading.innerPages, reading.depth, reading.kind == .singleByte)
    if stepsOf.map({ $0 == kind }) != true { (steps, stepsOf) = (misreadings(reading), kind) }
    return MojibakeFinding(
      range: choice.range, replacement: replacement, applicability: applicability, misreadings: steps)
  }

  /// Whether a repair needs nobody's eye: nothing is inferred, or what is inferred is one space among many sure repairs
  /// of the same kind, and every other reading is far dearer.
  private func isSafe(_ choice: PathSearch.Choice) -> Bool {
    if choice.reading.kind == .expectedSpace {
      return choice.margin >= Self.provenMargin && prior.support(of: choice.reading.pages) >= Self.proof
    }
    guard choice.reading.kind == .exact, choice.strangeness <= Self.fluent else { return false }
    // What is right elsewhere is damaged where nearly all is.
    if choice.doubt != .none, choice.doubt == .odd || prior.support(of: choice.reading.pages) < Self.proof / 2 {
      return false
    }
    return choice.margin >= (choice.reading.pages & CodePageSet.western.bits != 0 ? Self.safeWestern : Self.safeOther)
  }

  private func misreadings(_ reading: Reading) -> [Misreading] {
    let page = prior.likeliest(of: reading.pages)
    if reading.kind == .singleByte { return [Misreading(original: page, readAs: .latin1)] }
    if reading.depth == 1 { return [Misreading(readAs: page)] }
    let inner = Misreading(readAs: prior.likeliest(of: reading.innerPages))
    return Array(repeating: inner, count: Int(reading.depth) - 1) + [Misreading(readAs: page)]
  }

  /// Whether a repair writes a Latin letter that French has not.
  private func isForeign(_ finding: MojibakeFinding) -> Bool {
    guard let replacement = finding.replacement, let scalar = UTF8Scan.scalar(at: 0, in: replacement)?.value.value
    else { return false }
    guard scalar >= 0xC0, scalar < 0x250 else { return false }
    return !Glyph(value: scalar, letter: 0, kind: .letter, isCapital: false).isFrenchLetter
  }
}

extension Glyph {
  /// Whether it is a letter with an accent, or a ligature, that French writes, in either case.
  var isFrenchLetter: Bool {
    switch value >= 0xC0 && value < 0xDE ? value + 0x20 : value {
    case 0xE0, 0xE2, 0xE4, 0xE6...0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC, 0xFF, 0x152, 0x153, 0x178: true
    default: false
    }
  }
}

extension Reading {
  /// With a smaller margin the reading is one guess among others. A lost byte that could make any of several letters needs more than one that leaves little choice.
  var leastMargin: Int {
    switch kind {
    case .exact: 0
    case .missingControl, .markedControl: glyph.kind == .letter ? 14 : 3
    default: 3
    }
  }
}
