import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `staleAfter: {KEY: PERIOD, …}`: on an object, the date under the key is no longer ago than the period, `P6M` or `6
  /// months`.
  static let staleAfter = Self(
    "staleAfter",
    metaschema: """
      {"type": "object", "additionalProperties":
       {"type": "string", "pattern": "^([Pp]([0-9]+[YyMmWwDd])+|[0-9]+ *[A-Za-z]+)$"}}
      """
  ) { value, schema, options in
    let periods = schema.pairs(of: value).compactMap { pair in
      Period(schema.utf8(of: pair.value)).map { (key: schema.text(of: pair.key), period: $0) }
    }
    let today = options.today
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return periods.compactMap { OverdueReview.failure($0.key, $0.period, in: node, tree, today: today) }
    }
  }

  /// `reviewPeriods: {KEY: PERIOD KEY, …}`: on an object, the date under the first key is no longer ago than the period
  /// under the second, such as `6 months`.
  static let reviewPeriods = Self(
    "reviewPeriods", metaschema: #"{"type": "object", "additionalProperties": {"type": "string"}}"#
  ) { value, schema, options in
    let pairs = schema.pairs(of: value).map { (date: schema.text(of: $0.key), period: schema.text(of: $0.value)) }
    let today = options.today
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return pairs.compactMap { pair in
        guard let period = tree.value(of: pair.period, in: node).flatMap({ Period(tree.utf8(of: $0)) }) else {
          return nil
        }
        return OverdueReview.failure(pair.date, period, in: node, tree, today: today)
      }
    }
  }
}

/// A date that is too long ago.
struct OverdueReview: Hashable, Sendable {
  /// The key of the date.
  let key: String
  /// The last day on which it was not.
  let due: CalendarDate

  fileprivate static func failure(
    _ key: String, _ period: Period, in mapping: NodeID, _ tree: DataTree, today: CalendarDate
  ) -> CustomFailure? {
    guard let value = tree.value(of: key, in: mapping), let date = DateReading(tree.utf8(of: value)).timestamp?.date
    else { return nil }
    let due = date.adding(period)
    return due < today ? CustomFailure(OverdueReview(key: key, due: due), at: value) : nil
  }
}
