import DataTree
import SourceText
import YAML

/// The graph of a reader that keeps to YAML 1.2.2: what this project's own reader makes of the text.
enum StandardGraph {
  /// Parses a text; the first mistake that the reader does not tolerate is its refusal.
  static func parse(
    _ bytes: [UInt8], in range: ByteRange, quirks: Profile.Quirks
  ) throws(Refusal) -> ReaderGraph {
    let options = YAMLOptions(documentLimit: 1, depthLimit: GraphParser.depthLimit, checksCharacters: false)
    let result = YAMLParser.parse(bytes, in: range, options: options)
    // A version that is not known is a warning.
    if let error = result.errors.first(where: { $0.code != .unsupportedVersion }) {
      throw Refusal(reason(error.code), error.range)
    }
    let tree = result.tree
    var graph = ReaderGraph(end: range.end)
    for index in tree.nodes.indices {
      append(NodeID(index), of: tree, to: &graph)
      let node = tree.nodes[index]
      if quirks.refusesSurrogates, node.style == .doubleQuoted, namesSurrogate(bytes, node.range) {
        throw Refusal(.escape, node.range)
      }
      if quirks.refusesTabAfterColon, node.start >= 2, bytes[Int(node.start) - 1] == Byte.tab,
        bytes[Int(node.start) - 2] == Byte.colon
      {
        throw Refusal(.tab, ByteRange(Int(node.start) - 1, Int(node.start)))
      }
    }
    graph.root = tree.root?.index
    if bytes[range.indices].starts(with: Array("%YAML 1.1".utf8)) { graph.version = YAMLVersion(major: 1, minor: 1) }
    return graph
  }

  private static func append(_ id: NodeID, of tree: DataTree, to graph: inout ReaderGraph) {
    let node = tree[id]
    if node.kind == .alias {
      _ = graph.appendAlias([], of: node.target >= 0 ? node.target : nil, at: node.range)
      return
    }
    let properties = tree.properties(of: id)
    let tag = properties?.tag.map { tag in
      properties?.resolvedTag.map { Array($0.utf8) } ?? Array(tree.bytes[tag.indices])
    }
    let made = graph.append(
      node.kind, node.style, node.kind == .scalar ? tree.utf8(of: id) : [], tag: tag,
      anchor: properties?.anchor.map { Array(tree.bytes[$0.indices].dropFirst()) }, at: node.range)
    if node.kind != .scalar { for child in tree.children(of: id) { graph.add(child.index, to: made) } }
  }

  /// Whether an escape names half of a pair of surrogates.
  private static func namesSurrogate(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    var place = range.start
    while place + 3 < range.end {
      guard bytes[place] == Byte.backslash else {
        place += 1
        continue
      }
      if bytes[place + 1] == UInt8(ascii: "u"), bytes[place + 2] | 0x20 == UInt8(ascii: "d"),
        (bytes[place + 3].hexValue ?? 0) >= 8
      {
        return true
      }
      place += 2
    }
    return false
  }

  private static func reason(_ code: YAMLErrorCode) -> RefusalReason {
    switch code {
    case .tabIndentation: .tab
    case .badIndentation, .blankLineTooIndented, .textUnderIndented, .nonBreakingSpace: .indentation
    case .missingColon, .missingSpaceAfterColon, .otherColon, .otherComment: .missingColon
    case .colonInValue, .keyOnMarkerLine: .colonInValue
    case .dashOnKeyLine, .missingDash, .unexpectedDash, .missingSpaceAfterDash, .bulletList: .dashOutOfPlace
    case .multilineKey, .keyTooLong: .longKey
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote, .textAfterApostrophe, .apostropheInQuotes, .quoteInQuotes, .textAfterFlow, .textAfterAlias,
      .commentNeedsSpace,
      .textAfterDocumentEnd, .contentAfterRoot:
      .textAfterValue
    case .badEscape, .escapedApostrophe: .escape
    case .badBlockHeader: .blockHeader
    case .trailingComma, .trailingSemicolon, .extraComma, .missingComma, .unclosedFlow, .extraBracket, .wrongBracket,
      .placeholder:
      .brackets
    case .unknownAlias, .recursiveAlias, .starsAroundKey: .unknownAlias
    case .badAnchor, .repeatedProperty, .propertyOnAlias, .propertyBeforeCollection: .anchor
    case .badTag, .unknownTagHandle: .tag
    case .badDirective, .repeatedDirective, .unsupportedVersion, .directiveWithoutDocument, .directiveInDocument:
      .directive
    case .secondDocument, .tooManyDocuments: .secondDocument
    case .tooDeep, .tooLarge: .tooDeep
    case .aliasExpansion: .aliasExpansion
    case .controlCharacter: .unprintable
    case .invalidUTF8: .encoding
    case .duplicateKey: .duplicateKey
    case .reservedCharacter, .typographicQuotes, .unexpectedCharacter, .mergeConflict: .character
    }
  }
}
