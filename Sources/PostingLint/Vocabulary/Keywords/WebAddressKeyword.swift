import DataTree

extension PostingVocabulary.Keyword {
  /// `webAddress: true`: a text that is a whole http or https address.
  static let webAddress = Self("webAddress", metaschema: #"{"type": "boolean"}"#) { value, schema, _ in
    guard schema.text(of: value) == "true" else { return nil }
    return { node, tree in
      guard !tree.isEmptyValue(node) else { return [] }
      return MalformedURL.problem(of: node, in: tree).map { [$0] } ?? []
    }
  }
}
