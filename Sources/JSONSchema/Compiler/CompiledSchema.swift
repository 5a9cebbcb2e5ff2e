import DataTree
import SourceText

/// The properties of an object: `properties`, `patternProperties` and `additionalProperties` together.
struct ObjectPlan: Sendable {
  let names: NameTable
  /// The schema of each name, in `CompiledSchema.lists`.
  let schemas: Int32
  /// The patterns, in `CompiledSchema.keyPatterns`.
  let patternStart: Int32
  let patternCount: Int32
  let additional: SchemaID?
  /// The key of `additionalProperties` in the schema, or of the keyword that the plan stands for.
  let additionalKeyword: Int32
}

/// A pattern for keys and the schema of their values.
struct KeyPattern: Sendable {
  let pattern: PatternCheck
  let schema: SchemaID
}

/// A `$dynamicRef`: where it leads, and the name by which an outer resource may take its place.
struct DynamicReference: Sendable {
  let target: SchemaID
  /// The place in `CompiledSchema.dynamicAnchors`, or -1 where the reference is as good as a `$ref`.
  let anchor: Int32
}

/// One dynamic anchor: the schemas that bear its name, by resource.
struct DynamicAnchor: Sendable {
  var schemas: [Int32: SchemaID]
}

/// The allowed values of `enum`.
struct Enumeration: Sendable {
  /// The values, nodes of the document, in `CompiledSchema.enumValues`.
  let start: Int32
  let count: Int32
  let document: Int32
  /// The text values among them.
  let texts: NameTable

  /// Whether every value is a text.
  var isText: Bool { texts.count == count }
}

/// A text that one or many keys need, or that they make needed.
struct Dependency: Sendable {
  let key: [UInt8]
  let names: [[UInt8]]
}

/// A document that schemas were read from.
struct LoadedDocument: Sendable {
  let tree: DataTree
  /// Where it was found, without a fragment; empty for the schema that was given without an address.
  let address: [UInt8]
}

/// A schema, compiled once into flat arrays; immutable and shared freely.
final class CompiledSchema: Sendable {
  let root: SchemaID
  let schemas: [SchemaObject]
  let instructions: [Instruction]
  let lists: [SchemaID]
  let objects: [ObjectPlan]
  let numbers: [DecimalNumber]
  let constants: [SchemaSite]
  let enumerations: [Enumeration]
  let enumValues: [Int32]
  let keyPatterns: [KeyPattern]
  let namePool: NamePool
  let names: [NameTable]
  let dependencies: [[Dependency]]
  let schemaDependencies: [[(key: [UInt8], schema: SchemaID)]]
  let patterns: [PatternCheck]
  let formats: [FormatCheck]
  let dynamicReferences: [DynamicReference]
  let dynamicAnchors: [DynamicAnchor]
  let customs: [CompiledCustom]
  let documents: [LoadedDocument]
  /// The address of each resource.
  let resources: [[UInt8]]

  init(_ parts: CompiledParts, root: SchemaID, documents: [LoadedDocument], resources: [[UInt8]]) {
    self.root = root
    schemas = parts.schemas
    instructions = parts.instructions
    lists = parts.lists
    objects = parts.objects
    numbers = parts.numbers
    constants = parts.constants
    enumerations = parts.enumerations
    enumValues = parts.enumValues
    keyPatterns = parts.keyPatterns
    namePool = parts.namePool
    names = parts.names
    dependencies = parts.dependencies
    schemaDependencies = parts.schemaDependencies
    patterns = parts.patterns
    formats = parts.formats
    dynamicReferences = parts.dynamicReferences
    dynamicAnchors = parts.dynamicAnchors
    customs = parts.customs
    self.documents = documents
    self.resources = resources
  }
}

/// The arrays of a ``CompiledSchema`` while they grow.
struct CompiledParts {
  var schemas: [SchemaObject] = []
  var instructions: [Instruction] = []
  var lists: [SchemaID] = []
  var objects: [ObjectPlan] = []
  var numbers: [DecimalNumber] = []
  var constants: [SchemaSite] = []
  var enumerations: [Enumeration] = []
  var enumValues: [Int32] = []
  var keyPatterns: [KeyPattern] = []
  var namePool = NamePool()
  var names: [NameTable] = []
  var dependencies: [[Dependency]] = []
  var schemaDependencies: [[(key: [UInt8], schema: SchemaID)]] = []
  var patterns: [PatternCheck] = []
  var formats: [FormatCheck] = []
  var dynamicReferences: [DynamicReference] = []
  var dynamicAnchors: [DynamicAnchor] = []
  var customs: [CompiledCustom] = []
}
