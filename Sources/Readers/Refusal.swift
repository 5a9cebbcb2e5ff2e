public import SourceText

/// Why a reader does not take a text, and where it stops.
public struct Refusal: Error, Hashable, Sendable {
  /// What it stumbles over.
  public var reason: RefusalReason
  /// The bytes.
  public var range: ByteRange

  /// Makes a refusal.
  public init(_ reason: RefusalReason, _ range: ByteRange) {
    self.reason = reason
    self.range = range
  }
}

/// What readers stumble over.
public enum RefusalReason: String, Hashable, Sendable, CaseIterable {
  /// A tab where the reader takes only spaces.
  case tab
  /// A line stands at a column that fits nothing that is open.
  case indentation
  /// A line, or what stands in brackets, is no `key: value`.
  case missingColon
  /// `key: value` inside a value, or after another on its line.
  case colonInValue
  /// `- item` where no list can be.
  case dashOutOfPlace
  /// A character that can begin no value.
  case character
  /// A control character or another one that the reader takes in no text.
  case unprintable
  /// Bytes that are no UTF-8.
  case encoding
  /// A quote that is not closed.
  case unclosedQuote
  /// A backslash that begins no escape, or an escape that names no character.
  case escape
  /// A bracket or brace that is not closed, or an entry that is missing in it.
  case brackets
  /// Text after a complete value.
  case textAfterValue
  /// The line of `|` or `>` says something else.
  case blockHeader
  /// A key over several lines, or of more than 1,024 characters.
  case longKey
  /// A key that stands twice.
  case duplicateKey
  /// A key of a type that the reader takes for no key.
  case keyType
  /// A value that cannot be merged.
  case merge
  /// A tag that the reader does not know or that does not fit its value.
  case tag
  /// An alias without its anchor.
  case unknownAlias
  /// An anchor that is none, that stands twice, or that has no value.
  case anchor
  /// A day or time that is not in the calendar.
  case calendar
  /// A value that the reader makes an object of that it may not make.
  case forbiddenType
  /// A value that the reader cannot take for what it looks like.
  case value
  /// A line that begins with `%`.
  case directive
  /// More than one document.
  case secondDocument
  /// The front matter is no list of keys and values.
  case noMapping
  /// There is no front matter that the reader sees.
  case noFrontMatter
  /// The front matter has no end that the reader sees.
  case noClosingFence
  /// The front matter ends for the reader at a line that is not its end.
  case otherEnd
  /// The front matter ends for the reader at a blank line.
  case blankLine
  /// Nesting deeper than is followed here.
  case tooDeep
  /// Aliases that grow without measure.
  case aliasExpansion
}
