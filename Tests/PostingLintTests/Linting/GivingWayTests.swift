import PostingLint
import SourceText
import Testing

/// One mistake, one finding; and no error is lost behind something weaker.
@Suite struct GivingWayTests {
  @Test func namesRulesThatExist() {
    for info in RuleRegistry.all.map({ $0.info }) {
      for id in info.yieldsTo {
        #expect(RuleRegistry.info(id)?.id == id, "\(info.id) yields to \(id)")
        #expect(RuleRegistry.info(id)?.yieldsTo.contains(info.id) != true, "\(info.id) and \(id) yield to each other")
      }
    }
  }

  private static func text(_ startup: String) -> String {
    "---\nroles: Coach\nopen: true\nstartup: \(startup)\ndomaines: [Coaching]\n---\n\nTexte.\n"
  }

  /// What is found at the line of `startup` with all rules, and with one rule silenced in turn.
  private func found(_ text: String, _ settings: RuleSettings) throws -> [Diagnostic] {
    try Harness.linter(settings, startups: ["exemple"]).lint(Source(path: "2022-05-30-a.md", text: text)).diagnostics
  }

  @Test(arguments: ["'exemple '", "\"exemple\u{200B}\"", "TODO", "exÃ©mple", "'exemple\u{8}'"])
  func anErrorIsAsGraveUnderAnotherName(_ startup: String) throws {
    let text = Self.text(startup)
    let error = try found(text, RuleSettings(only: ["unknown-reference"])).filter { $0.severity == .error }
    guard let error = error.first else { return }
    let all = try found(text, RuleSettings())
    #expect(all.contains { $0.severity == .error && ($0.range.overlaps(error.range)) }, "\(all)")
  }

  @Test func whatTheUserMadeLessGraveHidesNoError() throws {
    var settings = RuleSettings()
    settings.set("padded-value", to: .info)
    let rules = try found(Self.text("'exemple '"), settings).map { "\($0.rule) \($0.severity)" }
    #expect(Set(rules) == ["padded-value info", "unknown-reference error"])
  }

  @Test func aSilencedFindingHidesNoError() throws {
    let text = Self.text("'exemple ' # posting-lint-disable-line padded-value")
    #expect(try found(text, RuleSettings()).map(\.rule) == ["unknown-reference"])
  }

  @Test(arguments: ["a: \u{8}b: c: d", "a: [x\u{200B}, y", "\u{8}: : x"])
  func anErrorOfYAMLStays(_ line: String) throws {
    let text = "---\n\(line)\n---\n"
    let alone = try found(text, RuleSettings(only: ["yaml-syntax"])).filter { $0.severity == .error }
    let all = try found(text, RuleSettings())
    for error in alone {
      #expect(
        all.contains { $0.severity == .error && ($0.range.overlaps(error.range) || $0.range == error.range) },
        "\(error) in \(all)")
    }
  }
}
