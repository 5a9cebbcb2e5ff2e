public import JSONSchema
public import SourceText

/// A check of one wrong pattern: stateless, known by its type.
///
/// A rule looks at the file; one that speaks of failures of the schema is a ``FailureRule``.
public protocol Rule: Sendable {
  /// What the rule is, for the program and for people.
  static var info: RuleInfo { get }

  /// Adds what is wrong in one file to `findings`.
  static func check(_ context: RuleContext, _ findings: inout Findings)

  /// The rule itself where it speaks of failures of the schema; no rule says this for itself.
  static var failureRule: (any FailureRule.Type)? { get }
}

/// A rule that speaks of failures of the schema, and may look at the file as well.
public protocol FailureRule: Rule {
  /// What the rule says of a failure of the schema; `nil` where it leaves that to another rule.
  ///
  /// Of the rules that say something the first that is on is heard.
  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding?

  /// Where the finding stands that ``finding(_:_:)`` would make, asked for advice that is only counted; `nil` where
  /// that is not known without making it.
  static func place(_ failure: SchemaFailure, _ context: RuleContext) -> ByteRange?
}

extension Rule {
  /// Nothing: the rule looks at files.
  public static var failureRule: (any FailureRule.Type)? { nil }
}

extension FailureRule {
  /// The rule itself.
  public static var failureRule: (any FailureRule.Type)? { Self.self }

  /// Nothing: the rule speaks only of failures of the schema.
  public static func check(_ context: RuleContext, _ findings: inout Findings) {}

  /// Nothing: the finding itself says where it stands.
  public static func place(_ failure: SchemaFailure, _ context: RuleContext) -> ByteRange? { nil }
}
