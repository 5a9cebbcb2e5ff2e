public import DataTree
public import SourceText

/// Two readers that make different values of the same place.
public struct Disagreement: Sendable {
  /// The place as a JSON Pointer (RFC 6901), by the keys of the text in small ASCII letters.
  public var pointer: String
  /// The node of the value, or of the key where readers name the key differently; `nil` where the text's own reader
  /// has no such node.
  public var node: NodeID?
  /// Whether readers differ on the key; the values are then what they make of the key.
  public var isKey = false
  /// A reader and what it makes of it; `nil` where it has nothing there.
  public var first: (reader: Reader, value: ReaderValue?)
  /// Another reader and what it makes of it.
  public var second: (reader: Reader, value: ReaderValue?)
}

/// What several readers make of one front matter.
public struct ReaderComparison: Sendable {
  /// Readers that do not take it, with the place and the reason.
  public var refusals: [(reader: Reader, refusal: Refusal)] = []
  /// Where the others disagree, in the order of the first reader.
  public var disagreements: [Disagreement] = []

  /// The scalars that all these readers take for true or false and the standard for a text, where they were asked for.
  public var booleans: Set<NodeID> = []

  /// Whether a look at the bytes showed that every reader of YAML reads the same, keys in any letter case included.
  public var isPlain = false

  /// Whether the front matter is too large for every reader to be asked, so that nothing is known of them.
  public var isLeftOut = false

  /// Nothing to tell: all take it and read the same.
  public init() {}

  /// Whether all take it and read the same.
  public var isUnanimous: Bool { refusals.isEmpty && disagreements.isEmpty }
}

extension Readers {
  /// How much front matter is read by every reader: the values of two of them are held at once. Where the standard
  /// refuses the text, nobody has counted its values.
  private static let limit = (bytes: 1 << 20, values: 1 << 15, refusedBytes: 1 << 16)

  /// Compares what readers make of the front matter in `range`, of which `tree` is the standard's reading.
  ///
  /// Text that is plain to every reader costs one walk over its bytes and nodes; anything else is read by each reader.
  /// `hasErrors` tells that the standard refuses the text; `isPage`, that the bytes are a whole page, of which each
  /// reader finds the front matter by its own rules; `notesBooleans`, that
  /// `booleans` are asked for.
  public static func compare(
    _ tree: DataTree, in range: ByteRange, hasErrors: Bool, readers: [Reader], isPage: Bool = false,
    notesBooleans: Bool = false
  ) -> ReaderComparison {
    var comparison = ReaderComparison()
    if !hasErrors, readAlike(tree, in: range, readers: readers, isPage: isPage) {
      comparison.isPlain = true
      return comparison
    }
    guard range.count <= (hasErrors ? limit.refusedBytes : limit.bytes), tree.nodes.count <= limit.values else {
      comparison.isLeftOut = true
      return comparison
    }
    var first: (reader: Reader, value: ReaderValue)?
    var walk = ComparisonWalk(tree, notesBooleans: notesBooleans)
    for reader in readers {
      let result =
        isPage
        ? result(tree.bytes, around: range, as: reader, isNothing: !hasErrors && isNothing(tree))
        : read(tree.bytes, in: range, as: reader).result
      switch result {
      case .success(let value):
        if let first { walk.compare(first, (reader, value)) } else { first = (reader, value) }
      case .failure(let refusal): comparison.refusals.append((reader, refusal))
      }
    }
    comparison.disagreements = walk.sorted
    comparison.booleans = walk.booleans(only: first?.value)
    return comparison
  }

  /// Whether one walk over the bytes and nodes of front matter, which the standard takes, shows that all readers make the
  /// same of it; they may where it does not.
  package static func readAlike(_ tree: DataTree, in range: ByteRange, readers: [Reader], isPage: Bool) -> Bool {
    (!isPage || PlainScreen.fencesArePlain(tree.bytes, around: range))
      && readers.allSatisfy { !$0.profile.hasOwnWays } && PlainScreen.isPlain(tree, in: range)
  }

  /// What a reader makes of a page whose front matter is in `range`, where it finds it there.
  private static func result(
    _ bytes: [UInt8], around range: ByteRange, as reader: Reader, isNothing: Bool
  ) -> Result<ReaderValue, Refusal> {
    let fences = reader.profile.fences
    guard reader.findsFences else {
      return mapping(read(bytes, in: range, as: reader), in: range, isNothing: isNothing)
    }
    switch FenceFinder.find(bytes, fences) {
    case .block(let block) where fences.opening == .optional:
      if case .markdownMetadata = reader.profile.syntax, let end = MarkdownMetadata.end(bytes, in: block) {
        return .failure(Refusal(end.isBlank ? .blankLine : .otherEnd, end.line))
      }
      return mapping(read(bytes, in: block, as: reader), in: range, isNothing: isNothing)
    case .block(let block):
      let start = fences.keepsOpening ? block.start..<range.start + 1 : range.start..<range.start + 1
      guard start.contains(block.start) else { return .failure(Refusal(.noFrontMatter, opening(bytes, range))) }
      if block.end < range.end, let line = fenceLine(bytes, from: block.end), line.start < range.end {
        return .failure(Refusal(.otherEnd, line))
      }
      if block.end > range.end + 2, !isBlankOrDots(bytes[range.end..<block.end]) {
        return .failure(Refusal(.noClosingFence, fenceLine(bytes, from: range.end) ?? opening(bytes, range)))
      }
      return mapping(read(bytes, in: block, as: reader), in: range, isNothing: isNothing)
    case .empty, .null:
      let closing = fenceLine(bytes, from: range.end)
      let isOpened = FenceFinder.opens(bytes, fences)
      return .failure(
        isOpened
          ? Refusal(.noClosingFence, closing ?? opening(bytes, range))
          : Refusal(.noFrontMatter, opening(bytes, range)))
    case .refused(let refusal):
      guard refusal.reason == .noClosingFence else { return .failure(refusal) }
      return .failure(Refusal(.noClosingFence, fenceLine(bytes, from: range.end) ?? refusal.range))
    }
  }

  /// Readers that do not find the front matter of a page where it is; libraries find none by themselves, and lose what
  /// all others lose.
  public static func losing(_ bytes: [UInt8], around range: ByteRange, readers: [Reader]) -> [Reader] {
    let pages = readers.filter(\.findsFences)
    let losing = pages.filter { !finds(bytes, around: range, as: $0) }
    return losing.count == pages.count ? readers : losing
  }

  /// Readers that find front matter in a page; libraries find what is handed to them.
  public static func finding(_ bytes: [UInt8], readers: [Reader]) -> [Reader] {
    readers.filter { reader in
      guard reader.findsFences else { return true }
      if case .block = FenceFinder.find(bytes, reader.profile.fences) { return true } else { return false }
    }
  }

  private static func finds(_ bytes: [UInt8], around range: ByteRange, as reader: Reader) -> Bool {
    let fences = reader.profile.fences
    guard case .block(let block) = FenceFinder.find(bytes, fences) else { return false }
    if fences.opening == .optional { return true }
    let isStart = fences.keepsOpening ? block.start <= range.start : block.start == range.start
    return isStart && block.end <= range.end + 2
      && isBlankOrDots(bytes[min(block.end, range.end)..<max(block.end, range.end)])
  }

  /// Whether lines hold nothing but blanks and the ends of documents.
  private static func isBlankOrDots(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == Byte.dot || $0.isBlank || $0.isLineBreak }
  }

  /// What a reader makes of front matter, where that is keys and values, or nothing where there is nothing; any other
  /// value names no key of the page.
  private static func mapping(
    _ reading: Reading, in range: ByteRange, isNothing: Bool
  ) -> Result<ReaderValue, Refusal> {
    let isTaken =
      switch reading.value {
      case .mapping(let pairs)?: !pairs.isEmpty || isNothing
      case .null?, .undefined?: isNothing
      case nil: true
      default: false
      }
    return isTaken ? reading.result : .failure(Refusal(.noMapping, range))
  }

  /// Whether the standard reads nothing, or a mapping without keys.
  private static func isNothing(_ tree: DataTree) -> Bool {
    guard let root = tree.root else { return true }
    return tree[root].kind == .scalar ? tree[root].type == .null : tree[root].count == 0
  }

  /// The line before the front matter: its opening fence.
  private static func opening(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
    var end = range.start
    while end > 0, bytes[end - 1].isLineBreak { end -= 1 }
    var start = end
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    return ByteRange(start, end)
  }

  /// The first line from a place on that is not blank.
  private static func fenceLine(_ bytes: [UInt8], from place: Int) -> ByteRange? {
    var start = place
    while start < bytes.count, bytes[start].isLineBreak { start += 1 }
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
    return ByteRange(start, end)
  }
}
