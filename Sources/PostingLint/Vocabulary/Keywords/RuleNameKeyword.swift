import DataTree
import SourceText

extension PostingVocabulary.Keyword {
  /// `ruleName: true`: a text that is the id of a rule of this program; for its own configuration.
  static let ruleName = Self("ruleName", metaschema: #"{"type": "boolean"}"#) { value, schema, options in
    guard schema.text(of: value) == "true", let rules = options.rules else { return nil }
    return { node, tree in
      let name = tree.text(of: node)
      guard tree[node].kind == .scalar, rules.info(name) == nil else { return [] }
      let shown = Quoted.text(name)
      let near = rules.nearest(name)
      return [
        ValueProblem(
          rule: UnknownValue.self, node: node, range: tree.range(of: node),
          message: Message(
            fr: "il n’y a pas de règle «\u{A0}\(shown)\u{A0}»"
              + (near.map { "\u{A0}: est-ce «\u{A0}\($0)\u{A0}»\u{A0}?" } ?? ""),
            en: "there is no rule “\(shown)”" + (near.map { ": is it “\($0)”?" } ?? "")),
          fix: near.flatMap { near in
            tree.replacingValue(of: node, with: Array(near.utf8)).map {
              Fix(Message(fr: "Écrire «\u{A0}\(near)\u{A0}»", en: "Write “\(near)”"), .unsafe, $0)
            }
          })
      ]
    }
  }
}
