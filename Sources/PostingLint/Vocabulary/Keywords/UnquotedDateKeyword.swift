import DataTree
import JSONSchema
import Readers
import SourceText

extension PostingVocabulary.Keyword {
  /// `unquotedDate: true`: a date that is written so that the readers in force read a date, and not a text in quotes.
  static let unquotedDate = Self("unquotedDate", metaschema: #"{"type": "boolean"}"#) { value, schema, options in
    guard schema.text(of: value) == "true" else { return nil }
    let readers = options.readers.readers.filter(readsDates)
    guard let reader = readers.first else { return nil }
    return { node, tree in
      let own = tree[node]
      guard own.kind == .scalar, own.type == .string, own.style == .singleQuoted || own.style == .doubleQuoted,
        DateReading(tree.utf8(of: node)).timestamp != nil
      else { return [] }
      return [CustomFailure(QuotedDate(reader: reader.profile.title), at: node)]
    }
  }

  /// Whether a reader makes a date of a date without quotes.
  private static func readsDates(_ reader: Reader) -> Bool {
    let text = Array("a: 2022-05-30\n".utf8)
    guard case .mapping(let pairs) = Readers.read(text, in: ByteRange(0, text.count), as: reader).value else {
      return false
    }
    return pairs.contains { $0.value.kind == .date || $0.value.kind == .datetime }
  }
}

/// A date in quotes, of which a reader makes a text.
struct QuotedDate: Hashable, Sendable {
  /// A reader that would make a date of it without quotes.
  let reader: String
}
