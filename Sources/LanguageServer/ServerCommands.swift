import Files
import PostingLint
import SourceText

/// The commands that a client may run (LSP 3.17, `workspace/executeCommand`). The first argument is the address of a
/// document, or for `explainRule` the name of a rule.
enum ServerCommand: String, CaseIterable {
  case fixAllSafe = "posting-lint.fixAllSafe"
  case fixAll = "posting-lint.fixAll"
  case explainRule = "posting-lint.explainRule"
  case addToBaseline = "posting-lint.addToBaseline"
}

extension PostingServer {
  /// Runs a command.
  mutating func execute(_ id: RequestID, _ call: CommandCall) throws(ResponseError) {
    guard let command = ServerCommand(rawValue: call.name) else {
      throw ResponseError(.invalidParams, "there is no command \(call.name)")
    }
    guard let argument = call.arguments.first?.utf8 ?? call.arguments.first?["uri"]?.utf8 else {
      throw ResponseError(.invalidParams, "\(call.name) wants a string as its argument")
    }
    switch command {
    case .fixAllSafe: try fix(id, DocumentURI(argument), .safe)
    case .fixAll: try fix(id, DocumentURI(argument), .unsafe)
    case .explainRule: try explain(id, String(decoding: argument, as: UTF8.self))
    case .addToBaseline: try accept(id, DocumentURI(argument))
    }
  }

  private mutating func fix(
    _ id: RequestID, _ uri: DocumentURI, _ threshold: Applicability
  ) throws(ResponseError) {
    guard let (edits, writer) = edits(uri, threshold) else {
      throw ResponseError(.requestFailed, "the document is not open, or is not linted")
    }
    guard capabilities.appliesEdits else {
      throw ResponseError(.requestFailed, "the client does not apply edits that a server sends")
    }
    if !edits.isEmpty {
      request("workspace/applyEdit") { params in params.object { writer.writeWorkspaceEdit(edits, to: &$0) } }
    }
    respond(id) { $0.null() }
  }

  private mutating func explain(_ id: RequestID, _ rule: String) throws(ResponseError) {
    guard let info = RuleRegistry.info(rule) else {
      throw ResponseError(.invalidParams, "there is no rule \(rule)")
    }
    let language = options.requestedLanguage ?? startSettings.language ?? clientLanguage ?? options.language
    show("\(info.id): \(info.summary[language])\n\(info.rationale[language])", isError: false)
    respond(id) { $0.string(RuleMarkdown.page(info, language)) }
  }

  /// Accepts what is found in a document: writes it to the baseline of its folder.
  private mutating func accept(_ id: RequestID, _ uri: DocumentURI) throws(ResponseError) {
    let number = folderNumber(of: uri.path)
    let configured = uri.path.flatMap { folders[number].settings(for: $0, hasFileName: true).settings?.accepted?.path }
    guard let path = folders[number].baseline ?? configured else {
      throw ResponseError(.requestFailed, "neither the setting nor the configuration “baseline” names a file")
    }
    guard let document = documents[uri], let check = check(uri), let linter = check.linter else {
      throw ResponseError(.requestFailed, "the document is not open, or is not linted")
    }
    guard Repository.holds(path), folders[number].path.map({ FolderListing.absolute(path).isInside($0) }) ?? true else {
      throw ResponseError(.requestFailed, "the baseline lies outside the folder")
    }
    do {
      let original = FolderListing.exists(path) ? try FileReader.read(path) : nil
      var baseline =
        try original.map { try Baseline(Source(path: path, bytes: $0), paths: .around(path)) }
        ?? Baseline(paths: .around(path))
      _ = baseline.filtered(linter.lint(Source(path: uri.path ?? SourcePath(uri.text), bytes: document.bytes)))
      baseline.accept { _ in true }
      if let original {
        try AtomicWriter(linksMayLeadInto: []).write(baseline.text, to: path, replacing: original)
      } else {
        var file = try OutputWriter.file(path)
        file.write(baseline.text)
        try file.finish()
      }
    } catch let error as FileError {
      throw ResponseError(.requestFailed, error.message[.en])
    } catch let error as ConfigurationError {
      throw ResponseError(.requestFailed, error.lines(in: .en).joined(separator: "\n"))
    } catch {
      throw ResponseError(.requestFailed, "the baseline cannot be written")
    }
    respond(id) { $0.null() }
    refresh()
  }
}
