/// A piece of a posting that shows what a rule means.
public struct RuleExample: Sendable {
  /// Where in a posting the snippet stands.
  public enum Place: Sendable {
    /// Lines of the front matter; they take the place of the same keys of an ordinary posting.
    case frontMatter
    /// The text below the front matter.
    case body
    /// All lines of front matter in TOML, of a page of any site.
    case toml
    /// All lines of front matter in JSON between its braces, of a page of any site.
    case json
    /// The whole file.
    case file
  }

  /// Whether the rule must find something.
  public let isBad: Bool
  /// Where the snippet stands.
  public let place: Place
  /// The text that is shown to people.
  public let snippet: String
  /// Keys of the ordinary posting that this one does without.
  public let without: [String]
  /// The name of the file.
  public let path: String
  /// What shows the example to people: the lines, or all of the front matter where it is about what is missing; `nil`
  /// where it is about the name of the file alone.
  package func shown(_ snippet: String, in group: RuleGroup) -> String? {
    if group == .file { return nil }
    guard !without.isEmpty, place == .frontMatter else { return snippet }
    let lines = whole(snippet)
    return lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast(3).joined(separator: "\n") + "\n"
  }

  /// The snippet after every fix, unsafe ones included; `nil` when no fix is offered.
  public let fixed: String?

  /// A snippet in which the rule finds something.
  public static func bad(
    _ place: Place, _ snippet: String, fixed: String? = nil, without: [String] = [], path: String = Self.defaultPath
  ) -> RuleExample {
    RuleExample(isBad: true, place: place, snippet: snippet, without: without, path: path, fixed: fixed)
  }

  /// A snippet in which no rule finds anything.
  public static func good(
    _ place: Place, _ snippet: String, without: [String] = [], path: String = Self.defaultPath
  ) -> RuleExample {
    RuleExample(isBad: false, place: place, snippet: snippet, without: without, path: path, fixed: nil)
  }

  /// The name of the file where an example does not say another.
  public static let defaultPath = "2022-05-30-exemple.md"

  /// Whether the file is a posting, not a page of any site.
  public var isPosting: Bool { place != .toml && place != .json }

  /// The whole posting with the snippet in its place.
  public var text: String { whole(snippet) }

  /// The whole posting as every fix leaves it; `nil` when no fix is offered.
  public var fixedText: String? { fixed.map(whole) }

  private static let ordinary: [(key: String, lines: String)] = [
    ("roles", "roles: Développeuse ou développeur\n"),
    ("open", "open: true\n"),
    ("date", "date: 2022-05-30\n"),
    ("startup", "startup: exemple\n"),
    ("domaines", "domaines:\n  - Développement\n"),
  ]

  private func whole(_ snippet: String) -> String {
    switch place {
    case .file: return snippet
    case .toml: return "+++\n" + snippet + "+++\n\nTexte.\n"
    case .json: return "{\n" + snippet + "}\n\nTexte.\n"
    case .body: return "---\n" + Self.ordinary.map(\.lines).joined() + "---\n\n" + snippet
    case .frontMatter:
      let kept = Self.ordinary.filter { pair in
        !without.contains(pair.key) && !snippet.hasPrefix(pair.key + ":") && !snippet.contains("\n" + pair.key + ":")
      }
      return "---\n" + kept.map(\.lines).joined() + snippet + "---\n\nTexte de l’offre.\n"
    }
  }
}
