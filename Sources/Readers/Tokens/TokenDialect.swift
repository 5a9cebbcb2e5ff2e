/// How a reader of the family of libyaml cuts a text into tokens: what its members do differently.
struct TokenDialect: Sendable {
  /// Where a tab may stand between tokens.
  enum Tabs: Sendable {
    /// Nowhere (PyYAML).
    case never
    /// In brackets (ruamel.yaml).
    case inBrackets
    /// Anywhere but at the start of a line (goccy/go-yaml).
    case exceptAtLineStart
    /// In brackets, and where no key can begin (libyaml).
    case exceptBeforeKeys
  }

  /// What a `:` is inside brackets.
  enum FlowColon: Sendable {
    /// Always the sign of a value, and an error right before a bracket or comma (libyaml).
    case libyaml
    /// Text, unless a blank follows (the ports to Go).
    case goPort
    /// The sign of a value before a blank, a bracket or a comma (PyYAML).
    case pyYAML
    /// Text, but the sign of a value after a key in braces (goccy/go-yaml).
    case goccy
    /// The sign of a value before a blank, or after a key in braces (ruamel.yaml).
    case ruamel
  }

  /// What ends a line besides LF and CR.
  enum Breaks: Sendable {
    /// U+0085, U+2028 and U+2029 (YAML 1.1).
    case unicode
    /// U+0085 is folded to a space and starts no line (ruamel.yaml).
    case nextLineFolds
    /// Nothing (YAML 1.2).
    case lineFeedOnly
  }

  /// Which versions a `%YAML` line may name.
  enum Versions: Sendable {
    case major1
    case exactly11
    case up12
    case any
  }

  /// What names of anchors are made of.
  enum AnchorNames: Sendable {
    /// Letters, digits, `-` and `_`; what follows must not be glued to them.
    case word
    /// Everything but blanks and the signs of brackets.
    case anything
    /// Everything but blanks, and outside brackets their signs too (symfony/yaml).
    case toBlank
  }

  /// Which signs of brackets a tag may hold.
  enum TagSigns: Sendable {
    /// None, and of them only a comma may follow (libyaml 0.2.5).
    case never
    /// All but braces, and a blank must follow (PyYAML, the ports to Go).
    case always
    /// Those outside brackets.
    case outsideBrackets
  }

  var tabs = Tabs.exceptBeforeKeys
  var flowColon = FlowColon.libyaml
  var breaks = Breaks.unicode
  var versions = Versions.up12
  var anchorNames = AnchorNames.word
  /// Whether `?` ends a plain text inside brackets.
  var questionEndsFlowText = false
  /// Whether `?` right before text is the sign of a key inside brackets.
  var questionGluedInBrackets = true
  /// Whether what follows a `?` without a key in a list is skipped, be it the bracket that closes the list.
  var skipsSignAfterEmptyKey = true
  var tagSigns = TagSigns.never
  /// Whether a tab may end the name of a directive.
  var directiveEndsAtTab = true
  /// Whether the name of a directive may hold `:` and `.`.
  var directiveTakesSigns = false
  /// Whether `\/` is an escape.
  var escapesSlash = true
  /// Whether `\'` is an escape.
  var escapesApostrophe = false
  /// Whether an escape may name half of a pair of surrogates.
  var allowsSurrogates = false
  /// Whether two halves of a pair of surrogates that follow each other are one character.
  var joinsSurrogates = false
  /// Whether text may follow `|` as a comment without a blank.
  var commentAfterBlockHeader = true
  /// Whether unknown directives are passed over.
  var passesUnknownDirectives = false
  /// Whether a handle that no `%TAG` names is passed over.
  var passesUnknownHandles = false
  /// Whether an anchor that stands twice is an error.
  var refusesRepeatedAnchor = false
  /// Whether an alias without an anchor is an error; else the composer decides.
  var refusesUnknownAlias = true
  /// Whether every document is read, so that a second one is an error.
  var readsWholeStream = false
  /// Whether a mapping may begin with `: value`, without a key.
  var takesEmptyKeys = false
  /// Whether a plain text may hold tabs.
  var tabInPlainText = true
  /// Whether `,` and `}` may begin a text outside brackets.
  var takesFlowSigns = false
  /// Whether tabs of a plain text vanish.
  var dropsTabs = false
  /// Whether an anchor without a value is an error.
  var anchorNeedsValue = false
  /// Whether `?` is the sign of a key only before a space.
  var questionNeedsSpace = false
  /// Whether a value may stand at the margin of its key, on the next line.
  var takesUnindentedValue = false
  /// Whether it stumbles over block scalars with a deeper first line under a written indentation, and over kept ones
  /// that are empty.
  var stumblesOverBlocks = false
  /// Whether the text after a key's colon is a value to the end of its line, whatever it begins with, and brackets are
  /// read without care for what follows them (symfony/yaml).
  var readsLines = false
  /// How many brackets may be open.
  var flowDepth = GraphParser.depthLimit
  /// How many characters a key may have.
  var keyLimit = 1024

  /// libyaml 0.2.5.
  static let libyaml = TokenDialect()
}
