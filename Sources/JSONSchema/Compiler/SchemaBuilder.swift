import DataTree
import Pattern
import SourceText

/// Gathers the keywords of one schema object; those that work together meet here before they become instructions.
struct SchemaBuilder {
  let compiler: SchemaCompiler
  let tree: DataTree
  let document: Int
  let keywords: DialectKeywords
  let resource: Int
  /// The schema object.
  let node: NodeID
  private(set) var instructions: [Instruction] = []

  init(compiler: SchemaCompiler, document: Int, node: NodeID, place: SchemaPlace) {
    self.compiler = compiler
    tree = compiler.documents[document].tree
    self.document = document
    self.node = node
    resource = place.resource
    keywords = compiler.dialectKeywords[place.keywords]
  }

  /// Adds an instruction for the keyword at `site`.
  mutating func add(_ check: Check, _ site: KeywordSite) {
    instructions.append(Instruction(check: check, keyword: Int32(clamping: site.key.index)))
  }

  /// The keyword `name` beside the one that is being compiled, where it belongs to the edition in force.
  func sibling(_ name: String) -> KeywordSite? {
    guard compiler.keyword(Array(name.utf8), in: keywords) != nil else { return nil }
    return tree.pair(of: name, in: node).map { KeywordSite(key: $0.key, value: $0.value) }
  }

  /// The schema at `value`.
  func schema(_ value: NodeID) -> SchemaID {
    compiler.schema(document: document, node: tree.resolved(value))
  }

  /// The schemas of a list; empty for anything else.
  func schemas(_ value: NodeID) -> SchemaList {
    guard tree[tree.resolved(value)].kind == .sequence else { return compiler.list([]) }
    return compiler.list(tree.children(of: value).map(schema))
  }

  /// The schemas of a mapping, by name, the last of equal names.
  func schemaMap(_ value: NodeID) -> [(key: NodeID, name: [UInt8], schema: SchemaID)] {
    var names = NameIndex()
    var result: [(key: NodeID, name: [UInt8], schema: SchemaID)] = []
    for pair in tree.pairs(of: value) {
      let name = tree.utf8(of: pair.key)
      let place = names.insert(name)
      if place.isNew {
        result.append((pair.key, name, schema(pair.value)))
      } else {
        result[place.number] = (pair.key, name, schema(pair.value))
      }
    }
    return result
  }

  /// A whole number from 0; `nil` for anything else, which the metaschema has told of.
  func count(_ value: NodeID) -> Int? {
    guard let number = number(value), number.isInteger, !number.isNegative else { return nil }
    var result = 0
    guard number.digits.isEmpty, number.exponent < 19, let start = Int(exactly: number.coefficient) else {
      return Int.max
    }
    result = start
    for _ in 0..<number.exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return Int.max }
      result = next
    }
    return result
  }

  /// A number; `nil` for anything else.
  func number(_ value: NodeID) -> DecimalNumber? {
    let id = tree.resolved(value)
    switch tree[id].type {
    case .integer, .float:
      let text = tree.utf8(of: id)
      return DecimalNumber(text, ByteRange(0, text.count))
    default: return nil
    }
  }

  /// A text; `nil` for anything else.
  func text(_ value: NodeID) -> [UInt8]? {
    tree.type(of: value) == .string ? tree.utf8(of: value) : nil
  }

  /// The texts of a list, each once.
  func texts(_ value: NodeID) -> [[UInt8]] {
    guard tree[tree.resolved(value)].kind == .sequence else { return [] }
    var seen = NameIndex()
    var texts: [[UInt8]] = []
    for item in tree.children(of: value) {
      if let text = text(item), seen.insert(text).isNew { texts.append(text) }
    }
    return texts
  }

  /// A pattern; `nil` where it is none, which is an error of the schema.
  func pattern(_ value: NodeID) -> PatternCheck? {
    guard tree[tree.resolved(value)].kind == .scalar else { return nil }
    do {
      return try PatternCheck(tree.utf8(of: value))
    } catch {
      report(
        .badPattern(tree.text(of: value), reason: Message(fr: error.reason.french, en: error.reason.english)), value)
      return nil
    }
  }

  /// Reports a mistake in the schema.
  func report(_ kind: SchemaErrorKind, _ value: NodeID) {
    compiler.report(kind, document: document, node: value)
  }
}
