import PostingLint

/// What the server tells the client of itself.
enum ServerCapabilities {
  /// Writes the result of `initialize`.
  static func write(_ client: ClientCapabilities, to output: inout JSONOutput) {
    output.object { result in
      result.member("capabilities", object: { capabilities(client, &$0) })
      result.member(
        "serverInfo",
        object: {
          $0.member("name", Tool.name)
          $0.member("version", Tool.version)
        })
    }
  }

  private static func capabilities(_ client: ClientCapabilities, _ output: inout JSONOutput) {
    output.member("positionEncoding", client.encoding.rawValue)
    output.member(
      "textDocumentSync",
      object: { sync in
        sync.member("openClose", true)
        // 2: the client sends the changed parts only.
        sync.member("change", 2)
        sync.member("save", true)
      })
    // Told to every client; only those that know it ask, and only the others are pushed to.
    output.member(
      "diagnosticProvider",
      object: { provider in
        provider.member("identifier", Tool.name)
        provider.member("interFileDependencies", false)
        provider.member("workspaceDiagnostics", false)
      })
    output.member(
      "codeActionProvider",
      object: { provider in
        provider.member(
          "codeActionKinds",
          array: { kinds in
            for kind in CodeActionKind.allCases { kinds.string(kind.rawValue) }
          })
      })
    output.member("hoverProvider", true)
    output.member(
      "completionProvider",
      object: { provider in
        provider.member(
          "triggerCharacters",
          array: { characters in
            for character in [":", " ", "-", "[", ","] { characters.string(character) }
          })
      })
    output.member("definitionProvider", true)
    output.member("documentSymbolProvider", true)
  }
}
