package import DataTree
import JSON
import SourceText

/// A schema of one document, compiled, with the tree of its document: as plain numbers, which a program can carry as a
/// constant and read back in a fraction of the time that reading and compiling the text takes.
///
/// Images are made by ``SchemaValidator/image(of:keywords:)`` alone and hold what ``SchemaValidator/init(image:text:options:)``
/// expects.
package struct SchemaImage: Hashable, Sendable {
  /// Counts and fields, in the order in which ``ImageReader`` asks for them.
  package var numbers: [Int32]
  /// The bytes of the names that the schema speaks of.
  package var names: [UInt8]

  /// An image of its parts.
  package init(numbers: [Int32], names: [UInt8]) {
    self.numbers = numbers
    self.names = names
  }
}

extension SchemaValidator {
  /// The image of a schema in JSON; `nil` for one that uses what an image cannot hold (patterns, formats, numbers, other
  /// documents), or that cannot be compiled.
  ///
  /// - Parameter keywords: the client's keywords, all of which say something in an image.
  package static func image(of tree: DataTree, keywords: [CustomKeyword]) -> SchemaImage? {
    var options = SchemaOptions()
    options.checksSchema = false
    options.customKeywords = keywords
    guard let schema = try? SchemaCompiler(options: options, resolver: { _ in nil }).compile(tree) else { return nil }
    var writer = ImageWriter(schema)
    writer.write()
    return writer.isWhole ? SchemaImage(numbers: writer.numbers, names: schema.namePool.bytes) : nil
  }

  /// Reads an image back.
  ///
  /// - Parameter text: the JSON that the image was made of.
  /// - Parameter options: with the keywords that the image was made with.
  package init(image: SchemaImage, text: [UInt8], options: SchemaOptions) {
    var reader = ImageReader(image.numbers)
    let tree = reader.tree(text)
    self.options = options
    schema = reader.schema(image.names, tree, options)
  }

  /// The document that the schema was compiled from.
  package var document: DataTree { schema.documents.first?.tree ?? DataTree(bytes: []) }
}

/// Writes the parts of an image.
private struct ImageWriter {
  private(set) var numbers: [Int32] = []
  /// Whether everything that was asked for could be written.
  private(set) var isWhole: Bool
  private let schema: CompiledSchema

  init(_ schema: CompiledSchema) {
    self.schema = schema
    isWhole =
      schema.documents.count == 1 && schema.numbers.isEmpty && schema.keyPatterns.isEmpty
      && schema.dependencies.isEmpty && schema.schemaDependencies.isEmpty && schema.patterns.isEmpty
      && schema.formats.isEmpty && schema.dynamicReferences.isEmpty
  }

  mutating func write() {
    let tree = schema.documents[0].tree
    add(tree.nodes.count)
    for (place, node) in tree.nodes.enumerated() {
      let flags = UInt32(node.kind.rawValue) | UInt32(node.style.rawValue) << 8 | UInt32(node.type.rawValue) << 16
      numbers += [Int32(bitPattern: flags | (node.isVerbatim ? 1 << 24 : 0))]
      numbers += [Int32(bitPattern: node.start), Int32(bitPattern: node.end)]
      numbers += [Int32(clamping: place + node.size), Int32(clamping: node.count)]
      if node.hasProperties { isWhole = false }
    }
    add(schema.root.index)
    add(schema.instructions.count)
    add(schema.schemas.count)
    for object in schema.schemas {
      numbers += [object.site.node, Int32(object.types.rawValue), object.resource]
      numbers += [object.marksContained ? 1 : 0, object.count]
      for instruction in schema.instructions[Int(object.start)..<Int(object.start + object.count)] {
        numbers.append(instruction.keyword)
        write(instruction.check)
      }
    }
    add(schema.lists.count)
    for id in schema.lists { numbers.append(id.index) }
    add(schema.objects.count)
    for plan in schema.objects {
      write(plan.names)
      numbers += [plan.schemas, plan.additional?.index ?? -1, plan.additionalKeyword]
    }
    add(schema.constants.count)
    for site in schema.constants { numbers.append(site.node) }
    add(schema.enumerations.count)
    for enumeration in schema.enumerations {
      numbers += [enumeration.start, enumeration.count]
      write(enumeration.texts)
    }
    add(schema.enumValues.count)
    numbers += schema.enumValues
    add(schema.names.count)
    for table in schema.names { write(table) }
    add(schema.namePool.starts.count)
    numbers += schema.namePool.starts
    add(schema.namePool.slots.count)
    for slot in schema.namePool.slots { numbers += [slot.index, slot.start, slot.count] }
    add(schema.resources.count)
    for address in schema.resources {
      add(address.count)
      for byte in address { add(byte) }
    }
  }

  private mutating func add(_ number: some BinaryInteger) {
    if Int32(exactly: number) == nil { isWhole = false }
    numbers.append(Int32(clamping: number))
  }

  private mutating func write(_ table: NameTable) {
    numbers += [table.first, table.count, table.slotStart, table.mask, table.seed]
    numbers.append(Int32(truncatingIfNeeded: table.lengths))
    numbers.append(Int32(truncatingIfNeeded: table.lengths >> 32))
  }

  private mutating func write(_ check: Check) {
    switch check {
    case .never: add(0)
    case .type(let types): numbers += [1, Int32(types.rawValue)]
    case .const(let place): numbers += [2, place]
    case .enumeration(let place): numbers += [3, place]
    case .minLength(let limit): write(4, limit)
    case .maxLength(let limit): write(5, limit)
    case .minItems(let limit): write(6, limit)
    case .maxItems(let limit): write(7, limit)
    case .minProperties(let limit): write(8, limit)
    case .maxProperties(let limit): write(9, limit)
    case .required(let place): numbers += [10, place]
    case .properties(let place): numbers += [11, place]
    case .propertyNames(let id): numbers += [12, id.index]
    case .items(let prefix, let rest): numbers += [13, prefix.start, prefix.count, rest?.index ?? -1]
    case .uniqueItems: add(14)
    case .reference(let id): numbers += [15, id.index]
    case .allOf(let list): numbers += [16, list.start, list.count]
    case .anyOf(let list): numbers += [17, list.start, list.count]
    case .oneOf(let list): numbers += [18, list.start, list.count]
    case .not(let id): numbers += [19, id.index]
    case .conditional(let condition, let then, let otherwise):
      numbers += [20, condition.index, then?.index ?? -1, otherwise?.index ?? -1]
    case .custom: add(21)
    case .minimum, .maximum, .multipleOf, .dependentRequired, .pattern, .format, .content, .contains,
      .dynamicReference, .dependentSchemas, .unevaluatedItems, .unevaluatedProperties:
      isWhole = false
    }
  }

  private mutating func write(_ code: Int32, _ limit: Int) {
    numbers.append(code)
    add(limit)
  }
}

/// Reads the parts of an image in the order in which ``ImageWriter`` wrote them.
private struct ImageReader {
  private let numbers: [Int32]
  private var place = 0

  init(_ numbers: [Int32]) { self.numbers = numbers }

  /// The next number; 0 past the end.
  private mutating func next() -> Int32 {
    guard place < numbers.count else { return 0 }
    place += 1
    return numbers[place - 1]
  }

  private mutating func count() -> Int { min(max(0, Int(next())), numbers.count - place) }

  private mutating func id() -> SchemaID { SchemaID(Int(next())) }

  private mutating func optionalID() -> SchemaID? {
    let index = next()
    return index < 0 ? nil : SchemaID(Int(index))
  }

  private mutating func list() -> SchemaList { SchemaList(start: next(), count: next()) }

  mutating func tree(_ text: [UInt8]) -> DataTree {
    let count = count()
    var nodes: [Node] = []
    nodes.reserveCapacity(count)
    for place in 0..<count {
      let flags = UInt32(bitPattern: next())
      let kind = NodeKind(rawValue: UInt8(truncatingIfNeeded: flags)) ?? .scalar
      let style = NodeStyle(rawValue: UInt8(truncatingIfNeeded: flags >> 8)) ?? .plain
      let type = ValueType(rawValue: UInt8(truncatingIfNeeded: flags >> 16)) ?? .null
      let start = Int(next())
      let range = ByteRange(start, Int(next()))
      let subtreeEnd = Int(next())
      let children = Int(next())
      if kind == .scalar {
        nodes.append(.scalar(type, style, range, isVerbatim: flags & 1 << 24 != 0))
      } else {
        var node = Node.collection(isMapping: kind == .mapping, style, range)
        node.close(size: subtreeEnd - place, count: children, end: range.end)
        nodes.append(node)
      }
    }
    return DataTree(bytes: text, nodes: nodes, roots: nodes.isEmpty ? [] : [NodeID(0)], decoder: JSONString.decoder)
  }

  mutating func schema(_ names: [UInt8], _ tree: DataTree, _ options: SchemaOptions) -> CompiledSchema {
    var parts = CompiledParts()
    let root = id()
    parts.instructions.reserveCapacity(count())
    let schemaCount = count()
    parts.schemas.reserveCapacity(schemaCount)
    for _ in 0..<schemaCount { readSchema(&parts, tree, options) }
    let listed = count()
    parts.lists.reserveCapacity(listed)
    for _ in 0..<listed { parts.lists.append(id()) }
    for _ in 0..<count() {
      parts.objects.append(
        ObjectPlan(
          names: nameTable(), schemas: next(), patternStart: 0, patternCount: 0, additional: optionalID(),
          additionalKeyword: next()))
    }
    for _ in 0..<count() { parts.constants.append(SchemaSite(document: 0, node: Int(next()))) }
    for _ in 0..<count() {
      parts.enumerations.append(Enumeration(start: next(), count: next(), document: 0, texts: nameTable()))
    }
    parts.enumValues = numberList()
    for _ in 0..<count() { parts.names.append(nameTable()) }
    let starts = numberList()
    let slotCount = count()
    var slots: [NameSlot] = []
    slots.reserveCapacity(slotCount)
    for _ in 0..<slotCount { slots.append(NameSlot(index: next(), start: next(), count: next())) }
    parts.namePool = NamePool(bytes: names, starts: starts, slots: slots)
    var resources: [[UInt8]] = []
    for _ in 0..<count() { resources.append(numberList().map { UInt8(truncatingIfNeeded: $0) }) }
    return CompiledSchema(
      parts, root: root, documents: [LoadedDocument(tree: tree, address: [])], resources: resources)
  }

  private mutating func numberList() -> [Int32] {
    let count = count()
    defer { place += count }
    return Array(numbers[place..<place + count])
  }

  private mutating func nameTable() -> NameTable {
    NameTable(
      first: next(), count: next(), slotStart: next(), mask: next(), seed: next(),
      lengths: UInt64(UInt32(bitPattern: next())) | UInt64(UInt32(bitPattern: next())) << 32)
  }

  private mutating func readSchema(_ parts: inout CompiledParts, _ tree: DataTree, _ options: SchemaOptions) {
    var object = SchemaObject(site: SchemaSite(document: 0, node: Int(next())))
    object.types = TypeSet(rawValue: UInt8(truncatingIfNeeded: next()))
    object.resource = next()
    object.marksContained = next() != 0
    let start = parts.instructions.count
    for _ in 0..<count() {
      let keyword = next()
      if let check = check(keyword, &parts, tree, options) {
        parts.instructions.append(Instruction(check: check, keyword: keyword))
      }
    }
    object.start = Int32(clamping: start)
    object.count = Int32(clamping: parts.instructions.count - start)
    parts.schemas.append(object)
  }

  /// The next check; `nil` for a keyword of the client that has nothing to check with these options.
  private mutating func check(
    _ keyword: Int32, _ parts: inout CompiledParts, _ tree: DataTree, _ options: SchemaOptions
  ) -> Check? {
    switch next() {
    case 1: return .type(TypeSet(rawValue: UInt8(truncatingIfNeeded: next())))
    case 2: return .const(next())
    case 3: return .enumeration(next())
    case 4: return .minLength(Int(next()))
    case 5: return .maxLength(Int(next()))
    case 6: return .minItems(Int(next()))
    case 7: return .maxItems(Int(next()))
    case 8: return .minProperties(Int(next()))
    case 9: return .maxProperties(Int(next()))
    case 10: return .required(next())
    case 11: return .properties(next())
    case 12: return .propertyNames(id())
    case 13: return .items(prefix: list(), rest: optionalID())
    case 14: return .uniqueItems
    case 15: return .reference(id())
    case 16: return .allOf(list())
    case 17: return .anyOf(list())
    case 18: return .oneOf(list())
    case 19: return .not(id())
    case 20: return .conditional(condition: id(), then: optionalID(), otherwise: optionalID())
    case 21:
      guard tree.nodes.indices.contains(Int(keyword)) else { return nil }
      // The value of a key stands after it.
      let value = tree.next(after: NodeID(Int(keyword)))
      let name = tree.utf8(of: NodeID(Int(keyword)))
      guard let custom = options.customKeywords.first(where: { name.elementsEqual($0.name.utf8) }),
        let check = custom.compile(tree, value)
      else { return nil }
      parts.customs.append(CompiledCustom(name: custom.name, check: check))
      return .custom(Int32(clamping: parts.customs.count - 1))
    default: return .never
    }
  }
}
