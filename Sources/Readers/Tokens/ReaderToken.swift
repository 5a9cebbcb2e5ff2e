import DataTree
import SourceText

/// What a piece of the text is to a reader of the family of libyaml.
enum ReaderTokenKind: UInt8, Sendable {
  case streamEnd
  case directive
  case documentStart
  case documentEnd
  case blockSequenceStart
  case blockMappingStart
  case blockEnd
  case flowSequenceStart
  case flowSequenceEnd
  case flowMappingStart
  case flowMappingEnd
  case blockEntry
  case flowEntry
  case key
  case value
  case alias
  case anchor
  case tag
  case scalar
}

/// A token with its place.
struct ReaderToken: Sendable {
  /// What it is.
  var kind: ReaderTokenKind
  /// Its bytes.
  var range: ByteRange
  /// A scalar's value, a name, or the part of a tag after its handle.
  var text: [UInt8] = []
  /// The handle of a tag.
  var handle: [UInt8] = []
  /// How a scalar is written.
  var style = NodeStyle.plain
}
