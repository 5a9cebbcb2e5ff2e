import DataTree
import JSONSchema
import Readers

extension PostingVocabulary.Keyword {
  /// `readerName: true`: a text that is the name of a reader of front matter; for the program's own configuration.
  static let readerName = Self("readerName", metaschema: #"{"type": "boolean"}"#) { value, schema, _ in
    guard schema.text(of: value) == "true" else { return nil }
    return { node, tree in
      guard tree[node].kind == .scalar, Reader(name: tree.text(of: node)) == nil else { return [] }
      return [CustomFailure(UnknownReader(), at: node)]
    }
  }
}

/// A text that is the name of no reader.
struct UnknownReader: Hashable, Sendable {}
