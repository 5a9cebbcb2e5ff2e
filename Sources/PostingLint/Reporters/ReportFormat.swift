public import SourceText

/// The output formats.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case human
  /// One JSON object.
  case json

  /// A reporter of this format.
  public func reporter(languages: [Language], showsAdvice: Bool, usesColor: Bool) -> any Reporter {
    switch self {
    case .human:
      HumanReporter(language: languages.first ?? .en, showsAdvice: showsAdvice, usesColor: usesColor)
    case .json: JSONReporter(languages: languages)
    }
  }
}
