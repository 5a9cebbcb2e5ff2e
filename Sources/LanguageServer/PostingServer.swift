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
  /// Whether the pages of the rules are written to files for editors that open them.
  package var writesRulePages: Bool
  /// Says which day it is.
  package var today: @Sendable () -> CalendarDate

  /// Options for a server.
  package init(
    overrides: LintOverrides = LintOverrides(), requestedLanguage: Language? = nil, language: Language,
    writesRulePages: Bool = false, today: @escaping @Sendable () -> CalendarDate
  ) {
    self.overrides = overrides
    self.requestedLanguage = requestedLanguage
    self.language = language
    self.writesRulePages = writesRulePages
    self.today = today
  }
}

/// A language server (LSP 3.17) without its streams: bytes of the client go in, bytes for the client come out.
///
/// All messages that came in together are read before anything is linted, so texts that were changed again meanwhile
/// are never linted, and requests that were cancelled meanwhile are never answered. What takes long is done in pieces:
/// the owner calls ``work()`` while the client says nothing.
package struct PostingServer {
  /// How the conversation stands.
  enum Phase: Hashable {
    case beforeInitialize
    case running
    case afterShutdown
    case ended(isClean: Bool)
  }

  let options: ServerOptions
  var capabilities = ClientCapabilities()
  var documents: [DocumentURI: OpenDocument] = [:]
  /// The folders that the client works in, and as the last one that for all that lies in none.
  var folders: [WorkspaceFolder]
  /// The settings that hold for folders that the client says nothing of.
  var startSettings = ClientSettings()
  /// The question for settings that the client has not answered yet, and the folders that it was for.
  var settingsRequest: (id: RequestID, folders: [DocumentURI?])?
  var clientLanguage: Language?
  /// Used where the configuration is broken from the start.
  var defaults: Workspace
  /// The files that the client watches; `nil` before it was asked to.
  var watched: WatchedFiles?
  /// How many files answers rested on when it was last asked.
  var watchedCount = 0
  /// What was read of the document that was checked last: of one alone, as people type in one at a time.
  var lastReadings: (uri: DocumentURI, readings: TextReadings)?
  /// How many texts were checked so far: less than there were versions, where these came faster.
  package internal(set) var checkCount = 0
  /// How often the surroundings were read.
  var generation = 0
  /// When it was last looked whether they changed.
  var lastLook = ContinuousClock.now
  /// When it was last looked which programs read the site.
  var lastLookAtReaders = ContinuousClock.now
  /// The mistakes of configurations that the user was told, with the generation in which they were last met.
  var toldMistakes: [String: Int] = [:]
  /// The pages of the rules, where the client opens them.
  var pages: RulePages?

  // MARK: What waits

  var unpublished: [DocumentURI] = []
  var unpublishedSet: Set<DocumentURI> = []
  var waitingPulls: [DocumentPull] = []
  var workspacePulls: [WorkspacePull] = []
  /// What was found last in files that are not open.
  var knownReports: [SourcePath: KnownReport] = [:]
  /// Whether the client asked for the diagnostics of all files.
  var asksForAll = false
  var output: [UInt8] = []
  var requestCount = 0
  var revisionCount = 0

  private(set) var phase = Phase.beforeInitialize
  private var reader = FrameReader()

  /// Makes a server that waits for `initialize`.
  package init(_ options: ServerOptions) {
    self.options = options
    var withoutConfiguration = options.overrides
    withoutConfiguration.configuration = nil
    withoutConfiguration.ignoresConfiguration = true
    defaults = Workspace(withoutConfiguration, systemDay: options.today())
    folders = [WorkspaceFolder(uri: nil, settings: ClientSettings(), options)]
  }

  /// Whether the client has said `exit`.
  package var hasEnded: Bool { if case .ended = phase { true } else { false } }

  /// Whether the client said `shutdown` before it left.
  package var endedCleanly: Bool { phase == .ended(isClean: true) || phase == .afterShutdown }

  /// Removes what the server put aside for the client.
  package func close() { pages?.remove() }

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
        try answer(id, try ClientRequest(method, params))
      } catch {
        refuse(id, error)
      }
    case .notification(let method, let params):
      guard let notification = ClientNotification(method, params) else { return }
      take(notification)
    case .response(let id, let result):
      if phase == .running, let id, id == settingsRequest?.id { takeSettings(result) }
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

  private mutating func answer(_ id: RequestID, _ request: ClientRequest) throws(ResponseError) {
    switch request {
    case .initialize(let params):
      initialize(params)
      phase = .running
      let client = capabilities
      respond(id) { ServerCapabilities.write(client, to: &$0) }
    case .shutdown:
      // What was asked before is answered before.
      settle()
      for pull in workspacePulls { cancel(pull.id) }
      phase = .afterShutdown
      respond(id) { $0.null() }
    case .diagnostic(let uri, let previous):
      waitingPulls.append(DocumentPull(id: id, uri: uri, previous: previous))
    case .workspaceDiagnostic(let previous, let token):
      asksForAll = true
      lookAround()
      workspacePulls.append(WorkspacePull(id: id, token: token, previous: previous))
    case .codeAction(let params): answerCodeAction(id, params)
    case .resolveCodeAction(let action): try answerResolve(id, action)
    case .formatting(let uri): answerFormatting(id, uri, isAsked: true)
    case .willSave(let uri):
      answerFormatting(id, uri, isAsked: folders[folderNumber(of: uri.path)].settings.fixesOnSave)
    case .executeCommand(let command): try execute(id, command)
    case .hover(let place): answerHover(id, place)
    case .completion(let place): answerCompletion(id, place)
    case .definition(let place): answerDefinition(id, place)
    case .documentSymbol(let uri): answerDocumentSymbol(id, uri)
    case .documentLink(let uri): answerDocumentLink(id, uri)
    case .references(let place, let includes): answerReferences(id, place, includesDeclaration: includes)
    case .prepareRename(let place): answerPrepareRename(id, place)
    case .rename(let place, let name): try answerRename(id, place, name)
    case .foldingRange(let uri): answerFoldingRange(id, uri)
    case .selectionRange(let uri, let positions): answerSelectionRange(id, uri, positions)
    case .inlayHint(let uri, let range): answerInlayHint(id, uri, range)
    }
  }

  private mutating func take(_ notification: ClientNotification) {
    if case .exit = notification {
      phase = .ended(isClean: phase == .afterShutdown)
      return
    }
    guard phase == .running else { return }
    switch notification {
    case .initialized:
      registerForSettings()
      askForSettings()
      watchFiles()
    case .exit: return
    case .didOpen(let uri, let languageID, let version, let text):
      // Each look costs a question to the system for every file that answers rest on.
      if watchedCount < 500 { lookAround() } else { glanceAround() }
      documents[uri] = OpenDocument(
        uri: uri, languageID: languageID, version: version, revision: nextRevision(), text: text)
      isChanged(uri)
    case .didChange(let uri, let version, let changes):
      glanceAround()
      // Taken out while it changes, so that its text is not copied.
      guard var document = documents.removeValue(forKey: uri) else { return }
      document.version = version
      document.revision = nextRevision()
      for change in changes { document.apply(change, unit: capabilities.unit) }
      documents[uri] = document
      isChanged(uri)
    case .didClose(let uri):
      guard documents.removeValue(forKey: uri) != nil else { return }
      if lastReadings?.uri == uri { lastReadings = nil }
      isChanged(uri)
    case .didSave: lookAround()
    case .filesChanged:
      refresh()
      watchFiles()
    case .settingsChanged(let value): settingsPushed(value)
    case .foldersChanged(let added, let removed): changeFolders(added: added, removed: removed)
    case .cancel(let id): cancel(id)
    }
  }

  private mutating func initialize(_ params: InitializeParams) {
    capabilities = params.capabilities
    clientLanguage = params.locale.flatMap(Language.init(locale:))
    startSettings.take(params.options)
    makeFolders(params.folders)
    if options.writesRulePages, capabilities.opensRulePages, startSettings.rulePages == nil { pages = RulePages() }
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
