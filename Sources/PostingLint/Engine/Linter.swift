import DataTree
import JSONSchema
import Markdown
public import SourceText

/// Lints one file after another; nothing in it changes, so it is shared between threads.
///
/// A class, because every file of a run refers to one.
public final class Linter: Sendable {
  /// Which rules are on, and how much their findings matter.
  public let settings: RuleSettings
  /// What the user asked for.
  public let options: LintOptions
  /// What the values of the front matter must meet, if anything.
  package let schema: FrontMatterSchema?
  private let rules: [any Rule.Type]
  private let readsBody: Bool
  private let readsTitles: Bool
  /// The linter for a file at a path that names its own schema; `nil` where the name means nothing here.
  let ownSchema: (@Sendable (String, SourcePath) -> Result<Linter, ConfigurationError>?)?

  /// Makes a linter for files under `schema`; without one, nothing is said of keys and values.
  public init(settings: RuleSettings, options: LintOptions, schema: FrontMatterSchema?) {
    self.settings = settings
    self.options = options
    self.schema = schema
    ownSchema = nil
    rules = settings.enabled
    readsTitles = rules.contains { $0.info.group == .roles }
    readsBody = rules.contains { $0.info.group == .links || $0.info.group == .encoding }
  }

  /// The same linter for files that may name their own schema.
  init(_ linter: Linter, ownSchema: @escaping @Sendable (String, SourcePath) -> Result<Linter, ConfigurationError>?) {
    settings = linter.settings
    options = linter.options
    schema = linter.schema
    self.ownSchema = ownSchema
    rules = linter.rules
    readsTitles = linter.readsTitles
    readsBody = linter.readsBody
  }

  /// Finds what is wrong with a file; any bytes at all give a report.
  public func lint(_ source: Source) -> FileReport {
    let posting = Posting(source)
    guard let ownSchema, let own = OwnSchema.find(in: posting), let result = ownSchema(own.name, source.path) else {
      return lint(posting)
    }
    switch result {
    case .success(let linter): return linter.lint(posting)
    case .failure(let error): return lint(posting, unusable: own, error)
    }
  }

  private func lint(
    _ posting: Posting, unusable own: OwnSchema? = nil, _ error: ConfigurationError? = nil
  ) -> FileReport {
    let source = posting.source
    let context = RuleContext(posting, options: options, readsBody: readsBody, readsTitles: readsTitles)
    var findings = Findings(settings: settings)
    guard context.encoding.form.isText else {
      for rule in rules where rule.info.readsAnyBytes { rule.check(context, &findings) }
      return FileReport(
        source: source, diagnostics: findings.diagnostics, suppressed: 0, isParsable: context.posting.isParsable)
    }
    if let own, let error {
      findings.add(UnknownReference.self, at: own.range, own.message(error))
    } else {
      schema?.check(context, &findings)
    }
    for rule in rules {
      rule.check(context, &findings)
    }
    var diagnostics = Precedence.filtered(findings.diagnostics)
    let suppressed = suppress(&diagnostics, context)
    diagnostics.sort { left, right in
      left.range == right.range ? left.rule < right.rule : left.range < right.range
    }
    return FileReport(
      source: source, diagnostics: diagnostics, suppressed: suppressed, isParsable: context.posting.isParsable)
  }

  /// Takes out what the file's comments silence, and adds what is to say of those comments.
  private func suppress(_ diagnostics: inout [Diagnostic], _ context: RuleContext) -> Int {
    let bytes = context.bytes
    let inBody = context.body.regions.lazy.filter { $0.kind == .htmlComment }.map(\.range)
    let comments = context.tree.comments + inBody
    guard !comments.isEmpty else { return 0 }
    var index: LineIndex?
    let lines: () -> LineIndex = {
      if let index { return index }
      let made = LineIndex(bytes)
      index = made
      return made
    }
    let suppressions = Suppressions(comments: comments, in: bytes, lines: lines)
    guard !suppressions.entries.isEmpty else { return 0 }
    let before = diagnostics.count
    let (kept, used) = suppressions.apply(to: diagnostics, line: { lines().line(at: $0) })
    diagnostics = kept
    var findings = Findings(settings: settings)
    UselessSuppression.check(suppressions, used: used, in: bytes, &findings)
    diagnostics += findings.diagnostics
    return before - kept.count
  }
}

/// Which finding stands where two rules speak of one mistake.
enum Precedence {
  /// Rules whose finding is dropped where one of another rule touches the same bytes.
  private static let yields: [String: Set<String>] = [
    "control-character": ["mojibake"],
    "invisible-character": ["mojibake"],
    "replacement-character": ["mojibake"],
    "decomposed-character": ["mojibake"],
    "yaml-syntax": ["control-character", "invisible-character", "invalid-utf8"],
    "masculine-only-role": ["invalid-utf8", "mojibake"],
    "misspelled-role": ["invalid-utf8", "mojibake"],
    "unknown-reference": ["invalid-utf8", "mojibake", "padded-value", "placeholder-left"],
    "unknown-role": ["invalid-utf8", "mojibake", "placeholder-left"],
    "unknown-value": ["invalid-utf8", "mojibake", "placeholder-left"],
  ]

  /// The findings without those that another explains.
  static func filtered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    let present = Set(diagnostics.map(\.rule))
    guard present.contains(where: { yields[$0].map { !$0.isDisjoint(with: present) } ?? false }) else {
      return diagnostics
    }
    var covers: [String: CoveredBytes] = [:]
    for (rule, winners) in yields where present.contains(rule) {
      covers[rule] = CoveredBytes(diagnostics.lazy.filter { winners.contains($0.rule) }.map(\.range))
    }
    return diagnostics.filter { !(covers[$0.rule]?.touches($0.range) ?? false) }
  }
}

/// The bytes of many ranges, for asking whether another range touches one.
struct CoveredBytes {
  private var ranges: [ByteRange] = []

  init(_ unsorted: some Sequence<ByteRange>) {
    for range in unsorted.sorted() {
      if let last = ranges.last, range.start <= last.end {
        ranges[ranges.count - 1] = last.union(range)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Whether the range shares a byte with one of these, or is the same empty range.
  func touches(_ range: ByteRange) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end < range.start || (ranges[middle].end == range.start && !range.isEmpty) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ranges.count && (ranges[low].overlaps(range) || ranges[low].contains(range))
  }
}
