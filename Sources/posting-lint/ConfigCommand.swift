import Arguments
import Files
import PostingLint
import SourceText

/// Says what holds for a file, and where each setting came from.
enum ConfigCommand {
  static func run(_ arguments: ParsedArguments, _ workspace: Workspace, _ console: inout Console) -> ExitStatus {
    guard let path = arguments.operands.first else { return .failure }
    var workspace = workspace
    do throws(ConfigurationError) {
      let report = try workspace.report(for: path)
      let isJSON = arguments.outputs.first?.format == "json"
      console.print(isJSON ? report.json() : report.text(console.language))
      return .clean
    } catch {
      console.note(error)
      return .failure
    }
  }
}
