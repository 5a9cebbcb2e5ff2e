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

/// One action, so that the client can ask for its edits later.
enum CodeActionChoice: Hashable {
  /// The fix of the finding of this number.
  case fix(Int)
  /// A comment that silences the finding of this number.
  case silence(Int)
  /// Everything that is safe, under the kind that the client asked for.
  case all(CodeActionKind)

  /// Its name and number in the data of an action.
  var written: (name: String, number: Int) {
    switch self {
    case .fix(let number): ("fix", number)
    case .silence(let number): ("silence", number)
    case .all(let kind): (kind.rawValue, 0)
    }
  }

  /// Reads the data of an action.
  init?(_ data: JSONView) {
    let number = data["number"]?.integer ?? 0
    switch data["action"]?.string {
    case "fix": self = .fix(number)
    case "silence": self = .silence(number)
    case let name?:
      guard let kind = CodeActionKind(rawValue: name), kind != .quickFix else { return nil }
      self = .all(kind)
    case nil: return nil
    }
  }
}

extension PostingServer {
  /// Answers with the fixes of the findings in a range, comments that silence them, and one fix for the whole document.
  mutating func answerCodeAction(_ id: RequestID, _ params: CodeActionParams) {
    guard let actions = codeActions(params.uri) else {
      respond(id) { $0.array { _ in } }
      return
    }
    let choices = choices(params, actions)
    let isLazy = capabilities.resolvesEdits
    respond(id) { result in
      result.array { list in for choice in choices { actions.write(choice, isLazy: isLazy, to: &list) } }
    }
  }

  /// Answers with an action and its edits (LSP 3.17, `codeAction/resolve`).
  mutating func answerResolve(_ id: RequestID, _ action: JSONView) throws(ResponseError) {
    guard let data = action["data"], let uri = data["uri"]?.utf8, let choice = CodeActionChoice(data) else {
      throw ResponseError(.invalidParams, "this is no action of \(Tool.name)")
    }
    guard let actions = codeActions(DocumentURI(uri)), data["revision"]?.integer == actions.document.revision else {
      throw ResponseError(.contentModified, "the document was changed")
    }
    var isDone = false
    var resolved = JSONWriter()
    resolved.array { isDone = actions.write(choice, isLazy: false, to: &$0) }
    guard isDone else {
      let message = Message(
        fr: "aucun commentaire ne peut taire ce constat ici", en: "no comment can silence this finding here")
      throw ResponseError(.requestFailed, message[actions.check.language])
    }
    let text = String(decoding: resolved.bytes.dropFirst().dropLast(), as: UTF8.self)
    respond(id) { $0.literal(text) }
  }

  private mutating func codeActions(_ uri: DocumentURI) -> CodeActions? {
    guard let check = check(uri), let document = documents[uri], let linter = check.linter else { return nil }
    return CodeActions(
      document: document, check: check, linter: linter,
      writer: DiagnosticWriter(document, capabilities, links: links(uri)))
  }

  /// The actions that a client wants.
  private func choices(_ params: CodeActionParams, _ actions: CodeActions) -> [CodeActionChoice] {
    let unit = capabilities.unit
    let range = ByteRange(
      actions.document.text.offset(of: params.range.start, unit: unit),
      actions.document.text.offset(of: params.range.end, unit: unit))
    let starts = Set(params.named.map { "\($0.rule) \(actions.document.text.offset(of: $0.start, unit: unit))" })
    var findings = actions.findings(in: range)
    let named = actions.check.report.diagnostics.indices.filter { index in
      let finding = actions.check.report.diagnostics[index]
      return starts.contains("\(finding.rule) \(finding.range.start)")
    }
    if !named.isEmpty { findings = named }
    if params.namesFindings, params.only == nil, !capabilities.knowsActionKinds {
      // A client that knows no kinds carries out whatever it gets for a finding: only what is sure, and only for it.
      return actions.fixes(named).filter { actions.isPreferred($0) }
    }
    var choices: [CodeActionChoice] = []
    if CodeActionKind.quickFix.isWanted(params.only) {
      choices = actions.fixes(findings) + actions.silences(findings)
    }
    // Some clients take only the very kind that they asked for.
    let asksPlainly = params.only?.contains { $0.utf8.elementsEqual(CodeActionKind.fixAll.rawValue.utf8) } ?? false
    if asksPlainly {
      choices.append(.all(.fixAll))
    } else if CodeActionKind.fixAllOfThisTool.isWanted(params.only) {
      choices.append(.all(.fixAllOfThisTool))
    }
    return choices
  }
}

/// The actions for one document.
struct CodeActions {
  let document: OpenDocument
  let check: DocumentCheck
  let linter: Linter
  let writer: DiagnosticWriter
  /// For how many findings comments are offered at most in one answer; to try one costs a lint.
  private static let suppressionLimit = 25

  /// The numbers of the findings that touch a range; for a caret, of those on its line.
  func findings(in range: ByteRange) -> [Int] {
    let lines = document.lines
    return check.report.diagnostics.indices.filter { index in
      let whole = check.report.diagnostics[index].range
      return whole.start <= range.end && range.start <= whole.end
        || lines.line(at: whole.start) == lines.line(at: range.start) && range.isEmpty
    }
  }

  /// The fixes of findings.
  func fixes(_ findings: [Int]) -> [CodeActionChoice] {
    findings.filter { check.report.diagnostics[$0].fix.map { $0.applicability > .displayOnly } ?? false }
      .map { .fix($0) }
  }

  /// The comments that silence findings: one for all that a rule says of a line.
  func silences(_ findings: [Int]) -> [CodeActionChoice] {
    // In settings and schemas there is nothing to silence.
    guard check.document.form == .frontMatter else { return [] }
    var silenced: Set<String> = []
    return findings.filter { index in
      let finding = check.report.diagnostics[index]
      // What is said of comments no comment silences.
      if RuleRegistry.info(finding.rule)?.runsLast ?? true { return false }
      let place = "\(finding.rule) \(document.lines.line(at: finding.range.start))"
      return silenced.count < Self.suppressionLimit && silenced.insert(place).inserted
    }.map { .silence($0) }
  }

  /// Whether an action is the obvious one: a safe fix.
  func isPreferred(_ choice: CodeActionChoice) -> Bool {
    guard case .fix(let number) = choice else { return false }
    return check.report.diagnostics[number].fix?.applicability == .safe
  }

  /// Writes an action, without its edits where the client asks for them later; says whether there was something to
  /// write.
  @discardableResult func write(_ choice: CodeActionChoice, isLazy: Bool, to list: inout JSONWriter) -> Bool {
    var edits: [Edit]?
    var title: Message?
    var finding: Diagnostic?
    let findings = check.report.diagnostics
    switch choice {
    case .fix(let number):
      guard findings.indices.contains(number), let fix = findings[number].fix, fix.applicability > .displayOnly else {
        return false
      }
      (edits, title, finding) = (fix.edits, fix.title, findings[number])
    case .silence(let number):
      guard findings.indices.contains(number) else { return false }
      finding = findings[number]
      if isLazy {
        title = Suppression.title(findings[number], document: document)
      } else {
        let insertion = Suppression.edit(findings[number], document: document, report: check.report, linter)
        (edits, title) = (insertion.map { [$0.edit] }, insertion?.title)
      }
    case .all:
      guard check.document.form == .frontMatter, findings.contains(where: { $0.fix?.applicability == .safe }) else {
        return false
      }
      title = Self.fixAllTitle
      if !isLazy { edits = safeEdits }
    }
    guard let title, isLazy || edits?.isEmpty == false else { return false }
    list.object { action in
      action.member("title", title[check.language])
      if case .all(let kind) = choice {
        action.member("kind", kind.rawValue)
      } else {
        action.member("kind", CodeActionKind.quickFix.rawValue)
      }
      if let finding { action.array("diagnostics") { writer.write(finding, check.language, to: &$0) } }
      if isPreferred(choice) { action.member("isPreferred", true) }
      if isLazy {
        writeData(choice, to: &action)
      } else {
        writer.writeWorkspaceEdit(edits ?? [], to: &action)
      }
    }
    return true
  }

  private func writeData(_ choice: CodeActionChoice, to action: inout JSONWriter) {
    let (name, number) = choice.written
    action.object("data") {
      $0.member("uri", document.uri.text)
      $0.member("revision", document.revision)
      $0.member("action", name)
      $0.member("number", number)
    }
  }

  /// What `--fix` does.
  var safeEdits: [Edit] { edits(.safe) }

  /// What applying all fixes down to a level does.
  func edits(_ threshold: Applicability) -> [Edit] {
    guard check.document.form == .frontMatter,
      check.report.diagnostics.contains(where: { $0.fix.map { $0.applicability >= threshold } ?? false })
    else {
      return []
    }
    let fixed = Fixer(linter, threshold: threshold).fix(check.document).bytes
    return Edit.difference(from: document.bytes, to: fixed)
  }

  private static let fixAllTitle = Message(
    fr: "Corriger tout ce qui peut l’être sans risque", en: "Fix everything that is safe to fix")
}

extension PostingServer {
  /// Answers with the edits that mend what is safe to mend; with none where that is not asked for.
  mutating func answerFormatting(_ id: RequestID, _ uri: DocumentURI, isAsked: Bool) {
    guard isAsked, let actions = codeActions(uri) else {
      respond(id) { $0.array { _ in } }
      return
    }
    let edits = actions.safeEdits
    respond(id) { result in result.array { actions.writer.write(edits, to: &$0) } }
  }

  /// The edits of all fixes down to a level for an open document; `nil` for what is not linted.
  mutating func edits(_ uri: DocumentURI, _ threshold: Applicability) -> (edits: [Edit], writer: DiagnosticWriter)? {
    codeActions(uri).map { ($0.edits(threshold), $0.writer) }
  }
}
