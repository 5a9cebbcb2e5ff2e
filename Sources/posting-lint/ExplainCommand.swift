import Arguments
import Files
import PostingLint
import SourceText

/// Says what a rule wants and why, or lists the rules.
enum ExplainCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    let output = arguments.outputs.last
    let isJSON = output?.format == "json"
    guard let name = arguments.operands.first?.display else {
      let rules = RuleRegistry.all.map { $0.info }
      let text = isJSON ? RuleManual.json(rules, console.language) : RuleManual.list(console.language)
      return print(Array(text.utf8), output?.file, &console)
    }
    guard let info = RuleRegistry.info(name) else {
      console.complain(UsageError.unknownRule(SourcePath(name), suggestion: RuleRegistry.nearest(name)).message)
      return .failure
    }
    let page = isJSON ? RuleManual.json([info], console.language) : RuleManual.page(info, console.language)
    let usesColor =
      !isJSON && output?.file == nil
      && Surroundings.ofProcess.colors(option: arguments.word(.color), isTerminal: Terminal.isStandardOutput)
    return print(usesColor ? ManualColors.painted(page) : Array(page.utf8), output?.file, &console)
  }

  private static func print(_ text: [UInt8], _ file: SourcePath?, _ console: inout Console) -> ExitStatus {
    do {
      try console.print(text, to: file)
      return .clean
    } catch {
      console.complain(error.message)
      return .failure
    }
  }
}
