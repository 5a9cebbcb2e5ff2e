/// The output formats.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case human
  /// One JSON object.
  case json
  /// One JSON object a line.
  case jsonl
  /// Annotations of a pull request on GitHub.
  case github

  /// A reporter of this format.
  public func reporter(_ options: ReportOptions) -> any Reporter {
    switch self {
    case .human: HumanReporter(options)
    case .json: JSONReporter(options)
    case .jsonl: JSONLinesReporter(options)
    case .github: GitHubReporter(options)
    }
  }
}
