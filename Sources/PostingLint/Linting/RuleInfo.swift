public import SourceText

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
    case .encoding: Message(fr: "caractères", en: "characters")
    case .values: Message(fr: "valeurs", en: "values")
    case .dates: Message(fr: "dates", en: "dates")
    case .file: Message(fr: "fichier", en: "file")
    case .roles: Message(fr: "métiers", en: "roles")
    case .links: Message(fr: "liens", en: "links")
    case .control:
      Message(fr: "commentaires de désactivation", en: "comments that disable a rule")
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
  /// The severities of those findings that matter more or less than the others.
  public let exceptions: [SeverityException]
  /// Whether it is on without being asked for.
  public let isOnByDefault: Bool
  /// Rules whose findings explain those of this one: where one of theirs, no less grave, touches the same bytes, they
  /// stand alone.
  public let yieldsTo: [String]
  /// Whether its check says that a file has no values to validate: what `validate` asks beside the schema.
  public let isValidity: Bool
  /// Whether it speaks of what the file's comments did to the findings of all other rules, and so comes after them.
  public let runsLast: Bool
  /// Whether it speaks of files that are no text too; every other rule is silent there.
  public let readsAnyBytes: Bool
  /// Whether its findings are about what is not there, so that only the whole file can be spared them.
  package let findsNoLine: Bool
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
    exceptions: [SeverityException] = [],
    isOnByDefault: Bool = true, yieldsTo: [String] = [], isValidity: Bool = false, runsLast: Bool = false,
    readsAnyBytes: Bool = false, findsNoLine: Bool = false,
    fixability: Applicability? = nil, summary: Message, rationale: Message,
    examples: [RuleExample]
  ) {
    self.id = id
    self.aliases = aliases
    self.group = group
    self.scope = scope
    self.severity = severity
    self.exceptions = exceptions
    self.isOnByDefault = isOnByDefault
    self.yieldsTo = yieldsTo
    self.isValidity = isValidity
    self.runsLast = runsLast
    self.readsAnyBytes = readsAnyBytes
    self.findsNoLine = findsNoLine
    self.fixability = fixability
    self.summary = summary
    self.rationale = rationale
    self.examples = examples
  }
}

extension RuleInfo {
  /// Every severity that a finding may have without the user's say, the usual one first.
  public var severities: [Severity] { [severity] + exceptions.map(\.severity) }

  /// The severities in words for a table: `warning, error`; `off` where the rule is off by default.
  package var level: String { isOnByDefault ? severities.map(\.name).joined(separator: ", ") : "off" }
}

/// A severity that some findings of a rule have, and which those are.
public struct SeverityException: Sendable {
  /// The severity.
  public let severity: Severity
  /// Which findings, to be read after the severity: “for a null character”.
  public let findings: Message

  /// Makes an exception.
  public init(_ severity: Severity, fr: String, en: String) {
    self.severity = severity
    findings = Message(fr: fr, en: en)
  }
}
