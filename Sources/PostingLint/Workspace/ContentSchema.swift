import DataTree
package import Files
package import SchemaDrafts
package import SourceText

/// The schema that a content manager's configuration says, for one of its collections.
package struct ContentSchema: Sendable {
  /// The configuration.
  package let source: Source
  /// The schema.
  package let draft: SchemaDraft
  /// What the schema cannot say.
  package let remarks: [ContentRemark]

  /// Reads `FILE#COLLECTION` as it is in `files`; the collection may be left out where there is one.
  package init(
    _ name: [UInt8], in files: SettingsFiles = SettingsFiles(),
    resolving resolve: (SourcePath) throws(ConfigurationError) -> SourcePath
  )
    throws(ConfigurationError)
  {
    let mark = name.lastIndex(of: UInt8(ascii: "#"))
    let file = mark.map { Array(name[..<$0]) } ?? name
    let collection = mark.map { String(decoding: name[($0 + 1)...], as: UTF8.self) }
    let path = try resolve(SourcePath(bytes: file))
    let read = try SchemaLoader.source(path, files)
    let isPage = FileFinder.isMarkdown(Array(path.fileName))
    let document: Document
    if isPage {
      let bytes = HugoArchetype.withoutActions(read.bytes)
      document = Document(Source(path: path, bytes: bytes))
    } else {
      document = Document(read, as: .data(named: path))
    }
    source = isPage ? read : document.source
    guard document.isParsable else {
      throw .mistakes(source, document.errors.map { ($0.range, $0.message) })
    }
    do throws(ContentModelError) {
      let model = try ContentModel(document.tree, isPage: isPage)
      let title = model.form.title
      let shown = SourcePath(bytes: name).printable
      (draft, remarks) = try model.draft(
        of: collection?.isEmpty == false ? collection : nil,
        comments: [
          Message(
            fr: "Tiré par posting-lint de \(shown) (\(title))", en: "Made by posting-lint from \(shown) (\(title))")
        ])
    } catch {
      if let range = error.range { throw .mistakes(source, [(range, error.message)]) }
      throw .unusable(path, error.message)
    }
  }

  /// The schema as a document of its own; its text is JSON.
  var document: SchemaDocument {
    let text = Source(path: source.path, bytes: JSONDraftWriter.text(draft, in: .en))
    return SchemaDocument(source: text, tree: Document(text, as: .data(.json)).tree)
  }
}
