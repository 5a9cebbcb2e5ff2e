import DataTree

extension PostingVocabulary.Keyword {
  /// `assertFormat: true`, at the top of a schema: `format` is checked, and not only said.
  static let assertFormat = Self("assertFormat", metaschema: #"{"type": "boolean"}"#)

  /// `descriptionIn: {en: TEXT}`: the description in other languages.
  static let descriptionIn = Self(
    "descriptionIn", metaschema: #"{"type": "object", "additionalProperties": {"type": "string"}}"#)

  /// `report: {rule: ID, severity: LEVEL}`: under which rule and how gravely failures of this schema are reported.
  static let report = Self(
    "report",
    metaschema: """
      {"type": "object", "additionalProperties": false,
       "properties": {"rule": {"type": "string"}, "severity": {"enum": ["info", "warning", "error"]}}}
      """)

  /// `roleTitle: true`: a text that is the title of a post; `"mention"` where it only mentions one.
  static let roleTitle = Self("roleTitle", metaschema: #"{"enum": [true, false, "mention"]}"#)
}
