import DataTree
import JSONSchema
import SourceText

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
      guard tree[node].kind == .scalar, tree.type(of: node) == .string, !tree.isEmptyValue(node) else { return [] }
      let text = tree.utf8(of: node)
      if !text.starts(with: prefix) {
        let isKnown = wanted?.contains(prefix + text) ?? false
        return [CustomFailure(ReferenceFailure.noPrefix(prefix, isKnownWithIt: isKnown), at: node)]
      }
      return wanted.flatMap { ReferenceFailure(of: text, in: $0) }.map { [CustomFailure($0, at: node)] } ?? []
    }
  }
}

/// Why a text names nothing.
enum ReferenceFailure: Hashable, Sendable {
  /// It does not begin with what it must begin with; with that, it may be known.
  case noPrefix([UInt8], isKnownWithIt: Bool)
  /// It is not in the list that comes from `origin`; with the id nearest to it, and whether only that one is so near.
  case unknown(origin: String, nearest: [UInt8]?, isUnique: Bool)

  /// Looks for a text in a list; `nil` where it is there, or empty.
  init?(of text: [UInt8], in list: ReferenceList) {
    guard !text.isEmpty, !list.contains(text) else { return nil }
    let match = EditDistance.nearest(to: text, among: list.ids)
    self = .unknown(
      origin: list.origin, nearest: match.map { list.ids[$0.index] }, isUnique: match?.isUnique ?? false)
  }
}
