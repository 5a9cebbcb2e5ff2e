import DataTree
import Files
import PostingLint
import SourceText

extension PostingServer {
  /// Answers where the file is that a value names by its id.
  mutating func answerDefinition(_ id: RequestID, _ place: TextPlace) {
    guard let (document, check, linter, offset) = checkedPlace(place), let schema = linter.schema,
      let path = place.uri.path
    else {
      respond(id) { $0.null() }
      return
    }
    let tree = check.document.tree
    let guide = SchemaGuide(schema.document)
    guard let found = TreePlace(tree, at: offset), let value = found.value,
      let list = guide.list(at: found.path),
      let target = ReferenceFile.find(tree.utf8(of: value), list, check.configuration, posting: path)
    else {
      respond(id) { $0.null() }
      return
    }
    let takesLinks = capabilities.takesLocationLinks
    let writer = DiagnosticWriter(document, capabilities)
    let uri = DocumentURI(path: target.path).text
    respond(id) { result in
      result.array { list in
        list.object { link in
          if takesLinks { writer.write(tree.content(of: value), as: "originSelectionRange", to: &link) }
          link.member(takesLinks ? "targetUri" : "uri", uri)
          for key in takesLinks ? ["targetRange", "targetSelectionRange"] : ["range"] as [StaticString] {
            Self.write(line: target.line, as: key, to: &link)
          }
        }
      }
    }
  }

  /// Writes the start of a line of another file.
  static func write(line: Int, as key: StaticString, to output: inout JSONWriter) {
    output.object(key) { range in
      for end in ["start", "end"] as [StaticString] {
        range.object(end) {
          $0.member("line", line)
          $0.member("character", 0)
        }
      }
    }
  }
}

/// Finds the file behind an id.
enum ReferenceFile {
  /// A line, from 0, of a file.
  struct Target: Hashable {
    let path: SourcePath
    let line: Int
  }

  /// The file that an id of a list stands for, as seen from a posting; `nil` where there is none.
  static func find(
    _ text: [UInt8], _ list: ReferencedList, _ configuration: Configuration, posting: SourcePath
  ) -> Target? {
    let prefix = Array(list.prefix.utf8)
    guard text.starts(with: prefix), !text.isEmpty, !text.contains(UInt8(ascii: "/")) else { return nil }
    let id = Array(text.dropFirst(prefix.count))
    switch configuration.references[list.name] {
    case .folder(let folder): return file(id, in: configuration.folder.appending(folder))
    case .file(let file): return line(of: id, in: configuration.folder.appending(file))
    case .ids: return nil
    case nil: break
    }
    guard let name = list.folder else { return nil }
    return Repository.folders(upFrom: FolderListing.absolute(posting).folder).lazy
      .compactMap { file(id, in: $0.appending(name)) }.first
  }

  private static func file(_ id: [UInt8], in folder: SourcePath) -> Target? {
    for ending in [".md", ".markdown", ".mdx"] {
      let path = folder.appending(id + Array(ending.utf8))
      if FolderListing.exists(path) { return Target(path: path, line: 0) }
    }
    return nil
  }

  /// The line of a file with one id a line.
  private static func line(of id: [UInt8], in file: SourcePath) -> Target? {
    guard let bytes = try? FileReader.read(file) else { return nil }
    let lines = LineIndex(bytes)
    for line in lines.lineStarts.indices {
      let text = bytes[lines.contentRange(ofLine: line, in: bytes).indices]
      if text.drop(while: { $0 == 0x20 || $0 == 0x09 }).starts(with: id),
        ReferenceList(text: Array(text), origin: "").contains(id)
      {
        return Target(path: file, line: line)
      }
    }
    return nil
  }
}
