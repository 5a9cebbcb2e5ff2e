public import DataTree
public import SourceText

/// A value as it was found, for messages.
public struct FoundValue: Hashable, Sendable {
  /// Its type.
  public let type: ValueType
  /// The text of a scalar, shortened; empty for a collection.
  public let text: String
  /// Whether it stands in quotes.
  public let isQuoted: Bool
}

/// What is wrong with a value.
public indirect enum SchemaFailureKind: Hashable, Sendable {
  /// A key is missing; `because` names the key that makes it needed, `similar` a key that is there and is unknown, and
  /// that may be meant.
  case missingKey(name: String, because: String?, similar: String?)
  /// One of several keys is missing.
  case missingOneOf(names: [String])
  /// A key that is not allowed here; `nearest` is an allowed one that may be meant and is not there yet.
  case unknownKey(name: String, nearest: String?)
  /// A key that is allowed by no pattern or that its own schema forbids.
  case forbiddenKey(name: String)
  /// A value of another type.
  case wrongType(expected: [SchemaType], actual: FoundValue)
  /// A value that is not in the list (of one, for `const`); `total` counts the list where `allowed` is shortened.
  case notAmong(allowed: [String], total: Int, nearest: String?, actual: FoundValue)
  /// A number below the limit.
  case tooSmall(limit: String, isExclusive: Bool)
  /// A number above the limit.
  case tooLarge(limit: String, isExclusive: Bool)
  /// A number that is no whole multiple.
  case notMultiple(of: String)
  /// A text with too few code points.
  case tooShort(limit: Int, count: Int)
  /// A text with too many code points.
  case tooLong(limit: Int, count: Int)
  /// A text without a match of the pattern.
  case patternMismatch(String)
  /// A pattern that cannot be decided within its budget of steps.
  case patternTooCostly(String)
  /// A text that is not what the format's name says.
  case formatMismatch(String)
  /// A list with too few items.
  case tooFewItems(limit: Int, count: Int)
  /// A list with too many items.
  case tooManyItems(limit: Int, count: Int)
  /// An item that equals an earlier one.
  case duplicateItem(first: NodeID, text: String)
  /// An item where the list must have ended.
  case unexpectedItem(limit: Int)
  /// Too few items of the kind that is asked for.
  case tooFewMatches(limit: Int, count: Int)
  /// Too many items of the kind that is asked for.
  case tooManyMatches(limit: Int)
  /// Too few keys.
  case tooFewKeys(limit: Int, count: Int)
  /// Too many keys.
  case tooManyKeys(limit: Int, count: Int)
  /// A value that must not be there at all.
  case forbiddenValue
  /// A value that meets what it must not meet.
  case excluded(FoundValue)
  /// A value that meets none of several alternatives, each with what is nearest to it.
  case noAlternative([SchemaFailureKind])
  /// A value that meets several alternatives of which only one may hold: the title of each, or its place from 1.
  case severalBranches([String])
  /// A text that is not Base64.
  case badBase64
  /// A text that is not JSON.
  case badJSON
  /// What one of the client's keywords measured: the payload of the failure.
  case custom(keyword: String)
  /// Values or schemas nested deeper than the limit; nothing is said of the rest.
  case tooDeep
  /// More steps than the size of schema and value explains; nothing is said of the rest.
  case tooComplex

  /// Whether it is about which keys a mapping has, not about a value.
  public var isAboutKeys: Bool {
    switch self {
    case .unknownKey, .forbiddenKey, .missingKey, .missingOneOf: true
    default: false
    }
  }
}

/// One thing that is wrong with a value, its place, and the keyword that says so.
public struct SchemaFailure: Sendable {
  /// What is wrong.
  public internal(set) var kind: SchemaFailureKind
  /// The value that the failure is about, as written (an alias is not followed): the mapping for a missing key, the key
  /// for an unknown one.
  public let instance: NodeID
  /// The mapping that a missing or unknown key belongs to; else the value itself.
  public let container: NodeID
  /// The characters to change: the key for an unknown key, the place after which the key belongs for a missing one (empty),
  /// else the value.
  public let range: ByteRange
  /// The JSON Pointer of the value in the instance.
  public let pointer: String
  /// How many steps lead from the root to the value.
  let level: Int
  /// Whether it is about a key's own text (`propertyNames`).
  public internal(set) var isAboutKey = false
  /// The value after which a missing key belongs: that of the last key before it in the schema's order that is there.
  public internal(set) var predecessor: NodeID?
  /// How many more failures of the same keyword there are that were not noted; 0 for all but the last one noted.
  package internal(set) var others = 0
  /// Whether there are failures of the same keyword that were not noted.
  package internal(set) var isOneOfMany = false
  /// What a keyword of the client measured, in a type of its own.
  public internal(set) var payload: (any Hashable & Sendable)?
  /// The key of the keyword in its document.
  let keyword: SchemaSite
  /// The schemas that are applied to the value, outermost first; the last is the one whose keyword failed.
  let chain: [SchemaID]
  let schema: CompiledSchema

  /// Where the keyword that failed stands.
  public var keywordLocation: KeywordLocation {
    let document = schema.documents[Int(keyword.document)]
    let node = NodeID(Int(keyword.node))
    let pointer = document.tree.pointer(to: node)
    let address = String(decoding: document.address, as: UTF8.self)
    return KeywordLocation(document: address, pointer: pointer, range: document.tree.range(of: node))
  }

  /// The value of a keyword beside the one that failed, or in a schema that leads to it by reference or alternative on
  /// the same value; the nearest counts. For keywords that say how a failure is to be reported.
  public func annotation(_ name: String) -> SchemaAnnotation? {
    for id in chain.reversed() {
      let site = schema.schemas[Int(id.index)].site
      let tree = schema.documents[Int(site.document)].tree
      let node = NodeID(Int(site.node))
      if tree[node].kind == .mapping, let value = tree.value(of: name, in: node) {
        return SchemaAnnotation(tree: tree, node: value)
      }
    }
    return nil
  }
}

/// A value in a schema's document.
public struct SchemaAnnotation: Sendable {
  /// The document.
  public let tree: DataTree
  /// The value.
  public let node: NodeID

  /// The value as text; bad bytes become U+FFFD.
  public var text: String { tree.text(of: node) }
}

/// The place of a keyword in a schema.
public struct KeywordLocation: Hashable, Sendable {
  /// The address of the document, empty for the schema that was given without one.
  public let document: String
  /// The JSON Pointer of the keyword in the document.
  public let pointer: String
  /// The keyword itself, in the document's bytes.
  public let range: ByteRange

  /// The address with the pointer as its fragment, `/$defs/date/format` after `#`.
  public var uri: String { document + "#" + pointer }
}

/// One step on the way to a value.
enum PathStep: Sendable {
  case root(NodeID)
  case key(NodeID, value: NodeID)
  case item(Int, value: NodeID)
  /// The key itself, as a text.
  case keyItself(NodeID)

  /// The node that the step leads to, as written.
  var node: NodeID {
    switch self {
    case .root(let node), .key(_, let node), .item(_, let node), .keyItself(let node): node
    }
  }

  /// Appends the step's token to a JSON Pointer.
  func append(to pointer: inout [UInt8], in tree: DataTree) {
    switch self {
    case .root: return
    case .key(let key, _), .keyItself(let key): JSONPointer.append(tree.utf8(of: key), to: &pointer)
    case .item(let place, _): JSONPointer.append(String(place).utf8, to: &pointer)
    }
  }
}
