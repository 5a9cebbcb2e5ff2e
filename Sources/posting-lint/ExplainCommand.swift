import Arguments
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
    console.print(isJSON ? RuleManual.json([info], console.language) : RuleManual.page(info, console.language))
    return .clean
  }
}
