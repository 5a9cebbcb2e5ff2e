/// Where a reader finds the front matter of a page.
struct FenceRules: Sendable {
  /// What the first line must be.
  enum Opening: Sendable {
    /// The library reads no pages: a block between `---` lines is taken out for it.
    case library
    /// `---` and blanks.
    case dashesAndBlanks
    /// `---` exactly.
    case exactDashes
    /// `---` and anything but a dash (gray-matter: the name of a language).
    case dashesAndLanguage
    /// Three dashes or more, then blanks.
    case manyDashes
    /// Begins with `---`.
    case beginsWithDashes
    /// `---` and blanks, or a `#` (Hugo).
    case dashesAndComment
    /// `---` or nothing: a block without fences is read too (Pelican).
    case optional
  }

  /// What the closing line must be.
  enum Closing: Sendable {
    /// Begins with `---` or `...`, then blanks (MkDocs).
    case beginsWithMark
    /// `---` and blanks.
    case dashes
    /// `---` or `...`, and blanks.
    case dashesOrDots
    /// `---` exactly, with a line end.
    case exactDashes
    /// Begins with `---`.
    case beginsWithDashes
    /// Begins with `---` or `...`.
    case beginsWithEither
    /// Three dashes or more, then blanks.
    case manyDashes
  }

  /// What happens without a closing line.
  enum Unclosed: Sendable {
    /// There is no front matter.
    case none
    /// The reader stops.
    case refused
    /// All the rest is front matter.
    case rest
  }

  /// What a file without the opening line is.
  enum Missing: Sendable {
    /// A page without metadata.
    case empty
    /// No page: the reader says an error, or copies the file.
    case refused
    /// Nothing.
    case null
    /// A page without metadata; a line that begins with `---` stops the reader.
    case emptyUnlessDashes
  }

  var opening: Opening
  var closing: Closing
  var unclosed = Unclosed.none
  var missing = Missing.empty
  /// Whether blank lines may stand before the opening line.
  var takesBlankLinesBefore = false
  /// Whether blanks may stand before the opening line on it.
  var takesBlanksBefore = false
  /// Whether a BOM is passed over.
  var takesBOM = false
  /// Whether the closing line needs a line end.
  var closingNeedsLineEnd = false
  /// Whether TOML and JSON are read too.
  var takesOtherSyntaxes = false
  /// Whether the opening line is part of what is parsed.
  var keepsOpening = false
  /// Whether a blank line after the opening line means that there is no front matter.
  var refusesBlankFirstLine = false
  /// Whether a lone CR ends a line.
  var takesLoneCR = false
  /// Whether the last line end belongs to the fence and not to the text.
  var cutsLastLineEnd = false
  /// Whether blocks that follow the first one are read too, of equal keys the last (pandoc).
  var takesBlocksBelow = false

  /// A library that is given the text between the fences.
  static let library = FenceRules(opening: .library, closing: .dashesOrDots, unclosed: .rest, takesBOM: true)
}
