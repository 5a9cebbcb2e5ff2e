import Arguments
import PostingLint
import SourceText

/// Says what a rule wants and why, or lists the rules.
enum ExplainCommand {
  static func run(_ arguments: ParsedArguments, _ console: inout Console) -> ExitStatus {
    let isJSON = arguments.outputs.first?.format == "json"
    guard let name = arguments.operands.first?.display else {
      console.print(isJSON ? RuleManual.json(RuleRegistry.all.map { $0.info }, console.language) : RuleManual.list(console.language))
      return .clean
    }
    guard let info = RuleRegistry.info(name) else {
      let near = RuleRegistry.nearest(name)
      console.complain(
        Message(
          fr: "il n’y a pas de règle « \(name) »" + (near.map { "\u{A0}: est-ce « \($0) »\u{A0}?" } ?? ""),
          en: "there is no rule “\(name)”" + (near.map { ": is it “\($0)”?" } ?? "")))
      return .failure
    }
    console.print(isJSON ? RuleManual.json([info], console.language) : RuleManual.page(info, console.language))
    return .clean
  }
}
