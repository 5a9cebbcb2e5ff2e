public import DataTree
public import SourceText

/// What a reader of YAML is told besides the text.
public struct YAMLOptions: Sendable {
  /// How many documents the text may hold; the next one is an error at its `---`.
  public var documentLimit: Int
  /// How many collections may be open at once.
  public var depthLimit: Int
  /// Whether `YAMLResult.tokens` is filled.
  public var keepsTokens: Bool
  /// Whether non-breaking and other odd spaces before the text of a line are an error and count as indentation. The
  /// standard takes them for text, which nobody means.
  public var refusesOddSpaces: Bool
  /// Whether bytes that no YAML text may hold are errors.
  public var checksCharacters: Bool

  /// Makes options; the defaults are those for a bare YAML file.
  public init(
    documentLimit: Int = 100_000, depthLimit: Int = 1_000, keepsTokens: Bool = false, refusesOddSpaces: Bool = false,
    checksCharacters: Bool = true
  ) {
    self.refusesOddSpaces = refusesOddSpaces
    self.documentLimit = documentLimit
    self.depthLimit = depthLimit
    self.keepsTokens = keepsTokens
    self.checksCharacters = checksCharacters
  }

  /// A stream of any number of documents.
  public static let stream = YAMLOptions()
  /// The front matter of a file: one document; bad characters are left to whoever looks at the whole file.
  public static let frontMatter = YAMLOptions(documentLimit: 1, refusesOddSpaces: true, checksCharacters: false)
}

/// What a piece of the text is.
public enum TokenKind: UInt8, Sendable {
  /// A byte-order mark.
  case byteOrderMark
  /// A line that begins with `%`.
  case directive
  /// `---`
  case documentStart
  /// `...`
  case documentEnd
  /// From `#` to the end of the line.
  case comment
  /// `&name`
  case anchor
  /// `!tag`
  case tag
  /// `*name`
  case alias
  /// A plain or quoted scalar, quotes included.
  case scalar
  /// `|` or `>` with its indicators.
  case blockScalarHeader
  /// The lines of a block scalar.
  case blockScalarText
  /// One of `-`, `?`, `:`, `,`, `[`, `]`, `{`, `}`.
  case indicator
  /// Text that was passed over after a mistake.
  case skipped
}

/// A piece of the text; between two tokens there are only spaces, tabs and line breaks.
public struct Token: Hashable, Sendable {
  /// What it is.
  public var kind: TokenKind
  /// Its bytes.
  public var range: ByteRange
}

/// What was read from a YAML text: always a tree, and what is wrong with the text.
public struct YAMLResult: Sendable {
  /// The nodes; empty where there was nothing to read.
  public var tree: DataTree
  /// Mistakes, in the order of the text: the text is no YAML 1.2.
  public var errors: [YAMLError]
  /// Good YAML that very likely means something else than its author wanted, in the order of the text.
  public var suspects: [YAMLError]
  /// The encoding that `YAMLParser.parseFile` found.
  public var encoding: YAMLEncoding = .utf8
  /// All tokens, where `YAMLOptions.keepsTokens` asked for them.
  public var tokens: [Token]
}

/// Reads YAML 1.2.2 into a tree with ranges, in one pass and linear time.
///
/// Nothing is thrown: mistakes are collected, what follows them is still read, and a tree always comes back.
/// A value that is not there is a plain scalar of type `null` with an empty range: right after the `:`, `-`, `?`,
/// `---`, anchor or tag that announces it; a missing key stands at its `:`. A block collection ends where the text of its last
/// child ends; a block scalar ends before the line break of its last line.
public struct YAMLParser {
  /// Reads `bytes`, or only those in `range` (whole lines); every range in the result counts in the whole of `bytes`.
  ///
  /// The bytes are taken for UTF-8; ``parseFile(_:options:)`` takes the other encodings too.
  public static func parse(
    _ bytes: [UInt8], in range: ByteRange? = nil, options: YAMLOptions = .stream
  ) -> YAMLResult {
    let end = min(max(range?.end ?? bytes.count, 0), bytes.count)
    let start = min(max(range?.start ?? 0, 0), end)
    guard end < Int32.max else {
      let error = YAMLError(.tooLarge, ByteRange(at: start))
      return YAMLResult(tree: DataTree(bytes: bytes), errors: [error], suspects: [], tokens: [])
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var parser = unsafe Parser(Input(buffer, end: end), from: start, options: options)
      parser.parseStream()
      if options.checksCharacters { parser.errors += YAMLCharacters.check(bytes, in: ByteRange(start, end)) }
      return (consume parser).result(of: bytes)
    }
  }

  /// Reads a bare YAML file in any encoding of the standard (5.2). Ranges count in `YAMLResult.tree.bytes`, the file
  /// in UTF-8.
  public static func parseFile(_ bytes: [UInt8], options: YAMLOptions = .stream) -> YAMLResult {
    let encoding = YAMLEncoding.detect(bytes)
    var result = parse(encoding.utf8(bytes), options: options)
    result.encoding = encoding
    return result
  }
}
