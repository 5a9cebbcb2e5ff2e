import DataTree
import JSON
import PostingLint
import SourceText
import TOML
import YAML

/// One step from a value to a value inside it.
enum SchemaStep: Hashable {
  /// Under this key of a mapping.
  case key([UInt8])
  /// In a list.
  case item
}

/// A list of ids that a value must be one of.
struct ReferencedList: Hashable {
  /// The name of the list.
  let name: String
  /// The folder whose files have these ids as their names, relative to some folder above the posting.
  let folder: String?
  /// What stands before the id in the value.
  let prefix: String
}

/// Answers what a schema says of a place in the front matter, for people who write there.
///
/// Only what holds without looking at the values is told: `allOf`, `anyOf`, `oneOf`, `then`, `else` and references
/// inside the document are followed; conditions are weighed by the keys that are there, where those are known.
struct SchemaGuide {
  private let document: DataTree
  /// How many schemas may speak of one place.
  private static let limit = 256

  init(_ document: DataTree) {
    self.document = document
  }

  // MARK: Finding schemas

  /// The schemas that speak of the value at the end of a path from the root.
  ///
  /// `keys` are those of the value: a `then` or `else` that is not for a mapping with these keys is left out.
  func schemas(at path: [SchemaStep], having keys: Set<[UInt8]>? = nil) -> [NodeID] {
    guard let root = document.root else { return [] }
    var current = [root]
    for step in path { current = expanded(current).flatMap { children(of: $0, step) } }
    return expanded(current, having: keys)
  }

  private func children(of schema: NodeID, _ step: SchemaStep) -> [NodeID] {
    switch step {
    case .key(let key):
      if let properties = value("properties", schema) {
        for (name, property) in document.pairs(of: properties) where document.scalar(name, equals: key) {
          return [property]
        }
      }
      return value("additionalProperties", schema).map { [$0] } ?? []
    case .item:
      return value("items", schema).map { [$0] } ?? []
    }
  }

  /// The schemas with those that they are made of.
  private func expanded(_ schemas: [NodeID], having keys: Set<[UInt8]>? = nil) -> [NodeID] {
    var result: [NodeID] = []
    var seen: Set<NodeID> = []
    var waiting = Array(schemas.reversed())
    while let schema = waiting.popLast(), result.count < Self.limit {
      let schema = document.resolved(schema)
      guard document.type(of: schema) == .mapping, seen.insert(schema).inserted else { continue }
      result.append(schema)
      var parts: [NodeID] = []
      if let reference = value("$ref", schema), let target = target(of: document.utf8(of: reference)) {
        parts.append(target)
      }
      for keyword in ["allOf", "anyOf", "oneOf"] {
        if let list = value(keyword, schema) { parts += document.children(of: list) }
      }
      for (keyword, expected) in [("then", true), ("else", false)] {
        if let keys, let condition = value("if", schema), accepts(condition, keys) != expected { continue }
        if let part = value(keyword, schema) { parts.append(part) }
      }
      waiting += parts.reversed()
    }
    return result
  }

  /// Whether a schema accepts a mapping with these keys, as far as that depends on the keys alone.
  private func accepts(_ schema: NodeID, _ keys: Set<[UInt8]>, depth: Int = 0) -> Bool {
    guard depth < 16 else { return true }
    func all(_ keyword: String) -> [NodeID] { value(keyword, schema).map { Array(document.children(of: $0)) } ?? [] }
    func holds(_ part: NodeID) -> Bool { accepts(part, keys, depth: depth + 1) }
    if let denied = value("not", schema), holds(denied) { return false }
    let choice = all("anyOf")
    return all("required").allSatisfy { keys.contains(document.utf8(of: $0)) } && all("allOf").allSatisfy(holds)
      && (choice.isEmpty || choice.contains(where: holds))
  }

  /// The schema that a reference inside the document leads to: `#` or `#/…` (RFC 6901).
  private func target(of reference: [UInt8]) -> NodeID? {
    guard reference.first == UInt8(ascii: "#"), var node = document.root else { return nil }
    let pointer = reference.dropFirst()
    if pointer.isEmpty { return node }
    guard pointer.first == UInt8(ascii: "/") else { return nil }
    for token in pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let next = value(Self.unescaped(token), node) else { return nil }
      node = next
    }
    return node
  }

  private static func unescaped(_ token: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = token.startIndex
    while index < token.endIndex {
      if token[index] == UInt8(ascii: "~"), index + 1 < token.endIndex {
        index += 1
        result.append(token[index] == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
      } else {
        result.append(token[index])
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func value(_ keyword: String, _ schema: NodeID) -> NodeID? {
    document.type(of: schema) == .mapping ? document.value(of: keyword, in: schema) : nil
  }

  /// The schemas of the items of a list.
  func schemas(below schemas: [NodeID]) -> [NodeID] {
    expanded(schemas.flatMap { children(of: $0, .item) })
  }

  // MARK: What schemas say

  /// The keys of a mapping with their schemas, in the order of the schema.
  func properties(of schemas: [NodeID]) -> [(name: [UInt8], schema: NodeID)] {
    var seen: Set<[UInt8]> = []
    return schemas.compactMap { value("properties", $0) }.flatMap { Array(document.pairs(of: $0)) }
      .compactMap { key, schema in
        let name = document.utf8(of: key)
        return seen.insert(name).inserted ? (name, schema) : nil
      }
  }

  /// The keys that a mapping must have.
  func required(of schemas: [NodeID]) -> Set<[UInt8]> {
    Set(
      schemas.compactMap { value("required", $0) }.flatMap { Array(document.children(of: $0)) }
        .map { document.utf8(of: $0) })
  }

  /// What a value is about, in words.
  func description(of schemas: [NodeID], _ language: Language) -> String? {
    for schema in expanded(schemas) {
      if let texts = value("descriptionIn", schema), let text = value(language.rawValue, texts) {
        return document.text(of: text)
      }
      if let text = value("description", schema) ?? value("title", schema) { return document.text(of: text) }
    }
    return nil
  }

  /// The names of the types that a value may have.
  func types(of schemas: [NodeID]) -> [String] {
    for schema in expanded(schemas) {
      guard let types = value("type", schema) else { continue }
      if document.type(of: types) == .sequence { return document.children(of: types).map { document.text(of: $0) } }
      return [document.text(of: types)]
    }
    return []
  }

  /// The values that are allowed where they can be counted up, as a syntax writes them.
  func allowedValues(of schemas: [NodeID], as syntax: Document.Syntax = .yaml) -> [String] {
    var seen: Set<[UInt8]> = []
    var result: [String] = []
    for schema in schemas {
      var nodes = value("enum", schema).map { Array(document.children(of: $0)) } ?? []
      if let only = value("const", schema) { nodes.append(only) }
      for node in nodes where document[document.resolved(node)].kind == .scalar {
        let text = document.text(of: node)
        let written = document.type(of: node) == .string ? syntax.scalar(text) : text
        if seen.insert(Array(written.utf8)).inserted { result.append(written) }
      }
    }
    return result.isEmpty && types(of: schemas) == ["boolean"] ? ["true", "false"] : result
  }

  /// Texts that the schema gives as examples.
  func examples(of schemas: [NodeID]) -> [String] {
    schemas.compactMap { value("examples", $0) }.flatMap { Array(document.children(of: $0)) }
      .filter { document.type(of: $0) == .string }.map { document.text(of: $0) }
  }

  /// Whether the keys of a mapping are names of rules.
  func namesRules(_ schemas: [NodeID]) -> Bool {
    schemas.contains { schema in value("propertyNames", schema).map { value("ruleName", $0) != nil } ?? false }
  }

  /// Words that are usual in a text, where the schema knows some.
  func knownWords(of schemas: [NodeID]) -> [String] {
    schemas.compactMap { value("knownWords", $0) }.flatMap { Array(document.children(of: $0)) }
      .map { document.text(of: $0) }
  }

  /// Whether a value is a date.
  func isDate(_ schemas: [NodeID]) -> Bool {
    schemas.contains { schema in
      if let value = value("timestamp", schema) { return document.text(of: value) == "true" }
      return value("format", schema).map { document.text(of: $0) } == "date"
    }
  }

  /// The list of ids that the value at a path names one of; an item of a list is asked through its list too.
  func list(at path: [SchemaStep]) -> ReferencedList? { list(of: schemasAndList(at: path)) }

  /// The schemas of a value, and for an item of a list those of the list: some speak there of every item.
  func schemasAndList(at path: [SchemaStep]) -> [NodeID] {
    schemas(at: path) + (path.last == .item ? schemas(at: Array(path.dropLast())) : [])
  }

  /// The list of ids that a value names one of.
  func list(of schemas: [NodeID]) -> ReferencedList? {
    for schema in schemas {
      let members = value("addressList", schema).flatMap { value("members", $0) }
      guard let reference = value("reference", schema) ?? members, let name = value("list", reference) else { continue }
      return ReferencedList(
        name: document.text(of: name), folder: value("folder", reference).map { document.text(of: $0) },
        prefix: value("prefix", reference).map { document.text(of: $0) } ?? "")
    }
    return nil
  }
}

extension Document.Syntax {
  /// A text as a value that every reader takes for that text, in a list in brackets too.
  func scalar(_ text: String) -> String {
    switch self {
    case .yaml: Self.written(text, YAMLScalarWriter.self, at: .flow)
    case .toml: Self.written(text, TOMLScalarWriter.self, at: .flow, like: .doubleQuoted)
    case .json: Self.written(text, JSONScalarWriter.self, at: .flow)
    }
  }

  /// A text as a key.
  func key(_ text: String) -> String {
    switch self {
    case .yaml: Self.written(text, YAMLScalarWriter.self, at: .key)
    case .toml: Self.written(text, TOMLScalarWriter.self, at: .key)
    case .json: Self.written(text, JSONScalarWriter.self, at: .key)
    }
  }

  private static func written(
    _ text: String, _ writer: any ScalarWriting.Type, at place: ScalarPlace, like style: NodeStyle = .plain
  ) -> String {
    writer.written(Array(text.utf8), at: place, like: style).map { String(decoding: $0, as: UTF8.self) } ?? text
  }
}
