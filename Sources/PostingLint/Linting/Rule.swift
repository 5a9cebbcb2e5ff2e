public import SourceText

/// A check of one wrong pattern: stateless, known by its type.
///
/// A rule whose findings come from the schema has an empty `check` and a function that turns a failure into a finding.
public protocol Rule: Sendable {
  /// What the rule is, for the program and for people.
  static var info: RuleInfo { get }

  /// Adds what is wrong in one file to `findings`.
  static func check(_ context: RuleContext, _ findings: inout Findings)
}

extension Rule {
  /// Nothing: the findings of the rule are made elsewhere, from a failure of the schema or of a reader.
  public static func check(_ context: RuleContext, _ findings: inout Findings) {}
}

/// What a rule is about; the list of rules is grouped by it.
public enum RuleGroup: String, Sendable, CaseIterable {
  /// The block between `---` lines, and its YAML.
  case frontMatter = "front matter"
  /// Bytes and characters.
  case encoding
  /// Keys and values.
  case values
  /// Dates.
  case dates
  /// The name of the file.
  case file
  /// The title of the post.
  case roles
  /// Links and addresses.
  case links
  /// The linter's own comments.
  case control

  /// The name for people.
  public var title: Message {
    switch self {
    case .frontMatter: Message(fr: "en-tête", en: "front matter")
    case .encoding: Message(fr: "encodage", en: "encoding")
    case .values: Message(fr: "valeurs", en: "values")
    case .dates: Message(fr: "dates", en: "dates")
    case .file: Message(fr: "fichier", en: "file")
    case .roles: Message(fr: "métiers", en: "roles")
    case .links: Message(fr: "liens", en: "links")
    case .control: Message(fr: "contrôle", en: "control")
    }
  }
}

/// Which files a rule speaks of.
public enum RuleScope: Sendable {
  /// Every file with front matter.
  case everyFile
  /// Files under the posting schema only, unless the configuration asks for the rule.
  case postings
}

/// What a rule is, as plain data.
public struct RuleInfo: Sendable {
  /// The id, in kebab-case; it states the wrong pattern.
  public let id: String
  /// Earlier ids that still work in options, configuration and comments.
  public let aliases: [String]
  /// What the rule is about.
  public let group: RuleGroup
  /// Which files it speaks of.
  public let scope: RuleScope
  /// The severity of its findings when it is on.
  public let severity: Severity
  /// Whether it is on without being asked for.
  public let isOnByDefault: Bool
  /// Whether it speaks of files that are no text too; every other rule is silent there.
  public let readsAnyBytes: Bool
  /// The freest fix it may offer, or `nil` when it offers none.
  public let fixability: Applicability?
  /// What it finds, in one line.
  public let summary: Message
  /// Why that is wrong, and what to do.
  public let rationale: Message
  /// Postings that show it; a test runs every one of them.
  public let examples: [RuleExample]

  /// Describes a rule.
  public init(
    id: String, aliases: [String] = [], group: RuleGroup, scope: RuleScope = .everyFile, severity: Severity,
    isOnByDefault: Bool = true, readsAnyBytes: Bool = false, fixability: Applicability? = nil, summary: Message,
    rationale: Message, examples: [RuleExample]
  ) {
    self.id = id
    self.aliases = aliases
    self.group = group
    self.scope = scope
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.readsAnyBytes = readsAnyBytes
    self.fixability = fixability
    self.summary = summary
    self.rationale = rationale
    self.examples = examples
  }
}

/// A piece of a posting that shows what a rule means.
public struct RuleExample: Sendable {
  /// Where in a posting the snippet stands.
  public enum Place: Sendable {
    /// Lines of the front matter; they take the place of the same keys of an ordinary posting.
    case frontMatter
    /// The text below the front matter.
    case body
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
    case .body: return "---\n" + Self.ordinary.map(\.lines).joined() + "---\n\n" + snippet
    case .frontMatter:
      let kept = Self.ordinary.filter { pair in
        !without.contains(pair.key) && !snippet.hasPrefix(pair.key + ":") && !snippet.contains("\n" + pair.key + ":")
      }
      return "---\n" + kept.map(\.lines).joined() + snippet + "---\n\nTexte de l’offre.\n"
    }
  }
}
