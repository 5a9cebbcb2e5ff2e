import DataTree
import SourceText

/// Reads the content of Pages CMS (pagescms.org/docs/configuration, 2.x).
enum PagesForm {
  /// The names of all entries, those of groups among them.
  static func collections(_ list: [NodeID], _ view: inout FormView, depth: Int = 0) -> [(name: [UInt8], node: NodeID)] {
    var result: [(name: [UInt8], node: NodeID)] = []
    for node in list {
      if view.has("type", node, "group"), depth < 4 {
        result += collections(view.items("items", node) ?? [], &view, depth: depth + 1)
      } else if let name = view.text("name", node) {
        result.append((name, node))
      }
    }
    return result
  }

  static func fields(_ node: NodeID, _ root: NodeID, _ view: inout FormView) throws(ContentModelError) -> [ContentField]
  {
    let items = try view.neededItems("fields", node)
    return try fields(items, root, &view, depth: 0).filter { $0.name != Array("body".utf8) }
  }

  private static func fields(
    _ items: [NodeID], _ root: NodeID, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> [ContentField] {
    var result: [ContentField] = []
    for item in items { result.append(try field(item, root, &view, depth: depth)) }
    return result
  }

  private static func field(
    _ node: NodeID, _ root: NodeID, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> ContentField {
    var field = ContentField(name: try view.name(node, depth: depth), range: view.range(node))
    // A component gives what the field itself does not say.
    let base =
      view.text("component", node).flatMap { name in
        view.value("components", root).flatMap { view.value(String(decoding: name, as: UTF8.self), $0) }
      } ?? node
    let options = view.value("options", node) ?? view.value("options", base) ?? node
    field.isRequired = view.flag("required", node) ?? view.flag("required", base) ?? false
    field.description = view.text("description", node) ?? view.text("label", node)
    field.initial = view.value("default", node).flatMap(view.scalar)
    field.pattern = view.text("pattern", node) ?? view.value("pattern", node).flatMap { view.text("regex", $0) }
    if let list = view.value("list", node), view.flag("list", node) != false {
      field.isList = true
      field.itemCounts = (view.count("min", list), view.count("max", list))
    }
    guard let type = view.text("type", node) ?? view.text("type", base) else {
      throw .missing("type", view.range(node))
    }
    switch String(decoding: type, as: UTF8.self) {
    case "string", "text", "rich-text", "code", "uuid": field.kind = .text
    case "boolean": field.kind = .boolean
    case "number":
      field.kind = .number
      field.bounds = (view.number("min", options), view.number("max", options))
    case "date":
      let hasTime = view.flag("time", options) ?? false
      let format = view.text("format", options)
      if let format, !format.starts(with: "yyyy-MM-dd".utf8) {
        view.remarkDate(field)
      } else {
        field.kind = hasTime || (format.map { $0.count > 10 } ?? false) ? .timestamp : .date
      }
    case "image", "file":
      field.kind = .text
      if view.flag("multiple", options) == true
        || view.value("multiple", options).map({ view.tree.type(of: $0) == .mapping }) == true
      {
        field.isList = true
      }
    case "select":
      field.kind = .choice(view.choices(view.items("values", options) ?? [], "value", "name"))
      if view.flag("multiple", options) == true {
        field.isList = true
        field.itemCounts = (view.count("min", options), view.count("max", options))
      }
    case "object":
      let inner = view.items("fields", node) ?? view.items("fields", base)
      guard let inner else { throw .missing("fields", view.range(node)) }
      field.kind = .group(try fields(inner, root, &view, depth: depth + 1))
    default:
      field.kind = .any
      if type == Array("reference".utf8) {
        if view.flag("multiple", options) == true { field.isList = true }
        view.remark(
          field, fr: "les entrées d’une autre collection ne peuvent pas être dites",
          en: "the entries of another collection cannot be said")
      } else {
        view.remark(field, unknownKind: type)
      }
    }
    return field
  }
}
