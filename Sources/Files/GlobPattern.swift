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

  private enum Token: Hashable {
    case byte(UInt8)
    /// One byte, or one character, but `/`.
    case any
    case set(ByteSet)
    /// Any number of bytes but `/`.
    case star
    /// `**/`: any number of folders, none included.
    case folders
    /// `**` at the end: all that is left.
    case rest
  }

  private let tokens: [Token]
  /// The pattern itself where it has no wildcard, else `nil`: most patterns of real files are plain names.
  private let literal: [UInt8]?
  /// What follows the `*` of a pattern such as `*.log`, else `nil`.
  private let suffix: [UInt8]?
  private let wholeCharacters: Bool

  /// Compiles `pattern`; with `wholeCharacters` a `?` stands for one character of UTF-8, not for one byte.
  init(_ pattern: some Collection<UInt8>, wholeCharacters: Bool) throws(Failure) {
    let tokens = try Self.compile(Array(pattern))
    self.tokens = tokens
    self.wholeCharacters = wholeCharacters
    literal = Self.literal(tokens[...])
    suffix = tokens.first == .star ? Self.literal(tokens.dropFirst()) : nil
  }

  private static func literal(_ tokens: ArraySlice<Token>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for token in tokens {
      guard case .byte(let byte) = token else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  // MARK: Compiling

  private static func compile(_ pattern: [UInt8]) throws(Failure) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "*"):
        var end = index
        while end < pattern.count, pattern[end] == UInt8(ascii: "*") { end += 1 }
        let opensPart = index == 0 || pattern[index - 1] == UInt8(ascii: "/")
        if end - index >= 2, opensPart, end == pattern.count {
          tokens.append(.rest)
        } else if end - index >= 2, opensPart, pattern[end] == UInt8(ascii: "/") {
          tokens.append(.folders)
          end += 1
        } else {
          tokens.append(.star)
        }
        index = end
      case UInt8(ascii: "?"):
        tokens.append(.any)
        index += 1
      case UInt8(ascii: "["):
        let (set, next) = try ByteSet.parse(pattern, at: index)
        tokens.append(.set(set))
        index = next
      case UInt8(ascii: "\\"):
        guard index + 1 < pattern.count else { throw .danglingEscape }
        tokens.append(.byte(pattern[index + 1]))
        index += 2
      default:
        tokens.append(.byte(pattern[index]))
        index += 1
      }
    }
    return tokens
  }

  // MARK: Matching

  /// Whether the pattern stands for all of `path` from the offset `start` to `end`.
  func matches(_ path: [UInt8], from start: Int, to end: Int) -> Bool {
    if let literal {
      return literal.count == end - start && path[start..<end].elementsEqual(literal)
    }
    if let suffix {
      let rest = end - suffix.count
      guard rest >= start, path[rest..<end].elementsEqual(suffix) else { return false }
      return !path[start..<rest].contains(UInt8(ascii: "/"))
    }
    return run(path, start, end)
  }

  private func run(_ path: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var token = 0
    var position = start
    var star: (token: Int, position: Int)?
    var folders: (token: Int, position: Int)?
    while true {
      if token == tokens.count {
        if position == end { return true }
      } else {
        switch tokens[token] {
        case .rest:
          return true
        case .star:
          token += 1
          star = (token, position)
          continue
        case .folders:
          token += 1
          folders = (token, position)
          star = nil
          continue
        case let single:
          if position < end, let length = length(of: single, path, position, end) {
            position += length
            token += 1
            continue
          }
        }
      }
      // A dead end: let the last `*` take one byte more, else the last `**` one folder more.
      if let back = star, back.position < end, path[back.position] != UInt8(ascii: "/") {
        star = (back.token, back.position + 1)
        (token, position) = (back.token, back.position + 1)
      } else if let back = folders {
        guard let slash = path[back.position..<end].firstIndex(of: UInt8(ascii: "/")) else { return false }
        star = nil
        folders = (back.token, slash + 1)
        (token, position) = (back.token, slash + 1)
      } else {
        return false
      }
    }
  }

  /// How many bytes `token` takes at `position`, or `nil` when it does not fit.
  private func length(of token: Token, _ path: [UInt8], _ position: Int, _ end: Int) -> Int? {
    let byte = path[position]
    switch token {
    case .byte(let wanted):
      return byte == wanted ? 1 : nil
    case .any:
      if byte == UInt8(ascii: "/") { return nil }
      guard wholeCharacters else { return 1 }
      var next = position + 1
      if byte >= 0xC0 { while next < end, next - position < 4, path[next] & 0xC0 == 0x80 { next += 1 } }
      return next - position
    case .set(let set):
      return byte != UInt8(ascii: "/") && set.contains(byte) ? 1 : nil
    case .star, .folders, .rest:
      return nil
    }
  }
}
