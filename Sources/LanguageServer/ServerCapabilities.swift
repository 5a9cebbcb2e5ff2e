import PostingLint
import SourceText

/// What the server tells the client of itself.
enum ServerCapabilities {
  /// Writes the result of `initialize`.
  static func write(_ client: ClientCapabilities, to output: inout JSONWriter) {
    output.object { result in
      result.object("capabilities") { capabilities(client, &$0) }
      result.object("serverInfo") {
        $0.member("name", Tool.name)
        $0.member("version", Tool.version)
      }
    }
  }

  private static func capabilities(_ client: ClientCapabilities, _ output: inout JSONWriter) {
    output.member("positionEncoding", client.encoding.rawValue)
    output.object("textDocumentSync") { sync in
      sync.member("openClose", true)
      // 2: the client sends the changed parts only.
      sync.member("change", 2)
      sync.member("willSaveWaitUntil", true)
      sync.member("save", true)
    }
    // Told to every client; only those that know it ask, and only the others are pushed to.
    output.object("diagnosticProvider") { provider in
      provider.member("identifier", Tool.name)
      provider.member("interFileDependencies", false)
      provider.member("workspaceDiagnostics", true)
    }
    output.object("codeActionProvider") { provider in
      provider.array("codeActionKinds") { kinds in
        for kind in CodeActionKind.allCases { kinds.string(kind.rawValue) }
      }
      provider.member("resolveProvider", true)
    }
    output.member("documentFormattingProvider", true)
    output.object("executeCommandProvider") { provider in
      provider.member("commands", ServerCommand.allCases.map(\.rawValue))
    }
    output.object("workspace") { workspace in
      workspace.object("workspaceFolders") {
        $0.member("supported", true)
        $0.member("changeNotifications", true)
      }
    }
    output.member("hoverProvider", true)
    output.object("completionProvider") { provider in
      provider.array("triggerCharacters") { characters in
        for character in [":", " ", "-", "[", ","] { characters.string(character) }
      }
    }
    output.member("definitionProvider", true)
    output.member("documentSymbolProvider", true)
    output.object("documentLinkProvider") { $0.member("resolveProvider", false) }
    output.member("referencesProvider", true)
    output.object("renameProvider") { $0.member("prepareProvider", true) }
    output.member("foldingRangeProvider", true)
    output.member("selectionRangeProvider", true)
    output.member("inlayHintProvider", true)
  }
}
