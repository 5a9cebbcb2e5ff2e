public import SourceText

/// One mistake in a YAML text: what, where exactly, and how to mend it where the intent is clear.
public struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong.
  public var code: YAMLErrorCode
  /// The bytes to look at or to change.
  public var range: ByteRange
  /// Another place that explains the mistake: the quote that is not closed, the first of two keys.
  public var related: ByteRange?
  /// How to mend it, where the intent is clear.
  public var fix: Fix?

  /// Makes an error.
  public init(_ code: YAMLErrorCode, _ range: ByteRange, related: ByteRange? = nil, fix: Fix? = nil) {
    self.code = code
    self.range = range
    self.related = related
    self.fix = fix
  }

  /// The text for people, in every language.
  public var message: Message { code.message }
}

/// Everything that can be wrong with a YAML text.
public enum YAMLErrorCode: String, Hashable, Sendable, CaseIterable {
  // Indentation (YAML 1.2.2, 6.1)
  case tabIndentation, badIndentation, nonBreakingSpace, blankLineTooIndented, textUnderIndented
  // Block collections (8.2)
  case missingColon, missingSpaceAfterColon, missingSpaceAfterDash, colonInValue, dashOnKeyLine, missingDash
  case unexpectedDash, keyOnMarkerLine, multilineKey, keyTooLong
  // Scalars (7.3, 8.1)
  case unclosedQuote, textAfterQuote, apostropheInQuotes, quoteInQuotes, badEscape, reservedCharacter
  case badBlockHeader, typographicQuotes, unexpectedCharacter
  // Flow collections (7.4)
  case trailingComma, extraComma, missingComma, unclosedFlow, extraBracket, wrongBracket, textAfterFlow, placeholder
  // Comments, anchors, aliases, tags (6.6, 6.9, 7.1)
  case commentNeedsSpace, unknownAlias, recursiveAlias, repeatedProperty, propertyOnAlias, propertyBeforeCollection
  case textAfterAlias, badAnchor, badTag, unknownTagHandle
  // Documents (6.8, 9.1)
  case badDirective, repeatedDirective, unsupportedVersion, directiveWithoutDocument, directiveInDocument
  case textAfterDocumentEnd, secondDocument, contentAfterRoot, mergeConflict
  // Limits
  case tooDeep, tooManyDocuments, tooLarge, aliasExpansion
  // Characters and encodings (5.1, 5.2)
  case controlCharacter, invalidUTF8
  // Keys (3.2.1.3)
  case duplicateKey
}
