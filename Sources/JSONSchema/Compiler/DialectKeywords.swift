import DataTree
import SourceText

/// What holds inside one schema resource: the edition, and which of its vocabularies are on.
struct DialectKeywords: Sendable, Hashable {
  var dialect: Dialect
  var vocabularies: [Vocabulary]
  var assertsFormat: Bool
  /// The vocabularies of the client's keywords that are on; `nil` for all of them.
  var customs: [[UInt8]]?

  /// All that `dialect` has.
  init(_ dialect: Dialect) {
    self.dialect = dialect
    vocabularies = Vocabulary.allCases
    assertsFormat = false
    customs = nil
  }
}

extension SchemaCompiler {
  /// The place of `keywords` in `dialectKeywords`.
  func addKeywords(_ keywords: DialectKeywords) -> Int {
    if let known = dialectKeywords.firstIndex(of: keywords) { return known }
    dialectKeywords.append(keywords)
    return dialectKeywords.count - 1
  }

  /// The keywords that the `$schema` of the schema at `node` asks for; `inherited` where there is none.
  func keywordsIndex(of document: Int, _ node: NodeID, inherited: Int) -> Int {
    let tree = documents[document].tree
    guard let value = tree.value(of: "$schema", in: node), tree.type(of: value) == .string else { return inherited }
    let address = URIReference(tree.utf8(of: value)).withoutFragment
    if let dialect = Self.dialect(at: address) { return addKeywords(DialectKeywords(dialect)) }
    guard let metaschema = metaschema(at: address), let root = metaschema.root else {
      report(.unknownMetaschema(tree.text(of: value)), document: document, node: value)
      return inherited
    }
    return addKeywords(keywords(metaschema, root, at: (document, value)))
  }

  /// The edition of a metaschema's address, whether it says `http` or `https`.
  static func dialect(at address: [UInt8]) -> Dialect? {
    func tail(_ text: some Sequence<UInt8>) -> some Sequence<UInt8> { text.drop { $0 != UInt8(ascii: ":") } }
    guard address.starts(with: "http".utf8) else { return nil }
    return Dialect.allCases.first { tail(address).elementsEqual(tail($0.metaschema.utf8)) }
  }

  /// The custom metaschema at `address`.
  func metaschema(at address: [UInt8]) -> DataTree? {
    resolver(String(decoding: address, as: UTF8.self))
  }

  /// What a custom metaschema switches on (2020-12 core, 8.1.2): without `$vocabulary`, all that its own edition has.
  private func keywords(_ metaschema: DataTree, _ root: NodeID, at site: (document: Int, value: NodeID))
    -> DialectKeywords
  {
    var keywords = DialectKeywords(options.defaultDialect)
    if let own = metaschema.value(of: "$schema", in: root),
      let dialect = Self.dialect(at: URIReference(metaschema.utf8(of: own)).withoutFragment)
    {
      keywords = DialectKeywords(dialect)
    }
    guard keywords.dialect != .draft07, let vocabularies = metaschema.value(of: "$vocabulary", in: root) else {
      return keywords
    }
    keywords.vocabularies = [.core]
    keywords.customs = []
    for pair in metaschema.pairs(of: vocabularies) {
      let address = metaschema.utf8(of: pair.key)
      if let known = Vocabulary.named(address) {
        keywords.vocabularies += known.vocabularies
        if known.assertsFormat { keywords.assertsFormat = true }
      } else if options.customKeywords.contains(where: { address.elementsEqual($0.vocabulary.utf8) }) {
        keywords.customs?.append(address)
      } else if metaschema.scalar(pair.value, equals: Array("true".utf8)) {
        report(.unknownVocabulary(String(decoding: address, as: UTF8.self)), document: site.document, node: site.value)
      }
    }
    return keywords
  }

  /// Validates a schema by its metaschema.
  func checkAgainstMetaschema(document: Int, _ root: NodeID, keywords: Int) {
    let tree = documents[document].tree
    let schema: CompiledSchema
    if let value = tree.value(of: "$schema", in: root), tree.type(of: value) == .string {
      let address = URIReference(tree.utf8(of: value)).withoutFragment
      if let dialect = Self.dialect(at: address) {
        schema = Metaschema.compiled(dialect, options.customKeywords)
      } else if let custom = metaschema(at: address) {
        var plain = SchemaOptions()
        plain.checksSchema = false
        plain.baseURI = String(decoding: address, as: UTF8.self)
        guard let compiled = try? SchemaCompiler(options: plain, resolver: resolver).compile(custom) else { return }
        schema = compiled
      } else {
        return
      }
    } else {
      schema = Metaschema.compiled(dialectKeywords[keywords].dialect, options.customKeywords)
    }
    for failure in Evaluator.failures(of: tree, root, schema, options: SchemaOptions()) {
      errors.append(
        SchemaError(
          kind: .malformed(failure), document: String(decoding: documents[document].address, as: UTF8.self),
          range: failure.range, pointer: failure.pointer))
    }
  }

  /// Reports references that lead back to where they stand without entering a part of the value.
  func reportEndlessReferences() {
    var state = [UInt8](repeating: 0, count: parts.schemas.count)
    for start in parts.schemas.indices where state[start] == 0 {
      var stack = [(schema: start, next: edges(from: start)[...])]
      state[start] = 1
      while let top = stack.last {
        guard let edge = top.next.first else {
          state[top.schema] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next = top.next.dropFirst()
        if state[edge.target] == 0 {
          state[edge.target] = 1
          stack.append((edge.target, edges(from: edge.target)[...]))
        } else if state[edge.target] == 1, let keyword = edge.keyword {
          let document = Int(parts.schemas[top.schema].site.document)
          let value = documents[document].tree.next(after: keyword)
          report(.endlessReference(documents[document].tree.text(of: value)), document: document, node: value)
        }
      }
    }
  }

  /// The schemas that are always applied to the same value as `schema`.
  private func edges(from schema: Int) -> [(target: Int, keyword: NodeID?)] {
    let object = parts.schemas[schema]
    var result: [(target: Int, keyword: NodeID?)] = []
    for instruction in parts.instructions[Int(object.start)..<Int(object.start + object.count)] {
      switch instruction.check {
      case .reference(let target): result.append((Int(target.index), NodeID(Int(instruction.keyword))))
      case .allOf(let list):
        for entry in parts.lists[Int(list.start)..<Int(list.start + list.count)] {
          result.append((Int(entry.index), NodeID(Int(instruction.keyword))))
        }
      default: break
      }
    }
    return result
  }
}
