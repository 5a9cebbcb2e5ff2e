public import SourceText

/// A wildcard pattern for paths, as a configuration writes it: `jobs/**/*.md`, `*.{md,mdx}`, `archive/`.
///
/// A path is relative to the folder of the configuration, with `/` between its parts, compared byte by byte.
/// - `*` stands for any characters but `/`, `?` for one, `[a-z]` and `[!a-z]` for one byte of a set or outside it.
/// - `**` as a whole part stands for any number of folders, none included.
/// - `{a,b}` stands for `a` or `b`, and may be nested.
/// - `\` takes the next character as it is.
/// - A pattern without `/` before its end is for a name in any folder; another starts at the configuration's folder.
/// - A `/` at the end makes the pattern one for folders.
public struct Glob: Hashable, Sendable {
  /// What is wrong with a pattern.
  public enum Failure: Error, Hashable, Sendable {
    /// Nothing is written.
    case empty
    /// The pattern has more than 4,096 bytes.
    case tooLong
    /// A `[` without its `]`.
    case unclosedSet
    /// A `{` without its `}`.
    case unclosedBraces
    /// A `\` at the end.
    case danglingEscape
    /// The braces stand for more than 1,024 patterns.
    case tooManyAlternatives

    /// What to tell a person.
    public var message: Message {
      switch self {
      case .empty: Message(fr: "le motif est vide", en: "the pattern is empty")
      case .tooLong: Message(fr: "le motif est trop long", en: "the pattern is too long")
      case .unclosedSet:
        Message(fr: "il manque «\u{A0}]\u{A0}» après «\u{A0}[\u{A0}»", en: "a “]” is missing after “[”")
      case .unclosedBraces:
        Message(fr: "il manque «\u{A0}}\u{A0}» après «\u{A0}{\u{A0}»", en: "a “}” is missing after “{”")
      case .danglingEscape:
        Message(fr: "rien ne suit le «\u{A0}\\\u{A0}» final", en: "nothing follows the “\\” at the end")
      case .tooManyAlternatives:
        Message(fr: "les accolades donnent trop de combinaisons", en: "the braces stand for too many alternatives")
      }
    }
  }

  /// The pattern as it was written.
  public let text: String
  private let alternatives: [AnchoredPattern]

  /// Compiles a pattern.
  public init(_ text: String) throws(Failure) {
    self.text = text
    if text.utf8.isEmpty { throw .empty }
    if text.utf8.count > 4096 { throw .tooLong }
    var compiled: [AnchoredPattern] = []
    for alternative in try Self.expand(Array(text.utf8)) {
      do throws(GlobPattern.Failure) {
        compiled.append(try AnchoredPattern(alternative[...], wholeCharacters: true))
      } catch {
        switch error {
        case .unclosedSet: throw .unclosedSet
        case .danglingEscape: throw .danglingEscape
        }
      }
    }
    alternatives = compiled
  }

  /// Whether the pattern is for the file at `path`.
  public func matches(_ path: SourcePath) -> Bool {
    alternatives.contains { $0.matches(path.bytes, from: 0, to: path.bytes.count, isFolder: false) }
  }

  /// Whether the pattern is for `path` or for one of the folders that it lies in: what an exclusion leaves out.
  public func covers(_ path: SourcePath, isFolder: Bool = false) -> Bool {
    let bytes = path.bytes
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      if alternatives.contains(where: { $0.matches(bytes, from: 0, to: index, isFolder: true) }) { return true }
    }
    return alternatives.contains { $0.matches(bytes, from: 0, to: bytes.count, isFolder: isFolder) }
  }

  // MARK: Braces

  private static func expand(_ pattern: [UInt8]) throws(Failure) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var waiting = [pattern]
    while let next = waiting.popLast() {
      guard let (start, parts, end) = try firstBraces(next) else {
        done.append(next)
        continue
      }
      for part in parts.reversed() { waiting.append(Array(next[..<start]) + part + next[end...]) }
      if waiting.count + done.count > 1024 { throw .tooManyAlternatives }
    }
    return done
  }

  /// The first `{…}`: where it starts, what stands between its commas, and the offset after it.
  private static func firstBraces(_ pattern: [UInt8]) throws(Failure) -> (Int, [ArraySlice<UInt8>], Int)? {
    var start: Int?
    var partStart = 0
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "\\"):
        index += 1
      case UInt8(ascii: "{"):
        depth += 1
        if depth == 1 { (start, partStart) = (index, index + 1) }
      case UInt8(ascii: ",") where depth == 1:
        parts.append(pattern[partStart..<index])
        partStart = index + 1
      case UInt8(ascii: "}") where depth > 0:
        depth -= 1
        if depth == 0, let start { return (start, parts + [pattern[partStart..<index]], index + 1) }
      default:
        break
      }
      index += 1
    }
    if start != nil { throw .unclosedBraces }
    return nil
  }
}

/// A pattern with git's two marks: a `/` before the end ties it to the folder of its file, one at the end makes it a
/// pattern for folders.
struct AnchoredPattern: Hashable, Sendable {
  let pattern: GlobPattern
  let isAnchored: Bool
  let isForFolders: Bool

  init(_ text: ArraySlice<UInt8>, wholeCharacters: Bool) throws(GlobPattern.Failure) {
    var text = text
    isForFolders = text.count > 1 && text.last == UInt8(ascii: "/")
    if isForFolders { text.removeLast() }
    isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    pattern = try GlobPattern(text, wholeCharacters: wholeCharacters)
  }

  /// Whether the pattern is for the path that `bytes` hold from `start` to `end`.
  func matches(_ bytes: [UInt8], from start: Int, to end: Int, isFolder: Bool) -> Bool {
    if isForFolders, !isFolder { return false }
    if isAnchored { return pattern.matches(bytes, from: start, to: end) }
    let slash = bytes[start..<end].lastIndex(of: UInt8(ascii: "/"))
    return pattern.matches(bytes, from: slash.map { $0 + 1 } ?? start, to: end)
  }
}
