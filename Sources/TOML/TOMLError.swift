public import SourceText

/// One mistake in a TOML text: what, where exactly, and how to mend it where the intent is clear.
public struct TOMLError: Error, Hashable, Sendable {
  /// What is wrong.
  public var code: TOMLErrorCode
  /// The bytes to look at or to change.
  public var range: ByteRange
  /// Another place that explains the mistake: the first of two keys, the value that is no table.
  public var related: ByteRange?
  /// How to mend it, where the intent is clear.
  public var fix: Fix?

  /// Makes an error.
  public init(_ code: TOMLErrorCode, _ range: ByteRange, related: ByteRange? = nil, fix: Fix? = nil) {
    self.code = code
    self.range = range
    self.related = related
    self.fix = fix
  }

  /// The text for people, in every language.
  public var message: Message { code.message }
}

/// Everything that can be wrong with a TOML text.
public enum TOMLErrorCode: String, Hashable, Sendable, CaseIterable {
  // MARK: Lines and keys (TOML 1.1.0, "Key/Value Pair" and "Keys")

  /// `key: value`
  case colonForEquals
  /// `key "value"`
  case missingEquals
  /// A line that is no `key = value`.
  case keyWithoutValue
  /// `key =`
  case missingValue
  /// `= value`
  case missingKey
  /// A bare key with a letter, a space or a sign that only a quoted key may hold.
  case keyNeedsQuotes
  /// A dot with no key part beside it.
  case emptyKeyPart
  /// A key in triple quotes.
  case multilineKey
  /// Two pairs on one line.
  case missingLineBreak
  /// Text follows a value on its line.
  case textAfterValue
  /// A comma or semicolon after the value of a line.
  case trailingComma
  /// Lines that begin with a dash, as lists do in YAML.
  case dashList
  /// A comment after `//`.
  case slashComment
  /// The markers of an unresolved merge.
  case mergeConflict
  /// A non-breaking or other odd space outside quotes.
  case nonBreakingSpace

  // MARK: Tables ("Table", "Array of Tables")

  /// A header without its closing brackets.
  case unclosedHeader
  /// `[]`
  case emptyHeader
  /// A header whose brackets are not the same on both sides, or not glued together.
  case badHeaderBrackets
  /// Text follows a header on its line.
  case textAfterHeader
  /// A key that was given before.
  case duplicateKey
  /// A table that was given before.
  case duplicateTable
  /// A header or a dotted key that goes through a key whose value is no table.
  case notATable
  /// A header or a dotted key that adds to a table in braces or to an array in brackets.
  case closedTable
  /// `[[a]]` where `a` is something else already, or `[a]` where `a` is a list of tables.
  case tableAndList
  /// A dotted key that adds to a table which has a header of its own.
  case dottedIntoTable

  // MARK: Strings ("String")

  /// A text without quotes.
  case missingQuotes
  /// Curly quotes where straight ones were meant.
  case typographicQuotes
  /// A quoted text has no end.
  case unclosedQuote
  /// Text follows a closing quote.
  case textAfterQuote
  /// `'l'été'`
  case apostropheInQuotes
  /// `"a "b" c"`
  case quoteInQuotes
  /// A backslash in double quotes that begins no escape.
  case badEscape

  // MARK: Other values ("Boolean", "Integer", "Float", dates)

  /// `True`, `yes`
  case booleanWord
  /// `null`, `None`
  case nullWord
  /// A number in a form that TOML has not.
  case badNumber
  /// `017`
  case leadingZero
  /// `1,5`
  case decimalComma
  /// A date or time in a form that TOML has not.
  case badDate
  /// A date or time that does not exist.
  case impossibleDate
  /// `{{ name }}` of a template language.
  case placeholder
  /// Any other character that cannot stand where it does.
  case unexpectedCharacter

  // MARK: Arrays and inline tables ("Array", "Inline Table")

  /// A comma without an item before it.
  case extraComma
  /// Two items without a comma between them.
  case missingComma
  /// A bracket or brace that is never closed.
  case unclosedBracket
  /// `[` closed by `}` or the reverse.
  case wrongBracket

  // MARK: What only TOML 1.1 takes

  /// A line break or a comment between the braces of an inline table.
  case lineBreakInInlineTable
  /// A comma after the last pair of an inline table.
  case commaInInlineTable
  /// `\e` or `\xHH`.
  case newEscape
  /// A time without seconds.
  case timeWithoutSeconds

  // MARK: Limits

  /// More tables and arrays are open than `TOMLOptions.depthLimit`.
  case tooDeep
  /// The text is larger than 2 GiB.
  case tooLarge

  // MARK: Characters ("Spec")

  /// A control character that may stand in no text.
  case controlCharacter
  /// A carriage return without a line feed.
  case loneCarriageReturn
  /// Bytes that are no UTF-8.
  case invalidUTF8
}
