import DataTree
import PostingLint
import Roles
import SourceText

/// What the linter promises of any file.
enum LinterLaw {
  /// The name that every file has.
  private static let path = SourcePath("2022-05-30-exemple.md")

  /// A linter with every rule, under the posting schema.
  static let everything: Linter? = linter(RuleSettings(only: RuleRegistry.all.map { $0.info.id }))
  /// A linter as it is by default.
  static let usual: Linter? = linter(RuleSettings())

  private static func linter(_ settings: RuleSettings) -> Linter? {
    guard let today = CalendarDate(iso: Array("2022-07-01".utf8)) else { return nil }
    var options = LintOptions(today: today)
    options.roles = RoleReader.bundled()
    options.references["startups"] = ReferenceList(ids: ["atlas", "phare"].map { Array($0.utf8) }, origin: "startups")
    return Linter(settings: settings, options: options, schema: DocumentSchema.posting(options: options))
  }

  /// The rules that speak of a file as a whole.
  private static let ofWholeFile: Set<String> = [
    "file-name-format", "file-name-impossible-date", "file-name-without-date", "implausible-date", "missing-extension",
    "missing-front-matter",
  ]

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    guard let everything, let usual else { throw BrokenLaw(description: "no linter can be made") }
    let source = Source(path: path, bytes: bytes)
    let report = everything.lint(source)
    try check(report)
    try require(everything.lint(source).diagnostics == report.diagnostics, "a second run says something else")
    try checkFixes(usual, usual.lint(source), .safe)
    try checkFixes(everything, report, .safe)
    try checkFixes(everything, report, .unsafe)
  }

  /// Lints and mends, for measuring.
  @Sendable static func read(_ bytes: [UInt8]) {
    guard let everything else { return }
    _ = Fixer(everything, threshold: .safe).fix(Source(path: path, bytes: bytes))
  }

  /// Every finding has its place, its text and, where it can be mended, sound edits.
  static func check(_ report: FileReport) throws(BrokenLaw) {
    let bytes = report.source.bytes
    for diagnostic in report.diagnostics {
      let rule = diagnostic.rule
      guard let info = RuleRegistry.info(rule) else { throw BrokenLaw(description: "no rule \(rule)") }
      try RangeLaw.checkWhole(diagnostic.range, bytes, rule)
      try RangeLaw.checkMessage(diagnostic.message, rule)
      for note in diagnostic.notes {
        try RangeLaw.checkWhole(note.range, bytes, rule)
        try RangeLaw.checkMessage(note.message, rule)
      }
      if diagnostic.range == ByteRange(at: 0), !bytes.isEmpty {
        try require(ofWholeFile.contains(rule), "\(rule): at 0..<0, as if the place was not known")
      }
      if let pointer = diagnostic.pointer {
        try require(pointer.isEmpty || pointer.utf8.first == UInt8(ascii: "/"), "\(rule): pointer \(pointer)")
      }
      if let fix = diagnostic.fix {
        try RangeLaw.checkEdits(fix.edits, bytes, rule)
        try RangeLaw.checkMessage(fix.title, rule)
        try require(fix.applicability <= info.fixability ?? .displayOnly, "\(rule): a fix freer than its rule says")
      }
    }
    for (left, right) in zip(report.diagnostics, report.diagnostics.dropFirst()) {
      try require(left.range <= right.range, "\(left.rule) and \(right.rule) are not in order")
    }
  }

  // MARK: Fixes

  private static func checkFixes(_ linter: Linter, _ before: FileReport, _ least: Applicability) throws(BrokenLaw) {
    let fixer = Fixer(linter, threshold: least)
    let once = fixer.fix(before.source)
    let promised = before.diagnostics.contains { ($0.fix?.applicability ?? .displayOnly) >= least }
    try require(!promised || once.applied > 0, "\(least) fixes are promised, and none is applied")
    guard once.bytes != before.source.bytes else { return }
    try check(once.report)
    let rest = once.report.diagnostics.filter { ($0.fix?.applicability ?? .displayOnly) >= least }
    try require(rest.isEmpty, "\(least) fixes do not come to an end: \(rest.map(\.rule))")
    let twice = fixer.fix(Source(path: path, bytes: once.bytes))
    try require(twice.bytes == once.bytes, "a second run changes the text again (\(least))")
    guard before.isParsable else { return }
    try require(once.report.isParsable, "\(least) fixes make the front matter unreadable")
    if least == .safe { try checkKeys(before.source.bytes, once.bytes) }
  }

  /// No key is lost: as many as there were, and those that the schema knows are the same.
  private static func checkKeys(_ before: [UInt8], _ after: [UInt8]) throws(BrokenLaw) {
    // Where front matter that is not closed ends is a guess.
    guard FrontMatter(before).closing != nil else { return }
    let old = keys(before)
    // What hid the opening line may have been taken away.
    guard !old.isEmpty else { return }
    let new = keys(after)
    try require(old.count == new.count, "\(old.count) keys became \(new.count)")
    let known = old.filter { key in knownKeys.contains { key.elementsEqual($0.utf8) } }
    for key in known {
      try require(new.contains(key), "a key is gone | \(String(decoding: key, as: UTF8.self))")
    }
  }

  private static let knownKeys = [
    "roles", "open", "startup", "type", "friend", "externalURL", "date", "depublication_date", "domaines", "junior",
    "title", "techno", "contacts", "contact", "contrat",
  ]

  private static func keys(_ bytes: [UInt8]) -> [[UInt8]] {
    let document = Document(Source(path: path, bytes: bytes))
    guard let root = document.root else { return [] }
    return document.tree.pairs(of: root).map { document.tree.utf8(of: $0.key) }
  }
}
