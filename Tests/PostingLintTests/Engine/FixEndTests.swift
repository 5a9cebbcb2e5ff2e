import PostingLint
import SourceText
import Testing

/// A rule that wants one word of a text to be another.
private protocol WordRule: Rule {
  static var word: String { get }
  static var wanted: String { get }
}

extension WordRule {
  static func described(_ id: String) -> RuleInfo {
    let text = Message(fr: id, en: id)
    return RuleInfo(
      id: id, group: .links, severity: .warning, fixability: .safe, summary: text, rationale: text, examples: [])
  }

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    let bytes = context.document.bytes
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: word.utf8) }) else { return }
    let range = ByteRange(start, start + word.utf8.count)
    let message = Message(fr: word, en: word)
    findings.add(Self.self, at: range, message, fix: Fix(message, .safe, Edit(range, wanted)))
  }
}

private enum CatRule: WordRule {
  static let info = described("cat")
  static let word = "chat"
  static let wanted = "chien"
}

private enum DogRule: WordRule {
  static let info = described("dog")
  static let word = "chien"
  static let wanted = "chat"
}

private enum WolfRule: WordRule {
  static let info = described("wolf")
  static let word = "loup"
  static let wanted = "ours"
}

private enum GrowthRule: WordRule {
  static let info = described("growth")
  static let word = "mur"
  static let wanted = "mur mur"
}

/// Fixing comes to an end whatever the rules want.
@Suite struct FixEndTests {
  private func fixer(_ rules: [any Rule.Type]) throws -> Fixer {
    let settings = RuleSettings(RuleList(rules), only: rules.map { $0.info.id })
    return Fixer(Linter(settings: settings, options: try Harness.options(), schema: nil), threshold: .safe)
  }

  private func fixed(_ body: String, _ rules: [any Rule.Type]) throws -> (body: String, report: FileReport) {
    let head = "---\ntitle: a\n---\n\n"
    let fixer = try fixer(rules)
    let once = fixer.fix(Source(path: "a.md", text: head + body))
    let twice = fixer.fix(Source(path: SourcePath("a.md"), bytes: once.bytes))
    #expect(twice.bytes == once.bytes, "a second run changes it again")
    return (String(decoding: once.bytes.dropFirst(head.utf8.count), as: UTF8.self), once.report)
  }

  /// Two rules that undo one another keep the text as it is, and nothing else from being mended.
  @Test func rulesThatUndoOneAnotherAreLeftOut() throws {
    let (body, report) = try fixed("un chat et un loup\n", [CatRule.self, DogRule.self, WolfRule.self])
    #expect(body == "un chat et un ours\n")
    #expect(report.diagnostics.map(\.rule) == ["cat"])
    #expect(report.diagnostics.first?.fix?.applicability == .displayOnly, "what is not applied is not promised")
    // Whichever of the two comes first: it is no matter of the number of rounds.
    #expect(
      try fixed("un chien et un loup\n", [CatRule.self, DogRule.self, WolfRule.self]).body == "un chien et un ours\n")
    #expect(try fixed("un chat\n", [CatRule.self, DogRule.self, WolfRule.self]).body == "un chat\n")
  }

  /// A fix after which there is always another one is none.
  @Test func aFixThatNeverEndsIsNotMade() throws {
    let (body, _) = try fixed("un mur et un loup\n", [GrowthRule.self, WolfRule.self])
    #expect(body == "un mur et un ours\n")
  }
}
