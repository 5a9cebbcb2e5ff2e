public import DataTree
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
  /// What the message shows of the text: the sign that is out of place, the one that is missing, the words that follow;
  /// empty where it shows none.
  public var shown: String

  /// Makes an error.
  public init(
    _ code: YAMLErrorCode, _ range: ByteRange, related: ByteRange? = nil, fix: Fix? = nil, shown: String = ""
  ) {
    self.code = code
    self.range = range
    self.related = related
    self.fix = fix
    self.shown = shown
  }

  /// The text for people, in every language.
  public var message: Message { code.message(showing: shown) }
}

/// Everything that can be wrong with a YAML text.
public enum YAMLErrorCode: String, Hashable, Sendable, CaseIterable {
  // MARK: Indentation (YAML 1.2.2, 6.1)

  /// A line is indented with tabs.
  case tabIndentation
  /// A line stands at the column of no open collection.
  case badIndentation
  /// A non-breaking or other odd space stands where an ordinary one is needed.
  case nonBreakingSpace
  /// A blank line above the text of a block scalar is wider than its indentation.
  case blankLineTooIndented
  /// A later line of a quoted text or of a collection in brackets is not indented enough.
  case textUnderIndented

  // MARK: Block collections (8.2)

  /// A line of a mapping is no `key: value`.
  case missingColon
  /// `key:value`
  case missingSpaceAfterColon
  /// `-item`
  case missingSpaceAfterDash
  /// A plain value holds `: `.
  case colonInValue
  /// `key: - item`
  case dashOnKeyLine
  /// A line at the column of a list is no item.
  case missingDash
  /// `• item`: the bullets of a word processor in place of dashes.
  case bulletList
  /// A dash where no list can be.
  case unexpectedDash
  /// `--- key: value`
  case keyOnMarkerLine
  /// `key = value`, or a colon of full width.
  case otherColon
  /// `**key**: value`
  case starsAroundKey
  /// `// note` or `<!-- note -->` in place of `# note`.
  case otherComment
  /// A key before `:` goes over several lines.
  case multilineKey
  /// A key before `:` has more than 1,024 characters.
  case keyTooLong

  // MARK: Scalars (7.3, 8.1)

  /// A quoted text has no end.
  case unclosedQuote
  /// Text follows a closing quote (`"Dev" web`).
  case textAfterQuote
  /// Text follows a closing apostrophe (`'Dev' web`).
  case textAfterApostrophe
  /// `'l'été'`
  case apostropheInQuotes
  /// `"a "b" c"`
  case quoteInQuotes
  /// A backslash in double quotes that begins no escape.
  case badEscape
  /// `\'` in double quotes, where an apostrophe needs no backslash.
  case escapedApostrophe
  /// A plain text starts with `@`, a backtick or `%`.
  case reservedCharacter
  /// Text follows `|` or `>` on its line.
  case badBlockHeader
  /// Curly quotes stand where straight ones were meant.
  case typographicQuotes
  /// Any other character that cannot stand where it does.
  case unexpectedCharacter

  // MARK: Flow collections (7.4)

  /// A comma after the value of a line.
  case trailingComma
  /// A semicolon after the value of a line.
  case trailingSemicolon
  /// A comma without an entry before it.
  case extraComma
  /// Two entries without a comma between them.
  case missingComma
  /// A bracket or brace that is never closed.
  case unclosedFlow
  /// A closing bracket or brace that closes nothing.
  case extraBracket
  /// `[` closed by `}` or the reverse.
  case wrongBracket
  /// Text follows a closing bracket or brace.
  case textAfterFlow
  /// `{{ name }}` or `{% tag %}` of a template language.
  case placeholder

  // MARK: Comments, anchors, aliases, tags (6.6, 6.9, 7.1)

  /// A `#` without a blank before it, after a complete value.
  case commentNeedsSpace
  /// `*name` without a `&name` above.
  case unknownAlias
  /// `*name` inside the node of `&name`.
  case recursiveAlias
  /// Two anchors or two tags on one node.
  case repeatedProperty
  /// An anchor or a tag before an alias.
  case propertyOnAlias
  /// An anchor or a tag before `-` or `?` on the same line.
  case propertyBeforeCollection
  /// Text follows an alias.
  case textAfterAlias
  /// `&` or `*` without a name, or with something glued to it.
  case badAnchor
  /// A tag that is none.
  case badTag
  /// `!handle!name` without a `%TAG` for it.
  case unknownTagHandle

  // MARK: Documents (6.8, 9.1)

  /// A line after `%` that is no directive.
  case badDirective
  /// A second `%YAML`, or `%TAG` for the same handle.
  case repeatedDirective
  /// `%YAML` with another major version.
  case unsupportedVersion
  /// A directive that no `---` follows.
  case directiveWithoutDocument
  /// A line that begins with `%` inside a document.
  case directiveInDocument
  /// Text follows `...` on its line.
  case textAfterDocumentEnd
  /// A second document where only one is read.
  case secondDocument
  /// Text below a complete root node.
  case contentAfterRoot
  /// The markers of an unresolved merge.
  case mergeConflict

  // MARK: Limits

  /// More collections are open than `YAMLOptions.depthLimit`.
  case tooDeep
  /// More documents than `YAMLOptions.documentLimit`.
  case tooManyDocuments
  /// The text is larger than 2 GiB.
  case tooLarge
  /// Aliases would be written out without measure.
  case aliasExpansion

  // MARK: Characters and encodings (5.1, 5.2)

  /// A control character that may stand in no text.
  case controlCharacter
  /// Bytes that are no UTF-8.
  case invalidUTF8

  // MARK: Keys (3.2.1.3)

  /// A key that stands twice in a mapping; ``DuplicateKeys`` finds it, the parser does not.
  case duplicateKey
}

extension DuplicateKeys {
  /// A pair of equal keys as a mistake: at the later key, with the first one as the related place.
  public static func error(for pair: Pair, in tree: DataTree) -> YAMLError {
    YAMLError(.duplicateKey, tree.range(of: pair.later), related: tree.range(of: pair.first))
  }
}

extension YAMLError {
  /// Aliases that cannot be written out, as a mistake of the text.
  public init(_ error: AliasError) {
    switch error {
    case .expansion(let range): self.init(.aliasExpansion, range)
    case .recursive(let range): self.init(.recursiveAlias, range)
    }
  }
}
