import DataTree
import PostingLint
import SourceText

extension PostingServer {
  /// Answers with the keys of the front matter.
  mutating func answerDocumentSymbol(_ id: RequestID, _ uri: DocumentURI) {
    guard let check = check(uri), let document = documents[uri] else {
      respond(id) { $0.array { _ in } }
      return
    }
    let writer = SymbolWriter(
      tree: check.document.tree, writer: DiagnosticWriter(document, capabilities), uri: uri,
      isNested: capabilities.nestsSymbols)
    respond(id) { result in
      result.array { list in
        if let root = writer.tree.root { writer.write(pairsOf: root, in: nil, depth: 0, to: &list) }
      }
    }
  }
}

/// Writes the keys of mappings as symbols.
private struct SymbolWriter {
  let tree: DataTree
  let writer: DiagnosticWriter
  let uri: DocumentURI
  let isNested: Bool
  private static let depthLimit = 16

  func write(pairsOf mapping: NodeID, in container: String?, depth: Int, to list: inout JSONWriter) {
    guard depth < Self.depthLimit, tree[mapping].kind == .mapping else { return }
    for (key, value) in tree.pairs(of: mapping) {
      let name = tree.text(of: key)
      // A client refuses the whole answer for the sake of one symbol without a name.
      guard !name.utf8.isEmpty else { continue }
      list.object { symbol in
        symbol.member("name", name)
        symbol.member("kind", Self.kind(tree.type(of: value)))
        let range = tree.range(of: key).union(tree.range(of: value))
        guard isNested else {
          symbol.object("location") {
            $0.member("uri", uri.text)
            writer.write(range, to: &$0)
          }
          if let container { symbol.member("containerName", container) }
          return
        }
        if tree[tree.resolved(value)].kind == .scalar {
          symbol.member("detail", Quoted.text(tree.utf8(of: value)))
        }
        writer.write(range, to: &symbol)
        writer.write(tree.range(of: key), as: "selectionRange", to: &symbol)
        symbol.array("children") { write(pairsOf: value, in: name, depth: depth + 1, to: &$0) }
      }
      if !isNested { write(pairsOf: value, in: name, depth: depth + 1, to: &list) }
    }
  }

  /// `SymbolKind` of LSP 3.17.
  private static func kind(_ type: ValueType) -> Int {
    switch type {
    case .string: 15
    case .integer, .float: 16
    case .boolean: 17
    case .sequence: 18
    case .mapping: 19
    case .null: 21
    }
  }
}
