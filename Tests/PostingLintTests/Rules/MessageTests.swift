import PostingLint
import SourceText
import Testing

@Suite struct MessageTests {
  /// French wants a non-breaking space before these signs and after the opening quotation mark; what stands between
  /// straight quotes is shown as it is to be typed.
  static func isWellSet(_ text: String) -> Bool {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    let own = parts.enumerated().filter { parts.count == 1 || $0.offset % 2 == 0 }.map(\.element)
    let scalars = Array(own.joined(separator: "\"").unicodeScalars)
    return !zip(scalars, scalars.dropFirst()).contains { left, right in
      (left == " " && [";", "?", "!", "»", ":"].contains(right)) || (left == "«" && right == " ")
    }
  }

  @Test(arguments: ExampleCase.all)
  func everyFindingSpeaksBothLanguages(_ sample: ExampleCase) throws {
    let linter = try Harness.linter(Harness.everything, startups: ["exemple"])
    for diagnostic in linter.lint(sample.source).diagnostics {
      let messages =
        [diagnostic.message] + diagnostic.notes.map(\.message) + (diagnostic.fix.map { [$0.title] } ?? [])
      for message in messages {
        #expect(!message.fr.isEmpty && !message.en.isEmpty)
        #expect(Self.isWellSet(message.fr), "\(message.fr)")
        #expect(message.fr.utf8.allSatisfy { $0 >= 0x20 } && message.en.utf8.allSatisfy { $0 >= 0x20 }, "one line")
      }
    }
  }

  @Test(arguments: RuleRegistry.all.map { $0.info.id })
  func everyExplanationIsSetAsFrenchIs(_ id: String) throws {
    let info = try #require(RuleRegistry.info(id))
    #expect(Self.isWellSet(info.summary.fr), "\(info.summary.fr)")
    #expect(Self.isWellSet(info.rationale.fr), "\(info.rationale.fr)")
  }
}
