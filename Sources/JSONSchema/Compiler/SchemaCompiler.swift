import DataTree
import SourceText

/// What is known of a place in a document where a schema stands.
struct SchemaPlace {
  let resource: Int
  let keywords: Int
}

/// What is known of one node of a document; -1 for what is not.
private struct SiteState {
  /// The resource and the keywords, by their places, where a schema stands.
  var resource: Int32 = -1
  var keywords: Int32 = -1
  /// The schema, once it is referred to.
  var schema: Int32 = -1
}

/// A schema with an address of its own, and the names in it.
struct SchemaResource {
  let address: [UInt8]
  let document: Int
  let root: NodeID
  let keywords: Int
  var anchors: [[UInt8]: NodeID] = [:]
  var dynamicAnchors: [[UInt8]: NodeID] = [:]
}

/// Compiles a schema and all that it refers to.
///
/// Documents are scanned when they are first needed (`SchemaScanner`): every schema in them is given its resource and
/// its keywords. Schemas are compiled when they are first referred to, from a work list, so that neither depth nor
/// circles of references matter.
final class SchemaCompiler {
  let options: SchemaOptions
  let resolver: (String) -> DataTree?
  var documents: [LoadedDocument] = []
  var resources: [SchemaResource] = []
  var dialectKeywords: [DialectKeywords] = []
  var errors: [SchemaError] = []
  var parts = CompiledParts()
  /// The place in `resources` of what an address means.
  private var addresses = NameMap<Int>()
  /// What is known of each node of each document.
  private var sites: [[SiteState]] = []
  private var worklist: [(id: SchemaID, site: SchemaSite)] = []
  private var dynamicAnchorIndex: [[UInt8]: Int32] = [:]
  /// The values of large mappings by their keys: references lead into the same few again and again.
  private var values: [SchemaSite: NameMap<NodeID>] = [:]
  /// Addresses that the resolver did not know.
  private var missing: Set<[UInt8]> = []

  init(options: SchemaOptions, resolver: @escaping (String) -> DataTree?) {
    self.options = options
    self.resolver = resolver
  }

  /// Compiles the first document of `tree`.
  func compile(_ tree: DataTree) throws(SchemaErrors) -> CompiledSchema {
    let address = URIReference(Array(options.baseURI.utf8)).withoutFragment
    guard let root = tree.root.map(tree.resolved) else {
      throw SchemaErrors(errors: [
        SchemaError(kind: .empty, document: options.baseURI, range: ByteRange(at: 0), pointer: "")
      ])
    }
    add(tree, at: address)
    let keywords = keywordsIndex(of: 0, root, inherited: addKeywords(DialectKeywords(options.defaultDialect)))
    if options.checksSchema { checkAgainstMetaschema(document: 0, root, keywords: keywords) }
    if !errors.isEmpty { throw SchemaErrors(errors: sortedErrors()) }
    SchemaScanner(compiler: self).scanDocument(0, keywords: keywords)
    let id = schema(document: 0, node: root)
    drain()
    reportEndlessReferences()
    if !errors.isEmpty { throw SchemaErrors(errors: sortedErrors()) }
    return CompiledSchema(parts, root: id, documents: documents, resources: resources.map(\.address))
  }

  private func sortedErrors() -> [SchemaError] {
    errors.enumerated().sorted {
      ($0.element.document == $1.element.document ? $0.element.range : ByteRange(at: 0), $0.offset)
        < ($0.element.document == $1.element.document ? $1.element.range : ByteRange(at: 0), $1.offset)
    }.map(\.element)
  }

  // MARK: Documents and their places

  /// Adds a document; yields its place in `documents`.
  @discardableResult
  private func add(_ tree: DataTree, at address: [UInt8]) -> Int {
    documents.append(LoadedDocument(tree: tree, address: address))
    sites.append([SiteState](repeating: SiteState(), count: tree.nodes.count))
    return documents.count - 1
  }

  /// The place in `resources` of the resource at an address.
  func resource(at address: [UInt8]) -> Int? { addresses[address] }

  /// Makes an address mean a resource, by its place in `resources`.
  func name(_ resource: Int, _ address: [UInt8]) { addresses.set(address, to: resource) }

  /// What holds at a node, or `nil` where no schema is known to stand.
  func place(document: Int, _ node: NodeID) -> SchemaPlace? {
    let state = sites[document][node.index]
    return state.resource < 0 ? nil : SchemaPlace(resource: Int(state.resource), keywords: Int(state.keywords))
  }

  /// Notes that a schema stands at a node.
  func setPlace(document: Int, _ node: NodeID, _ place: SchemaPlace) {
    sites[document][node.index].resource = Int32(clamping: place.resource)
    sites[document][node.index].keywords = Int32(clamping: place.keywords)
  }

  // MARK: Schemas

  /// The schema at `node`, to be compiled when its turn comes.
  func schema(document: Int, node: NodeID) -> SchemaID {
    let known = sites[document][node.index].schema
    if known >= 0 { return SchemaID(Int(known)) }
    let site = SchemaSite(document: document, node: node.index)
    let id = SchemaID(parts.schemas.count)
    parts.schemas.append(SchemaObject(site: site))
    sites[document][node.index].schema = id.index
    worklist.append((id, site))
    return id
  }

  func list(_ schemas: [SchemaID]) -> SchemaList {
    let start = parts.lists.count
    parts.lists += schemas
    return SchemaList(start: Int32(clamping: start), count: Int32(clamping: schemas.count))
  }

  private func drain() {
    while let (id, site) = worklist.popLast() {
      let document = Int(site.document)
      let node = NodeID(Int(site.node))
      guard let place = place(document: document, node) else { continue }
      let instructions = build(document: document, node: node, place: place)
      parts.schemas[Int(id.index)].start = Int32(clamping: parts.instructions.count)
      parts.schemas[Int(id.index)].count = Int32(clamping: instructions.count)
      if case .type(let types)? = instructions.first?.check { parts.schemas[Int(id.index)].types = types }
      parts.schemas[Int(id.index)].resource = Int32(clamping: place.resource)
      parts.schemas[Int(id.index)].marksContained = dialectKeywords[place.keywords].dialect == .draft202012
      parts.instructions += instructions
    }
  }

  private func build(document: Int, node: NodeID, place: SchemaPlace) -> [Instruction] {
    let tree = documents[document].tree
    switch tree[node].type {
    case .boolean:
      let isFalse = tree.scalar(node, equals: Array("false".utf8))
      return isFalse ? [Instruction(check: .never, keyword: Int32(clamping: node.index))] : []
    case .mapping: break
    default: return []
    }
    var builder = SchemaBuilder(compiler: self, document: document, node: node, place: place)
    let referenceOnly = builder.keywords.dialect == .draft07 && tree.value(of: "$ref", in: node) != nil
    for pair in tree.pairs(of: node) {
      let name = tree.utf8(of: pair.key)
      if referenceOnly, !name.elementsEqual("$ref".utf8) { continue }
      let site = KeywordSite(key: pair.key, value: pair.value)
      if let keyword = keyword(name, in: builder.keywords) {
        keyword.compile?(&builder, site)
      } else if let custom = options.customKeywords.first(where: { name.elementsEqual($0.name.utf8) }),
        builder.keywords.customs?.contains(Array(custom.vocabulary.utf8)) ?? true
      {
        compileCustom(custom, site, &builder)
      }
    }
    let ordered = builder.instructions.enumerated().sorted {
      ($0.element.check.rank, $0.offset) < ($1.element.check.rank, $1.offset)
    }
    return ordered.map(\.element)
  }

  private func compileCustom(_ custom: CustomKeyword, _ site: KeywordSite, _ builder: inout SchemaBuilder) {
    guard let check = custom.compile(builder.tree, site.value) else { return }
    parts.customs.append(CompiledCustom(name: custom.name, check: check))
    builder.add(.custom(Int32(clamping: parts.customs.count - 1)), site)
  }

  /// The keyword `name` where `keywords` holds.
  func keyword(_ name: [UInt8], in keywords: DialectKeywords) -> Keyword? {
    guard let keyword = KeywordTable.named(name, in: keywords.dialect),
      keywords.vocabularies.contains(keyword.vocabulary)
    else { return nil }
    return keyword
  }

  // MARK: References

  /// The schema that `reference` leads to from inside `resource`.
  func resolve(_ reference: [UInt8], from resource: Int, document: Int, node: NodeID) -> (
    id: SchemaID, anchor: [UInt8]?
  )? {
    let base = URIReference(resources[resource].address)
    let target = URIReference(reference).resolved(against: base)
    let address = target.withoutFragment
    guard let found = self.resource(at: address) ?? load(address, from: resource) else {
      report(.unresolvedReference(String(decoding: reference, as: UTF8.self)), document: document, node: node)
      return nil
    }
    let fragment = PercentCoding.decoded(target.fragment ?? [])
    let owner = resources[found]
    if let tokens = JSONPointer.tokens(fragment) {
      guard let goal = follow(tokens, in: owner) else {
        report(.unresolvedReference(String(decoding: reference, as: UTF8.self)), document: document, node: node)
        return nil
      }
      let type = documents[owner.document].tree[goal].type
      guard type == .mapping || type == .boolean else {
        report(.notASchema(String(decoding: reference, as: UTF8.self)), document: document, node: node)
        return nil
      }
      return (schema(document: owner.document, node: goal), nil)
    }
    if let goal = owner.dynamicAnchors[fragment] {
      return (schema(document: owner.document, node: goal), fragment)
    }
    if let goal = owner.anchors[fragment] { return (schema(document: owner.document, node: goal), nil) }
    report(.unresolvedReference(String(decoding: reference, as: UTF8.self)), document: document, node: node)
    return nil
  }

  /// The node that a pointer leads to; where that is no place for a schema, it becomes one.
  private func follow(_ tokens: [[UInt8]], in owner: SchemaResource) -> NodeID? {
    let tree = documents[owner.document].tree
    var node = tree.resolved(owner.root)
    var place = SchemaPlace(resource: self.resource(at: owner.address) ?? 0, keywords: owner.keywords)
    for token in tokens {
      var next: NodeID?
      switch tree[node].kind {
      case .mapping:
        next = value(of: token, in: node, owner.document)
      case .sequence:
        if let index = JSONPointer.index(token) {
          next = tree.children(of: node).enumerated().first { $0.offset == index }?.element
        }
      default: break
      }
      guard let next else { return nil }
      node = tree.resolved(next)
      if let known = self.place(document: owner.document, node) { place = known }
    }
    if self.place(document: owner.document, node) == nil {
      SchemaScanner(compiler: self).scan(document: owner.document, node, place: place)
    }
    return node
  }

  /// The value of the last key of a mapping that is `name`.
  private func value(of name: [UInt8], in mapping: NodeID, _ document: Int) -> NodeID? {
    let tree = documents[document].tree
    guard tree[mapping].count > 16 else {
      var found: NodeID?
      for pair in tree.pairs(of: mapping) where tree.scalar(pair.key, equals: name) { found = pair.value }
      return found
    }
    let site = SchemaSite(document: document, node: mapping.index)
    if let known = values[site] { return known[name] }
    var all = NameMap<NodeID>()
    for pair in tree.pairs(of: mapping) where tree[tree.resolved(pair.key)].kind == .scalar {
      all.set(tree.utf8(of: pair.key), to: pair.value)
    }
    values[site] = all
    return all[name]
  }

  /// Reads the document at `address`; its schemas without `$schema` follow the one that asks.
  private func load(_ address: [UInt8], from resource: Int) -> Int? {
    guard !address.isEmpty, !missing.contains(address) else { return nil }
    let text = String(decoding: address, as: UTF8.self)
    let standard = Metaschema.document(at: address)
    guard let tree = standard ?? resolver(text), let root = tree.root.map(tree.resolved) else {
      missing.insert(address)
      return nil
    }
    let document = add(tree, at: address)
    let keywords = keywordsIndex(of: document, root, inherited: resources[resource].keywords)
    if options.checksSchema, standard == nil { checkAgainstMetaschema(document: document, root, keywords: keywords) }
    SchemaScanner(compiler: self).scanDocument(document, keywords: keywords)
    return self.resource(at: address)
  }

  /// The place of the dynamic anchor `name` in `CompiledSchema.dynamicAnchors`.
  func dynamicAnchor(_ name: [UInt8]) -> Int32 {
    if let known = dynamicAnchorIndex[name] { return known }
    let index = Int32(clamping: parts.dynamicAnchors.count)
    var schemas: [Int32: SchemaID] = [:]
    parts.dynamicAnchors.append(DynamicAnchor(schemas: [:]))
    dynamicAnchorIndex[name] = index
    for (place, resource) in resources.enumerated() {
      guard let node = resource.dynamicAnchors[name] else { continue }
      schemas[Int32(clamping: place)] = schema(document: resource.document, node: node)
    }
    parts.dynamicAnchors[Int(index)].schemas = schemas
    return index
  }

  /// Notes a dynamic anchor that a later document brings.
  func noteDynamicAnchor(_ name: [UInt8], resource: Int, document: Int, node: NodeID) {
    guard let index = dynamicAnchorIndex[name] else { return }
    parts.dynamicAnchors[Int(index)].schemas[Int32(clamping: resource)] = schema(document: document, node: node)
  }

  // MARK: Errors

  func report(_ kind: SchemaErrorKind, document: Int, node: NodeID) {
    let tree = documents[document].tree
    errors.append(
      SchemaError(
        kind: kind, document: String(decoding: documents[document].address, as: UTF8.self), range: tree.range(of: node),
        pointer: tree.pointer(to: node)))
  }
}
