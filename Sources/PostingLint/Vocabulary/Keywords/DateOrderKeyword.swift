import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `dateOrder: [[EARLIER, LATER], …]`: the date under the second key is not before the one under the first.
  static let dateOrder = dates("dateOrder") { first, second in second.isBefore(first) }

  /// `dateAfter: [[EARLIER, LATER], …]`: the date under the second key is after the one under the first; the same day or
  /// moment is not.
  static let dateAfter = dates("dateAfter") { first, second in !first.isBefore(second) }

  /// A keyword over pairs of keys, which fails where `areWrong` says so of their dates.
  private static func dates(
    _ name: String, areWrong: @escaping @Sendable (_ first: Timestamp, _ second: Timestamp) -> Bool
  ) -> Self {
    Self(
      name,
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
            let second = DateReading(tree.utf8(of: later.value)).timestamp, areWrong(first, second)
          else { return nil }
          let found = ReversedDates(
            earlier: pair[0], later: pair[1], earlierValue: earlier.value, date: first.date,
            areEqual: !second.isBefore(first))
          return CustomFailure(found, at: later.value)
        }
      }
    }
  }
}

/// Two dates in the wrong order.
struct ReversedDates: Hashable, Sendable {
  /// The key of the date that should come first.
  let earlier: String
  /// The key of the date that should come after it.
  let later: String
  /// The value that should come first.
  let earlierValue: NodeID
  /// Its day.
  let date: CalendarDate
  /// Whether both are the same, where the second should be later.
  let areEqual: Bool
}
