import YAML

extension PostingVocabulary.Keyword {
  /// `reference: {list: NAME, folder: PATH, prefix: TEXT}`: a text that is an id of a list, or the name of a file of a
  /// folder without its extension. Nothing is checked where the list is not known and the folder is not there.
  static let reference = Self(
    "reference",
    metaschema: """
      {"type": "object", "required": ["list"], "additionalProperties": false,
       "properties": {"list": {"type": "string"}, "folder": {"type": "string"}, "prefix": {"type": "string"}}}
      """
  ) { value, schema, options in
    guard let name = schema.value(of: "list", in: value), let list = options.references[schema.text(of: name)]
    else { return nil }
    let prefix = schema.value(of: "prefix", in: value).map { schema.utf8(of: $0) } ?? []
    let wanted =
      prefix.isEmpty ? list : ReferenceList(ids: list.ids.map { prefix + $0 }, origin: list.origin)
    return { node, tree in
      guard tree[node].kind == .scalar, tree.type(of: node) == .string, !EmptyValue.isEmpty(node, in: tree)
      else { return [] }
      return UnknownReference.problem(of: node, in: tree, list: wanted).map { [$0] } ?? []
    }
  }
}
