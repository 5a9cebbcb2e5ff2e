package import SourceText

/// The manual of a rule as Markdown, for programs that show it beside a finding.
package enum RuleMarkdown {
  /// What the rule wants, why, and an example of each kind.
  package static func page(_ info: RuleInfo, _ language: Language) -> String {
    var text = plain(info.summary[language]) + "\n\n" + plain(info.rationale[language]) + "\n"
    if let bad = info.examples.first(where: \.isBad) {
      text += section(RuleManual.title(bad, language), bad.shown(bad.snippet, in: info.group))
      if let fixed = bad.fixed {
        text += section(RuleManual.fixedTitle[language], bad.shown(fixed, in: info.group))
      }
    }
    if let good = info.examples.first(where: { !$0.isBad }) {
      text += section(RuleManual.title(good, language), good.shown(good.snippet, in: info.group))
    }
    for comment in info.disableComments {
      text += section(RuleManual.disableTitle(comment)[language], comment.text(info.id))
    }
    return text
  }

  private static func section(_ title: String, _ snippet: String?) -> String {
    guard let snippet else { return "\n**\(title)**\n" }
    var body = RuleManual.lines(snippet).joined(separator: "\n")
    if body.utf8.last != 0x0A { body += "\n" }
    let fence = String(repeating: "`", count: max(3, longestRun(of: UInt8(ascii: "`"), in: body) + 1))
    return "\n**\(title)**\n\n\(fence)\n\(body)\(fence)\n"
  }

  private static func plain(_ text: String) -> String {
    String(decoding: MarkdownReporter.text(text), as: UTF8.self)
  }

  private static func longestRun(of mark: UInt8, in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
