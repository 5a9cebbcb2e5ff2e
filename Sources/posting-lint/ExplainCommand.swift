import Arguments
import Files
import PostingLint
import SourceText

/// Says what a rule wants and why, or lists the rules.
enum ExplainCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    let isJSON = arguments.outputs.first?.format == "json"
    guard let name = arguments.operands.first?.display else {
      console.print(
        isJSON ? RuleManual.json(RuleRegistry.all.map { $0.info }, console.language) : RuleManual.list(console.language)
      )
      return .clean
    }
    guard let info = RuleRegistry.info(name) else {
      console.complain(UsageError.unknownRule(SourcePath(name), suggestion: RuleRegistry.nearest(name)).message)
      return .failure
    }
    guard !isJSON else {
      console.print(RuleManual.json([info], console.language))
      return .clean
    }
    let page = RuleManual.page(info, console.language)
    let usesColor = Surroundings.ofProcess.colors(
      option: arguments.word(.color), isTerminal: Terminal.isStandardOutput)
    console.print(usesColor ? ManualColors.painted(page) : Array(page.utf8))
    return .clean
  }
}
