import Arguments
import Files
import PostingLint
import SchemaDrafts
import SourceText

/// Writes the schema that the configuration of a content manager says, and names what cannot be said.
enum SchemaCommand {
  static func run(_ arguments: ParsedArguments, _ console: consuming Console) -> ExitStatus {
    var console = console
    guard let name = arguments.path(.from) else { return console.finish(.failure) }
    do {
      let schema = try ContentSchema(name.bytes) { $0 }
      let output = arguments.outputs.last
      let language = console.language
      let text =
        output?.format == "json"
        ? JSONDraftWriter.text(schema.draft, in: language) : YAMLDraftWriter.text(schema.draft, in: language)
      if let file = output?.file, let identity = FileIdentity(file), identity == FileIdentity(schema.source.path) {
        throw FileError.isReport(file)
      }
      try console.print(text, to: output?.file)
      if !arguments.has(.quiet) { list(schema, &console) }
    } catch let error as ConfigurationError {
      console.note(error)
      return console.finish(.failure)
    } catch {
      if let error = error as? FileError { console.complain(error.message) }
      return console.finish(.failure)
    }
    return console.finish(.clean)
  }

  /// Names the fields of which not everything can be said, with their places.
  private static func list(_ schema: ContentSchema, _ console: inout Console) {
    let places = PlaceNames(schema.source)
    for remark in schema.remarks {
      console.note("\(places.name(of: remark.range.start)): \(SafeText.make(remark.message[console.language]))")
    }
  }
}
