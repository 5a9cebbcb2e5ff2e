import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `uniqueBy: KEY`: no two items of a list have the same value under the key.
  static let uniqueBy = Self("uniqueBy", metaschema: #"{"type": "string", "minLength": 1}"#) { value, schema, _ in
    let key = schema.text(of: value)
    return { node, tree in
      guard tree[node].kind == .sequence else { return [] }
      var first: [[UInt8]: NodeID] = [:]
      var failures: [CustomFailure] = []
      for item in tree.children(of: node) {
        guard let own = tree.value(of: key, in: item), tree[tree.resolved(own)].kind == .scalar else { continue }
        let text = tree.utf8(of: own)
        if let earlier = first[text] {
          failures.append(CustomFailure(RepeatedValue(key: key, first: earlier), at: own))
        } else {
          first[text] = own
        }
      }
      return failures
    }
  }
}

/// A value that an earlier item of the list has under the same key.
struct RepeatedValue: Hashable, Sendable {
  /// The key.
  let key: String
  /// The value of the earlier item.
  let first: NodeID
}
