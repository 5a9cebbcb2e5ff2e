import PostingLint
import SourceText

extension ClientRequest {
  /// Reads the parameters of a request.
  init(_ method: String, _ params: JSONView?) throws(ResponseError) {
    switch method {
    case "initialize": self = .initialize(InitializeParams(try Self.wanted(params)))
    case "shutdown": self = .shutdown
    case "textDocument/diagnostic":
      self = .diagnostic(try DocumentURI(of: params), previous: params?["previousResultId"]?.string)
    case "workspace/diagnostic":
      var previous: [DocumentURI: String] = [:]
      for item in params?["previousResultIds"]?.items ?? [] {
        guard let uri = item["uri"]?.utf8, let value = item["value"]?.string else { continue }
        previous[DocumentURI(uri)] = value
      }
      self = .workspaceDiagnostic(previous: previous, token: RequestID(params?["partialResultToken"]))
    case "codeAction/resolve": self = .resolveCodeAction(try Self.wanted(params))
    case "textDocument/formatting": self = .formatting(try DocumentURI(of: params))
    case "textDocument/willSaveWaitUntil": self = .willSave(try DocumentURI(of: params))
    case "workspace/executeCommand":
      guard let name = params?["command"]?.string else {
        throw ResponseError(.invalidParams, "command must be a string")
      }
      self = .executeCommand(CommandCall(name: name, arguments: params?["arguments"]?.items ?? []))
    case "textDocument/codeAction": self = .codeAction(try CodeActionParams(params))
    case "textDocument/hover": self = .hover(try TextPlace(params))
    case "textDocument/completion": self = .completion(try TextPlace(params))
    case "textDocument/definition": self = .definition(try TextPlace(params))
    case "textDocument/documentSymbol": self = .documentSymbol(try DocumentURI(of: params))
    case "textDocument/documentLink": self = .documentLink(try DocumentURI(of: params))
    case "textDocument/references":
      let includes = params?["context"]?["includeDeclaration"]?.boolean ?? false
      self = .references(try TextPlace(params), includesDeclaration: includes)
    case "textDocument/prepareRename": self = .prepareRename(try TextPlace(params))
    case "textDocument/rename":
      guard let name = params?["newName"]?.utf8 else {
        throw ResponseError(.invalidParams, "newName must be a string")
      }
      self = .rename(try TextPlace(params), newName: name)
    case "textDocument/foldingRange": self = .foldingRange(try DocumentURI(of: params))
    case "textDocument/selectionRange":
      let positions = params?["positions"]?.items?.compactMap { Position($0) } ?? []
      self = .selectionRange(try DocumentURI(of: params), positions)
    case "textDocument/inlayHint":
      guard let range = PositionRange(params?["range"]) else {
        throw ResponseError(.invalidParams, "range must have a start and an end")
      }
      self = .inlayHint(try DocumentURI(of: params), range)
    default: throw ResponseError(.methodNotFound, "there is no method \(method)")
    }
  }

  private static func wanted(_ params: JSONView?) throws(ResponseError) -> JSONView {
    guard let params, params.isObject else { throw ResponseError(.invalidParams, "params must be an object") }
    return params
  }
}

extension ClientNotification {
  /// Reads a notification; `nil` for one that this server has no use for, and for one that cannot be read, as nobody
  /// waits for an answer.
  init?(_ method: String, _ params: JSONView?) {
    let document = params?["textDocument"]
    let uri = document?["uri"]?.utf8.map(DocumentURI.init)
    switch method {
    case "initialized": self = .initialized
    case "exit": self = .exit
    case "textDocument/didOpen":
      guard let uri, let text = document?["text"]?.utf8 else { return nil }
      self = .didOpen(
        uri, languageID: document?["languageId"]?.string ?? "", version: document?["version"]?.integer, text: text)
    case "textDocument/didChange":
      guard let uri, let changes = params?["contentChanges"]?.items else { return nil }
      self = .didChange(uri, version: document?["version"]?.integer, changes.map { TextChange($0) })
    case "textDocument/didClose":
      guard let uri else { return nil }
      self = .didClose(uri)
    case "textDocument/didSave": self = .didSave
    case "workspace/didChangeWatchedFiles": self = .filesChanged
    case "workspace/didChangeConfiguration": self = .settingsChanged(params?["settings"])
    case "workspace/didChangeWorkspaceFolders":
      let event = params?["event"]
      self = .foldersChanged(added: Self.folders(event?["added"]), removed: Self.folders(event?["removed"]))
    case "$/cancelRequest":
      guard let id = RequestID(params?["id"]) else { return nil }
      self = .cancel(id)
    default: return nil
    }
  }

  private static func folders(_ list: JSONView?) -> [DocumentURI] {
    list?.items?.compactMap { $0["uri"]?.utf8.map(DocumentURI.init) } ?? []
  }
}

extension DocumentURI {
  fileprivate init(of params: JSONView?) throws(ResponseError) {
    guard let uri = params?["textDocument"]?["uri"]?.utf8 else {
      throw ResponseError(.invalidParams, "textDocument.uri must be a string")
    }
    self.init(uri)
  }
}

extension TextPlace {
  fileprivate init(_ params: JSONView?) throws(ResponseError) {
    uri = try DocumentURI(of: params)
    guard let position = Position(params?["position"]) else {
      throw ResponseError(.invalidParams, "position must have a line and a character")
    }
    self.position = position
  }
}

extension CodeActionParams {
  fileprivate init(_ params: JSONView?) throws(ResponseError) {
    uri = try DocumentURI(of: params)
    guard let range = PositionRange(params?["range"]) else {
      throw ResponseError(.invalidParams, "range must have a start and an end")
    }
    self.range = range
    let context = params?["context"]
    only = context?["only"]?.items?.compactMap(\.string)
    let findings = context?["diagnostics"]?.items ?? []
    namesFindings = !findings.isEmpty
    named = findings.compactMap { finding in
      guard let rule = finding["code"]?.string, let start = Position(finding["range"]?["start"]),
        finding["source"].map({ $0.string == Tool.name }) ?? true
      else { return nil }
      return Named(rule: rule, start: start)
    }
  }
}

extension TextChange {
  fileprivate init?(_ value: JSONView) {
    guard let text = value["text"]?.utf8 else { return nil }
    let range = PositionRange(value["range"])
    // A range that cannot be read must not replace the whole text.
    if range == nil, value["range"] != nil { return nil }
    self.init(range: range, text: text)
  }
}

extension PositionRange {
  fileprivate init?(_ value: JSONView?) {
    guard let start = Position(value?["start"]), let end = Position(value?["end"]) else { return nil }
    self.init(start: start, end: end)
  }
}

extension Position {
  fileprivate init?(_ value: JSONView?) {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else { return nil }
    self.init(line: line, column: character)
  }
}

extension InitializeParams {
  fileprivate init(_ params: JSONView) {
    capabilities = ClientCapabilities(params["capabilities"], clientName: params["clientInfo"]?["name"]?.string)
    locale = params["locale"]?.string
    options = params["initializationOptions"]
    var folders = params["workspaceFolders"]?.items?.compactMap { $0["uri"]?.utf8.map(DocumentURI.init) } ?? []
    if folders.isEmpty, let root = params["rootUri"]?.utf8 { folders = [DocumentURI(root)] }
    self.folders = folders
  }
}
