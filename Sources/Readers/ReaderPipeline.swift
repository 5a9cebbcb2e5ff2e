import DataTree
import SourceText
import YAML

/// The steps from bytes to a reader's value.
struct ReaderPipeline {
  private let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  /// The value of the text in `range`; refusals have places of `bytes`.
  func read(_ bytes: [UInt8], in range: ByteRange) throws(Refusal) -> ReaderValue {
    let preparation = TextPreparation(profile.quirks)
    let text = try preparation.prepare(bytes, range)
    do throws(Refusal) {
      try preparation.check(text)
      return try value(text.bytes, text.range)
    } catch {
      throw Refusal(error.reason, text.source(of: error.range))
    }
  }

  private func value(_ bytes: [UInt8], _ prepared: ByteRange) throws(Refusal) -> ReaderValue {
    var range = prepared
    if profile.quirks.endsAtNUL, let end = bytes[range.indices].firstIndex(of: 0) { range.end = end }
    if case .markdownMetadata = profile.syntax { return MarkdownMetadata.read(bytes, in: range) }
    let graph = try parse(bytes, in: range)
    return try finish(try compose(graph), graph, bytes, range)
  }

  private func parse(_ bytes: [UInt8], in range: ByteRange) throws(Refusal) -> ReaderGraph {
    switch profile.syntax {
    case .tokens(let dialect): try GraphParser.parse(bytes, in: range, dialect: dialect)
    case .jsYAML(let isVersion3): try JSYAMLParser.parse(bytes, in: range, isVersion3: isVersion3)
    case .standard: try StandardGraph.parse(bytes, in: range, quirks: profile.quirks)
    case .goccy: try GraphParser.parse(bytes, in: range, dialect: .goccy)
    case .symfony: try lines(bytes, range)
    case .markdownMetadata: ReaderGraph()
    }
  }

  /// The graph of symfony/yaml, to which a text of one line that begins with a colon is a value.
  private func lines(_ bytes: [UInt8], _ range: ByteRange) throws(Refusal) -> ReaderGraph {
    var line = range
    if !line.isEmpty, bytes[line.end - 1] == Byte.lineFeed { line.end -= 1 }
    guard line.count > 1, bytes[line.start] == Byte.colon, bytes[line.start + 1].isBlank,
      !bytes[line.indices].contains(Byte.lineFeed)
    else { return try GraphParser.parse(bytes, in: range, dialect: .symfony) }
    var graph = ReaderGraph(end: range.end)
    graph.root = graph.append(.scalar, .plain, Array(bytes[line.indices]), at: line)
    return graph
  }

  private func compose(_ graph: ReaderGraph) throws(Refusal) -> ReaderValue {
    let core = ComposerCore(graph)
    return switch profile.construction {
    case .psych: try RubyComposer(core: core).document(empty: .bool(false))
    case .safeYAML: try SafeYAMLComposer.compose(graph)
    case .python(let isRuamel): try PythonComposer(core, isRuamel: isRuamel).document()
    case .go(let isVersion3, let keys):
      try GoComposer(core: core, isVersion3: isVersion3, keys: keys).document()
    case .goccy: try GoccyComposer(core: core).document()
    case .jsYAML3: try JavaScriptComposer(core: core, library: .jsYAML3).document()
    case .jsYAML4: try JavaScriptComposer(core: core, library: .jsYAML4).document()
    case .eemeli: try JavaScriptComposer(core: core, library: .eemeli).document()
    case .haskell: try HaskellComposer(core: core).document(empty: .mapping([]))
    case .rust: try RustComposer(core: core).document()
    case .symfony: try SymfonyComposer(core: core).document()
    case .texts: .null
    }
  }

  private func finish(
    _ made: ReaderValue, _ graph: ReaderGraph, _ bytes: [UInt8], _ range: ByteRange
  ) throws(Refusal) -> ReaderValue {
    let value = try whole(made, graph, bytes, range)
    guard case .mapping(var pairs) = value else { return value }
    for index in pairs.indices {
      let key = pairs[index].key
      if profile.quirks.textKeysOnly || profile.quirks.wordKeysOnly {
        guard case .string(let text) = key else { throw Refusal(.keyType, range) }
        if profile.quirks.wordKeysOnly, !text.allSatisfy({ $0.isAlphanumeric || $0 == Byte.underscore }) {
          throw Refusal(.keyType, range)
        }
      }
      if profile.quirks.nullIsEmptyText, case .null = pairs[index].value { pairs[index].value = .string([]) }
    }
    return profile.quirks.makesTypography ? Typography.apply(.mapping(pairs)) : .mapping(pairs)
  }

  private func whole(
    _ value: ReaderValue, _ graph: ReaderGraph, _ bytes: [UInt8], _ range: ByteRange
  ) throws(Refusal) -> ReaderValue {
    if case .mapping = value { return value }
    let isNothing: Bool
    switch value {
    case .null, .bool(false): isNothing = true
    default: isNothing = false
    }
    switch profile.quirks.whole {
    case .anything:
      if case .jsYAML4 = profile.construction, range.isEmpty { return .undefined }
      return value
    case .emptyMeansMapping: return isNothing ? .mapping([]) : value
    case .mapping:
      if isNothing { return .mapping([]) }
      throw Refusal(.noMapping, range)
    case .something:
      if case .null = value { throw Refusal(.noMapping, range) }
      return value
    case .mappingOrEmpty: return .mapping([])
    case .strictMapping: throw Refusal(.noMapping, range)
    }
  }
}
