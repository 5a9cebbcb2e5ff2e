import DataTree
import JSON
import JSONSchema
import SourceText

/// Compiles a schema and validates JSON text.
func failures(_ schema: String, _ instance: String, options: SchemaOptions = SchemaOptions()) throws -> [SchemaFailure]
{
  let validator = try SchemaValidator(schema: try JSONParser.parse(Array(schema.utf8)), options: options)
  let tree = try JSONParser.parse(Array(instance.utf8))
  return validator.failures(of: tree)
}

/// The characters that a failure is about.
func text(_ failure: SchemaFailure, in instance: String) -> String {
  let bytes = Array(instance.utf8)
  return String(decoding: bytes[failure.range.indices], as: UTF8.self)
}
