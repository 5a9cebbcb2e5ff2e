import SourceText
import YAML

/// The properties of an object: `properties`, `patternProperties` and `additionalProperties` together.
final class ObjectPlan: Sendable {
  let names: NameTable
  /// The schema of each name.
  let schemas: [SchemaID]
  let patterns: [(pattern: PatternCheck, schema: SchemaID)]
  let additional: SchemaID?
  /// The key of `additionalProperties` in the schema, or of the keyword that the plan stands for.
  let additionalKeyword: Int32

  init(
    names: NameTable, schemas: [SchemaID], patterns: [(pattern: PatternCheck, schema: SchemaID)],
    additional: SchemaID?, additionalKeyword: Int32
  ) {
    self.names = names
    self.schemas = schemas
    self.patterns = patterns
    self.additional = additional
    self.additionalKeyword = additionalKeyword
  }
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
final class Enumeration: Sendable {
  /// The nodes in the schema's document.
  let values: [Int]
  let document: Int
  /// The text values among them.
  let texts: NameTable
  /// Whether every value is a text.
  let isText: Bool

  init(values: [Int], document: Int, texts: NameTable) {
    self.values = values
    self.document = document
    self.texts = texts
    isText = texts.count == values.count
  }
}

/// A text that one or many keys need, or that they make needed.
struct Dependency: Sendable {
  let key: [UInt8]
  let names: [[UInt8]]
}

/// A document that schemas were read from.
struct SchemaDocument: Sendable {
  let tree: YAMLTree
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
  let names: [NameTable]
  let dependencies: [[Dependency]]
  let schemaDependencies: [[(key: [UInt8], schema: SchemaID)]]
  let patterns: [PatternCheck]
  let formats: [FormatCheck]
  let dynamicReferences: [DynamicReference]
  let dynamicAnchors: [DynamicAnchor]
  let extras: [CompiledExtra]
  let documents: [SchemaDocument]
  /// The address of each resource.
  let resources: [[UInt8]]

  init(_ parts: CompiledParts, root: SchemaID, documents: [SchemaDocument], resources: [[UInt8]]) {
    self.root = root
    schemas = parts.schemas
    instructions = parts.instructions
    lists = parts.lists
    objects = parts.objects
    numbers = parts.numbers
    constants = parts.constants
    enumerations = parts.enumerations
    names = parts.names
    dependencies = parts.dependencies
    schemaDependencies = parts.schemaDependencies
    patterns = parts.patterns
    formats = parts.formats
    dynamicReferences = parts.dynamicReferences
    dynamicAnchors = parts.dynamicAnchors
    extras = parts.extras
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
  var names: [NameTable] = []
  var dependencies: [[Dependency]] = []
  var schemaDependencies: [[(key: [UInt8], schema: SchemaID)]] = []
  var patterns: [PatternCheck] = []
  var formats: [FormatCheck] = []
  var dynamicReferences: [DynamicReference] = []
  var dynamicAnchors: [DynamicAnchor] = []
  var extras: [CompiledExtra] = []
}
