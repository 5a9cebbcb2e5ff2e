import DataTree
import SourceText

/// Walks a document once to find its schemas, their addresses (`$id`) and their names (`$anchor`, `$dynamicAnchor`).
///
/// Only places that the standard knows for schemas are entered: an `$id` inside `enum`, `const` or an unknown keyword is
/// plain data.
struct SchemaScanner {
  let compiler: SchemaCompiler

  /// Scans a whole document, whose root is a resource of the document's address.
  func scanDocument(_ document: Int, keywords: Int) {
    let tree = compiler.documents[document].tree
    guard let root = tree.root.map(tree.resolved) else { return }
    let address = compiler.documents[document].address
    let resource = addResource(address, document, root, keywords: keywords)
    scan(document: document, root, place: SchemaPlace(resource: resource, keywords: keywords))
    // Where the root has an address of its own, the one that it was found under means the same resource.
    if let place = compiler.place(document: document, root) { compiler.name(place.resource, address) }
  }

  /// Scans the schema at `start` and all below it.
  func scan(document: Int, _ start: NodeID, place: SchemaPlace) {
    let tree = compiler.documents[document].tree
    var pending = [(node: tree.resolved(start), place: place)]
    while let (node, outer) = pending.popLast() {
      guard compiler.place(document: document, node) == nil else { continue }
      guard tree[node].kind == .mapping else {
        compiler.setPlace(document: document, node, outer)
        continue
      }
      let place = identify(document: document, node, outer)
      compiler.setPlace(document: document, node, place)
      let dialect = compiler.dialectKeywords[place.keywords].dialect
      for pair in tree.pairs(of: node) {
        guard let keyword = KeywordTable.named(tree.utf8(of: pair.key), in: dialect) else { continue }
        for child in subschemas(of: pair.value, keyword.shape, in: tree) {
          pending.append((tree.resolved(child), place))
        }
      }
    }
  }

  private func subschemas(of value: NodeID, _ shape: ValueShape, in tree: DataTree) -> [NodeID] {
    let kind = tree[tree.resolved(value)].kind
    switch shape {
    case .schema: return [value]
    case .schemas: return kind == .sequence ? Array(tree.children(of: value)) : []
    case .schemaOrSchemas: return kind == .sequence ? Array(tree.children(of: value)) : [value]
    case .schemaMap, .patternMap: return tree.pairs(of: value).map(\.value)
    case .schemaOrNamesMap:
      return tree.pairs(of: value).map(\.value).filter { tree[tree.resolved($0)].kind != .sequence }
    default: return []
    }
  }

  /// Reads `$id`, `$schema` and the anchors of a schema object.
  private func identify(document: Int, _ node: NodeID, _ outer: SchemaPlace) -> SchemaPlace {
    let tree = compiler.documents[document].tree
    var place = outer
    if let value = tree.value(of: "$id", in: node), tree.type(of: value) == .string {
      let own =
        tree.value(of: "$schema", in: node) == nil
        ? outer.keywords : compiler.keywordsIndex(of: document, node, inherited: outer.keywords)
      let dialect = compiler.dialectKeywords[own].dialect
      // In draft-07 everything beside `$ref` is passed over.
      if dialect != .draft07 || tree.value(of: "$ref", in: node) == nil {
        place = enter(tree.utf8(of: value), document, node, outer, keywords: own, value)
      }
    }
    guard compiler.dialectKeywords[place.keywords].dialect != .draft07 else { return place }
    if let value = tree.value(of: "$anchor", in: node), tree.type(of: value) == .string {
      addAnchor(tree.utf8(of: value), node, isDynamic: false, place.resource, at: value)
    }
    if let value = tree.value(of: "$dynamicAnchor", in: node), tree.type(of: value) == .string {
      addAnchor(tree.utf8(of: value), node, isDynamic: true, place.resource, at: value)
    }
    return place
  }

  /// Opens the resource that an `$id` names; in draft-07 a fragment in it is an anchor.
  private func enter(
    _ id: [UInt8], _ document: Int, _ node: NodeID, _ outer: SchemaPlace, keywords: Int, _ value: NodeID
  ) -> SchemaPlace {
    let reference = URIReference(id)
    var place = SchemaPlace(resource: outer.resource, keywords: keywords)
    if !reference.withoutFragment.isEmpty {
      let base = URIReference(compiler.resources[outer.resource].address)
      let address = reference.resolved(against: base).withoutFragment
      let resource = addResource(address, document, node, keywords: keywords)
      place = SchemaPlace(resource: resource, keywords: keywords)
    }
    if let fragment = reference.fragment, !fragment.isEmpty, compiler.dialectKeywords[keywords].dialect == .draft07 {
      addAnchor(PercentCoding.decoded(fragment), node, isDynamic: false, place.resource, at: value)
    }
    return place
  }

  private func addResource(_ address: [UInt8], _ document: Int, _ node: NodeID, keywords: Int) -> Int {
    if let known = compiler.resource(at: address), compiler.resources[known].root == node,
      compiler.resources[known].document == document
    {
      return known
    }
    let index = compiler.resources.count
    compiler.resources.append(SchemaResource(address: address, document: document, root: node, keywords: keywords))
    if let known = compiler.resource(at: address) {
      if compiler.resources[known].document == document {
        compiler.report(.duplicateName(String(decoding: address, as: UTF8.self)), document: document, node: node)
      }
    } else {
      compiler.name(index, address)
    }
    return index
  }

  private func addAnchor(_ name: [UInt8], _ node: NodeID, isDynamic: Bool, _ resource: Int, at value: NodeID) {
    let document = compiler.resources[resource].document
    if isDynamic {
      compiler.resources[resource].dynamicAnchors[name] = node
      compiler.noteDynamicAnchor(name, resource: resource, document: document, node: node)
    } else {
      let known = compiler.resources[resource].anchors.updateValue(node, forKey: name)
      if let known, known != node {
        compiler.report(.duplicateName(String(decoding: name, as: UTF8.self)), document: document, node: value)
      }
    }
  }
}
