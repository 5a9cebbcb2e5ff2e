import PostingLint
import SourceText
import TestSupport
import Testing

/// One example of one rule, for the names of test cases.
struct ExampleCase: CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: RuleExample

  static let all = RuleRegistry.all.flatMap { rule in rule.info.examples.map { ExampleCase(rule: rule, example: $0) } }

  var testDescription: String { "\(rule.info.id): \(example.snippet.debugDescription)" }

  var source: Source { Source(path: example.path, text: example.text) }
}

@Suite struct RegistryTests {
  @Test func everyRuleHasOneFileAndStandsInOrder() throws {
    let files = try checkoutNames("Sources/PostingLint/Rules").filter { $0.hasSuffix(".swift") }.map {
      String($0.dropLast(6))
    }
    let types = RuleRegistry.all.map { String(describing: $0) }
    #expect(files.count > 40)
    #expect(Set(files) == Set(types))
    #expect(types == types.sorted { $0.lowercased() < $1.lowercased() })
  }

  /// What a finding may weigh is said in the rule's own data, or that of a rule whose place it takes.
  @Test(arguments: ExampleCase.all)
  func severitiesAreThoseOfTheTable(_ sample: ExampleCase) throws {
    let linter = try Harness.linter(Harness.everything, startups: ["exemple"])
    for diagnostic in linter.lint(sample.source).diagnostics {
      let own = try #require(RuleRegistry.info(diagnostic.rule))
      let others = RuleRegistry.all.map { $0.info }.filter { $0.yieldsTo.contains(own.id) }
      let severities = own.severities + others.flatMap(\.severities).filter { $0 > own.severity }
      #expect(severities.contains(diagnostic.severity), "\(diagnostic)")
    }
  }

  @Test func idsAreUniqueAndKebabCase() {
    let ids = RuleRegistry.all.flatMap { [$0.info.id] + $0.info.aliases }
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || $0 == 0x38 }, "\(id)") }
  }

  @Test(arguments: RuleRegistry.all.map { $0.info.id })
  func everyRuleHasExamplesAndTexts(_ id: String) throws {
    let info = try #require(RuleRegistry.info(id))
    #expect(info.examples.contains { !$0.isBad })
    #expect(info.examples.contains(where: \.isBad) || id == "invalid-utf8", "a bad example")
    for message in [info.summary, info.rationale] {
      #expect(!message.fr.isEmpty && !message.en.isEmpty && message.fr != message.en)
    }
  }
}

@Suite struct ExampleTests {
  @Test(arguments: ExampleCase.all)
  func findsExactlyItsRule(_ sample: ExampleCase) throws {
    let id = sample.rule.info.id
    let linter = try Harness.linter(extra: [id], startups: ["exemple"], hasSchema: sample.example.isPosting)
    // Of a page of any site, that its front matter is no YAML is advice.
    let found = linter.lint(sample.source).diagnostics.filter {
      $0.rule == id || sample.example.isPosting || $0.severity > .info
    }
    if sample.example.isBad {
      #expect(found.contains { $0.rule == id })
      #expect(Set(found.map(\.rule)) == [id], "\(found)")
    } else {
      #expect(!found.contains { $0.rule == id || $0.severity > .info }, "\(found)")
    }
    for diagnostic in found {
      #expect(diagnostic.range.end <= sample.source.bytes.count)
      #expect(!diagnostic.message.fr.isEmpty && !diagnostic.message.en.isEmpty)
    }
  }

  @Test(arguments: ExampleCase.all.filter(\.example.isBad))
  func fixesAsItSays(_ sample: ExampleCase) throws {
    let id = sample.rule.info.id
    let linter = try Harness.linter(RuleSettings(only: [id]), startups: ["exemple"])
    let result = Fixer(linter, threshold: .unsafe).fix(sample.source)
    #expect(String(decoding: result.bytes, as: UTF8.self) == sample.example.fixedText ?? sample.example.text)
    if sample.example.fixed != nil { #expect(sample.rule.info.fixability != nil) }
  }

  @Test(arguments: ExampleCase.all, [Applicability.safe, .unsafe])
  func fixesObeyTheThreeLaws(_ sample: ExampleCase, _ threshold: Applicability) throws {
    let linter = try Harness.linter(Harness.everything, startups: ["exemple"])
    let before = linter.lint(sample.source)
    let fixer = Fixer(linter, threshold: threshold)
    let once = fixer.fix(sample.source)
    let twice = fixer.fix(Source(path: sample.source.path, bytes: once.bytes))
    #expect(twice.bytes == once.bytes, "a second run changes nothing")
    #expect(twice.applied == 0)
    #expect(!once.report.diagnostics.contains { ($0.fix?.applicability ?? .displayOnly) >= threshold }, "it converges")
    #expect(!before.isParsable || once.report.isParsable, "front matter stays YAML")
  }
}
