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
  /// Takes symbols inside symbols.
  var nestsSymbols = false
  /// Takes the range that a link starts from.
  var takesLocationLinks = false
  /// Can be asked to watch files.
  var watchesFiles = false

  /// Nothing beyond the least that a client can do.
  init() {}

  /// Reads the `capabilities` of `initialize`.
  init(_ value: JSONView?) {
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
    nestsSymbols = text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.boolean ?? false
    takesLocationLinks = text?["definition"]?["linkSupport"]?.boolean ?? false
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
