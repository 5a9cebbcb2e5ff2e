import PostingLint
import SourceText

/// Writes what the protocol says of one document: positions, diagnostics, edits.
struct DiagnosticWriter {
  let document: OpenDocument
  private let capabilities: ClientCapabilities
  private let columns: ColumnReader
  private let links: RuleLinks

  init(
    _ document: OpenDocument, _ capabilities: ClientCapabilities, links: RuleLinks = RuleLinks(base: nil, pages: nil)
  ) {
    self.document = document
    self.capabilities = capabilities
    columns = document.text.columns(in: capabilities.unit)
    self.links = links
  }

  // MARK: Positions

  /// Writes a range as the member `range`.
  func write(_ range: ByteRange, as key: StaticString = "range", to output: inout JSONWriter) {
    output.object(key) { member in
      write(position: range.start, "start", &member)
      write(position: range.end, "end", &member)
    }
  }

  /// Writes an offset as the member `position`.
  func write(place offset: Int, to output: inout JSONWriter) { write(position: offset, "position", &output) }

  private func write(position offset: Int, _ key: StaticString, _ output: inout JSONWriter) {
    let position = document.text.position(of: offset, columns)
    output.object(key) {
      $0.member("line", position.line)
      $0.member("character", position.column)
    }
  }

  // MARK: Diagnostics

  /// The rules whose findings are about text that does nothing.
  private static let unnecessary: Set<String> = ["useless-suppression"]

  /// Writes the findings of a report, and how many more there are.
  func write(_ report: FileReport, _ language: Language, to list: inout JSONWriter) {
    for diagnostic in report.diagnostics { write(diagnostic, language, to: &list) }
    guard report.leftOut > 0, let last = report.diagnostics.last else { return }
    list.object { member in
      write(last.range, to: &member)
      member.member("severity", Self.number(.info))
      member.member("source", Tool.name)
      member.member("message", Self.rest(report.leftOut)[language])
    }
  }

  private static func rest(_ count: Int) -> Message {
    Message(
      fr:
        "\(count) \(count < 2 ? "autre constat n’est pas affiché" : "autres constats ne sont pas affichés")\u{A0}: corrigez d’abord les autres",
      en: "\(count) more \(count == 1 ? "finding is" : "findings are") not shown: mend the others first")
  }

  /// Writes a finding as a `Diagnostic`.
  func write(_ diagnostic: Diagnostic, _ language: Language, to output: inout JSONWriter) {
    output.object { member in
      write(diagnostic.range, to: &member)
      member.member("severity", Self.number(diagnostic.severity))
      member.member("code", diagnostic.rule)
      member.member("source", Tool.name)
      member.member("message", message(diagnostic, language))
      if let page = links.address(diagnostic.rule, language) {
        member.object("codeDescription") { $0.member("href", page) }
      }
      // 1: unnecessary, which editors grey out.
      if Self.unnecessary.contains(diagnostic.rule), capabilities.tags.contains(1) {
        member.array("tags") { $0.number(1) }
      }
      if capabilities.keepsData, let fix = diagnostic.fix, fix.applicability > .displayOnly {
        member.object("data") {
          $0.member("fix", fix.title[language])
          $0.member("applicability", fix.applicability.name)
        }
      }
      guard capabilities.showsRelatedInformation, !diagnostic.notes.isEmpty else { return }
      member.array("relatedInformation") { list in
        for note in diagnostic.notes {
          list.object { item in
            item.object("location") {
              $0.member("uri", document.uri.text)
              write(note.range, to: &$0)
            }
            item.member("message", note.message[language])
          }
        }
      }
    }
  }

  /// The message; with its notes where the client cannot show them at their places.
  private func message(_ diagnostic: Diagnostic, _ language: Language) -> String {
    if capabilities.showsRelatedInformation || diagnostic.notes.isEmpty { return diagnostic.message[language] }
    return ([diagnostic.message] + diagnostic.notes.map(\.message)).map { $0[language] }.joined(separator: "\n")
  }

  /// `DiagnosticSeverity`: 1 error, 2 warning, 3 information.
  private static func number(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }

  // MARK: Edits

  /// Writes edits of the document as the member `edit`, a `WorkspaceEdit`.
  func writeWorkspaceEdit(_ edits: [Edit], to output: inout JSONWriter) {
    output.object("edit") { edit in
      guard capabilities.versionsEdits else {
        edit.object("changes") {
          $0.key(text: document.uri.text)
          $0.array { write(edits, to: &$0) }
        }
        return
      }
      edit.array("documentChanges") { writeDocumentEdit(edits, to: &$0) }
    }
  }

  /// Writes edits as an item of `documentChanges`.
  func writeDocumentEdit(_ edits: [Edit], to list: inout JSONWriter) {
    list.object { change in
      change.object("textDocument") { identifier in
        identifier.member("uri", document.uri.text)
        identifier.key("version")
        if let version = document.version { identifier.number(version) } else { identifier.null() }
      }
      change.array("edits") { write(edits, to: &$0) }
    }
  }

  /// Writes edits as the items of a list of `TextEdit`.
  func write(_ edits: [Edit], to list: inout JSONWriter) {
    for edit in LineEndEdits.whole(edits, in: document.bytes) {
      list.object { item in
        write(edit.range, to: &item)
        item.member("newText", String(decoding: edit.replacement, as: UTF8.self))
      }
    }
  }
}

/// Makes edits that the client can carry out: it has no position between CR and LF.
enum LineEndEdits {
  /// The same edits, sorted, with those that begin or end between CR and LF widened to the whole line end.
  static func whole(_ edits: [Edit], in bytes: [UInt8]) -> [Edit] {
    var result: [Edit] = []
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      let next = widened(edit, in: bytes)
      if let last = result.last, next.range.start < last.range.end {
        result[result.count - 1] = joined(last, edit, in: bytes)
      } else {
        result.append(next)
      }
    }
    return result
  }

  private static func widened(_ edit: Edit, in bytes: [UInt8]) -> Edit {
    var edit = edit
    if splitsLineEnd(edit.range.end, bytes) {
      edit.range.end += 1
      edit.replacement.append(0x0A)
    }
    if splitsLineEnd(edit.range.start, bytes) {
      edit.range.start -= 1
      edit.replacement.insert(0x0D, at: 0)
    }
    return edit
  }

  /// One edit for `wide`, which was widened over an LF, and `next`, which begins at that LF.
  private static func joined(_ wide: Edit, _ next: Edit, in bytes: [UInt8]) -> Edit {
    var first = wide
    first.range.end -= 1
    first.replacement.removeLast()
    let between = next.range.start > first.range.end ? Array(bytes[first.range.end..<next.range.start]) : []
    let whole = Edit(first.range.union(next.range), first.replacement + between + next.replacement)
    return widened(whole, in: bytes)
  }

  private static func splitsLineEnd(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset > 0 && offset < bytes.count && bytes[offset - 1] == 0x0D && bytes[offset] == 0x0A
  }
}
