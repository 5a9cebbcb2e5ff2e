import DataTree

extension PostingVocabulary.Keyword {
  /// `addressList: {accepts: [email, member], members: {list: NAME, folder: PATH}}`: one or several e-mail addresses, or
  /// ids of members, in a text or a list of texts.
  static let addressList = Self(
    "addressList",
    metaschema: """
      {"type": "object", "required": ["accepts"], "additionalProperties": false,
       "properties": {
         "accepts": {"type": "array", "items": {"enum": ["email", "member"]}, "minItems": 1},
         "members": {"type": "object", "required": ["list"], "additionalProperties": false,
                     "properties": {"list": {"type": "string"}, "folder": {"type": "string"}}}}}
      """
  ) { value, schema, options in
    let accepts =
      schema.value(of: "accepts", in: value).map { schema.children(of: $0).map { schema.text(of: $0) } } ?? []
    let list = schema.value(of: "members", in: value).flatMap { schema.value(of: "list", in: $0) }
    let accepted = MalformedContact.Accepted(
      email: accepts.contains("email"), member: accepts.contains("member"),
      members: list.flatMap { options.references[schema.text(of: $0)] })
    return { node, tree in
      switch tree[node].kind {
      case .scalar: MalformedContact.problems(of: node, in: tree, accepted)
      case .sequence:
        tree.children(of: node).flatMap { MalformedContact.problems(of: tree.resolved($0), in: tree, accepted) }
      default: []
      }
    }
  }
}
