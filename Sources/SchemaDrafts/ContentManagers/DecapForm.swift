import DataTree
import SourceText

/// Reads the collections of Decap CMS (decapcms.org/docs/widgets, 2026-01), of Netlify CMS before it, and of Sveltia CMS,
/// which takes the same file.
enum DecapForm {
  /// The names of all collections; a file of a collection of files is `COLLECTION/FILE`.
  static func collections(_ root: NodeID, _ view: inout FormView) -> [(name: [UInt8], node: NodeID)] {
    var result: [(name: [UInt8], node: NodeID)] = []
    for collection in view.items("collections", root) ?? [] {
      guard let name = view.text("name", collection) else { continue }
      if let files = view.items("files", collection) {
        for file in files {
          if let inner = view.text("name", file) { result.append((name + [Byte.slash] + inner, file)) }
        }
      } else {
        result.append((name, collection))
      }
    }
    return result
  }

  /// The fields of a collection, that of the body left out.
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
    field.isRequired = view.flag("required", node) ?? true
    field.description = view.text("hint", node) ?? view.text("label", node)
    field.initial = view.value("default", node).flatMap(view.scalar)
    field.pattern = view.items("pattern", node)?.first.flatMap(view.text)
    let widget = view.text("widget", node) ?? Array("string".utf8)
    switch String(decoding: widget, as: UTF8.self) {
    case "string", "text", "markdown", "richtext", "color", "map", "uuid": field.kind = .text
    case "boolean": field.kind = .boolean
    case "image", "file":
      field.kind = .text
      field.isList = view.flag("multiple", node) ?? false
    case "number":
      field.kind =
        view.has("value_type", node, "int") || view.has("valueType", node, "int")
        ? .integer : view.has("value_type", node, "float") || view.has("valueType", node, "float") ? .number : .text
      field.bounds = (view.number("min", node), view.number("max", node))
      // The widget stores '' for a number that is cleared (decap-cms-widget-number 3.3).
      field.leavesEmptyText = true
    case "datetime", "date": setDate(node, &field, &view)
    case "select":
      field.kind = .choice(view.choices(view.items("options", node) ?? [], "value"))
      setMultiple(node, &field, view)
    case "relation":
      setRelation(node, root, &field, &view)
      setMultiple(node, &field, view)
    case "list":
      field.isList = true
      field.itemCounts = (view.count("min", node), view.count("max", node))
      if let items = view.items("fields", node) {
        field.kind = .group(try fields(items, root, &view, depth: depth + 1))
      } else if let types = view.items("types", node) {
        field.kind = try variants(types, node, root, &view, depth: depth)
      } else if let inner = view.value("field", node) {
        field.kind = .single(try Self.field(inner, root, &view, depth: depth + 1))
      }
    case "object":
      if let types = view.items("types", node) {
        field.kind = try variants(types, node, root, &view, depth: depth)
      } else {
        let items = try view.neededItems("fields", node)
        field.kind = .group(try fields(items, root, &view, depth: depth + 1))
      }
    case "hidden":
      field.kind = kind(of: field.initial)
      // Without a value to begin with, nothing is written.
      field.isRequired = field.isRequired && field.initial != nil
      if field.initial == nil {
        view.remark(field, fr: "champ caché sans valeur", en: "a hidden field without a value")
      }
    default:
      field.kind = .any
      view.remark(field, unknownKind: widget)
    }
    return field
  }

  private static func kind(of value: SchemaDraft.Value?) -> ContentField.Kind {
    switch value {
    case .text: .text
    case .bool: .boolean
    case .number, .decimal: .number
    case .list, .object, nil: .any
    }
  }

  private static func setMultiple(_ node: NodeID, _ field: inout ContentField, _ view: FormView) {
    guard view.flag("multiple", node) == true else { return }
    field.isList = true
    field.itemCounts = (view.count("min", node), view.count("max", node))
  }

  private static func variants(
    _ types: [NodeID], _ node: NodeID, _ root: NodeID, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> ContentField.Kind {
    let key = view.text("typeKey", node) ?? view.text("type_key", node) ?? Array("type".utf8)
    var result: [(name: [UInt8], fields: [ContentField])] = []
    for type in types {
      let name = try view.name(type, depth: depth + 1)
      result.append((name, try fields(view.items("fields", type) ?? [], root, &view, depth: depth + 2)))
    }
    return .variants(key: key, result)
  }

  /// A date is stored as ISO 8601 says where no format is named.
  private static func setDate(_ node: NodeID, _ field: inout ContentField, _ view: inout FormView) {
    let format = view.text("format", node)
    let (day, time) = (view.value("date_format", node), view.value("time_format", node))
    let dayText = day.flatMap { view.tree.type(of: $0) == .string ? view.text($0) : nil }
    let timeText = time.flatMap { view.tree.type(of: $0) == .string ? view.text($0) : nil }
    let iso = Array("YYYY-MM-DD".utf8)
    if format == iso || (format == nil && dayText == iso && timeText == nil) {
      field.kind = .date
    } else if (format ?? dayText ?? iso).starts(with: iso), timeText == nil || dayText != nil {
      field.kind = .timestamp
    } else {
      view.remarkDate(field)
    }
  }

  /// A relation can be said where it stores the name of a file of a folder.
  private static func setRelation(
    _ node: NodeID, _ root: NodeID, _ field: inout ContentField, _ view: inout FormView
  ) {
    let key = view.text("value_field", node) ?? view.text("valueField", node) ?? []
    let wanted = view.text("collection", node) ?? []
    let other = (view.items("collections", root) ?? []).first { view.text("name", $0) == wanted }
    if key == Array("slug".utf8) || key == Array("{{slug}}".utf8), let other, let folder = view.text("folder", other) {
      field.kind = .reference(list: wanted, folder: folder)
      return
    }
    field.kind = .any
    let (shown, list) = (String(decoding: key, as: UTF8.self), String(decoding: wanted, as: UTF8.self))
    view.remark(
      field, fr: "les valeurs de «\u{A0}\(shown)\u{A0}» dans «\u{A0}\(list)\u{A0}» ne peuvent pas être dites",
      en: "the values of “\(shown)” in “\(list)” cannot be said")
  }
}
