import Arguments
import PostingLint
import SourceText

/// Prints the completions of a shell.
enum CompletionsCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    guard let shell = arguments.operands.first.flatMap({ Shell(rawValue: $0.display) }) else { return .failure }
    let rules = RuleRegistry.all.map { $0.info.id }
    console.print(Completions.script(for: shell, in: console.language, rules: rules))
    return .clean
  }
}
