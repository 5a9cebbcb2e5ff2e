import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `dateAfter: [[EARLIER, LATER], …]`: the date under the second key is after the one under the first; the same day or
  /// moment is not.
  static let dateAfter = Self(
    "dateAfter",
    metaschema: """
      {"type": "array", "items": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}}
      """
  ) { value, schema, _ in
    let pairs = schema.children(of: value).map { schema.children(of: $0).map { schema.text(of: $0) } }
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return pairs.compactMap { pair in
        guard pair.count == 2, let earlier = tree.pair(of: pair[0], in: node),
          let later = tree.pair(of: pair[1], in: node),
          let first = DateReading(tree.utf8(of: earlier.value)).timestamp,
          let second = DateReading(tree.utf8(of: later.value)).timestamp, !first.isBefore(second)
        else { return nil }
        let found = ReversedDates(
          earlier: pair[0], later: pair[1], earlierValue: earlier.value, date: first.date,
          areEqual: !second.isBefore(first))
        return CustomFailure(found, at: later.value)
      }
    }
  }
}
