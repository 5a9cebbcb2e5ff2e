import DataTree
import JSON

/// A value of a JSON text, to be asked for what is expected in it.
struct JSONView {
  let tree: DataTree
  let node: NodeID

  /// The value at the root of a JSON text; `nil` for what is no JSON.
  init?(_ bytes: [UInt8]) {
    guard let tree = try? JSONParser.parse(bytes), let root = tree.root else { return nil }
    self.tree = tree
    node = root
  }

  private init(_ tree: DataTree, _ node: NodeID) {
    self.tree = tree
    self.node = node
  }

  private var type: ValueType { tree[node].type }

  /// Whether this is an object.
  var isObject: Bool { type == .mapping }

  /// Whether this is an array.
  var isArray: Bool { type == .sequence }

  /// The member of an object; `nil` where there is none, and where it is null.
  subscript(key: String) -> JSONView? {
    guard type == .mapping, let value = tree.value(of: key, in: node), tree[value].type != .null else { return nil }
    return JSONView(tree, value)
  }

  /// Whether an object has a member, null or not.
  func has(_ key: String) -> Bool { type == .mapping && tree.value(of: key, in: node) != nil }

  /// The text of a string.
  var string: String? { type == .string ? tree.text(of: node) : nil }

  /// The bytes of a string.
  var utf8: [UInt8]? { type == .string ? tree.utf8(of: node) : nil }

  /// A whole number that fits.
  var integer: Int? { type == .integer ? Int(tree.text(of: node)) : nil }

  /// A truth value.
  var boolean: Bool? { type == .boolean ? tree.utf8(of: node).first == UInt8(ascii: "t") : nil }

  /// The items of an array.
  var items: [JSONView]? { type == .sequence ? tree.children(of: node).map { JSONView(tree, $0) } : nil }

  /// Whether an array holds a string.
  func contains(_ text: String) -> Bool {
    let expected = Array(text.utf8)
    return items?.contains { $0.utf8 == expected } ?? false
  }
}
