/// The keywords that check nothing by themselves: they say something to people, name places, or are read by another.
extension Keyword {
  /// The schema of the items after those that `items` names one by one (draft-07 validation, 6.4.2); run with `items`.
  static let additionalItems = Keyword("additionalItems", .applicator, .before202012, .schema)

  /// A name for a schema inside its resource (2020-12 core, 8.2.2); read by the scanner.
  static let anchor = Keyword("$anchor", .core, .since201909, .anchor)

  /// A note to the readers of the schema (2020-12 core, 8.3).
  static let comment = Keyword("$comment", .core, .all, .text)

  /// What the decoded text would have to be (2020-12 validation, 8.5): an annotation, never checked.
  static let contentSchema = Keyword("contentSchema", .content, .since201909, .schema)

  /// A value to start from (2020-12 validation, 9.2).
  static let defaultValue = Keyword("default", .metaData, .all, .anything)

  /// Schemas to refer to, in draft-07 (validation, 9); the later editions still know the place.
  static let definitions = Keyword("definitions", .core, .all, .schemaMap)

  /// Schemas to refer to (2020-12 core, 8.2.4).
  static let defs = Keyword("$defs", .core, .since201909, .schemaMap)

  /// Whether the value should no longer be used (2020-12 validation, 9.3).
  static let deprecated = Keyword("deprecated", .metaData, .since201909, .boolean)

  /// An explanation for people (2020-12 validation, 9.1).
  static let description = Keyword("description", .metaData, .all, .text)

  /// A name that an outer resource may take over (2020-12 core, 8.2.2); read by the scanner.
  static let dynamicAnchor = Keyword("$dynamicAnchor", .core, .draft202012, .anchor)

  /// What must hold where `if` does not (2020-12 core, 10.2.2.3); run there.
  static let otherwise = Keyword("else", .applicator, .all, .schema)

  /// Values as examples (2020-12 validation, 9.5).
  static let examples = Keyword("examples", .metaData, .all, .list)

  /// The address of a schema (2020-12 core, 8.2.1; draft-07 core, 8.2); read by the scanner.
  static let identifier = Keyword("$id", .core, .all, .identifier)

  /// How many items may meet `contains` (2020-12 validation, 6.4.4); read there.
  static let maxContains = Keyword("maxContains", .validation, .since201909, .count)

  /// How many items must meet `contains` (2020-12 validation, 6.4.5); read there.
  static let minContains = Keyword("minContains", .validation, .since201909, .count)

  /// Whether the value is written by its owner alone (2020-12 validation, 9.4).
  static let readOnly = Keyword("readOnly", .metaData, .all, .boolean)

  /// Marks a root that an outer one may take the place of (2019-09 core, 8.2.4.2.2).
  static let recursiveAnchor = Keyword("$recursiveAnchor", .core, .draft201909, .boolean)

  /// The edition or the metaschema of a schema (2020-12 core, 8.1.1); read by the scanner.
  static let schema = Keyword("$schema", .core, .all, .uri)

  /// What must hold where `if` does (2020-12 core, 10.2.2.2); run there.
  static let then = Keyword("then", .applicator, .all, .schema)

  /// A short name for people (2020-12 validation, 9.1).
  static let title = Keyword("title", .metaData, .all, .text)

  /// The vocabularies of a metaschema (2020-12 core, 8.1.2); read where a schema names it by `$schema`.
  static let vocabulary = Keyword("$vocabulary", .core, .since201909, .vocabularies)

  /// Whether the value can never be read back (2020-12 validation, 9.4).
  static let writeOnly = Keyword("writeOnly", .metaData, .all, .boolean)
}
