import JSONSchema

extension DocumentSchema {
  /// Adds what the rules say of the failures of a file.
  ///
  /// Of the rules that speak of a failure the first that is on is heard, and its finding stands under the rule that the
  /// schema names with `report`, where it names one.
  package func report(_ context: RuleContext, _ findings: inout Findings) {
    for failure in context.failures {
      let wish = Self.report(failure)
      var owner: (rule: any Rule.Type, finding: Finding)?
      for rule in findings.rules.all {
        if let owner, findings.wants(owner.rule) { break }
        guard let finding = rule.finding(failure, context) else { continue }
        if owner == nil || findings.wants(rule) { owner = (rule, finding) }
      }
      guard let (rule, finding) = owner else { continue }
      findings.add(
        wish.rule.flatMap { findings.rules.rule($0) } ?? rule, at: finding.range, finding.message,
        notes: finding.notes, pointer: failure.pointer, keywordLocation: location(failure),
        severity: wish.severity ?? finding.severity, fix: finding.fix)
    }
  }
}
