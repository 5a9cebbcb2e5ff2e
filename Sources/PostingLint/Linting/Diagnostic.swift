public import SourceText

/// One finding of one rule in one file.
public struct Diagnostic: Hashable, Sendable {
  /// The id of the rule, in kebab-case.
  public var rule: String
  /// How much it matters, after schema and configuration had their say.
  public var severity: Severity
  /// The bytes to change; the empty range at 0 for a finding about the whole file.
  public var range: ByteRange
  /// What is wrong and what to write instead.
  public var message: Message
  /// How to mend it, where that is known.
  public var fix: Fix?
  private var details: Details?

  /// What many findings have nothing of: a file may have as many as it has words.
  private final class Details: Hashable, Sendable {
    let notes: [Note]
    let pointer: String?
    let keywordLocation: String?

    init?(_ notes: [Note], _ pointer: String?, _ keywordLocation: String?) {
      if notes.isEmpty, pointer == nil, keywordLocation == nil { return nil }
      self.notes = notes
      self.pointer = pointer
      self.keywordLocation = keywordLocation
    }

    static func == (left: Details, right: Details) -> Bool {
      left === right
        || (left.notes == right.notes && left.pointer == right.pointer
          && left.keywordLocation == right.keywordLocation)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(notes)
      hasher.combine(pointer)
      hasher.combine(keywordLocation)
    }
  }

  /// Other places that explain the finding.
  public var notes: [Note] {
    get { details?.notes ?? [] }
    set { details = Details(newValue, pointer, keywordLocation) }
  }
  /// The JSON Pointer (RFC 6901) of the value in the front matter, where the finding is about one.
  public var pointer: String? {
    get { details?.pointer }
    set { details = Details(notes, newValue, keywordLocation) }
  }
  /// Where in the schema the failed keyword stands (JSON Pointer), where a schema was not met.
  public var keywordLocation: String? {
    get { details?.keywordLocation }
    set { details = Details(notes, pointer, newValue) }
  }

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, range: ByteRange, message: Message, notes: [Note] = [], pointer: String? = nil,
    keywordLocation: String? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.fix = fix
    details = Details(notes, pointer, keywordLocation)
  }

  /// Whether no bytes are at fault but the file as a whole, or its name.
  package var isAboutWholeFile: Bool { range.isEmpty && range.start == 0 }

  /// Whether its fix is of a value that was read past a mistake of the syntax, where there is one, and so waits until
  /// that is mended.
  var waitsForSyntax: Bool { keywordLocation != nil && fix.map { $0.applicability < .safe } ?? false }

  /// A remark about another place of the same file.
  public struct Note: Hashable, Sendable {
    /// The bytes that the remark is about.
    public var range: ByteRange
    /// The remark.
    public var message: Message

    /// Makes a note.
    public init(_ range: ByteRange, _ message: Message) {
      self.range = range
      self.message = message
    }
  }
}
