import SourceText

/// What the client can do, as far as the server asks.
struct ClientCapabilities {
  /// The unit of columns (LSP 3.17, `PositionEncodingKind`): the first of the client's list, UTF-16 without one.
  var encoding = PositionEncoding.utf16
  /// The client asks for diagnostics, so they are not pushed.
  var pullsDiagnostics = false
  /// Asks again for diagnostics when told to.
  var refreshesDiagnostics = false
  /// Shows further places of a diagnostic.
  var showsRelatedInformation = false
  /// Knows edits that name the version of their document.
  var versionsEdits = false
  /// Shows hovers and documentation in Markdown.
  var showsMarkdownHover = false
  var showsMarkdownDocumentation = false
  /// Takes completions with places to fill in.
  var takesSnippets = false
  /// Shows a few words behind the label of a completion.
  var showsLabelDetails = false
  /// Takes symbols inside symbols.
  var nestsSymbols = false
  /// Takes the range that a link starts from.
  var takesLocationLinks = false
  /// Can be asked to watch files.
  var watchesFiles = false
  /// Gives its settings when asked.
  var givesSettings = false
  /// Tells of changed settings where that is asked for.
  var registersForSettings = false
  /// Opens the page of a rule.
  var opensRulePages = false
  /// Greys out and strikes through what a diagnostic is about: the numbers of `DiagnosticTag`.
  var tags: Set<Int> = []
  /// Keeps the data of a diagnostic.
  var keepsData = false
  /// Asks for the edits of an action when they are needed.
  var resolvesEdits = false
  /// Tells actions by their kinds; one that does not may carry out all that comes back.
  var knowsActionKinds = false
  /// Carries out edits that the server sends.
  var appliesEdits = false
  /// Renames files as part of an edit.
  var renamesFiles = false
  /// Asks again for inlay hints when told to.
  var refreshesInlayHints = false
  /// Folds whole lines only.
  var foldsLinesOnly = false
  /// Counts columns in code points whatever was agreed: lsp-mode of Emacs, up to 9.0 at least.
  var countsCodePoints = false

  /// The unit in which the client counts columns.
  var unit: ColumnUnit { countsCodePoints ? .codePoints : encoding.unit }

  /// Nothing beyond the least that a client can do.
  init() {}

  /// Reads the `capabilities` of `initialize`.
  init(_ value: JSONView?, clientName: String? = nil) {
    let text = value?["textDocument"]
    let workspace = value?["workspace"]
    let offered = value?["general"]?["positionEncodings"]?.items ?? []
    encoding = offered.lazy.compactMap { $0.string.flatMap(PositionEncoding.init(rawValue:)) }.first ?? .utf16
    pullsDiagnostics = text?["diagnostic"] != nil
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.boolean ?? false
    showsRelatedInformation =
      (text?["publishDiagnostics"]?["relatedInformation"]?.boolean ?? false)
      || (text?["diagnostic"]?["relatedInformation"]?.boolean ?? false)
    versionsEdits = workspace?["workspaceEdit"]?["documentChanges"]?.boolean ?? false
    showsMarkdownHover = text?["hover"]?["contentFormat"]?.contains("markdown") ?? false
    let item = text?["completion"]?["completionItem"]
    showsMarkdownDocumentation = item?["documentationFormat"]?.contains("markdown") ?? false
    takesSnippets = item?["snippetSupport"]?.boolean ?? false
    showsLabelDetails = item?["labelDetailsSupport"]?.boolean ?? false
    nestsSymbols = text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.boolean ?? false
    takesLocationLinks = text?["definition"]?["linkSupport"]?.boolean ?? false
    let published = text?["publishDiagnostics"]
    let pulled = text?["diagnostic"]
    opensRulePages =
      published?["codeDescriptionSupport"]?.boolean ?? pulled?["codeDescriptionSupport"]?.boolean ?? false
    keepsData = published?["dataSupport"]?.boolean ?? pulled?["dataSupport"]?.boolean ?? false
    let tagSupport = published?["tagSupport"] ?? pulled?["tagSupport"]
    tags = Set(tagSupport?["valueSet"]?.items?.compactMap(\.integer) ?? [])
    let action = text?["codeAction"]
    resolvesEdits =
      (action?["dataSupport"]?.boolean ?? false)
      && (action?["resolveSupport"]?["properties"]?.contains("edit") ?? false)
    let kinds = action?["codeActionLiteralSupport"]?["codeActionKind"]?["valueSet"]?.items ?? []
    knowsActionKinds = !kinds.isEmpty
    appliesEdits = workspace?["applyEdit"]?.boolean ?? false
    // Neovim says this and not that it knows edits with versions, which carry it.
    renamesFiles = workspace?["workspaceEdit"]?["resourceOperations"]?.contains("rename") ?? false
    refreshesInlayHints = workspace?["inlayHint"]?["refreshSupport"]?.boolean ?? false
    foldsLinesOnly = text?["foldingRange"]?["lineFoldingOnly"]?.boolean ?? false
    givesSettings = workspace?["configuration"]?.boolean ?? false
    registersForSettings = workspace?["didChangeConfiguration"]?["dynamicRegistration"]?.boolean ?? false
    countsCodePoints = clientName == "emacs" && offered.isEmpty
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.boolean ?? false
  }
}

/// The unit of columns, by its name in the protocol.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The unit for the index of lines.
  var unit: ColumnUnit {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .codePoints
    }
  }
}
