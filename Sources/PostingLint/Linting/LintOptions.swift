public import Roles
package import SourceText

/// What the user asked for, beyond which rules are on.
public struct LintOptions: Sendable {
  /// The day that counts as today.
  public var today: CalendarDate
  /// The ids that values may name, by the name of the list.
  public var references: References
  /// Reads role titles; without it, nothing is said of them.
  public var roles: RoleReader? {
    get { usesBundledRoles ? .shared : ownRoles }
    set {
      ownRoles = newValue
      usesBundledRoles = false
    }
  }
  /// Whether role titles are read with the vocabulary of the program, which is made when the first title is met.
  package var usesBundledRoles = false
  private var ownRoles: RoleReader?
  /// Whether the file is a posting; of other files nothing is said that only holds for postings.
  package var isPosting = true
  /// Whether the values of the file must meet a schema, so that there have to be some.
  package var hasSchema = true
  /// Whether the file is read by agents, which pass over one whose front matter cannot be read.
  package var isForAgents = false
  /// Whether the file lies in a folder whose Markdown files are postings.
  package var liesAmongPostings = true
  /// Whether the file has a name of its own (false for standard input without one).
  public var hasFileName = true
  /// Why the schema that the file names cannot be used, where that is so.
  package var schemaProblem: Message?
  /// The rules that a configuration may name.
  package var rules: RuleList?
  /// How many findings of each rule and severity are kept of a file that no comment of its own silences anything in; 0 for
  /// all. The others are counted, so that a file of nothing but mistakes does not fill the memory.
  package var findingLimit = 0
  /// Whether nobody will see more of advice than its number: it needs a place and a rule, and neither words nor a fix that is
  /// not safe.
  package var hidesAdvice = false
  /// The programs that read the front matter of the site.
  package var readers = ReadersInForce.defaults
  /// What other files say under the keys whose values must differ.
  package var siblings = SiblingValues()
  /// Whether every failure of the schema is told and nothing else: a file is valid or it is not.
  package var validatesOnly = false

  /// Options for a day, without lists of ids.
  public init(today: CalendarDate, references: References = References()) {
    self.today = today
    self.references = references
  }
}
