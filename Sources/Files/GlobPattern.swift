/// One compiled wildcard pattern over the bytes of a path; the matcher behind ``Glob`` and ``GitIgnore``.
///
/// `*` stands for any bytes but `/`, `?` for one, `[…]` for one of a set, `\` takes the next byte as it is, and `**` as
/// a whole part of a path for any number of folders. Matching keeps two places to come back to, the last `*` and the
/// last `**`: an earlier one never needs to be tried again, so the time does not explode.
struct GlobPattern: Hashable, Sendable {
  /// Why a pattern cannot be compiled.
  enum Failure: Error, Hashable {
    /// A `[` without its `]`; the offset of the bracket.
    case unclosedSet(Int)
    /// A `\` at the end.
    case danglingEscape
  }

  /// The steps of a pattern with wildcards; a number below these is a byte. A file may have as many patterns as it has
  /// lines, so a step is two bytes.
  private enum Step {
    /// One byte, or one character, but `/`.
    static let any: UInt16 = 256
    /// Any number of bytes but `/`.
    static let star: UInt16 = 257
    /// `**/`: any number of folders, none included.
    static let folders: UInt16 = 258
    /// `**` at the end: all that is left.
    static let rest: UInt16 = 259
    /// One byte of a ``ByteSet``, whose words follow.
    static let set: UInt16 = 260
  }

  private enum Form: Hashable {
    /// A plain name, as most patterns of real files are.
    case literal([UInt8])
    /// What follows the `*` of a pattern such as `*.log`.
    case suffix([UInt8])
    case steps([UInt16])
  }

  private let form: Form
  private let wholeCharacters: Bool

  /// Compiles `pattern`; with `wholeCharacters` a `?` stands for one character of UTF-8, not for one byte.
  init(_ pattern: some Collection<UInt8>, wholeCharacters: Bool) throws(Failure) {
    let steps = try Self.compile(Array(pattern))
    self.wholeCharacters = wholeCharacters
    if let literal = Self.literal(steps[...]) {
      form = .literal(literal)
    } else if steps.first == Step.star, let suffix = Self.literal(steps.dropFirst()) {
      form = .suffix(suffix)
    } else {
      form = .steps(steps)
    }
  }

  private static func literal(_ steps: ArraySlice<UInt16>) -> [UInt8]? {
    steps.allSatisfy { $0 < Step.any } ? steps.map { UInt8(truncatingIfNeeded: $0) } : nil
  }

  // MARK: Compiling

  private static func compile(_ pattern: [UInt8]) throws(Failure) -> [UInt16] {
    var steps: [UInt16] = []
    steps.reserveCapacity(pattern.count)
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "*"):
        var end = index
        while end < pattern.count, pattern[end] == UInt8(ascii: "*") { end += 1 }
        let opensPart = index == 0 || pattern[index - 1] == UInt8(ascii: "/")
        if end - index >= 2, opensPart, end == pattern.count {
          steps.append(Step.rest)
        } else if end - index >= 2, opensPart, pattern[end] == UInt8(ascii: "/") {
          steps.append(Step.folders)
          end += 1
        } else {
          steps.append(Step.star)
        }
        index = end
      case UInt8(ascii: "?"):
        steps.append(Step.any)
        index += 1
      case UInt8(ascii: "["):
        let (set, next) = try ByteSet.parse(pattern, at: index)
        steps.append(Step.set)
        steps += set.words
        index = next
      case UInt8(ascii: "\\"):
        guard index + 1 < pattern.count else { throw .danglingEscape }
        steps.append(UInt16(pattern[index + 1]))
        index += 2
      default:
        steps.append(UInt16(pattern[index]))
        index += 1
      }
    }
    return steps
  }

  // MARK: Matching

  /// Whether the pattern stands for all of `path` from the offset `start` to `end`.
  func matches(_ path: [UInt8], from start: Int, to end: Int) -> Bool {
    switch form {
    case .literal(let literal):
      return literal.count == end - start && path[start..<end].elementsEqual(literal)
    case .suffix(let suffix):
      let rest = end - suffix.count
      guard rest >= start, path[rest..<end].elementsEqual(suffix) else { return false }
      return !path[start..<rest].contains(UInt8(ascii: "/"))
    case .steps(let steps): return run(steps, path, start, end)
    }
  }

  private func run(_ steps: [UInt16], _ path: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var step = 0
    var position = start
    var star: (step: Int, position: Int)?
    var folders: (step: Int, position: Int)?
    while true {
      if step == steps.count {
        if position == end { return true }
      } else {
        switch steps[step] {
        case Step.rest:
          return true
        case Step.star:
          step += 1
          star = (step, position)
          continue
        case Step.folders:
          step += 1
          folders = (step, position)
          star = nil
          continue
        default:
          if position < end, let length = length(steps, step, path, position, end) {
            position += length
            step += steps[step] == Step.set ? 1 + ByteSet.wordCount : 1
            continue
          }
        }
      }
      // A dead end: let the last `*` take one byte more, else the last `**` one folder more.
      if let back = star, back.position < end, path[back.position] != UInt8(ascii: "/") {
        star = (back.step, back.position + 1)
        (step, position) = (back.step, back.position + 1)
      } else if let back = folders {
        guard let slash = path[back.position..<end].firstIndex(of: UInt8(ascii: "/")) else { return false }
        star = nil
        folders = (back.step, slash + 1)
        (step, position) = (back.step, slash + 1)
      } else {
        return false
      }
    }
  }

  /// How many bytes the step at `step` takes at `position`, or `nil` when it does not fit.
  private func length(_ steps: [UInt16], _ step: Int, _ path: [UInt8], _ position: Int, _ end: Int) -> Int? {
    let byte = path[position]
    switch steps[step] {
    case Step.any:
      if byte == UInt8(ascii: "/") { return nil }
      guard wholeCharacters else { return 1 }
      var next = position + 1
      if byte >= 0xC0 { while next < end, next - position < 4, path[next] & 0xC0 == 0x80 { next += 1 } }
      return next - position
    case Step.set:
      return byte != UInt8(ascii: "/") && ByteSet.contains(byte, in: steps, at: step + 1) ? 1 : nil
    case let wanted:
      return UInt16(byte) == wanted ? 1 : nil
    }
  }
}
