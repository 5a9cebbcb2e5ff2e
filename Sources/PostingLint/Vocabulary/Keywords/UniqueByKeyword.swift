import DataTree
import SourceText

extension PostingVocabulary.Keyword {
  /// `uniqueBy: KEY`: no two items of a list have the same value under the key.
  static let uniqueBy = Self("uniqueBy", metaschema: #"{"type": "string", "minLength": 1}"#) { value, schema, _ in
    let key = schema.text(of: value)
    return { node, tree in
      guard tree[node].kind == .sequence else { return [] }
      var first: [[UInt8]: NodeID] = [:]
      var problems: [ValueProblem] = []
      for item in tree.children(of: node) {
        guard let own = tree.value(of: key, in: item), tree[tree.resolved(own)].kind == .scalar else { continue }
        let text = tree.utf8(of: own)
        guard let earlier = first[text] else {
          first[text] = own
          continue
        }
        let shown = Quoted.text(text)
        problems.append(
          ValueProblem(
            rule: SchemaRule.self, node: own, range: tree.range(of: own),
            message: Message(
              fr:
                "«\u{A0}\(shown)\u{A0}» est déjà le «\u{A0}\(key)\u{A0}» d’un autre élément\u{A0}: chacun doit avoir le sien",
              en: "“\(shown)” is already the “\(key)” of another item: each must have its own"),
            notes: [
              Diagnostic.Note(tree.range(of: earlier), Message(fr: "la première fois", en: "the first time"))
            ]))
      }
      return problems
    }
  }
}
