import PostingLint
import SourceText

/// The kinds of action that the server offers.
enum CodeActionKind: String, CaseIterable {
  case quickFix = "quickfix"
  case fixAll = "source.fixAll"
  case fixAllOfThisTool = "source.fixAll.posting-lint"

  /// Whether a client that wants only `kinds` wants this one: a kind stands for all that begin with it and a dot.
  func isWanted(_ kinds: [String]?) -> Bool {
    guard let kinds else { return true }
    let own = Array(rawValue.utf8)
    return kinds.contains { kind in
      let wanted = Array(kind.utf8)
      return wanted.isEmpty || own == wanted || own.starts(with: wanted + [UInt8(ascii: ".")])
    }
  }
}

extension PostingServer {
  /// Answers with the fixes of the findings in a range, comments that silence them, and one fix for the whole document.
  mutating func answerCodeAction(_ id: RequestID, _ params: CodeActionParams) {
    guard let check = check(params.uri), let document = documents[params.uri], let linter = check.linter else {
      respond(id) { $0.array { _ in } }
      return
    }
    let unit = capabilities.encoding.unit
    let range = ByteRange(
      document.text.offset(of: params.range.start, unit: unit), document.text.offset(of: params.range.end, unit: unit))
    let actions = CodeActions(document: document, check: check, linter: linter, capabilities: capabilities)
    respond(id) { result in
      result.array { list in
        if CodeActionKind.quickFix.isWanted(params.only) { actions.writeQuickFixes(in: range, to: &list) }
        if CodeActionKind.fixAllOfThisTool.isWanted(params.only) { actions.writeFixAll(to: &list) }
      }
    }
  }
}

/// The actions for one document.
struct CodeActions {
  let document: OpenDocument
  let check: DocumentCheck
  let linter: Linter
  let capabilities: ClientCapabilities
  /// For how many findings comments are tried at most in one answer; each costs a lint.
  private static let suppressionLimit = 25

  private let writer: DiagnosticWriter

  init(document: OpenDocument, check: DocumentCheck, linter: Linter, capabilities: ClientCapabilities) {
    self.document = document
    self.check = check
    self.linter = linter
    self.capabilities = capabilities
    writer = DiagnosticWriter(document, capabilities)
  }

  /// Writes the actions for the findings that touch a range.
  func writeQuickFixes(in range: ByteRange, to list: inout JSONWriter) {
    let lines = document.lines
    let findings = check.report.diagnostics.filter { diagnostic in
      let whole = diagnostic.range
      return whole.start <= range.end && range.start <= whole.end
        || lines.line(at: whole.start) == lines.line(at: range.start) && range.isEmpty
    }
    for finding in findings {
      guard let fix = finding.fix, fix.applicability > .displayOnly else { continue }
      write(fix.title[check.language], fix.edits, finding, isPreferred: fix.applicability == .safe, to: &list)
    }
    var silenced: Set<String> = []
    for finding in findings {
      // One comment silences all that a rule says of a line.
      let place = "\(finding.rule) \(lines.line(at: finding.range.start))"
      guard silenced.count < Self.suppressionLimit, silenced.insert(place).inserted else { continue }
      guard let insertion = Suppression.edit(finding, document: document, report: check.report, linter) else {
        continue
      }
      write(insertion.title[check.language], [insertion.edit], finding, isPreferred: false, to: &list)
    }
  }

  private func write(
    _ title: String, _ edits: [Edit], _ finding: Diagnostic, isPreferred: Bool, to list: inout JSONWriter
  ) {
    list.object { action in
      action.member("title", title)
      action.member("kind", CodeActionKind.quickFix.rawValue)
      action.array("diagnostics") { writer.write(finding, check.language, to: &$0) }
      if isPreferred { action.member("isPreferred", true) }
      writer.writeWorkspaceEdit(edits, to: &action)
    }
  }

  /// Writes the action that does what `--fix` does; nothing where that changes nothing.
  func writeFixAll(to list: inout JSONWriter) {
    guard check.report.diagnostics.contains(where: { $0.fix?.applicability == .safe }) else { return }
    let fixed = Fixer(linter, threshold: .safe).fix(check.report.source).bytes
    let edits = Edit.difference(from: document.bytes, to: fixed)
    guard !edits.isEmpty else { return }
    list.object { action in
      action.member("title", Self.fixAllTitle[check.language])
      action.member("kind", CodeActionKind.fixAllOfThisTool.rawValue)
      writer.writeWorkspaceEdit(edits, to: &action)
    }
  }

  private static let fixAllTitle = Message(
    fr: "Corriger tout ce qui peut l’être sans risque", en: "Fix everything that is safe to fix")
}
