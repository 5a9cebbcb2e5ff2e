public import SourceText

/// What is wrong with a schema itself.
public enum SchemaErrorKind: Sendable {
  /// The schema breaks the rules of the standard, or of a keyword's own metaschema.
  case malformed(SchemaFailure)
  /// A reference leads nowhere: neither in the schemas at hand nor among the files that were given.
  case unresolvedReference(String)
  /// A reference leads to something that is no schema.
  case notASchema(String)
  /// References lead round in a circle without ever reaching a part of the value.
  case endlessReference(String)
  /// Not a pattern of ECMA-262, and why.
  case badPattern(String, reason: Message)
  /// `$schema` names a metaschema that is not at hand.
  case unknownMetaschema(String)
  /// The metaschema requires a vocabulary that is not known.
  case unknownVocabulary(String)
  /// Two schemas of one document bear the same name.
  case duplicateName(String)
  /// The document has no content.
  case empty
}

/// A mistake in a schema, with its place in the schema's text.
public struct SchemaError: Error, Sendable {
  /// What is wrong.
  public let kind: SchemaErrorKind
  /// The address of the document, empty for the schema that was given without one.
  public let document: String
  /// Where, in the document's bytes.
  public let range: ByteRange
  /// The JSON Pointer of the place in the document.
  public let pointer: String
}

/// Why a schema could not be compiled: at least one mistake.
public struct SchemaErrors: Error, Sendable {
  /// The mistakes, by document and place.
  public let errors: [SchemaError]

  /// Makes an error of mistakes.
  package init(errors: [SchemaError]) {
    self.errors = errors
  }
}
