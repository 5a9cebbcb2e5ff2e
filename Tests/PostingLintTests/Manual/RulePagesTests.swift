import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The manual's pages of rules are made of the rules' own metadata; UPDATE_EXPECTED=1 writes them anew.
@Suite struct RulePagesTests {
  @Test(arguments: Language.allCases)
  func pageIsTheRegistry(_ language: Language) throws {
    let file = "Sources/PostingLint/PostingLint.docc/" + (language == .fr ? "LesRegles.md" : "TheRules.md")
    let text = Self.page(language)
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(text.utf8).write(to: SharedData.package.appendingPathComponent(file))
    }
    #expect(try checkoutFile(file) == Array(text.utf8), "run the tests with UPDATE_EXPECTED=1")
  }

  private static func page(_ language: Language) -> String {
    let isFrench = language == .fr
    var text = isFrench ? "# Les règles\n\n" : "# The rules\n\n"
    text +=
      isFrench
      ? "Ce que chaque règle trouve, pourquoi, et comment l’écrire autrement.\n"
      : "What each rule finds, why, and how to write it instead.\n"
    for group in RuleGroup.allCases {
      text += "\n## \(capitalised(group.title[language]))\n"
      for info in RuleRegistry.all.map({ $0.info }) where info.group == group {
        text += "\n### \(info.id)\n\n" + RuleMarkdown.page(info, language)
      }
    }
    return text
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
