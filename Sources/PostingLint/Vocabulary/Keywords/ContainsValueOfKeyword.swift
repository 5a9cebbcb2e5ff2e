import DataTree
import SourceText

extension PostingVocabulary.Keyword {
  /// `containsValueOf: {LIST: KEY, …}`: the list under the first key has the value of the second as one of its items.
  static let containsValueOf = Self(
    "containsValueOf", metaschema: #"{"type": "object", "additionalProperties": {"type": "string"}}"#
  ) { value, schema, _ in
    let pairs = schema.pairs(of: value).map { (list: schema.text(of: $0.key), key: schema.text(of: $0.value)) }
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return pairs.compactMap { pair in
        guard let list = tree.value(of: pair.list, in: node), tree.type(of: list) == .sequence,
          let own = tree.value(of: pair.key, in: node), tree[tree.resolved(own)].kind == .scalar
        else { return nil }
        let text = tree.utf8(of: own)
        guard !tree.children(of: list).contains(where: { tree.scalar($0, equals: text) }) else { return nil }
        let shown = Quoted.text(text)
        return ValueProblem(
          rule: SchemaRule.self, node: list, range: tree.range(of: list),
          message: Message(
            fr:
              "la liste «\u{A0}\(pair.list)\u{A0}» doit contenir la valeur de «\u{A0}\(pair.key)\u{A0}»\u{A0}: ajoutez «\u{A0}\(shown)\u{A0}»",
            en: "the list “\(pair.list)” must hold the value of “\(pair.key)”: add “\(shown)”"),
          notes: [Diagnostic.Note(tree.range(of: own), Message(fr: "la valeur", en: "the value"))])
      }
    }
  }
}
