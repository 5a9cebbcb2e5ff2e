import Files
import PostingLint
import SourceText

/// Renames what an id stands for, in its file and in all that name it.
extension PostingServer {
  /// Answers with the id at a place, where it can be renamed (LSP 3.17, `textDocument/prepareRename`).
  mutating func answerPrepareRename(_ id: RequestID, _ place: TextPlace) {
    guard let (named, thing, document) = thing(at: place), thing.target != nil else {
      respond(id) { $0.null() }
      return
    }
    let writer = DiagnosticWriter(document, capabilities)
    respond(id) { result in
      result.object {
        writer.write(named.range, to: &$0)
        $0.member("placeholder", String(decoding: named.id, as: UTF8.self))
      }
    }
  }

  /// Answers with one edit of all files (LSP 3.17, `textDocument/rename`).
  mutating func answerRename(_ id: RequestID, _ place: TextPlace, _ newName: [UInt8]) throws(ResponseError) {
    guard let (named, thing, _) = thing(at: place), let target = thing.target else {
      throw failure(place.uri, fr: "rien à renommer ici", en: "there is nothing to rename here")
    }
    let prefix = Array(named.list.prefix.utf8)
    let new = newName.starts(with: prefix) ? Array(newName.dropFirst(prefix.count)) : newName
    let isFile = target.line == 0 && FileFinder.isMarkdown(Array(target.path.fileName))
    try check(new, thing, target, isFile: isFile, place.uri)
    if isFile, !capabilities.renamesFiles {
      throw failure(
        place.uri, fr: "cet éditeur ne renomme pas de fichiers pour un serveur",
        en: "this editor does not rename files for a server")
    }
    var edits: [(document: OpenDocument, edits: [Edit])] = []
    for use in uses(of: thing, from: place.uri) {
      guard let edit = use.replacing(prefix + new) else {
        let name = use.document.uri.path?.printable ?? use.document.uri.text
        throw failure(
          place.uri, fr: "cet identifiant est écrit dans \(name) d’une façon qui ne se remplace pas",
          en: "this id is written in \(name) in a way that cannot be replaced")
      }
      if edits.last?.document.uri == use.document.uri {
        edits[edits.count - 1].edits.append(edit)
      } else {
        edits.append((use.document, [edit]))
      }
    }
    if !isFile {
      guard let line = lineEdit(thing, target, new) else {
        throw failure(
          place.uri, fr: "la liste des identifiants a changé\u{A0}: enregistrez-la d’abord",
          en: "the list of ids was changed: save it first")
      }
      edits.append(line)
    }
    let newPath = isFile ? target.path.folder.appending(new + Self.suffix(of: target.path)) : nil
    let capabilities = capabilities
    respond(id) { result in
      result.object { DiagnosticWriter.writeRename(edits, from: target.path, to: newPath, capabilities, &$0) }
    }
  }

  /// Refuses a name that no file can have, that is taken, or that would leave the client's folder.
  private func check(
    _ new: [UInt8], _ thing: ReferencedThing, _ target: ReferenceFile.Target, isFile: Bool, _ uri: DocumentURI
  ) throws(ResponseError) {
    let isName =
      !new.isEmpty && new.count <= 200 && new.first != UInt8(ascii: ".") && !new.contains(Byte.slash)
      && !new.contains(UInt8(ascii: "\\")) && new.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && new.first != 0x20 && new.last != 0x20
    guard isName else {
      throw failure(
        uri, fr: "un identifiant est un nom de fichier, sans barre oblique ni blanc au bord",
        en: "an id is the name of a file, without slashes and without blanks at its ends")
    }
    let folder = folders[folderNumber(of: uri.path)].path
    guard folder.map({ FolderListing.absolute(target.path).isInside($0) }) ?? true, Repository.holds(target.path) else {
      throw failure(uri, fr: "cette fiche est hors du dossier ouvert", en: "its file lies outside the open folder")
    }
    let isTaken: Bool
    if isFile {
      let names = FolderListing.markdownNames(in: target.path.folder) ?? []
      isTaken = new != thing.id && names.contains(new)
    } else {
      isTaken = (try? FileReader.read(target.path)).map { ReferenceList(text: $0, origin: "").contains(new) } ?? false
    }
    guard !isTaken else {
      let text = String(decoding: new, as: UTF8.self)
      throw failure(uri, fr: "l’identifiant «\u{A0}\(text)\u{A0}» existe déjà", en: "the id “\(text)” exists already")
    }
  }

  /// The edit of a file with one id a line.
  private func lineEdit(
    _ thing: ReferencedThing, _ target: ReferenceFile.Target, _ new: [UInt8]
  ) -> (document: OpenDocument, edits: [Edit])? {
    let uri = DocumentURI(path: target.path)
    let open = documents.first { $0.key.path == uri.path }?.value
    guard
      let document = open
        ?? (try? FileReader.read(target.path)).map({
          OpenDocument(uri: uri, languageID: "", version: nil, revision: 0, text: $0)
        })
    else { return nil }
    let line = document.lines.contentRange(ofLine: target.line, in: document.bytes)
    let start = line.start + document.bytes[line.indices].prefix { $0 == 0x20 || $0 == 0x09 }.count
    // The line was found in the file on disk; the text in the editor may be another by now.
    guard document.bytes[start..<line.end].starts(with: thing.id) else { return nil }
    return (document, [Edit(ByteRange(start, start + thing.id.count), new)])
  }

  private static func suffix(of path: SourcePath) -> [UInt8] {
    let name = Array(path.fileName)
    return name.lastIndex(of: Byte.dot).map { Array(name[$0...]) } ?? []
  }

  private func failure(_ uri: DocumentURI, fr: String, en: String) -> ResponseError {
    let language = documents[uri]?.check?.language ?? options.language
    return ResponseError(.requestFailed, Message(fr: fr, en: en)[language])
  }
}

extension DiagnosticWriter {
  /// Writes the edits of several files and the renaming of one as the members of a `WorkspaceEdit`.
  static func writeRename(
    _ edits: [(document: OpenDocument, edits: [Edit])], from old: SourcePath, to new: SourcePath?,
    _ capabilities: ClientCapabilities, _ output: inout JSONWriter
  ) {
    guard capabilities.versionsEdits || new != nil else {
      output.object("changes") { changes in
        for (document, edits) in edits {
          changes.key(text: document.uri.text)
          changes.array { DiagnosticWriter(document, capabilities).write(edits, to: &$0) }
        }
      }
      return
    }
    output.array("documentChanges") { list in
      for (document, edits) in edits { DiagnosticWriter(document, capabilities).writeDocumentEdit(edits, to: &list) }
      guard let new else { return }
      list.object {
        $0.member("kind", "rename")
        $0.member("oldUri", DocumentURI(path: old).text)
        $0.member("newUri", DocumentURI(path: new).text)
      }
    }
  }
}
