import DataTree
import JSONSchema

extension PostingVocabulary.Keyword {
  /// `webAddress: true`: a text that is a whole http or https address.
  static let webAddress = Self("webAddress", metaschema: #"{"type": "boolean"}"#) { value, schema, _ in
    guard schema.text(of: value) == "true" else { return nil }
    return { node, tree in
      guard tree[node].kind == .scalar, tree[node].isVerbatim, !tree.isEmptyValue(node),
        let address = WebAddress(tree.bytes, tree.content(of: node), isWeb: true)
      else { return [] }
      return [CustomFailure(address, at: node)]
    }
  }
}
