/// Who a reader is, and how it reads, as data.
///
/// A class, because readers are asked for it again and again: a copy would retain each of its parts.
public final class Profile: Sendable {
  /// How it is called in a message: `Jekyll`, `Hugo 0.168`.
  public let title: String
  /// The program and the version that the facts are of.
  public let program: String
  /// Other names of it: programs that were seen to read through it.
  public let aliases: [String]
  /// Where it finds the front matter.
  let fences: FenceRules
  /// What it cuts the text into nodes with.
  let syntax: Syntax
  /// What it makes of the nodes.
  let construction: Construction
  /// How its values are written.
  package let language: Notation.Language
  /// What it does to the text before, and to the values after.
  let quirks: Quirks

  init(
    _ title: String, program: String, aliases: [String] = [], fences: FenceRules, syntax: Syntax,
    construction: Construction, language: Notation.Language, quirks: Quirks = Quirks()
  ) {
    self.title = title
    self.program = program
    self.aliases = aliases
    self.fences = fences
    self.syntax = syntax
    self.construction = construction
    self.language = language
    self.quirks = quirks
  }

  /// Whether it reads even plain text, nothing or days in its own way, so that every text must be read with it.
  var hasOwnWays: Bool {
    switch construction {
    case .texts, .haskell, .symfony: true
    default: quirks.nullIsEmptyText || quirks.wordKeysOnly
    }
  }

  /// What cuts the text into nodes.
  enum Syntax: Sendable {
    /// libyaml and what descends from it.
    case tokens(TokenDialect)
    /// js-yaml; whether it is version 3.
    case jsYAML(isVersion3: Bool)
    /// YAML 1.2.2.
    case standard
    /// goccy/go-yaml.
    case goccy
    /// symfony/yaml, line by line.
    case symfony
    /// Markdown's own metadata.
    case markdownMetadata
  }

  /// What makes values of nodes.
  enum Construction: Sendable {
    case psych
    case safeYAML
    case python(isRuamel: Bool)
    case go(isVersion3: Bool, keys: GoKeys)
    case goccy
    case jsYAML3
    case jsYAML4
    case eemeli
    case haskell
    case rust
    case symfony
    case texts
  }

  /// What keys are in Go.
  enum GoKeys: Sendable {
    /// What their values are.
    case typed
    /// What is written, at the top.
    case textAtTop
    /// What is written at the top, texts below; in small letters.
    case hugo
  }

  /// What the whole of the front matter must be.
  enum Whole: Sendable {
    /// Anything.
    case anything
    /// Anything; nothing is an empty mapping.
    case emptyMeansMapping
    /// A mapping; nothing is an empty one; anything else is an error.
    case mapping
    /// A mapping; anything else is an empty one, without a word.
    case mappingOrEmpty
    /// Anything but nothing.
    case something
    /// A mapping; nothing is an error too.
    case strictMapping
  }

  /// What it does to the text before and to the values after.
  struct Quirks: Sendable {
    var whole = Whole.anything
    /// Which characters it refuses anywhere.
    var characters = CharacterRules.none
    /// Whether bytes that are no UTF-8 are replaced rather than refused.
    var replacesBadBytes = false
    /// Whether bad bytes are read as Latin-1.
    var readsLatin1 = false
    /// Whether UTF-16 is read.
    var readsUTF16 = false
    /// Whether the blanks at line ends are cut off, and every line end of Unicode is one.
    var trimsLines = false
    /// Whether nothing becomes an empty text at the top.
    var nullIsEmptyText = false
    /// Whether keys must be texts at the top.
    var textKeysOnly = false
    /// Whether keys must be words of ASCII letters, digits and `_` at the top.
    var wordKeysOnly = false
    /// Whether typographic quotes and dashes are made of plain ones.
    var makesTypography = false
    /// Whether bad bytes anywhere in the file stop it, front matter or not.
    var refusesBadFiles = false
    /// Whether a CR alone is a character that it takes nowhere.
    var refusesLoneCR = false
    /// Whether a tab between a key's colon and its value is refused.
    var refusesTabAfterColon = false
    /// Whether escapes of halves of surrogates are refused.
    var refusesSurrogates = false
    /// Whether a text ends at NUL.
    var endsAtNUL = false
    /// Whether three dashes at the end of the text are cut off, although they are no line of their own.
    var cutsLastDashes = false
    /// Whether every CR is dropped.
    var dropsCR = false
    /// Whether a first line `%YAML 1.2` is passed over, and a no-break space may follow the dash of a list.
    var readsLikePHP = false
    /// Whether tabs are made spaces up to the next column of four.
    var expandsTabs = false
  }

  /// Which characters are refused in a text.
  enum CharacterRules: Sendable {
    case none
    /// What YAML 1.1 does not print: control characters but TAB, LF, CR and U+0085; U+FFFE and U+FFFF.
    case yaml11
  }
}
