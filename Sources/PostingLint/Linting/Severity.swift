package import SourceText

/// How much a finding matters.
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  /// Advice.
  case info
  /// Probably wrong.
  case warning
  /// Breaks the site, or loses the reader's contact.
  case error

  /// The name in options, configuration and every output format.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The word for people, where no program reads it.
  package var word: Message {
    switch self {
    case .info: Message(fr: "conseil", en: "advice")
    case .warning: Message(fr: "avertissement", en: "warning")
    case .error: Message(fr: "erreur", en: "error")
    }
  }

  /// The severity with a name, or `nil` for any other text.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Orders by how much the finding matters.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
