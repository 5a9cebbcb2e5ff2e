import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `orderedBy: KEY`: on a list, the date under the key of each item is not before that of an item above it.
  static let orderedBy = Self("orderedBy", metaschema: #"{"type": "string", "minLength": 1}"#) { value, schema, _ in
    let key = schema.text(of: value)
    return { node, tree in
      guard tree[node].kind == .sequence else { return [] }
      var latest: (date: Timestamp, value: NodeID)?
      for item in tree.children(of: node) {
        guard let own = tree.value(of: key, in: item), let date = DateReading(tree.utf8(of: own)).timestamp else {
          continue
        }
        if let latest, date.isBefore(latest.date) {
          // One item out of place puts all that follow out of order: the first is told.
          return [CustomFailure(UnorderedItem(key: key, earlier: latest.value, date: latest.date.date), at: own)]
        }
        latest = (date, own)
      }
      return []
    }
  }
}

/// An item of a list whose date is before that of an item above it.
struct UnorderedItem: Hashable, Sendable {
  /// The key of the date.
  let key: String
  /// The date of the item above it.
  let earlier: NodeID
  /// The day of that date.
  let date: CalendarDate
}
