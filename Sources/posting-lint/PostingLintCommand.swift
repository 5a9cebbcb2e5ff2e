import Arguments
import Files
import PostingLint
import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The `posting-lint` command: reads the command line and runs one of its commands.
@main
enum PostingLintCommand {
  static func main() {
    ProcessSetup.prepare()
    guard let arguments = ProcessSetup.arguments else {
      var console = Console(language: Surroundings.ofProcess.language)
      console.complain(
        Message(
          fr: "la ligne de commande ne peut pas être lue\u{A0}: montez /proc",
          en: "the command line cannot be read: mount /proc"))
      exit(console.finish(.failure).rawValue)
    }
    switch run(arguments) {
    case .ended(let status): exit(status.rawValue)
    case .shared(let lint):
      // Not `async`: for one file, the runtime of tasks would take longer to start than the linter needs.
      Task.detached { exit(await lint.run().rawValue) }
      while true { _ = pause() }
    }
  }

  private static func run(_ arguments: [[UInt8]]) -> LintCommand.Course {
    let language = ArgumentParser.language(in: arguments) ?? Surroundings.ofProcess.language
    var console = Console(language: language)
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try ArgumentParser.parse(arguments)
      if case .run(let parsed) = invocation { try LintRequest.checkRules(parsed) }
    } catch {
      console.complain(error.message)
      return .ended(console.finish(.failure))
    }
    switch invocation {
    case .version: console.print("\(Tool.name) \(Tool.version)\n")
    case .help(let command): console.print(Help.text(for: command, in: language))
    case .run(let parsed):
      var workspace = Workspace(LintRequest.overrides(parsed), systemDay: SystemDay.today)
      if parsed.languages.isEmpty, let language = configuredLanguage(parsed, &workspace) {
        console = Console(language: language)
      }
      return run(parsed, workspace, console)
    }
    return .ended(console.finish(.clean))
  }

  /// The language that the configuration asks for, for the commands that heed one.
  private static func configuredLanguage(_ arguments: ParsedArguments, _ workspace: inout Workspace) -> Language? {
    switch arguments.command {
    case .lint, .config:
      let name = arguments.path(.stdinFilename) ?? arguments.operands.first { $0 != SourcePath("-") }
      return workspace.language(for: name ?? SourcePath("."))
    case .explain, .validate, .inspect, .lsp, .`init`, .completions, .manual: return nil
    }
  }

  private static func run(
    _ arguments: ParsedArguments, _ workspace: Workspace, _ console: consuming Console
  ) -> LintCommand.Course {
    var console = console
    let status: ExitStatus
    switch arguments.command {
    case .lint: return LintCommand(arguments, workspace, console).run()
    case .explain: status = ExplainCommand.run(arguments, &console)
    case .inspect: status = InspectCommand.run(arguments, &console)
    case .completions: status = CompletionsCommand.run(arguments, &console)
    case .manual:
      console.print(ManualPage.text(in: console.language, version: Tool.version))
      status = .clean
    case .lsp: status = LSPCommand.run(arguments, console.language)
    case .validate: return .ended(ValidateCommand.run(arguments, console))
    case .config: status = ConfigCommand.run(arguments, workspace, &console)
    case .`init`: status = InitCommand.run(arguments, &console)
    }
    return .ended(console.finish(status))
  }
}

/// How the program ends.
enum ExitStatus: Int32 {
  /// Nothing at or above the wanted severity is left.
  case clean = 0
  /// Something is.
  case findings = 1
  /// The command could not do its work.
  case failure = 2
}
