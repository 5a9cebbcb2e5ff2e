import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `keyOrder: [KEY, …]`: on an object, those of the keys that are there come in this order; others stand anywhere.
  static let keyOrder = Self(
    "keyOrder", metaschema: #"{"type": "array", "items": {"type": "string"}, "uniqueItems": true}"#
  ) { value, schema, _ in
    let order = schema.children(of: value).map { schema.utf8(of: $0) }
    var ranks: [[UInt8]: Int] = [:]
    for (rank, key) in order.enumerated() { ranks[key] = rank }
    return { [ranks] node, tree in
      guard tree[node].kind == .mapping else { return [] }
      var last: (rank: Int, key: NodeID)?
      for (key, _) in tree.pairs(of: node) {
        guard let rank = ranks[tree.utf8(of: key)] else { continue }
        if let last, rank < last.rank {
          return [CustomFailure(MisplacedKey(mapping: node, before: last.key, order: order), at: key)]
        }
        last = (rank, key)
      }
      return []
    }
  }
}

/// A key that comes after one that it should come before.
struct MisplacedKey: Hashable, Sendable {
  /// The mapping of both.
  let mapping: NodeID
  /// The key that stands before it and should come after it.
  let before: NodeID
  /// The keys in their order.
  let order: [[UInt8]]
}
