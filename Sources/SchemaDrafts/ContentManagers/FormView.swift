import DataTree
import SourceText

/// A configuration as its readers look at it; aliases are followed, and so the fields are counted.
struct FormView {
  let tree: DataTree
  private(set) var remarks: [ContentRemark] = []
  private var fieldsLeft = 5_000

  /// How deeply fields may be nested.
  static let depthLimit = 16

  init(_ tree: DataTree) { self.tree = tree }

  func value(_ key: String, _ node: NodeID) -> NodeID? {
    tree.type(of: node) == .mapping ? tree.value(of: key, in: node) : nil
  }

  /// The text of a scalar that is not null.
  func text(_ key: String, _ node: NodeID) -> [UInt8]? { value(key, node).flatMap(text) }

  func text(_ node: NodeID) -> [UInt8]? {
    switch tree.type(of: node) {
    case .string, .boolean, .integer, .float: tree.utf8(of: node)
    case .null, .sequence, .mapping: nil
    }
  }

  /// Whether a text is one of some words.
  func has(_ key: String, _ node: NodeID, _ words: String...) -> Bool {
    guard let text = text(key, node) else { return false }
    return words.contains { Array($0.utf8) == text }
  }

  /// The value of a key that is yes or no.
  func flag(_ key: String, _ node: NodeID) -> Bool? {
    guard let value = value(key, node), tree.type(of: value) == .boolean else { return nil }
    return tree.text(of: value).lowercased() == "true"
  }

  func items(_ key: String, _ node: NodeID) -> [NodeID]? {
    guard let value = value(key, node), tree.type(of: value) == .sequence else { return nil }
    return Array(tree.children(of: value))
  }

  /// The items under a key; throws where there are none.
  func neededItems(_ key: String, _ node: NodeID) throws(ContentModelError) -> [NodeID] {
    guard let items = items(key, node) else { throw .missing(key, range(node)) }
    return items
  }

  /// A whole number from 0 to a million.
  func count(_ key: String, _ node: NodeID) -> Int? {
    guard let value = value(key, node), tree.type(of: value) == .integer, let number = Int(tree.text(of: value)),
      (0...1_000_000).contains(number)
    else { return nil }
    return number
  }

  /// A number as JSON writes it.
  func number(_ key: String, _ node: NodeID) -> [UInt8]? {
    guard let value = value(key, node), [.integer, .float].contains(tree.type(of: value)) else { return nil }
    return JSONNumber.text(of: tree.utf8(of: value))
  }

  /// A scalar as a value of a schema.
  func scalar(_ node: NodeID) -> SchemaDraft.Value? {
    switch tree.type(of: node) {
    case .string: .text(tree.utf8(of: node))
    case .boolean: .bool(tree.text(of: node).lowercased() == "true")
    case .integer, .float: JSONNumber.text(of: tree.utf8(of: node)).map { .decimal($0) }
    case .null, .sequence, .mapping: nil
    }
  }

  /// The values of options: scalars, or groups whose value stands under one of some keys.
  func choices(_ nodes: [NodeID], _ keys: String...) -> [SchemaDraft.Value] {
    nodes.compactMap { node in
      scalar(node) ?? keys.lazy.compactMap { key in value(key, node).flatMap(scalar) }.first
    }
  }

  func range(_ node: NodeID) -> ByteRange { tree.range(of: node) }

  /// The name of a field; throws where it has none, and where there are too many.
  mutating func name(_ node: NodeID, depth: Int) throws(ContentModelError) -> [UInt8] {
    fieldsLeft -= 1
    guard fieldsLeft >= 0, depth < Self.depthLimit else { throw .tooManyFields(range(node)) }
    guard let name = text("name", node), !name.isEmpty else { throw .missing("name", range(node)) }
    return name
  }

  /// Lists what cannot be said of a field.
  mutating func remark(_ field: ContentField, fr: String, en: String) {
    let name = String(decoding: field.name, as: UTF8.self)
    let message = Message(fr: "«\u{A0}\(name)\u{A0}»\u{A0}: \(fr)", en: "“\(name)”: \(en)")
    remarks.append(ContentRemark(range: field.range, message: message))
  }

  /// Lists a date whose form a schema cannot say.
  mutating func remarkDate(_ field: ContentField) {
    remark(
      field, fr: "la forme de cette date ne peut pas être dite, tout texte est permis",
      en: "the form of this date cannot be said, any text is allowed")
  }

  /// Lists a field whose kind is not known.
  mutating func remark(_ field: ContentField, unknownKind kind: [UInt8]) {
    let kind = String(decoding: kind, as: UTF8.self)
    remark(
      field, fr: "le genre de champ \(kind) n’est pas connu, toute valeur est permise",
      en: "the kind of field \(kind) is not known, any value is allowed")
  }
}
