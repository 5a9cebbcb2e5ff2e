import DataTree
import SourceText

/// Reads the collections of TinaCMS (tina.io/docs/schema) where they are plain JSON, as in `tina-lock.json`.
enum TinaForm {
  /// The group that holds the collections: the file's root or its `schema`; `nil` for another program's file.
  static func schema(_ root: NodeID, _ view: FormView) -> NodeID? {
    let schema = view.value("schema", root) ?? root
    let isTina = (view.items("collections", schema) ?? []).contains { node in
      view.text("path", node) != nil && view.value("folder", node) == nil && view.value("files", node) == nil
    }
    return isTina ? schema : nil
  }

  static func collections(_ schema: NodeID, _ view: inout FormView) -> [(name: [UInt8], node: NodeID)] {
    (view.items("collections", schema) ?? []).compactMap { node in view.text("name", node).map { ($0, node) } }
  }

  static func fields(_ node: NodeID, _ view: inout FormView) throws(ContentModelError) -> [ContentField] {
    let items = try view.neededItems("fields", node)
    return try fields(items.filter { view.flag("isBody", $0) != true }, &view, depth: 0)
  }

  private static func fields(
    _ items: [NodeID], _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> [ContentField] {
    var result: [ContentField] = []
    for item in items { result.append(try field(item, &view, depth: depth)) }
    return result
  }

  private static func field(
    _ node: NodeID, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> ContentField {
    let name = try view.name(node, depth: depth)
    var field = ContentField(name: view.text("nameOverride", node) ?? name, range: view.range(node))
    field.isRequired = view.flag("required", node) ?? false
    field.description = view.text("description", node) ?? view.text("label", node)
    field.isList = view.flag("list", node) ?? false
    guard let type = view.text("type", node) else { throw .missing("type", view.range(node)) }
    switch String(decoding: type, as: UTF8.self) {
    case "string", "rich-text", "image": field.kind = .text
    case "boolean": field.kind = .boolean
    case "number": field.kind = .number
    case "datetime": field.kind = .timestamp
    case "object":
      if let items = view.items("fields", node) {
        field.kind = .group(try fields(items, &view, depth: depth + 1))
      } else {
        var variants: [(name: [UInt8], fields: [ContentField])] = []
        for template in view.items("templates", node) ?? [] {
          let name = try view.name(template, depth: depth + 1)
          variants.append((name, try fields(view.items("fields", template) ?? [], &view, depth: depth + 2)))
        }
        if variants.isEmpty { throw .missing("fields", view.range(node)) }
        field.kind = .variants(key: Array("_template".utf8), variants)
      }
    case "reference":
      view.remark(
        field, fr: "le chemin d’un fichier d’une autre collection ne peut pas être dit",
        en: "the path of a file of another collection cannot be said")
    default:
      field.kind = .any
      view.remark(field, unknownKind: type)
    }
    if let options = view.items("options", node), !options.isEmpty {
      field.kind = .choice(view.choices(options, "value"))
    }
    return field
  }
}
