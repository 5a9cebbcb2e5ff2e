import DataTree

extension PostingVocabulary.Keyword {
  /// `reference: {list: NAME, folder: PATH, prefix: TEXT}`: a text that is an id of a list, or the name of a file of a
  /// folder without its extension, after the prefix where there is one. Where the list is not known and the folder is
  /// not there, only the prefix is checked.
  static let reference = Self(
    "reference",
    metaschema: """
      {"type": "object", "required": ["list"], "additionalProperties": false,
       "properties": {"list": {"type": "string"}, "folder": {"type": "string"}, "prefix": {"type": "string"}}}
      """
  ) { value, schema, options in
    let name = schema.value(of: "list", in: value).map { schema.text(of: $0) } ?? ""
    let list = options.references[name]
    let prefix = schema.value(of: "prefix", in: value).map { schema.utf8(of: $0) } ?? []
    if list == nil, prefix.isEmpty { return nil }
    let wanted = list.map { list in
      prefix.isEmpty ? list : ReferenceList(ids: list.ids.map { prefix + $0 }, origin: list.origin)
    }
    return { node, tree in
      guard tree[node].kind == .scalar, tree.type(of: node) == .string, !tree.isEmptyValue(node)
      else { return [] }
      let problem =
        UnknownReference.problem(of: node, in: tree, prefix: prefix, list: wanted)
        ?? wanted.flatMap { UnknownReference.problem(of: node, in: tree, list: $0) }
      return problem.map { [$0] } ?? []
    }
  }
}
