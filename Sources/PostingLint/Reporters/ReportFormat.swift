/// The output formats.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case human
  /// One JSON object.
  case json
  /// One JSON object a line.
  case jsonl
  /// SARIF for code scanning.
  case sarif
  /// Annotations of a pull request on GitHub.
  case github
  /// GitLab's Code Quality report.
  case gitlab
  /// JUnit's XML.
  case junit
  /// Checkstyle's XML.
  case checkstyle
  /// The Reviewdog Diagnostic Format.
  case rdjson
  /// A page for a browser.
  case html
  /// A Markdown table.
  case markdown

  /// Whether the format can say that something could not be checked. Where it cannot, a file of it would say that all is
  /// well.
  public var tellsFailures: Bool { self != .gitlab }

  /// A reporter of this format.
  public func reporter(_ options: ReportOptions) -> any Reporter {
    switch self {
    case .human: options.screenWidth == nil ? HumanReporter(options) : ScreenReporter(options)
    case .html: HTMLReporter(options)
    case .json: JSONReporter(options)
    case .jsonl: JSONLinesReporter(options)
    case .sarif: SARIFReporter(options)
    case .github: GitHubReporter(options)
    case .gitlab: GitLabReporter(options)
    case .junit: JUnitReporter(options)
    case .checkstyle: CheckstyleReporter(options)
    case .rdjson: RDJSONReporter(options)
    case .markdown: MarkdownReporter(options)
    }
  }
}
