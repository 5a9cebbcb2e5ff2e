import SourceText

/// Names a request; the answer carries it back (JSON-RPC 2.0, section 4).
enum RequestID: Hashable {
  case number(Int)
  case string([UInt8])
}

/// Why a request is not answered with a result.
struct ResponseError: Error, Hashable {
  /// The codes of JSON-RPC 2.0, section 5.1, and of LSP 3.17, "Response Message".
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case contentModified = -32801
    case requestFailed = -32803
  }

  let code: Code
  /// What is wrong, for the log of the client.
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// A place in a document.
struct TextPlace: Hashable {
  var uri: DocumentURI
  var position: Position
}

/// What `initialize` says.
struct InitializeParams {
  /// What the client can do.
  var capabilities: ClientCapabilities
  /// The client's language, such as `fr-FR`.
  var locale: String?
  /// What the user set for this server: `initializationOptions`.
  var options: JSONView?
  /// The folders that the client works in.
  var folders: [DocumentURI]
}

/// What `textDocument/codeAction` asks for.
struct CodeActionParams {
  /// A finding that the client asks of.
  struct Named: Hashable {
    let rule: String
    let start: Position
  }

  var uri: DocumentURI
  var range: PositionRange
  /// Only actions of these kinds; `nil` for all.
  var only: [String]?
  /// The findings that the client has there, its own ones and those of other servers left out.
  var named: [Named]
  /// Whether the client names any finding, of whatever server.
  var namesFindings: Bool
}

/// A command that the client runs (LSP 3.17, `workspace/executeCommand`).
struct CommandCall {
  let name: String
  let arguments: [JSONView]
}

/// A request of the client's, read.
enum ClientRequest {
  case initialize(InitializeParams)
  case shutdown
  case diagnostic(DocumentURI, previous: String?)
  case workspaceDiagnostic(previous: [DocumentURI: String], token: RequestID?)
  case codeAction(CodeActionParams)
  case resolveCodeAction(JSONView)
  case formatting(DocumentURI)
  case willSave(DocumentURI)
  case executeCommand(CommandCall)
  case hover(TextPlace)
  case completion(TextPlace)
  case definition(TextPlace)
  case documentSymbol(DocumentURI)
  case documentLink(DocumentURI)
  case references(TextPlace, includesDeclaration: Bool)
  case prepareRename(TextPlace)
  case rename(TextPlace, newName: [UInt8])
  case foldingRange(DocumentURI)
  case selectionRange(DocumentURI, [Position])
  case inlayHint(DocumentURI, PositionRange)
}

/// A notification of the client's, read.
enum ClientNotification {
  case initialized
  case exit
  case didOpen(DocumentURI, languageID: String, version: Int?, text: [UInt8])
  /// The changes in their order; `nil` for one that cannot be read.
  case didChange(DocumentURI, version: Int?, [TextChange?])
  case didClose(DocumentURI)
  case didSave
  /// Files changed that the client watches.
  case filesChanged
  /// The user's settings changed; with them, where the client pushes them.
  case settingsChanged(JSONView?)
  case foldersChanged(added: [DocumentURI], removed: [DocumentURI])
  case cancel(RequestID)
}
