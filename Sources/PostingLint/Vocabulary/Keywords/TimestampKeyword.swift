import DataTree

extension PostingVocabulary.Keyword {
  /// `timestamp: true`: a text that is a YAML timestamp or an ISO 8601 date, of a plausible year.
  static let timestamp = Self("timestamp", metaschema: #"{"type": "boolean"}"#) { value, schema, options in
    guard schema.text(of: value) == "true" else { return nil }
    return { node, tree in
      guard tree[node].kind == .scalar, tree.type(of: node) == .string else { return [] }
      // An empty value is reported as such.
      guard !tree.isEmptyValue(node) else { return [] }
      if let problem = ImpossibleDate.problem(of: node, in: tree) { return [problem] }
      return ImplausibleDate.problem(of: node, in: tree, today: options.today).map { [$0] } ?? []
    }
  }
}
