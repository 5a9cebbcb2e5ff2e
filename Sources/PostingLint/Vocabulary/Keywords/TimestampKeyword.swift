import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `timestamp: true`: a text that is a YAML timestamp or an ISO 8601 date, of a plausible year.
  static let timestamp = Self("timestamp", metaschema: #"{"type": "boolean"}"#) { value, schema, options in
    guard schema.text(of: value) == "true" else { return nil }
    return { node, tree in
      guard tree[node].kind == .scalar, tree.type(of: node) == .string, !tree.isEmptyValue(node) else { return [] }
      let reading = DateReading(tree.utf8(of: node))
      if let date = reading.timestamp?.date, date.isPlausible(today: options.today) { return [] }
      return [CustomFailure(reading, at: node)]
    }
  }
}
