import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `existingFile: {folder: PATH}`: a text that is the path of a file of the folder, which is looked for from the page's
  /// folder upward; without `folder`, from the page's own folder. Web addresses are passed over.
  static let existingFile = Self(
    "existingFile",
    metaschema: """
      {"type": "object", "additionalProperties": false, "properties": {"folder": {"type": "string", "minLength": 1}}}
      """
  ) { value, schema, _ in
    let folder = schema.value(of: "folder", in: value).map { schema.utf8(of: $0) }
    return { node, tree in
      guard tree[node].kind == .scalar, tree.type(of: node) == .string, !tree.isEmptyValue(node) else { return [] }
      // Only who knows the page can tell whether the file is there.
      return [CustomFailure(NamedFile(name: tree.utf8(of: node), folder: folder), at: node)]
    }
  }

  /// `uniqueInFolder: {folder: PATH, keys: [KEY, …]}`: on an object, no other Markdown file of the folder, and of those
  /// below it, has the same value under one of the keys.
  static let uniqueInFolder = Self(
    "uniqueInFolder",
    metaschema: """
      {"type": "object", "required": ["folder", "keys"], "additionalProperties": false,
       "properties": {"folder": {"type": "string", "minLength": 1},
        "keys": {"type": "array", "items": {"type": "string"}, "minItems": 1}}}
      """
  ) { value, schema, _ in
    guard let folder = schema.value(of: "folder", in: value).map({ schema.utf8(of: $0) }),
      let keys = schema.value(of: "keys", in: value).map({ schema.children(of: $0).map { schema.text(of: $0) } })
    else { return nil }
    return { node, tree in
      guard tree[node].kind == .mapping else { return [] }
      return keys.compactMap { key in
        guard let own = tree.value(of: key, in: node), tree[tree.resolved(own)].kind == .scalar,
          !tree.isEmptyValue(own)
        else { return nil }
        return CustomFailure(ClaimedValue(key: key, value: tree.utf8(of: own), folder: folder), at: own)
      }
    }
  }
}

/// A file that a value names: whoever knows the page tells whether it is there.
struct NamedFile: Hashable, Sendable {
  /// The path in the value.
  let name: [UInt8]
  /// The folder that it starts from; `nil` for that of the page.
  let folder: [UInt8]?
}

/// A value that only one file of a folder may have: whoever knows the page tells whether another has it.
struct ClaimedValue: Hashable, Sendable {
  /// The key.
  let key: String
  /// Its value.
  let value: [UInt8]
  /// The folder.
  let folder: [UInt8]
}
