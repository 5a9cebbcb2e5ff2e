import Files
import PostingLint
import SourceText

/// A place where a file names an id.
struct Use {
  /// The file, open or not.
  let document: OpenDocument
  let named: NamedID
  /// Writes another text in place of the value; `nil` where it is written in a way that an edit cannot keep.
  let replacing: ([UInt8]) -> Edit?
}

extension PostingServer {
  /// The id at a place of an open document, and what it stands for.
  mutating func thing(at place: TextPlace) -> (named: NamedID, thing: ReferencedThing, document: OpenDocument)? {
    guard let (document, check, linter, offset) = checkedPlace(place), let schema = linter.schema,
      let path = place.uri.path, let found = TreePlace(check.document.tree, at: offset), let value = found.value,
      let list = SchemaGuide(schema.document).list(at: found.path),
      let named = NamedID(value, list, check.document.tree)
    else { return nil }
    return (named, ReferencedThing(named, check.configuration, posting: path), document)
  }

  /// Every place below the folder of `origin` that names a thing; open documents count as the client has them.
  mutating func uses(of thing: ReferencedThing, from origin: DocumentURI) -> [Use] {
    let number = folderNumber(of: origin.path)
    let root = folders[number].path ?? origin.path.map { Repository.root(of: $0.folder) }
    guard let root else { return [] }
    let open = Dictionary(documents.keys.compactMap { uri in uri.path.map { ($0, uri) } }) { first, _ in first }
    var result: [Use] = []
    var search = FileSearch([root])
    while let step = search.next(excluding: { _, _ in false }) {
      guard case .file(let file) = step, folderNumber(of: file.path) == number else { continue }
      if let uri = open[file.path], let document = documents[uri] {
        result += uses(of: thing, in: document, file.path, number)
      } else if let bytes = try? FileReader.read(file.path), bytes.contains(thing.id) {
        let uri = DocumentURI(path: file.path)
        let document = OpenDocument(uri: uri, languageID: "markdown", version: nil, revision: 0, text: bytes)
        result += uses(of: thing, in: document, file.path, number)
      }
    }
    return result
  }

  private mutating func uses(
    of thing: ReferencedThing, in document: OpenDocument, _ path: SourcePath, _ folder: Int
  ) -> [Use] {
    let read = Document(Source(path: path, bytes: document.bytes))
    guard let settings = folders[folder].settings(for: path, hasFileName: true).settings else { return [] }
    let linter = settings.linter(for: read)
    guard let schema = linter.schema else { return [] }
    let found = NamedID.all(in: read, schema, wanted: thing.id).filter {
      ReferencedThing($0, settings.configuration, posting: path) == thing
    }
    guard !found.isEmpty else { return [] }
    let context = schema.context(of: read)
    return found.map { named in
      Use(document: document, named: named) { context.replacing(named.node, with: $0) }
    }
  }

  /// Answers where an id is named (LSP 3.17, `textDocument/references`).
  mutating func answerReferences(_ id: RequestID, _ place: TextPlace, includesDeclaration: Bool) {
    guard let (_, thing, _) = thing(at: place) else {
      respond(id) { $0.null() }
      return
    }
    let uses = uses(of: thing, from: place.uri)
    let capabilities = capabilities
    respond(id) { result in
      result.array { list in
        if includesDeclaration, let target = thing.target {
          list.object { location in
            location.member("uri", DocumentURI(path: target.path).text)
            Self.write(line: target.line, as: "range", to: &location)
          }
        }
        for use in uses {
          list.object { location in
            location.member("uri", use.document.uri.text)
            DiagnosticWriter(use.document, capabilities).write(use.named.range, to: &location)
          }
        }
      }
    }
  }
}

extension [UInt8] {
  /// Whether the bytes of `other` stand anywhere in these.
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return other.isEmpty }
    var index = 0
    while index <= count - other.count {
      if self[index] == first, self[index..<index + other.count].elementsEqual(other) { return true }
      index += 1
    }
    return false
  }
}
