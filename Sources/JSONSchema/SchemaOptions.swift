public import DataTree
public import SourceText

/// How a schema is compiled and run.
public struct SchemaOptions: Sendable {
  /// The address that the schema was found under: relative references start from it.
  public var baseURI = ""
  /// The edition of schemas without `$schema`.
  public var defaultDialect = Dialect.draft202012
  /// Whether `format` is checked; else it is so only where the metaschema asks for it.
  public var assertsFormat = false
  /// Whether the schema is first validated by its metaschema, so that mistakes in it are found.
  public var checksSchema = true
  /// The client's keywords.
  public var customKeywords: [CustomKeyword] = []
  /// The key that people mean by another word, as by its name in their language; asked for keys that a mapping may not
  /// have, and heard where the mapping may have the answer.
  public var meantKey: (@Sendable ([UInt8]) -> [UInt8]?)?
  /// How many schemas may be open at once on the way down: a level of the value opens one to three. A thousand fit into the
  /// half megabyte that the stacks of some threads have.
  public var depthLimit = 1_000

  /// The usual options.
  public init() {}
}

/// A keyword of the client.
public struct CustomKeyword: Sendable {
  /// Its name in schemas.
  public let name: String
  /// The address of its vocabulary. The keyword is on under the standard metaschemas, and under others that name the
  /// vocabulary in `$vocabulary`.
  public let vocabulary: String
  /// The schema of its value, as JSON.
  public let metaschema: String
  /// Reads its value in a schema's document. A keyword that only says something to the client has no check.
  public let compile: @Sendable (DataTree, NodeID) -> (any CustomCheck)?

  /// Makes a keyword.
  public init(
    _ name: String, vocabulary: String, metaschema: String,
    compile: @escaping @Sendable (DataTree, NodeID) -> (any CustomCheck)? = { _, _ in nil }
  ) {
    self.name = name
    self.vocabulary = vocabulary
    self.metaschema = metaschema
    self.compile = compile
  }
}

/// A compiled keyword of the client.
public protocol CustomCheck: Sendable {
  /// What is wrong with the value at a node, an alias followed; empty where it is right. It should allocate nothing then.
  func failures(of node: NodeID, in tree: DataTree) -> [CustomFailure]

  /// As above, one failure after the other until `take` says no: a value may have as many as it has words.
  func forEachFailure(of node: NodeID, in tree: DataTree, _ take: (CustomFailure) -> Bool)
}

extension CustomCheck {
  /// Hands over the failures of ``failures(of:in:)``.
  public func forEachFailure(of node: NodeID, in tree: DataTree, _ take: (CustomFailure) -> Bool) {
    for failure in failures(of: node, in: tree) where !take(failure) { return }
  }
}

/// What a keyword of the client finds wrong: a measure, for whoever words it.
public struct CustomFailure: Sendable {
  /// The node to change, below or at the value; its range and pointer become the failure's.
  public let node: NodeID
  /// The characters to change, where they are not the whole node.
  public let range: ByteRange?
  /// What was measured; a type of the keyword's own.
  public let payload: any Hashable & Sendable

  /// Makes a failure.
  public init(_ payload: any Hashable & Sendable, at node: NodeID, range: ByteRange? = nil) {
    self.payload = payload
    self.node = node
    self.range = range
  }
}
