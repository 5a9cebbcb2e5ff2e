import DataTree
import SourceText

/// What a schema says of the keys at the top, for messages: no more than its root shows.
struct KeyGuide {
  /// The keys that it knows, in its order.
  private(set) var names: [String] = []
  /// The keys without which a file is wrong whatever else it holds.
  private(set) var required: Set<String> = []
  /// The keys that it asks for in some files, or recommends.
  private(set) var wanted: Set<String> = []

  init(_ schema: DataTree?) {
    guard let schema, let root = schema.root else { return }
    if let properties = schema.value(of: "properties", in: root) {
      names = schema.pairs(of: properties).map { schema.text(of: $0.key) }
    }
    required.formUnion(Self.required(root, schema))
    guard let parts = schema.value(of: "allOf", in: root) else { return }
    for part in schema.children(of: parts) {
      let own = Self.required(part, schema)
      if schema.value(of: "report", in: part) == nil { required.formUnion(own) } else { wanted.formUnion(own) }
      if let then = schema.value(of: "then", in: part) { wanted.formUnion(Self.required(then, schema)) }
    }
  }

  private static func required(_ schema: NodeID, _ tree: DataTree) -> [String] {
    tree.value(of: "required", in: schema).map { tree.children(of: $0).map { tree.text(of: $0) } } ?? []
  }

  /// What may stand after the colon of a key, to be shown; `nil` where only its author knows. Many files lack a key, so
  /// it is looked up alone.
  static func sample(_ name: String, in schema: DataTree?) -> String? {
    guard let schema, let root = schema.root, let properties = schema.value(of: "properties", in: root),
      let value = schema.value(of: name, in: properties), let type = schema.value(of: "type", in: value),
      schema.scalar(type, equals: Array("boolean".utf8))
    else { return nil }
    return "true"
  }
}
