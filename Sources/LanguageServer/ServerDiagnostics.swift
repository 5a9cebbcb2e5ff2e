import Files
import PostingLint
import SourceText

/// A client's question for the diagnostics of one document that waits until its text is settled.
struct DocumentPull {
  let id: RequestID
  let uri: DocumentURI
  let previous: String?
}

extension PostingServer {
  mutating func nextRevision() -> Int {
    revisionCount += 1
    return revisionCount
  }

  /// Notes that the findings of a document are to be published.
  mutating func isChanged(_ uri: DocumentURI) {
    guard !capabilities.pullsDiagnostics, unpublishedSet.insert(uri).inserted else { return }
    unpublished.append(uri)
  }

  /// Reads again what findings rest on, where some of it changed.
  mutating func lookAround() {
    let now = ContinuousClock.now
    lastLook = now
    // For these a folder is asked for many names.
    let looksAtReaders = now - lastLookAtReaders > .milliseconds(500)
    if looksAtReaders { lastLookAtReaders = now }
    guard folders.contains(where: { $0.isOutdated(readers: looksAtReaders) }) else { return }
    refresh()
  }

  /// The same as ``lookAround()``, but not more often than twice a second: for every key that is pressed.
  mutating func glanceAround() {
    if ContinuousClock.now - lastLook > .milliseconds(500) { lookAround() }
  }

  /// Forgets what was read of the files around the documents, and the findings that rest on it; publishes anew.
  mutating func refresh() {
    generation += 1
    let day = options.today()
    for number in folders.indices { folders[number].forget(systemDay: day) }
    defaults.forget(systemDay: day)
    let uris = documents.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    for uri in uris {
      let revision = nextRevision()
      documents[uri]?.check = nil
      documents[uri]?.revision = revision
      isChanged(uri)
    }
    if capabilities.pullsDiagnostics, capabilities.refreshesDiagnostics, !documents.isEmpty || asksForAll {
      request("workspace/diagnostic/refresh") { $0.null() }
    }
  }

  /// Publishes and answers what has waited for the texts to settle.
  mutating func settle() {
    let (uris, pulls) = (unpublished, waitingPulls)
    (unpublished, waitingPulls) = ([], [])
    unpublishedSet = []
    for uri in uris { publish(uri) }
    for pull in pulls { answer(pull) }
    // What was read for the first time may be something to watch.
    let count = folders.reduce(0) { $0 + $1.foundationCount }
    if watched != nil, count != watchedCount { watchFiles() }
    watchedCount = count
  }

  private mutating func publish(_ uri: DocumentURI) {
    let check = check(uri)
    let document = documents[uri]
    let writer = document.map { DiagnosticWriter($0, capabilities, links: links(uri)) }
    notify("textDocument/publishDiagnostics") { params in
      params.member("uri", uri.text)
      if let version = document?.version { params.member("version", version) }
      params.array("diagnostics") { list in
        guard let writer, let check else { return }
        writer.write(check.report, check.language, to: &list)
      }
    }
  }

  private mutating func answer(_ pull: DocumentPull) {
    var read = documents[pull.uri]
    var check = check(pull.uri)
    if read == nil, let file = fileDocument(pull.uri) {
      read = file
      check = makeCheck(file)
    }
    guard let document = read, let check else {
      respond(pull.id) { result in
        result.object {
          $0.member("kind", "full")
          $0.array("items") { _ in }
        }
      }
      return
    }
    let writer = DiagnosticWriter(document, capabilities, links: links(pull.uri))
    respond(pull.id) { result in
      result.object { writer.writeReport(check, previous: pull.previous, to: &$0) }
    }
  }
}

extension PostingServer {
  /// A file that is not open, of one of the client's folders, as a document; `nil` where there is none.
  func fileDocument(_ uri: DocumentURI) -> OpenDocument? {
    guard let path = uri.path, folders[folderNumber(of: path)].path != nil, let bytes = try? FileReader.read(path)
    else {
      return nil
    }
    return OpenDocument(uri: uri, languageID: "", version: nil, revision: 0, text: bytes)
  }
}

extension DiagnosticWriter {
  /// Writes the findings of a document as the members of a report (LSP 3.17, `DocumentDiagnosticReport`).
  func writeReport(_ check: DocumentCheck, previous: String?, to report: inout JSONWriter) {
    // A file that is not open has no number of its text.
    let resultID = document.revision > 0 ? String(document.revision) : nil
    let isKnown = resultID != nil && previous == resultID
    report.member("kind", isKnown ? "unchanged" : "full")
    if let resultID { report.member("resultId", resultID) }
    guard !isKnown else { return }
    report.array("items") { write(check.report, check.language, to: &$0) }
  }
}
