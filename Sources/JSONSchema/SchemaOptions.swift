public import DataTree
public import SourceText

/// How a schema is compiled and run.
public struct SchemaOptions: Sendable {
  /// The address that the schema was found under: relative references start from it.
  public var baseURI = ""
  /// The edition of schemas without `$schema`.
  public var defaultDialect = Dialect.draft202012
  /// Whether `format` is checked; else it is so only where the metaschema asks for it, and for the client's formats.
  public var assertsFormat = false
  /// Whether the schema is first validated by its metaschema, so that mistakes in it are found.
  public var checksSchema = true
  /// The client's keywords.
  public var extraKeywords: [ExtraKeyword] = []
  /// The client's formats; they are always checked, and come before those of the standard of the same name.
  public var extraFormats: [ExtraFormat] = []
  /// How many schemas may be open at once on the way down: a level of the value opens one to three. A thousand fit into the
  /// half megabyte that the stacks of some threads have.
  public var depthLimit = 1_000

  /// The usual options.
  public init() {}
}

/// A format of the client.
public struct ExtraFormat: Sendable {
  /// The name in `format`.
  public let name: String
  /// Whether a text, in UTF-8, has the format.
  public let isValid: @Sendable (ArraySlice<UInt8>) -> Bool

  /// Makes a format.
  public init(_ name: String, isValid: @escaping @Sendable (ArraySlice<UInt8>) -> Bool) {
    self.name = name
    self.isValid = isValid
  }
}

/// A keyword of the client.
public struct ExtraKeyword: Sendable {
  /// Its name in schemas.
  public let name: String
  /// The address of its vocabulary. The keyword is on under the standard metaschemas, and under others that name the
  /// vocabulary in `$vocabulary`.
  public let vocabulary: String
  /// The schema of its value, as JSON.
  public let metaschema: String
  /// Reads its value in a schema's document. A keyword that only says something to the client has no check.
  public let compile: @Sendable (DataTree, NodeID) -> Result<(any ExtraCheck)?, ExtraRefusal>

  /// Makes a keyword.
  public init(
    _ name: String, vocabulary: String, metaschema: String,
    compile: @escaping @Sendable (DataTree, NodeID) -> Result<(any ExtraCheck)?, ExtraRefusal> = { _, _ in .success(nil)
    }
  ) {
    self.name = name
    self.vocabulary = vocabulary
    self.metaschema = metaschema
    self.compile = compile
  }
}

/// Why a keyword refuses its value.
public struct ExtraRefusal: Error {
  /// What is wrong with it.
  public let message: Message
  /// The part of the value that is wrong; the whole value where it is `nil`.
  public let node: NodeID?

  /// Makes a refusal.
  public init(_ message: Message, at node: NodeID? = nil) {
    self.message = message
    self.node = node
  }
}

/// A compiled keyword of the client.
public protocol ExtraCheck: Sendable {
  /// What is wrong with the value; empty where it is right. It should allocate nothing then.
  func failures(of value: ExtraInstance) -> [ExtraFailure]
}

/// A value, as the client's keywords see it.
public struct ExtraInstance {
  /// The tree that it is part of.
  public let tree: DataTree
  /// The value; an alias has been followed.
  public let node: NodeID
  /// The collections that it is in, outermost first.
  public let ancestors: [NodeID]
  /// The key that it is the value of, if it is one.
  public let key: NodeID?
}

/// What a keyword of the client finds wrong.
public struct ExtraFailure: Sendable {
  /// A word of the client's for this kind of failure.
  public let kind: String
  /// What to tell people.
  public let message: Message
  /// The node to change, below or at the value; its range and pointer become the failure's.
  public let node: NodeID
  /// The characters to change, where they are not the whole node.
  public let range: ByteRange?
  /// What may be changed to mend it.
  public let edits: [Edit]

  /// Makes a failure.
  public init(_ kind: String, _ message: Message, at node: NodeID, range: ByteRange? = nil, edits: [Edit] = []) {
    self.kind = kind
    self.message = message
    self.node = node
    self.range = range
    self.edits = edits
  }
}
