import DataTree
import SourceText

/// Reads the content types of Front Matter CMS (frontmatter.codes, "Content types" and "Fields").
enum FrontMatterForm {
  static func collections(_ root: NodeID, _ view: inout FormView) -> [(name: [UInt8], node: NodeID)] {
    (view.items("frontMatter.taxonomy.contentTypes", root) ?? []).compactMap { node in
      view.text("name", node).map { ($0, node) }
    }
  }

  static func fields(_ node: NodeID, _ root: NodeID, _ view: inout FormView) throws(ContentModelError) -> [ContentField]
  {
    let items = try view.neededItems("fields", node)
    return try fields(items, root, &view, depth: 0)
  }

  private static func fields(
    _ items: [NodeID], _ root: NodeID, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> [ContentField] {
    var result: [ContentField] = []
    for item in items {
      if view.has("type", item, "divider", "heading") { continue }
      // The fields of a collection of fields stand beside the others.
      if view.has("type", item, "fieldCollection"), depth < FormView.depthLimit {
        let group = group(view.text("fieldGroup", item), root, view)
        result += try fields(group.flatMap { view.items("fields", $0) } ?? [], root, &view, depth: depth + 1)
        continue
      }
      result.append(try field(item, root, &view, depth: depth))
    }
    return result
  }

  private static func group(_ id: [UInt8]?, _ root: NodeID, _ view: FormView) -> NodeID? {
    (view.items("frontMatter.taxonomy.fieldGroups", root) ?? []).first { view.text("id", $0) == id }
  }

  private static func field(
    _ node: NodeID, _ root: NodeID, _ view: inout FormView, depth: Int
  ) throws(ContentModelError) -> ContentField {
    var field = ContentField(name: try view.name(node, depth: depth), range: view.range(node))
    field.isRequired = view.flag("required", node) ?? false
    field.description = view.text("description", node) ?? view.text("title", node)
    field.initial = view.value("default", node).flatMap(view.scalar)
    if case .text(let text) = field.initial, text.starts(with: "{{".utf8) { field.initial = nil }
    let isMultiple = view.flag("multiple", node) ?? false
    guard let type = view.text("type", node) else { throw .missing("type", view.range(node)) }
    switch String(decoding: type, as: UTF8.self) {
    case "string", "slug": field.kind = .text
    case "number": field.kind = .number
    case "boolean": field.kind = .boolean
    case "datetime": setDate(node, &field, &view)
    case "image", "file":
      field.kind = .text
      field.isList = isMultiple
    case "choice":
      field.kind = .choice(view.choices(view.items("choices", node) ?? [], "id", "title"))
      field.isList = isMultiple
    case "draft":
      let draft = view.value("frontMatter.content.draftField", root)
      if let draft, view.has("type", draft, "choice") {
        field.kind = .choice(view.choices(view.items("choices", draft) ?? []))
      } else {
        field.kind = .boolean
      }
    case "tags", "categories", "taxonomy", "list": field.isList = true
    case "fields": field.kind = .group(try fields(view.items("fields", node) ?? [], root, &view, depth: depth + 1))
    case "block":
      field.isList = true
      field.kind = .any
      view.remark(field, fr: "les blocs ne peuvent pas être dits", en: "blocks cannot be said")
    default:
      field.kind = .any
      view.remark(field, unknownKind: type)
    }
    return field
  }

  /// A date is stored as ISO 8601 says where no format is named.
  private static func setDate(_ node: NodeID, _ field: inout ContentField, _ view: inout FormView) {
    guard let format = view.text("dateFormat", node) else {
      field.kind = .timestamp
      return
    }
    if format == Array("yyyy-MM-dd".utf8) {
      field.kind = .date
    } else if format.starts(with: "yyyy-MM-dd".utf8) {
      field.kind = .timestamp
    } else {
      view.remarkDate(field)
    }
  }
}
