package import DataTree
package import SourceText

/// The forms of a content manager's configuration, of which one gives a schema.
package struct ContentModel: Sendable {
  /// The content managers, and Hugo's archetypes.
  package enum Form: Sendable {
    case decap
    case frontMatterCMS
    case pagesCMS
    case tina
    case hugoArchetype

    /// The name for people.
    package var title: String {
      switch self {
      case .decap: "Decap CMS"
      case .frontMatterCMS: "Front Matter CMS"
      case .pagesCMS: "Pages CMS"
      case .tina: "TinaCMS"
      case .hugoArchetype: "Hugo"
      }
    }
  }

  /// Whose configuration it is.
  package let form: Form
  private let tree: DataTree
  private let root: NodeID
  private let collections: [(name: [UInt8], node: NodeID)]

  /// Reads a configuration; `isPage` tells that the values are the front matter of a page, as in an archetype.
  package init(_ tree: DataTree, isPage: Bool) throws(ContentModelError) {
    guard let root = tree.root, tree.type(of: root) == .mapping else { throw .unknownForm }
    var view = FormView(tree)
    self.tree = tree
    self.root = root
    if isPage {
      form = .hugoArchetype
      collections = [([], root)]
    } else if view.value("frontMatter.taxonomy.contentTypes", root) != nil {
      form = .frontMatterCMS
      collections = FrontMatterForm.collections(root, &view)
    } else if let list = view.items("content", root) {
      form = .pagesCMS
      collections = PagesForm.collections(list, &view)
    } else if let schema = TinaForm.schema(root, view) {
      form = .tina
      collections = TinaForm.collections(schema, &view)
    } else if view.value("collections", root) != nil {
      form = .decap
      collections = DecapForm.collections(root, &view)
    } else {
      throw .unknownForm
    }
    if collections.isEmpty { throw .missing("name", tree.range(of: root)) }
  }

  /// The names of the collections, in the order of the file.
  package var names: [String] { collections.map { String(decoding: $0.name, as: UTF8.self) } }

  /// The schema of a collection, of the only one for `nil`, and what it cannot say.
  package func draft(
    of name: String?, comments: [Message]
  ) throws(ContentModelError) -> (draft: SchemaDraft, remarks: [ContentRemark]) {
    let node: NodeID
    if let name {
      guard let found = collections.first(where: { $0.name == Array(name.utf8) }) else {
        throw .noCollection(name, names)
      }
      node = found.node
    } else {
      guard let only = collections.first, collections.count == 1 else { throw .severalCollections(names) }
      node = only.node
    }
    var view = FormView(tree)
    let fields: [ContentField] =
      switch form {
      case .decap: try DecapForm.fields(node, root, &view)
      case .frontMatterCMS: try FrontMatterForm.fields(node, root, &view)
      case .pagesCMS: try PagesForm.fields(node, root, &view)
      case .tina: try TinaForm.fields(node, &view)
      case .hugoArchetype: try HugoArchetype.fields(node, &view)
      }
    var composer = FieldComposer(view)
    let members = composer.group(fields)
    return (
      SchemaDraft(
        comments: comments,
        [
          SchemaDraft.Member("$schema", .word(SchemaDraft.dialect)),
          SchemaDraft.Member("assertFormat", .bool(true)),
        ] + members),
      composer.view.remarks
    )
  }
}
