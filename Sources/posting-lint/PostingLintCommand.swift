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
  /// How far one thread comes with a command line.
  enum Outcome {
    /// To its end.
    case ended(ExitStatus)
    /// To work that is worth sharing between threads.
    case unfinished(LintCommand, FileQueue)
  }

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
    case .unfinished(let command, let queue):
      // Not `async`: for one file, the runtime of tasks would take longer to start than the linter needs.
      Task.detached { exit(await command.run(queue).rawValue) }
      while true { _ = pause() }
    }
  }

  private static func run(_ arguments: [[UInt8]]) -> Outcome {
    let language = ArgumentParser.language(in: arguments) ?? Surroundings.ofProcess.language
    var console = Console(language: language)
    do throws(UsageError) {
      switch try ArgumentParser.parse(arguments, isPosting: isPosting) {
      case .version: console.print("\(Tool.name) \(Tool.version)\n")
      case .help(let command): console.print(Help.text(for: command, in: language))
      case .run(let parsed):
        try checkCommand(parsed)
        let request = try LintRequest(parsed)
        var workspace: Workspace
        do throws(Git.Failure) {
          var overrides = request.overrides
          if let reference = request.settingsReference { overrides.files = try SettingsFiles(reference.bytes) }
          workspace = Workspace(overrides, systemDay: SystemDay.today)
        } catch {
          console.complain(error.message)
          if parsed.command == .lint || parsed.command == .validate { request.report(nil, error.message, &console) }
          return .ended(console.finish(.failure))
        }
        if request.languages.isEmpty, let language = configuredLanguage(parsed.command, request, &workspace) {
          console = Console(language: language)
        }
        return run(parsed, request, workspace, console)
      }
    } catch {
      console.complain(error.message)
      return .ended(console.finish(.failure))
    }
    return .ended(console.finish(.clean))
  }

  /// Whether a word is the name of a Markdown file that exists.
  private static func isPosting(_ word: [UInt8]) -> Bool {
    FileFinder.isMarkdown(word) && FolderListing.exists(SourcePath(bytes: word))
  }

  /// Refuses a word that stands where a command may, that is no file, and that is nearly the name of a command.
  private static func checkCommand(_ arguments: ParsedArguments) throws(UsageError) {
    guard arguments.command == .lint, let word = arguments.operands.first,
      word.bytes.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }), !FolderListing.exists(word),
      let command = ArgumentParser.suggestion(for: word)
    else { return }
    throw .unknownCommand(word, suggestion: command)
  }

  /// The language that the configuration asks for, for the commands that heed one.
  private static func configuredLanguage(
    _ command: CommandName, _ request: LintRequest, _ workspace: inout Workspace
  ) -> Language? {
    switch command {
    case .lint, .config, .infer, .validate:
      let name = request.standardInputName ?? request.paths.first { $0 != SourcePath("-") }
      return workspace.language(for: name ?? SourcePath("."))
    case .explain, .schema, .inspect, .lsp, .`init`, .completions, .manual: return nil
    }
  }

  private static func run(
    _ arguments: ParsedArguments, _ request: LintRequest, _ workspace: Workspace, _ console: consuming Console
  ) -> Outcome {
    var console = console
    let status: ExitStatus
    switch arguments.command {
    case .lint: return LintCommand(request, workspace, console).run()
    case .explain: status = ExplainCommand.run(arguments, &console)
    case .inspect: status = InspectCommand.run(arguments, &console)
    case .completions: status = CompletionsCommand.run(arguments, &console)
    case .manual:
      console.print(ManualPage.text(in: console.language, version: Tool.version))
      status = .clean
    case .lsp: status = LSPCommand.run(request, console.language)
    case .validate: return .ended(ValidateCommand.run(request, workspace, console))
    case .infer: return .ended(InferCommand.run(arguments, request, workspace, console))
    case .schema: return .ended(SchemaCommand.run(arguments, console))
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
