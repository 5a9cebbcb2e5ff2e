import Arguments
import Files
import PostingLint
import SourceText

/// Says what holds for a file, and where each setting came from.
enum ConfigCommand {
  static func run(_ arguments: ParsedArguments, _ workspace: Workspace, _ console: inout Console) -> ExitStatus {
    guard let path = arguments.operands.first else { return .failure }
    var workspace = workspace
    do {
      let report = try workspace.report(for: path)
      let output = arguments.outputs.last
      let text = output?.format == "json" ? report.json() : report.text(console.language)
      try console.print(Array(text.utf8), to: output?.file)
      return .clean
    } catch let error as ConfigurationError {
      console.note(error)
    } catch {
      if let error = error as? FileError { console.complain(error.message) }
    }
    return .failure
  }
}
