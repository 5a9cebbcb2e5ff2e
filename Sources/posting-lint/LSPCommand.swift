import Arguments
import LanguageServer
import PostingLint
import SourceText

/// Serves an editor on standard input and output.
enum LSPCommand {
  static func run(_ arguments: ParsedArguments, _ language: Language) -> ExitStatus {
    let options = ServerOptions(
      overrides: LintRequest.overrides(arguments), requestedLanguage: arguments.languages.first, language: language,
      today: { SystemDay.today })
    // The protocol wants 0 after shutdown and 1 without.
    return ServerLoop.run(options) ? .clean : .findings
  }
}
