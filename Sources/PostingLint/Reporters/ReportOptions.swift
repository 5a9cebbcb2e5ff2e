public import SourceText

/// What the user asked of the output.
public struct ReportOptions: Sendable {
  /// The languages of messages; the first is the one where a format has room for one.
  public var languages: [Language]
  /// Whether the form for people shows advice.
  public var showsAdvice = false
  /// Whether the form for people uses terminal colours.
  public var usesColor = false
  /// The width of the screen in cells, where the form for people is a page on a terminal; else it is lines.
  public var screenWidth: Int?
  /// Whether a page on a terminal folds the findings of one rule in one file, where they are many.
  public var foldsFindings = false
  /// Whether nothing else tells people what the run could not check: the text goes to a file of its own.
  public var standsAlone = false
  /// The severity from which a finding makes a check fail, for formats that know success and failure.
  public var failLevel = Severity.error
  /// How paths are written in formats that are read against a repository.
  public var paths = ReportPaths()

  /// The address on the web of the root of the repository, to which Markdown links its places; none without.
  public var sourceAddress: String?

  /// The usual options in these languages.
  public init(languages: [Language] = [.en]) {
    self.languages = languages
  }

  /// The first language.
  var language: Language { languages.first ?? .en }
}
