/// Names a compiled schema: its place in `CompiledSchema.schemas`.
struct SchemaID: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) {
    self.index = Int32(clamping: index)
  }
}

/// A run of `CompiledSchema.lists`.
struct SchemaList: Sendable {
  let start: Int32
  let count: Int32
}

/// A node of one of the documents that a schema was compiled from.
struct SchemaSite: Hashable, Sendable {
  let document: Int32
  let node: Int32

  init(document: Int, node: Int) {
    self.document = Int32(clamping: document)
    self.node = Int32(clamping: node)
  }
}

/// One keyword, compiled: numbers only, so that reading one touches no reference count.
///
/// Cases stand in the order in which they are run: what is cheap and decides most comes first, what needs the others'
/// results last.
enum Check: Sendable {
  case never
  case type(TypeSet)
  case const(Int32)
  case enumeration(Int32)
  case minimum(Int32, isExclusive: Bool)
  case maximum(Int32, isExclusive: Bool)
  case multipleOf(Int32)
  case minLength(Int)
  case maxLength(Int)
  case minItems(Int)
  case maxItems(Int)
  case minProperties(Int)
  case maxProperties(Int)
  case required(Int32)
  case dependentRequired(Int32)
  case pattern(Int32)
  case format(Int32)
  case content(ContentCheck)
  case properties(Int32)
  case propertyNames(SchemaID)
  case items(prefix: SchemaList, rest: SchemaID?)
  case contains(SchemaID, minimum: Int, maximum: Int)
  case uniqueItems
  case reference(SchemaID)
  case dynamicReference(Int32)
  case allOf(SchemaList)
  case anyOf(SchemaList)
  case oneOf(SchemaList)
  case not(SchemaID)
  case conditional(condition: SchemaID, then: SchemaID?, otherwise: SchemaID?)
  case dependentSchemas(Int32)
  case custom(Int32)
  case unevaluatedItems(SchemaID)
  case unevaluatedProperties(SchemaID)

  /// The place in the order of running.
  var rank: Int {
    switch self {
    case .never, .type: 0
    case .const, .enumeration: 1
    case .minimum, .maximum, .multipleOf, .minLength, .maxLength, .minItems, .maxItems, .minProperties,
      .maxProperties:
      2
    case .required, .dependentRequired: 3
    case .pattern, .format, .content: 4
    case .properties, .propertyNames, .items: 5
    case .contains, .uniqueItems: 6
    case .reference, .dynamicReference, .allOf: 7
    case .conditional, .dependentSchemas: 8
    case .anyOf, .oneOf, .not: 9
    case .custom: 10
    case .unevaluatedItems, .unevaluatedProperties: 11
    }
  }
}

/// A check, and the key of its keyword in the schema's document (or the schema itself for `false`).
struct Instruction: Sendable {
  let check: Check
  let keyword: Int32
}

/// A schema object, compiled.
struct SchemaObject: Sendable {
  /// Its instructions in `CompiledSchema.instructions`.
  var start: Int32 = 0
  var count: Int32 = 0
  /// The types that its `type` allows, where that is its first instruction; else all.
  var types = TypeSet.all
  /// The resource that it belongs to, for dynamic references.
  var resource: Int32 = 0
  /// Whether items that meet `contains` count as looked at: since 2020-12.
  var marksContained = false
  /// Where it was written.
  var site: SchemaSite
}
