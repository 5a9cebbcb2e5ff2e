package import SourceText

/// A field of a content manager's form, in words that all of them share.
struct ContentField: Sendable {
  /// What its values are.
  indirect enum Kind: Sendable {
    /// A text.
    case text
    /// A day, `2024-05-31`.
    case date
    /// A day, or a day and a time.
    case timestamp
    case boolean
    case integer
    case number
    /// One of some values.
    case choice([SchemaDraft.Value])
    /// A group of fields.
    case group([ContentField])
    /// What a field of its own says, as the items of a list of such fields.
    case single(ContentField)
    /// One of several groups of fields, told apart by the value of a key.
    case variants(key: [UInt8], [(name: [UInt8], fields: [ContentField])])
    /// The name of a file of another collection.
    case reference(list: [UInt8], folder: [UInt8]?)
    /// Anything.
    case any
  }

  /// The key, in UTF-8.
  let name: [UInt8]
  /// Where it is defined.
  let range: ByteRange
  var kind = Kind.text
  /// Whether it has to be there and be filled in.
  var isRequired = false
  /// Whether its value is a list of such values.
  var isList = false
  /// Whether a number that is cleared stays as an empty text.
  var leavesEmptyText = false
  /// How many items the list has.
  var itemCounts: (least: Int?, most: Int?) = (nil, nil)
  /// Between which numbers it lies, as JSON writes them.
  var bounds: (least: [UInt8]?, most: [UInt8]?) = (nil, nil)
  /// The regular expression that a text has a match of.
  var pattern: [UInt8]?
  /// What people are told of it.
  var description: [UInt8]?
  /// The value that new files get.
  var initial: SchemaDraft.Value?
}

/// What a schema cannot say of a field.
package struct ContentRemark: Sendable {
  /// Where the field is defined.
  package let range: ByteRange
  /// What cannot be said.
  package let message: Message
}
