/// What the value of a keyword must be: where the schemas below it are, and what the metaschema says of it.
enum ValueShape: Sendable {
  /// A schema.
  case schema
  /// A list of schemas.
  case schemas
  /// A schema or a list of them (`items` before 2020-12).
  case schemaOrSchemas
  /// Names with a schema each.
  case schemaMap
  /// Patterns with a schema each.
  case patternMap
  /// Names with a schema or a list of names each (`dependencies`).
  case schemaOrNamesMap
  /// Names with a list of names each.
  case namesMap
  /// A list of different texts.
  case names
  /// The name of a type, or a list of them.
  case types
  case text
  case anchor
  case uri
  case uriReference
  /// A URI reference without a fragment.
  case identifier
  case pattern
  case boolean
  case count
  case number
  case positiveNumber
  case list
  case anything
  case vocabularies

  /// The metaschema of the value, as JSON; `schema` is what the value must be where it is a schema.
  func metaschema(schema: String) -> String {
    switch self {
    case .schema: schema
    case .schemas: #"{"type":"array","minItems":1,"items":\#(schema)}"#
    case .schemaOrSchemas:
      #"{"if":{"type":"array"},"then":{"minItems":1,"items":\#(schema)},"else":\#(schema)}"#
    case .schemaMap: #"{"type":"object","additionalProperties":\#(schema)}"#
    case .patternMap:
      #"{"type":"object","additionalProperties":\#(schema),"propertyNames":{"format":"regex"}}"#
    case .schemaOrNamesMap:
      #"{"type":"object","additionalProperties":{"if":{"type":"array"},"then":\#(Self.nameList),"else":\#(schema)}}"#
    case .namesMap: #"{"type":"object","additionalProperties":\#(Self.nameList)}"#
    case .names: Self.nameList
    case .types:
      #"{"if":{"type":"array"},"then":{"items":\#(Self.typeNames),"minItems":1,"uniqueItems":true},"else":\#(Self.typeNames)}"#
    case .text: #"{"type":"string"}"#
    case .anchor: #"{"type":"string","pattern":"^[A-Za-z_][-A-Za-z0-9._]*$"}"#
    case .uri: #"{"type":"string","format":"uri"}"#
    case .uriReference: #"{"type":"string","format":"uri-reference"}"#
    case .identifier: ##"{"type":"string","format":"uri-reference","pattern":"^[^#]*#?$"}"##
    case .pattern: #"{"type":"string","format":"regex"}"#
    case .boolean: #"{"type":"boolean"}"#
    case .count: #"{"type":"integer","minimum":0}"#
    case .number: #"{"type":"number"}"#
    case .positiveNumber: #"{"type":"number","exclusiveMinimum":0}"#
    case .list: #"{"type":"array"}"#
    case .anything: "true"
    case .vocabularies:
      #"{"type":"object","propertyNames":{"type":"string","format":"uri"},"additionalProperties":{"type":"boolean"}}"#
    }
  }

  private static let nameList = #"{"type":"array","items":{"type":"string"},"uniqueItems":true}"#
  static var typeNames: String {
    #"{"enum":["# + SchemaType.allCases.map { "\"\($0.name)\"" }.joined(separator: ",") + "]}"
  }
}
