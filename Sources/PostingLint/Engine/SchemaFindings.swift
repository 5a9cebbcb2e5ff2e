import JSONSchema
import SourceText

extension DocumentSchema {
  /// Adds what the rules say of the failures of a file.
  ///
  /// Of the rules that speak of a failure the first that is on is heard, and its finding stands under the rule that the
  /// schema names with `report`, where it names one.
  package func report(_ context: RuleContext, _ findings: inout Findings) {
    for failure in context.failures {
      let wish = Self.report(failure)
      let isHidden = context.options.hidesAdvice && wish.severity == .info && wish.rule == nil
      var owner: (number: Int, rule: any Rule.Type, finding: Finding)?
      for (number, rule) in findings.rules.failureRules {
        if let owner, findings.wants(owner.number) { break }
        let place = isHidden ? rule.place(failure, context) : nil
        let untold = place.flatMap { findings.isExplicit(number) ? nil : Finding($0, Self.untold) }
        guard let finding = untold ?? rule.finding(failure, context) else { continue }
        if owner == nil || findings.wants(number) { owner = (number, rule, finding) }
      }
      guard let (_, rule, finding) = owner else { continue }
      findings.add(
        wish.rule.flatMap { findings.rules.rule($0) } ?? rule, at: finding.range, finding.message,
        notes: finding.notes, pointer: failure.pointer, keywordLocation: isHidden ? nil : location(failure),
        severity: wish.severity ?? finding.severity, fix: finding.fix, others: failure.others)
    }
  }

  /// What is said of advice that nobody is shown.
  private static let untold = Message(fr: "", en: "")
}
