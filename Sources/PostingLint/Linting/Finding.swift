public import SourceText

/// What a rule says of a failure of the schema.
public struct Finding: Sendable {
  /// The bytes to change.
  public var range: ByteRange
  /// What is wrong and what to write instead.
  public var message: Message
  /// Other places that explain it.
  public var notes: [Diagnostic.Note] = []
  /// The severity of this very case, where it is not the rule's.
  public var severity: Severity?
  /// How to mend it.
  public var fix: Fix?

  /// Makes a finding.
  public init(
    _ range: ByteRange, _ message: Message, notes: [Diagnostic.Note] = [], severity: Severity? = nil, fix: Fix? = nil
  ) {
    self.range = range
    self.message = message
    self.notes = notes
    self.severity = severity
    self.fix = fix
  }
}
