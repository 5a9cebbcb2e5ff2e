import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `containsValueOf: {LIST: KEY, …}`: the list under the first key has the value of the second as one of its items.
  static let containsValueOf = Self(
    "containsValueOf", metaschema: #"{"type": "object", "additionalProperties": {"type": "string"}}"#
  ) { value, schema, _ in
    let pairs = schema.pairs(of: value).map { (list: schema.text(of: $0.key), key: schema.text(of: $0.value)) }
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return pairs.compactMap { pair in
        guard let list = tree.value(of: pair.list, in: node), tree.type(of: list) == .sequence,
          let own = tree.value(of: pair.key, in: node), tree[tree.resolved(own)].kind == .scalar
        else { return nil }
        let text = tree.utf8(of: own)
        guard !tree.children(of: list).contains(where: { tree.scalar($0, equals: text) }) else { return nil }
        return CustomFailure(MissingItem(list: pair.list, key: pair.key, value: own), at: list)
      }
    }
  }
}

/// A list that lacks the value of a key.
struct MissingItem: Hashable, Sendable {
  /// The key of the list.
  let list: String
  /// The key whose value it lacks.
  let key: String
  /// That value.
  let value: NodeID
}
