import DataTree

extension PostingVocabulary.Keyword {
  /// `dateOrder: [[EARLIER, LATER], …]`: the date under the second key is not before the one under the first.
  static let dateOrder = Self(
    "dateOrder",
    metaschema: """
      {"type": "array", "items": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}}
      """
  ) { value, schema, _ in
    let pairs = schema.children(of: value).map { schema.children(of: $0).map { schema.text(of: $0) } }
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return pairs.compactMap { pair in
        guard pair.count == 2, let earlier = tree.pair(of: pair[0], in: node),
          let later = tree.pair(of: pair[1], in: node)
        else { return nil }
        return DateOutOfOrder.problem(earlier: earlier, later: later, in: tree)
      }
    }
  }
}
