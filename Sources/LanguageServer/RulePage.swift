import PostingLint
import SourceText

/// The manual of a rule in Markdown, from the rule's own metadata.
enum RulePage {
  /// What the rule finds, why that is wrong, examples, and how to silence it.
  static func markdown(_ info: RuleInfo, _ language: Language) -> String {
    let isFrench = language == .fr
    var parts = ["**\(info.id)** — \(MarkdownText.escaped(info.summary[language]))"]
    parts.append(MarkdownText.escaped(info.rationale[language]))
    for example in info.examples.filter(\.isBad).prefix(2) {
      parts.append(isFrench ? "À éviter\u{A0}:" : "Not like this:")
      parts.append(block(example, example.snippet))
      guard let fixed = example.fixed else { continue }
      parts.append(isFrench ? "Après correction\u{A0}:" : "After the fix:")
      parts.append(block(example, fixed))
    }
    if let good = info.examples.first(where: { !$0.isBad }) {
      parts.append(isFrench ? "Bien\u{A0}:" : "Like this:")
      parts.append(block(good, good.snippet))
    }
    let comments = [
      MarkdownText.code("# posting-lint-disable-next-line \(info.id)"),
      MarkdownText.code("<!-- posting-lint-disable-file \(info.id) -->"),
    ]
    parts.append((isFrench ? "Pour la taire\u{A0}: " : "To silence it: ") + comments.joined(separator: ", "))
    return parts.joined(separator: "\n\n")
  }

  private static func block(_ example: RuleExample, _ snippet: String) -> String {
    switch example.place {
    case .frontMatter: MarkdownText.block(snippet, "yaml")
    case .body, .file: MarkdownText.block(snippet, "markdown")
    }
  }
}
