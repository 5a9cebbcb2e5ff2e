import Files
import JSONSchema
import SourceText
import YAML

/// Reads schemas from files, in JSON or YAML.
enum SchemaLoader {
  /// Reads and compiles the schema at `path`; references to other files are followed from there.
  static func load(_ path: SourcePath, _ options: LintOptions) throws(ConfigurationError) -> FrontMatterSchema {
    let source: Source
    do {
      source = Source(path: path, bytes: try FileReader.read(path))
    } catch {
      throw .file(error)
    }
    let tree = try document(source)
    do {
      return try FrontMatterSchema(document: tree, options: options, checksSchema: true)
    } catch {
      throw .schema(source, error.errors.map { ($0.range, $0.message) })
    }
  }

  /// The tree of a schema document: JSON by its name, YAML otherwise.
  static func document(_ source: Source) throws(ConfigurationError) -> YAMLTree {
    if source.path.bytes.suffix(5).elementsEqual(".json".utf8) {
      do {
        return try JSONParser.parse(source.bytes)
      } catch {
        throw .schema(source, [(error.range, message)])
      }
    }
    let result = YAMLParser.parse(source.bytes)
    guard result.errors.isEmpty else { throw .schema(source, result.errors.map { ($0.range, $0.message) }) }
    return result.tree
  }

  private static let message = Message(
    fr: "ce n’est pas du JSON\u{A0}: vérifiez les guillemets, virgules et accolades à cet endroit",
    en: "this is no JSON: check the quotes, commas and braces here")
}
