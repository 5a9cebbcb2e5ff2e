import DataTree

extension PostingVocabulary.Keyword {
  /// `knownWords: [WORD, …]`: free text in which a slip of one of the words is reported; other text is not.
  static let knownWords = Self(
    "knownWords", metaschema: #"{"type": "array", "items": {"type": "string", "minLength": 1}}"#
  ) { value, schema, _ in
    let words = schema.children(of: value).map { schema.utf8(of: $0) }
    return { node, tree in
      switch tree[node].kind {
      case .scalar: UnknownValue.problems(of: node, in: tree, words: words)
      case .sequence: tree.children(of: node).flatMap { UnknownValue.problems(of: $0, in: tree, words: words) }
      default: []
      }
    }
  }
}
