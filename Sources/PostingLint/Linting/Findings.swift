public import SourceText

/// Collects the findings of the rules that are on for one file.
public struct Findings: Sendable {
  /// What was found, in the order in which it was added.
  public private(set) var diagnostics: [Diagnostic] = []
  /// What the configuration keeps out or makes less grave.
  package private(set) var silenced = Silenced()
  private let settings: RuleSettings
  /// How many findings of each rule and severity are kept, all of them for 0; the others are only counted.
  private let limit: Int
  /// How many findings of each rule and severity are kept with what is said of them, all of them for 0; of the others their
  /// place and their edits are.
  private let wordLimit: Int
  /// Whether there are others.
  private(set) var isCurt = false
  /// The findings of each rule and severity that are kept, the severities of one rule together; empty before the first, and
  /// without a limit.
  private var kept: [Int] = []
  /// Those that are not kept.
  private var left: [Int] = []
  /// Whether there are some.
  private var isOverLimit = false
  /// Those of them that a safe fix would mend.
  private var fixable: [Int] = []

  /// The rule that spoke last, and its number: one finding of a rule is mostly followed by its next one.
  private var last: (rule: ObjectIdentifier, number: Int)?

  /// What the comments of the file silence, while rules are asked that they may silence.
  private var silencer: Suppressions.Silencer?

  /// Collects the findings of the rules that are on in `settings`, so many of each rule and severity; all of them for 0.
  package init(settings: RuleSettings, limit: Int = 0) {
    self.init(settings: settings, limit: limit, silencer: nil)
  }

  /// As above, without what `silencer` silences.
  init(settings: RuleSettings, limit: Int, wordLimit: Int = 0, silencer: Suppressions.Silencer?) {
    self.settings = settings
    self.limit = limit
    self.wordLimit = wordLimit
    self.silencer = silencer
  }

  /// All rules that there are.
  package var rules: RuleList { settings.rules }

  /// Whether findings of a rule are wanted; a rule need not ask, it only saves work.
  public func wants(_ rule: any Rule.Type) -> Bool { settings.severity(of: rule.info.id) != nil }

  /// Whether findings of a rule, by its number, are wanted.
  func wants(_ number: Int) -> Bool { settings.states[number].severity != nil }

  /// Whether the user gave the rule of a number its severity.
  func isExplicit(_ number: Int) -> Bool { settings.states[number].isExplicit }

  /// Adds a finding of `rule`, unless the rule is off; its message is made where the finding is kept.
  ///
  /// `severity` is what the rule or the schema says of this very case; what the user set for the rule goes first.
  public mutating func add(
    _ rule: any Rule.Type, at range: ByteRange, _ message: @autoclosure () -> Message, notes: [Diagnostic.Note] = [],
    pointer: String? = nil, keywordLocation: String? = nil, severity: Severity? = nil, fix: Fix? = nil
  ) {
    add(
      rule, at: range, message(), notes: notes, pointer: pointer, keywordLocation: keywordLocation, severity: severity,
      fix: fix, others: 0)
  }

  /// As above, of a finding that stands for `others` too, of which nothing but their number is known.
  package mutating func add(
    _ rule: any Rule.Type, at range: ByteRange, _ message: @autoclosure () -> Message, notes: [Diagnostic.Note] = [],
    pointer: String?, keywordLocation: String?, severity: Severity?, fix: Fix?, others: Int
  ) {
    let isSafe = fix?.applicability == .safe
    guard let (id, severity, room) = place(for: rule, at: range, severity, isFixedSafely: isSafe, others: others)
    else { return }
    let isWhole = room == .all
    if !isWhole { isCurt = true }
    diagnostics.append(
      Diagnostic(
        rule: id, severity: severity, range: range, message: isWhole ? message() : Self.noMessage,
        notes: isWhole ? notes : [], pointer: isWhole ? pointer : nil, keywordLocation: keywordLocation,
        fix: isWhole ? fix : fix?.untitled))
  }

  /// Adds a finding of `rule` that one edit of its bytes mends, as far as it is known what to write there: for rules
  /// that find as much as the text has words, as the edit is made where the finding is kept.
  mutating func add(
    _ rule: any Rule.Type, at range: ByteRange, _ message: @autoclosure () -> Message, title: Message,
    _ applicability: Applicability, replacement: [UInt8]?
  ) {
    let isSafe = applicability == .safe && replacement != nil
    guard let (id, severity, room) = place(for: rule, at: range, nil, isFixedSafely: isSafe, others: 0) else { return }
    let isWhole = room == .all
    if !isWhole { isCurt = true }
    let fix = replacement.map { Fix(isWhole ? title : Self.noMessage, applicability, Edit(range, $0)) }
    diagnostics.append(
      Diagnostic(
        rule: id, severity: severity, range: range, message: isWhole ? message() : Self.noMessage, fix: fix))
  }

  private static let noMessage = Message(fr: "", en: "")

  /// Counts a finding of a rule; `nil` where it is not kept, else the rule's id, how much it matters and what is kept.
  private mutating func place(
    for rule: any Rule.Type, at range: ByteRange, _ severity: Severity?, isFixedSafely: Bool, others: Int
  ) -> (id: String, severity: Severity, room: Room)? {
    guard let number = number(of: rule) else { return nil }
    let state = settings.states[number]
    guard let own = state.severity else {
      if state.isSilenced { silenced.byConfiguration += 1 + others }
      return nil
    }
    if state.isConfigured, own < severity ?? rules.traits[number].severity { silenced.madeLessGrave += 1 + others }
    let severity = state.isExplicit ? own : severity ?? own
    if silencer != nil {
      let id = rules.traits[number].id
      if silencer?.silences(id, at: range.start, others: others) ?? false { return nil }
    }
    let room = limit > 0 ? room(number, severity, isFixedSafely: isFixedSafely, others) : .all
    return room == .none ? nil : (rules.traits[number].id, severity, room)
  }

  private mutating func number(of rule: any Rule.Type) -> Int? {
    if let last, last.rule == ObjectIdentifier(rule) { return last.number }
    guard let number = rules.number(rule.info.id) else { return nil }
    last = (ObjectIdentifier(rule), number)
    return number
  }

  /// What is kept of a finding.
  private enum Room {
    case none
    /// Its place and its edits.
    case place
    case all
  }

  /// Counts a finding of a rule, by its number, and `others`, which are not kept; says what of it is kept.
  private mutating func room(_ number: Int, _ severity: Severity, isFixedSafely: Bool, _ others: Int) -> Room {
    guard let place = Severity.allCases.firstIndex(of: severity) else { return .all }
    let slot = number * Severity.allCases.count + place
    if kept.isEmpty { kept = [Int](repeating: 0, count: rules.all.count * Severity.allCases.count) }
    let isKept = kept[slot] < limit
    if isKept { kept[slot] += 1 }
    let more = others + (isKept ? 0 : 1)
    if more > 0 {
      if !isOverLimit {
        isOverLimit = true
        left = [Int](repeating: 0, count: kept.count)
        fixable = left
      }
      left[slot] += more
      if isFixedSafely { fixable[slot] += more }
    }
    return !isKept ? .none : wordLimit > 0 && kept[slot] > wordLimit ? .place : .all
  }

  /// The findings that are not kept, by rule and severity.
  var dropped: [DroppedFindings] {
    guard isOverLimit else { return [] }
    return left.indices.filter { left[$0] > 0 }.map { slot in
      let (number, place) = slot.quotientAndRemainder(dividingBy: Severity.allCases.count)
      return DroppedFindings(
        rule: rules.traits[number].id, severity: Severity.allCases[place], count: left[slot],
        fixable: fixable[slot])
    }
  }

  /// Leaves out what the findings of other rules explain: those that a rule yields to, where one touches the same bytes.
  /// Those that stay are as grave as those that they stand for, so that no error is lost behind a warning; a finding
  /// whose severity the user gave takes the place of none that is graver.
  mutating func giveWay() {
    guard diagnostics.count > 1, diagnostics.contains(where: { !rules.rivals(of: $0.rule).isEmpty }) else { return }
    let all = diagnostics
    var winners = Covers()
    var left = Covers()
    var gone: [Diagnostic] = []
    diagnostics = all.filter { diagnostic in
      let rivals = rules.rivals(of: diagnostic.rule)
      guard !rivals.isEmpty else { return true }
      let givesWay = winners.touches(diagnostic, all) { other in
        rivals.contains(other.rule)
          && (other.severity >= diagnostic.severity || !settings.isExplicit(other.rule))
      }
      if givesWay { gone.append(diagnostic) }
      return !givesWay
    }
    guard !gone.isEmpty else { return }
    for index in diagnostics.indices {
      let own = diagnostics[index]
      for severity in [Severity.error, .warning] where severity > own.severity && !settings.isExplicit(own.rule) {
        var claim = own
        claim.severity = severity
        let isGraver = left.touches(claim, gone) { other in
          other.severity == severity && rules.rivals(of: other.rule).contains(own.rule)
        }
        if isGraver {
          diagnostics[index].severity = severity
          break
        }
      }
    }
  }

  /// The bytes that other findings cover, by the rule and the severity that ask.
  private struct Covers {
    private var known: [(rule: String, severity: Severity, bytes: CoveredBytes)] = []

    /// Whether one of the findings that count touches the bytes of this one.
    mutating func touches(_ own: Diagnostic, _ all: [Diagnostic], where counts: (Diagnostic) -> Bool) -> Bool {
      if let place = known.firstIndex(where: { $0.severity == own.severity && $0.rule == own.rule }) {
        return known[place].bytes.touches(own.range)
      }
      let cover = CoveredBytes(all.lazy.filter(counts).map(\.range))
      known.append((own.rule, own.severity, cover))
      return cover.touches(own.range)
    }
  }

  /// Ends what the comments of the file silence, and notes what they did; returns how many findings those are.
  mutating func endSilence(_ context: RuleContext) -> Int {
    guard let silencer else { return 0 }
    context.suppressions.note(silencer, rules)
    self.silencer = nil
    return silencer.count
  }

  /// Puts the findings in the order of their positions, then of their rules.
  mutating func sort() {
    diagnostics.sort { left, right in
      left.range == right.range ? left.rule < right.rule : left.range < right.range
    }
  }
}
