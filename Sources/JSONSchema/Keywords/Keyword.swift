import DataTree

/// A keyword of the standard: what the compiler and the metaschema need to know of it.
struct Keyword: Sendable {
  let name: String
  let vocabulary: Vocabulary
  let dialects: DialectSet
  let shape: ValueShape
  /// Adds the keyword's part to the schema that is being compiled; `nil` for one that only says something to people or
  /// that the scanner has already read.
  let compile: (@Sendable (inout SchemaBuilder, KeywordSite) -> Void)?

  init(
    _ name: String, _ vocabulary: Vocabulary, _ dialects: DialectSet, _ shape: ValueShape,
    compile: (@Sendable (inout SchemaBuilder, KeywordSite) -> Void)? = nil
  ) {
    self.name = name
    self.vocabulary = vocabulary
    self.dialects = dialects
    self.shape = shape
    self.compile = compile
  }
}

/// Where a keyword stands in its document.
struct KeywordSite {
  let key: NodeID
  let value: NodeID
}
