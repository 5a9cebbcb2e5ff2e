import Files
package import PostingLint
package import SourceText

/// What the server is told when it starts.
package struct ServerOptions: Sendable {
  /// What holds before every configuration.
  package var overrides: LintOverrides
  /// The language that the user asked for on the command line.
  package var requestedLanguage: Language?
  /// The language of the environment.
  package var language: Language
  /// Says which day it is.
  package var today: @Sendable () -> CalendarDate

  /// Options for a server.
  package init(
    overrides: LintOverrides = LintOverrides(), requestedLanguage: Language? = nil, language: Language,
    today: @escaping @Sendable () -> CalendarDate
  ) {
    self.overrides = overrides
    self.requestedLanguage = requestedLanguage
    self.language = language
    self.today = today
  }
}

/// A language server (LSP 3.17) without its streams: bytes of the client go in, bytes for the client come out.
///
/// All messages that came in together are read before anything is linted, so texts that were changed again meanwhile
/// are never linted, and requests that were cancelled meanwhile are never answered.
package struct PostingServer {
  /// How the conversation stands.
  enum Phase: Hashable {
    case beforeInitialize
    case running
    case afterShutdown
    case ended(isClean: Bool)
  }

  /// A client's question for diagnostics that waits until its text is settled.
  private struct WaitingPull {
    let id: RequestID
    let uri: DocumentURI
    let previous: String?
  }

  let options: ServerOptions
  var capabilities = ClientCapabilities()
  var documents: [DocumentURI: OpenDocument] = [:]
  /// The folder that buffers without a file are taken to lie in.
  var root: SourcePath?
  var clientLanguage: Language?
  var workspace: Workspace
  /// Used where the configuration is broken.
  var defaults: Workspace
  /// The files that the client watches; `nil` before it was asked to.
  var watched: WatchedFiles?
  /// How many texts were checked so far: less than there were versions, where these came faster.
  package internal(set) var checkCount = 0
  /// The mistakes of configurations that the user was told.
  var toldMistakes: [String] = []

  private(set) var phase = Phase.beforeInitialize
  private var reader = FrameReader()
  private var output: [UInt8] = []
  private var unpublished: [DocumentURI] = []
  private var waitingPulls: [WaitingPull] = []
  private var requestCount = 0
  private var revisionCount = 0

  /// Makes a server that waits for `initialize`.
  package init(_ options: ServerOptions) {
    self.options = options
    let day = options.today()
    workspace = Workspace(options.overrides, systemDay: day)
    var withoutConfiguration = options.overrides
    withoutConfiguration.configuration = nil
    withoutConfiguration.ignoresConfiguration = true
    defaults = Workspace(withoutConfiguration, systemDay: day)
  }

  /// Whether the client has said `exit`.
  package var hasEnded: Bool { if case .ended = phase { true } else { false } }

  /// Whether the client said `shutdown` before it left.
  package var endedCleanly: Bool { phase == .ended(isClean: true) || phase == .afterShutdown }

  /// Takes bytes of the client's and gives those for the client.
  package mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
    let envelopes = reader.read(bytes).map { Envelope($0) }
    let cancelled = Self.cancelled(envelopes)
    for (index, envelope) in envelopes.enumerated() where !hasEnded {
      take(envelope, isCancelled: cancelled.contains(index))
    }
    if !hasEnded { settle() }
    defer { output = [] }
    return output
  }

  // MARK: Messages

  /// The places of the requests that a later message cancels; an id may come back after that.
  private static func cancelled(_ envelopes: [Envelope]) -> Set<Int> {
    var later: Set<RequestID> = []
    var result: Set<Int> = []
    for (index, envelope) in envelopes.enumerated().reversed() {
      if let id = envelope.cancelled { later.insert(id) }
      if case .request(let id, method: _, params: _) = envelope, later.remove(id) != nil { result.insert(index) }
    }
    return result
  }

  private mutating func take(_ envelope: Envelope, isCancelled: Bool) {
    switch envelope {
    case .request(let id, let method, let params):
      if isCancelled {
        refuse(id, ResponseError(.requestCancelled, "the request was cancelled"))
        return
      }
      do throws(ResponseError) {
        try checkPhase(method)
        answer(id, try ClientRequest(method, params))
      } catch {
        refuse(id, error)
      }
    case .notification(let method, let params):
      guard let notification = ClientNotification(method, params) else { return }
      take(notification)
    case .response: return
    case .broken(let id, let error): refuse(id, error)
    }
  }

  /// Says whether a request may come now (LSP 3.17, "Lifecycle Messages").
  private func checkPhase(_ method: String) throws(ResponseError) {
    switch phase {
    case .beforeInitialize:
      if method != "initialize" { throw ResponseError(.serverNotInitialized, "initialize must come first") }
    case .running:
      if method == "initialize" { throw ResponseError(.invalidRequest, "initialize may come once only") }
    case .afterShutdown, .ended: throw ResponseError(.invalidRequest, "the server was shut down")
    }
  }

  private mutating func answer(_ id: RequestID, _ request: ClientRequest) {
    switch request {
    case .initialize(let params):
      initialize(params)
      phase = .running
      let client = capabilities
      respond(id) { ServerCapabilities.write(client, to: &$0) }
    case .shutdown:
      // What was asked before is answered before.
      settle()
      phase = .afterShutdown
      respond(id) { $0.null() }
    case .diagnostic(let uri, let previous):
      waitingPulls.append(WaitingPull(id: id, uri: uri, previous: previous))
    case .codeAction(let params): answerCodeAction(id, params)
    case .hover(let place): answerHover(id, place)
    case .completion(let place): answerCompletion(id, place)
    case .definition(let place): answerDefinition(id, place)
    case .documentSymbol(let uri): answerDocumentSymbol(id, uri)
    }
  }

  private mutating func take(_ notification: ClientNotification) {
    if case .exit = notification {
      phase = .ended(isClean: phase == .afterShutdown)
      return
    }
    guard phase == .running else { return }
    switch notification {
    case .initialized: watchFiles()
    case .exit: return
    case .didOpen(let uri, let languageID, let version, let text):
      readSurroundingsAgain()
      documents[uri] = OpenDocument(
        uri: uri, languageID: languageID, version: version, revision: nextRevision(), text: text)
      isChanged(uri)
    case .didChange(let uri, let version, let changes):
      // Taken out while it changes, so that its text is not copied.
      guard var document = documents.removeValue(forKey: uri) else { return }
      document.version = version
      document.revision = nextRevision()
      for change in changes { document.apply(change, unit: capabilities.encoding.unit) }
      documents[uri] = document
      isChanged(uri)
    case .didClose(let uri):
      guard documents.removeValue(forKey: uri) != nil else { return }
      isChanged(uri)
    case .surroundingsChanged:
      refresh()
      watchFiles()
    }
  }

  private mutating func initialize(_ params: InitializeParams) {
    capabilities = params.capabilities
    root = params.root?.path
    clientLanguage = (params.language ?? params.locale).flatMap(Language.init(locale:))
  }

  // MARK: Diagnostics

  private mutating func nextRevision() -> Int {
    revisionCount += 1
    return revisionCount
  }

  private mutating func isChanged(_ uri: DocumentURI) {
    guard !capabilities.pullsDiagnostics, !unpublished.contains(uri) else { return }
    unpublished.append(uri)
  }

  /// Forgets what was read of the files around the documents, and the findings that rest on it.
  private mutating func readSurroundingsAgain() {
    let day = options.today()
    workspace.forget(systemDay: day)
    defaults.forget(systemDay: day)
    for uri in Array(documents.keys) {
      let revision = nextRevision()
      documents[uri]?.check = nil
      documents[uri]?.revision = revision
    }
  }

  private mutating func refresh() {
    readSurroundingsAgain()
    for uri in documents.keys.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) { isChanged(uri) }
    if capabilities.pullsDiagnostics, capabilities.refreshesDiagnostics, !documents.isEmpty {
      request("workspace/diagnostic/refresh") { $0.null() }
    }
  }

  /// Publishes and answers what has waited for the texts to settle.
  private mutating func settle() {
    let (uris, pulls) = (unpublished, waitingPulls)
    (unpublished, waitingPulls) = ([], [])
    for uri in uris { publish(uri) }
    for pull in pulls { answer(pull) }
  }

  private mutating func publish(_ uri: DocumentURI) {
    let check = check(uri)
    let document = documents[uri]
    let writer = document.map { DiagnosticWriter($0, capabilities) }
    notify("textDocument/publishDiagnostics") { params in
      params.member("uri", uri.text)
      if let version = document?.version { params.member("version", version) }
      params.array("diagnostics") { list in
        guard let writer, let check else { return }
        for diagnostic in check.report.diagnostics { writer.write(diagnostic, check.language, to: &list) }
      }
    }
  }

  private mutating func answer(_ pull: WaitingPull) {
    let check = check(pull.uri)
    guard let document = documents[pull.uri], let check else {
      respond(pull.id) { result in
        result.object {
          $0.member("kind", "full")
          $0.array("items") { _ in }
        }
      }
      return
    }
    let resultID = String(document.revision)
    let isKnown = pull.previous == resultID
    let writer = DiagnosticWriter(document, capabilities)
    respond(pull.id) { result in
      result.object { report in
        report.member("kind", isKnown ? "unchanged" : "full")
        report.member("resultId", resultID)
        guard !isKnown else { return }
        report.array("items") { list in
          for diagnostic in check.report.diagnostics { writer.write(diagnostic, check.language, to: &list) }
        }
      }
    }
  }

  // MARK: Output

  /// Answers a request with a result.
  mutating func respond(_ id: RequestID, _ result: (inout JSONWriter) -> Void) {
    send { message in
      message.member("id", id)
      message.key("result")
      result(&message)
    }
  }

  private mutating func refuse(_ id: RequestID?, _ error: ResponseError) {
    send { message in
      message.member("id", id)
      message.object("error") {
        $0.member("code", error.code.rawValue)
        $0.member("message", error.message)
      }
    }
  }

  /// Sends a notification.
  mutating func notify(_ method: String, _ params: (inout JSONWriter) -> Void) {
    send { message in
      message.member("method", method)
      message.object("params", params)
    }
  }

  /// Asks the client for something; what it answers does not matter.
  mutating func request(_ method: String, _ params: (inout JSONWriter) -> Void) {
    requestCount += 1
    let number = requestCount
    send { message in
      message.member("id", "posting-lint-\(number)")
      message.member("method", method)
      message.key("params")
      params(&message)
    }
  }

  private mutating func send(_ members: (inout JSONWriter) -> Void) {
    var message = JSONWriter()
    message.object {
      $0.member("jsonrpc", "2.0")
      members(&$0)
    }
    output += FrameReader.frame(message.bytes)
  }
}

extension Language {
  /// The language of a locale: `fr`, `fr-CA`, `fr_FR.UTF-8` are French, all others English.
  init?(locale: String) {
    if locale.utf8.isEmpty { return nil }
    let word = locale.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: ".") }
    self = word.map { $0 | 0x20 } == Array("fr".utf8) ? .fr : .en
  }
}

extension JSONWriter {
  /// Writes the id of a request; null for one that could not be read.
  mutating func member(_ key: StaticString, _ id: RequestID?) {
    switch id {
    case .number(let number): member(key, number)
    case .string(let text): member(key, String(decoding: text, as: UTF8.self))
    case nil:
      self.key(key)
      null()
    }
  }
}
