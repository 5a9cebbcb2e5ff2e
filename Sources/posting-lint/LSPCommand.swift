import LanguageServer
import PostingLint
import SourceText

/// Serves an editor on standard input and output.
enum LSPCommand {
  static func run(_ request: LintRequest, _ language: Language) -> ExitStatus {
    let options = ServerOptions(
      overrides: request.overrides, requestedLanguage: request.languages.first, language: language,
      writesRulePages: true, today: { SystemDay.today })
    // The protocol wants 0 after shutdown and 1 without.
    return ServerLoop.run(options) ? .clean : .findings
  }
}
