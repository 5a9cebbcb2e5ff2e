public import DataTree
public import JSON
public import SourceText

/// Why a vocabulary of roles cannot be used.
public enum RoleVocabularyError: Error, Hashable, Sendable {
  /// The text is not JSON.
  case notJSON(JSONError)
  /// Another kind of value should stand at the range: `expected` says which, in a word.
  case wrongShape(ByteRange, expected: String)
}

/// What is known of titles: roles with their domains, the two genders of nouns, synonyms, modifiers and the words that
/// open or close the part of a title that names the role.
///
/// The vocabulary is data (`schemas/roles.json`); how a title is written is the reader's business. Words may be
/// written with or without accents and capitals, the match ignores both; spelling suggestions use them as they stand.
public struct RoleVocabulary: Sendable {
  /// The entries, in the order in which they were read.
  private let entries: RoleEntries

  /// Reads a vocabulary from the bytes of a JSON text.
  public init(json: [UInt8]) throws(RoleVocabularyError) {
    let tree: DataTree
    do { tree = try JSONParser.parse(json) } catch { throw .notJSON(error) }
    try self.init(tree: tree, node: tree.root ?? NodeID(0))
  }

  /// Reads a vocabulary from one node of a tree: the root of a JSON text, or a part of a configuration.
  public init(tree: DataTree, node: NodeID) throws(RoleVocabularyError) {
    entries = try RoleEntries(tree: tree, node: node)
  }

  private init(_ entries: RoleEntries) {
    self.entries = entries
  }

  /// This vocabulary with the entries of `other` added. A role, a modifier or a head of a known name gains the other's
  /// titles and topics, and takes its domains where it states some.
  public func merging(_ other: RoleVocabulary) -> RoleVocabulary {
    RoleVocabulary(entries.merging(other.entries))
  }

  /// The vocabulary made ready for a ``RoleReader``, as a program can carry it.
  package var image: RoleImage {
    var builder = TableBuilder(entries)
    return builder.image()
  }

  /// The names of all roles, in the order of the vocabulary.
  public var roleNames: [String] { entries.roles.map { String(decoding: $0.name, as: UTF8.self) } }

  /// Every domain that a role may have, in the order in which roles first name them.
  public var domainNames: [String] {
    let tables = RoleTables(image)
    return tables.domainNames.indices.map { tables.domainName($0) }
  }
}
