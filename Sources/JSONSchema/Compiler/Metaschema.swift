import DataTree
import JSON

/// The metaschemas of the standard, made from the table of keywords.
enum Metaschema {
  /// The document at an address of the standard: a metaschema or one of its vocabularies.
  static func document(at address: [UInt8]) -> DataTree? {
    for dialect in Dialect.allCases where address.elementsEqual(dialect.metaschema.utf8) {
      return parse(dialect == .draft202012 ? modular : flat(dialect, []))
    }
    let prefix = Array("https://json-schema.org/draft/2020-12/meta/".utf8)
    guard address.starts(with: prefix) else { return nil }
    let name = String(decoding: address.dropFirst(prefix.count), as: UTF8.self)
    if name == "format-assertion" { return parse(vocabulary(.format, name)) }
    return Vocabulary.allCases.first { $0.rawValue == name }.flatMap { parse(vocabulary($0, name)) }
  }

  /// The metaschema that schemas of an edition are checked by, the client's keywords included.
  static func compiled(_ dialect: Dialect, _ customs: [CustomKeyword]) -> CompiledSchema {
    if customs.isEmpty { return standard[Int(dialect.rawValue)] }
    return compile(flat(dialect, customs))
  }

  private static let standard: [CompiledSchema] = Dialect.allCases.map { compile(flat($0, [])) }

  private static func compile(_ text: String) -> CompiledSchema {
    var options = SchemaOptions()
    options.checksSchema = false
    if let tree = parse(text),
      let compiled = try? SchemaCompiler(options: options, resolver: { _ in nil }).compile(tree)
    {
      return compiled
    }
    // A client's metaschema that is no schema checks nothing.
    return CompiledSchema(CompiledParts(accepting: ()), root: SchemaID(0), documents: [], resources: [])
  }

  private static func parse(_ text: String) -> DataTree? {
    try? JSONParser.parse(Array(text.utf8))
  }

  // MARK: Text

  /// One document for the whole edition.
  private static func flat(_ dialect: Dialect, _ customs: [CustomKeyword]) -> String {
    let own = dialect.metaschema
    let fragment = dialect == .draft07 ? "#" : ""
    let schema = ##"{"$ref":"#"}"##
    var entries = KeywordTable.all.filter { $0.dialects.contains(dialect) }.map {
      property($0, schema: schema, dialect)
    }
    entries += customs.map { "\(quoted($0.name)):\($0.metaschema)" }
    return """
      {"$schema":"\(own)\(fragment)","$id":"\(own)\(fragment)","type":["object","boolean"],\
      "properties":{\(entries.joined(separator: ","))},\
      "\(dialect == .draft07 ? "definitions" : "$defs")":{\(definitions(schema))}}
      """
  }

  /// The metaschema of 2020-12, which only names its vocabularies.
  private static var modular: String {
    let base = "https://json-schema.org/draft/2020-12/"
    let vocabularies = Vocabulary.allCases.map { "\"\(base)vocab/\($0.rawValue)\":true" }.joined(separator: ",")
    let parts = Vocabulary.allCases.map { "{\"$ref\":\"meta/\($0.rawValue)\"}" }.joined(separator: ",")
    return """
      {"$schema":"\(base)schema","$id":"\(base)schema","$vocabulary":{\(vocabularies)},"$dynamicAnchor":"meta",\
      "allOf":[\(parts)],"type":["object","boolean"]}
      """
  }

  private static func vocabulary(_ vocabulary: Vocabulary, _ name: String) -> String {
    let base = "https://json-schema.org/draft/2020-12/"
    let schema = ##"{"$dynamicRef":"#meta"}"##
    let entries = KeywordTable.all.filter { $0.vocabulary == vocabulary && $0.dialects.contains(.draft202012) }.map {
      property($0, schema: schema, .draft202012)
    }
    return """
      {"$schema":"\(base)schema","$id":"\(base)meta/\(name)","$vocabulary":{"\(base)vocab/\(name)":true},\
      "$dynamicAnchor":"meta","type":["object","boolean"],"properties":{\(entries.joined(separator: ","))},\
      "$defs":{\(definitions(schema))}}
      """
  }

  private static func property(_ keyword: Keyword, schema: String, _ dialect: Dialect) -> String {
    var shape = keyword.shape
    // An `$id` with a fragment is a name in draft-07.
    if dialect == .draft07, case .identifier = shape { shape = .uriReference }
    if dialect == .draft202012, case .schemaOrSchemas = shape { shape = .schema }
    return "\(quoted(keyword.name)):\(shape.metaschema(schema: schema))"
  }

  /// The definitions that other schemas refer to.
  private static func definitions(_ schema: String) -> String {
    let shapes: [(String, ValueShape)] = [
      ("schemaArray", .schemas), ("nonNegativeInteger", .count), ("nonNegativeIntegerDefault0", .count),
      ("stringArray", .names), ("anchorString", .anchor), ("uriString", .uri), ("uriReferenceString", .uriReference),
    ]
    return
      (shapes.map { "\"\($0.0)\":\($0.1.metaschema(schema: schema))" } + ["\"simpleTypes\":\(ValueShape.typeNames)"])
      .joined(separator: ",")
  }

  /// A JSON string; names of keywords hold nothing else to escape.
  private static func quoted(_ name: String) -> String {
    var text = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

extension CompiledParts {
  /// One schema that every value meets.
  init(accepting: Void) {
    schemas = [SchemaObject(site: SchemaSite(document: 0, node: 0))]
  }
}
