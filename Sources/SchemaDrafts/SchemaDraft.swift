package import SourceText

/// A schema that is being written: keywords in their order, with comments for people.
package struct SchemaDraft: Sendable {
  /// A value of a keyword.
  package indirect enum Value: Sendable {
    /// A text, in UTF-8.
    case text([UInt8])
    /// A whole number.
    case number(Int)
    /// Any other number, as JSON writes it.
    case decimal([UInt8])
    /// Yes or no.
    case bool(Bool)
    /// A list.
    case list([Value])
    /// Keys and their values.
    case object([Member])
  }

  /// A key, its value, and what to tell people above it.
  package struct Member: Sendable {
    /// The key, in UTF-8.
    package let key: [UInt8]
    /// The value.
    package var value: Value
    /// What to tell people, one message a line.
    package var comments: [Message]

    /// Makes a member.
    package init(_ key: [UInt8], _ value: Value, comments: [Message] = []) {
      self.key = key
      self.value = value
      self.comments = comments
    }

    /// Makes a member of a keyword.
    package init(_ key: String, _ value: Value, comments: [Message] = []) {
      self.init(Array(key.utf8), value, comments: comments)
    }
  }

  /// The address of the edition of JSON Schema that drafts are written in.
  package static let dialect = "https://json-schema.org/draft/2020-12/schema"

  /// What to tell people at the top.
  package var comments: [Message]
  /// The keywords.
  package var members: [Member]

  /// Makes a draft.
  package init(comments: [Message] = [], _ members: [Member]) {
    self.comments = comments
    self.members = members
  }
}

extension SchemaDraft.Value {
  /// The text of a word.
  package static func word(_ text: String) -> SchemaDraft.Value { .text(Array(text.utf8)) }
}
