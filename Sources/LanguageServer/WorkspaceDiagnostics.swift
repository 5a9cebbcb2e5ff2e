import Files
import PostingLint
import SourceText

/// A client's question for the diagnostics of all files, which is answered piece by piece between other messages.
struct WorkspacePull {
  let id: RequestID
  /// Names the pieces, where the client takes them as they come.
  let token: RequestID?
  /// What the client has, by address; what is still in it at the end is there no more.
  var previous: [DocumentURI: String]
  /// The number of the folder that is being searched.
  var folder = 0
  var search: FileSearch?
  /// The reports that are not sent yet, each as JSON.
  var reports: [String] = []
}

/// What was found last in a file that is not open.
struct KnownReport {
  let stamp: FileStamp
  /// Tells when the settings were read that it rests on.
  let generation: Int
  let resultID: String
}

extension PostingServer {
  /// How many files are linted before other messages are looked at.
  private static let pieceSize = 32

  /// Whether there is something to do while the client says nothing.
  package var hasWork: Bool { !workspacePulls.isEmpty && !hasEnded }

  /// Does a piece of the work; gives the bytes for the client.
  package mutating func work() -> [UInt8] {
    defer { output = [] }
    guard !workspacePulls.isEmpty else { return [] }
    var pull = workspacePulls.removeFirst()
    if advance(&pull) {
      finish(pull)
    } else {
      if let token = pull.token, !pull.reports.isEmpty { send(pull.reports, token) }
      if pull.token != nil { pull.reports = [] }
      workspacePulls.insert(pull, at: 0)
    }
    return output
  }

  /// Gives up a question that the client does not ask any more.
  mutating func cancel(_ id: RequestID) {
    guard let place = workspacePulls.firstIndex(where: { $0.id == id }) else { return }
    workspacePulls.remove(at: place)
    refuse(id, ResponseError(.requestCancelled, "the request was cancelled"))
  }

  private mutating func finish(_ pull: WorkspacePull) {
    var reports = pull.reports
    for uri in pull.previous.keys.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    where documents[uri] == nil {
      reports.append(
        Self.report(uri, nil) {
          $0.member("kind", "full")
          $0.array("items") { _ in }
        })
    }
    if let token = pull.token, !reports.isEmpty {
      send(reports, token)
      reports = []
    }
    respond(pull.id) { result in
      result.object { $0.array("items") { list in for report in reports { list.literal(report) } } }
    }
  }

  private mutating func send(_ reports: [String], _ token: RequestID) {
    notify("$/progress") { params in
      params.member("token", token)
      params.object("value") { $0.array("items") { list in for report in reports { list.literal(report) } } }
    }
  }

  /// Looks at the next files; whether it was the last of them.
  private mutating func advance(_ pull: inout WorkspacePull) -> Bool {
    let open = Dictionary(documents.keys.compactMap { uri in uri.path.map { ($0, uri) } }) { first, _ in first }
    var count = 0
    while pull.folder < folders.count {
      guard let folder = folders[pull.folder].path else {
        pull.folder += 1
        continue
      }
      var search = pull.search ?? FileSearch([folder])
      while count < Self.pieceSize {
        // Taken out, so that it is not copied while the search asks it.
        var workspace = folders[pull.folder].workspace
        folders[pull.folder].workspace = defaults
        let step = search.next { (try? workspace.excludes($0, isFolder: $1)) ?? false }
        folders[pull.folder].workspace = workspace
        guard let step else { break }
        guard case .file(let file) = step, folderNumber(of: file.path) == pull.folder else { continue }
        count += 1
        look(at: file.path, open[file.path], &pull)
      }
      if count >= Self.pieceSize {
        pull.search = search
        return false
      }
      pull.search = nil
      pull.folder += 1
    }
    return true
  }

  private mutating func look(at path: SourcePath, _ open: DocumentURI?, _ pull: inout WorkspacePull) {
    if let open {
      let previous = pull.previous.removeValue(forKey: open)
      guard let check = check(open), let document = documents[open] else { return }
      let writer = DiagnosticWriter(document, capabilities, links: links(open))
      pull.reports.append(
        Self.report(open, document.version) { writer.writeReport(check, previous: previous, to: &$0) })
      return
    }
    let uri = DocumentURI(path: path)
    let previous = pull.previous.removeValue(forKey: uri)
    guard let stamp = FileStamp(path) else { return }
    if let known = knownReports[path], known.stamp == stamp, known.generation == generation,
      known.resultID == previous
    {
      pull.reports.append(
        Self.report(uri, nil) {
          $0.member("kind", "unchanged")
          $0.member("resultId", known.resultID)
        })
      return
    }
    guard let bytes = try? FileReader.read(path) else { return }
    let document = OpenDocument(uri: uri, languageID: "markdown", version: nil, revision: 0, text: bytes)
    let check = makeCheck(document)
    let writer = DiagnosticWriter(document, capabilities, links: links(uri))
    var items = JSONWriter()
    items.array { writer.write(check.report, check.language, to: &$0) }
    let resultID = "file-" + String(Self.hash(items.bytes), radix: 16)
    knownReports[path] = KnownReport(stamp: stamp, generation: generation, resultID: resultID)
    let isKnown = resultID == previous
    let text = String(decoding: items.bytes, as: UTF8.self)
    pull.reports.append(
      Self.report(uri, nil) {
        $0.member("kind", isKnown ? "unchanged" : "full")
        $0.member("resultId", resultID)
        if !isKnown {
          $0.key("items")
          $0.literal(text)
        }
      })
  }

  /// One report of a document (LSP 3.17, `WorkspaceDocumentDiagnosticReport`).
  private static func report(
    _ uri: DocumentURI, _ version: Int?, _ members: (inout JSONWriter) -> Void
  ) -> String {
    var report = JSONWriter()
    report.object {
      $0.member("uri", uri.text)
      $0.key("version")
      if let version { $0.number(version) } else { $0.null() }
      members(&$0)
    }
    return String(decoding: report.bytes, as: UTF8.self)
  }

  /// FNV-1a: the same for the same bytes in every run.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
