import DataTree
import Files
import JSONSchema
package import Readers
package import SchemaDrafts
package import SourceText

extension Linter {
  /// What finds the values that do not meet a schema that was made of files: its text is JSON.
  package static func validating(
    schemaText: [UInt8], _ lists: [IDList], _ options: LintOptions
  ) throws(ConfigurationError) -> Linter {
    var options = options
    options.validatesOnly = true
    options.hasSchema = true
    for list in lists {
      options.references[list.name] = ReferenceList(ids: list.ids, origin: list.folder ?? list.name)
    }
    let source = Source(path: SourcePath("<schema>"), bytes: schemaText)
    let document = Document(source, as: .data(.json))
    do {
      let schema = try DocumentSchema(document: document.tree, options: options)
      return Linter(settings: .validation, options: options, schema: schema)
    } catch {
      throw .mistakes(source, error.errors.map { ($0.range, $0.kind.message) })
    }
  }
}

extension SchemaInference {
  /// Reads one more file: its values as the readers see them, and where these differ. A file that cannot be read says
  /// nothing.
  package mutating func add(_ source: Source, _ readers: [Reader]) {
    let document = Document(source)
    guard document.isParsable, document.frontMatter.isPresent, let root = document.root else { return }
    let tree = document.tree
    guard document.syntax == .yaml else {
      add(tree, root)
      return
    }
    let range = document.frontMatter.content
    let comparison = Readers.compare(tree, in: range, hasErrors: false, readers: readers, notesBooleans: true)
    add(tree, root, booleans: comparison.booleans)
    guard !comparison.disagreements.isEmpty else { return }
    let places = PlaceNames(source)
    var seen: Set<[UInt8]> = []
    for found in comparison.disagreements {
      guard let key = JSONPointer.tokens(Array(found.pointer.utf8))?.first, seen.insert(key).inserted else { continue }
      let place = found.node.map { tree.range(of: $0).start } ?? range.start
      note(key, readDifferently: Self.message(found, places.name(of: place)))
    }
  }

  private static func message(_ found: Disagreement, _ place: String) -> Message {
    let (first, second) = (words(found.first), words(found.second))
    return Message(fr: "\(place)\u{A0}: \(first.fr), \(second.fr)", en: "\(place): \(first.en), \(second.en)")
  }

  private static func words(_ side: (reader: Reader, value: ReaderValue?)) -> Message {
    let title = side.reader.profile.title
    guard let value = side.value else {
      return Message(fr: "\(title) n’y lit rien", en: "\(title) reads nothing there")
    }
    let parts = Notation(side.reader.profile.language).parts(of: value)
    let shown = Quoted.text("\(parts.kind.rawValue) \(parts.text)")
    return Message(fr: "\(title) lit \(shown)", en: "\(title) reads \(shown)")
  }
}
