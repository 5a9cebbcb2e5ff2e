public import SourceText

/// Lints one file after another; nothing in it changes, so it is shared between threads.
///
/// A class, because every file of a run refers to one.
public final class Linter: Sendable {
  /// Which rules are on, and how much their findings matter, in files that meet no condition of the configuration.
  public let settings: RuleSettings
  /// What the user asked for.
  public let options: LintOptions
  /// What the values of a file must meet, if anything.
  package let schema: DocumentSchema?
  /// The rules that look at files.
  private let rules: [any Rule.Type]
  /// The rules that look at what comments silenced.
  private let lastRules: [any Rule.Type]

  /// The linters for files that meet a condition of the configuration; `nil` where it has none.
  private let variants: LinterVariants?

  /// Makes a linter for files under `schema`; without one, nothing is said of keys and values.
  public convenience init(settings: RuleSettings, options: LintOptions, schema: DocumentSchema?) {
    self.init(settings: settings, options: options, schema: schema, conditions: nil)
  }

  /// Makes a linter whose settings are other ones in files that meet a condition.
  init(settings: RuleSettings, options: LintOptions, schema: DocumentSchema?, conditions: ConditionalRules?) {
    self.settings = settings
    self.options = options
    self.schema = schema
    rules = settings.checked { !$0.runsLast && (!options.validatesOnly || $0.isValidity) }
    variants = conditions.map { LinterVariants($0) }
    lastRules = settings.checked { $0.runsLast && (!options.validatesOnly || $0.isValidity) }
  }

  /// The settings that depend on what files say; `nil` where there are none.
  var conditions: ConditionalRules? { variants?.rules }

  /// The linter that does what this one does, for what a document says: its settings are those of the document.
  package func variant(for document: Document) -> Linter { variants?.linter(for: document, self) ?? self }

  /// Finds what is wrong with a file; any bytes at all give a report.
  public func lint(_ source: Source) -> FileReport { lint(Document(source)) }

  /// Finds what is wrong with a file that was read.
  ///
  /// A fix that would break what fixes promise is called no freer than it may be applied; those that are not safe are
  /// tried so only for findings of `leastSeverity` at least, as nobody is shown the others.
  public func lint(_ document: consuming Document, leastSeverity: Severity = .info) -> FileReport {
    let (found, context, _) = findings(document, limit: options.findingLimit)
    // The values of a large file are not held longer than they are needed.
    _ = consume document
    var report = found
    keepPromises(&report, consume context, leastSeverity)
    return report
  }

  /// The same for a text that stands where `earlier` was read before, with what is read of it in its turn.
  package func lint(
    _ document: Document, after earlier: TextReadings
  ) -> (report: FileReport, readings: TextReadings) {
    let (found, context, _) = findings(document, limit: options.findingLimit, after: earlier)
    var report = found
    let readings = TextReadings(context)
    keepPromises(&report, context, .info)
    return (report, readings)
  }

  /// What the rules find wrong with a file, with the fixes as the rules offer them. Which settings hold is asked again of
  /// every text: a fix may change what the text says. Of each rule and severity `limit` findings are kept, all of them for
  /// 0; the others are counted. Of those that are kept `wordLimit` have words, all of them for 0; the others have their place and
  /// their edits, and then the report is curt.
  func findings(
    _ document: Document, limit: Int, wordLimit: Int = 0, after earlier: TextReadings? = nil
  ) -> (report: FileReport, context: RuleContext, isCurt: Bool) {
    variant(for: document).found(in: document, limit: limit, wordLimit: wordLimit, after: earlier)
  }

  private func found(
    in document: Document, limit: Int, wordLimit: Int, after earlier: TextReadings?
  ) -> (report: FileReport, context: RuleContext, isCurt: Bool) {
    let context =
      schema?.context(of: document, after: earlier) ?? RuleContext(document, options: options, after: earlier)
    context.findingLimit = limit
    let isText = context.encoding.form.isText
    guard isText else {
      var findings = Findings(settings: settings, limit: limit)
      // Where only validity counts, the mistakes of the syntax are all there is to say.
      for rule in rules where rule.info.readsAnyBytes || options.validatesOnly { rule.check(context, &findings) }
      return (report(of: context, findings, suppressed: 0), context, false)
    }
    let silencer =
      context.suppressions.entries.isEmpty
      ? nil : Suppressions.Silencer(context.suppressions, settings.rules, context.lines)
    var findings = Findings(settings: settings, limit: limit, wordLimit: wordLimit, silencer: silencer)
    schema?.report(context, &findings)
    for rule in rules { rule.check(context, &findings) }
    let suppressed = findings.endSilence(context)
    findings.giveWay()
    for rule in lastRules { rule.check(context, &findings) }
    findings.sort()
    return (report(of: context, findings, suppressed: suppressed), context, findings.isCurt)
  }

  private func report(of context: RuleContext, _ findings: Findings, suppressed: Int) -> FileReport {
    var report = FileReport(
      source: context.document.source, lines: context.lines, diagnostics: findings.diagnostics, suppressed: suppressed,
      isParsable: context.document.isParsable, dropped: findings.dropped)
    report.silenced = findings.silenced
    return report
  }
}
