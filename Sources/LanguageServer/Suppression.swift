import PostingLint
import SourceText

/// Finds the comment that silences a finding.
enum Suppression {
  /// A comment to insert, and what that does.
  struct Insertion {
    let edit: Edit
    let title: Message
  }

  /// The comment for a finding, or `nil` where no comment can stand near it.
  ///
  /// Where a comment is a comment depends on what stands around it (a block of text, a code block), so every place is
  /// tried: the finding must be gone, and nothing else may be found.
  static func edit(
    _ finding: Diagnostic, document: OpenDocument, report: FileReport, _ linter: Linter
  ) -> Insertion? {
    let candidates = Candidates(document: document, finding: finding).all
    let before = counts(report)
    return candidates.first { candidate in
      let bytes = document.bytes.applying([candidate.edit])
      let after = linter.lint(Source(path: report.source.path, bytes: bytes))
      guard after.isParsable == report.isParsable else { return false }
      let now = counts(after)
      return now[finding.rule, default: 0] < before[finding.rule, default: 0]
        && now.allSatisfy { $0.value <= before[$0.key, default: 0] }
    }
  }

  /// What a comment for a finding would be called, without trying it; `nil` where no comment can stand.
  static func title(_ finding: Diagnostic, document: OpenDocument) -> Message? {
    Candidates(document: document, finding: finding).all.first?.title
  }

  private static func counts(_ report: FileReport) -> [String: Int] {
    report.diagnostics.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }
}

/// The places where a comment could silence a finding, the best first.
private struct Candidates {
  let document: OpenDocument
  let finding: Diagnostic

  var all: [Suppression.Insertion] {
    let frontMatter = FrontMatter(document.bytes)
    let isWholeFile = finding.range == ByteRange(at: 0)
    let isInFrontMatter = frontMatter.isPresent && frontMatter.content.contains(finding.range.start)
    if isWholeFile { return wholeFile(frontMatter) }
    let line = document.lines.line(at: finding.range.start)
    if isInFrontMatter { return [above(line, isBody: false), behind(line, isBody: false)].compactMap { $0 } }
    if frontMatter.isPresent, finding.range.start < frontMatter.content.start { return wholeFile(frontMatter) }
    return [behind(line, isBody: true), above(line, isBody: true)].compactMap { $0 }
  }

  private func wholeFile(_ frontMatter: FrontMatter) -> [Suppression.Insertion] {
    let comment = "posting-lint-disable-file \(finding.rule)"
    guard frontMatter.isPresent else { return [] }
    let edit = Edit.insertion("# \(comment)\(lineEnd)", at: frontMatter.content.start)
    return [Suppression.Insertion(edit: edit, title: title(Message(fr: "dans ce fichier", en: "in this file")))]
  }

  private func above(_ line: Int, isBody: Bool) -> Suppression.Insertion? {
    let range = document.lines.contentRange(ofLine: line, in: document.bytes)
    let indent = document.bytes[range.indices].prefix { $0 == 0x20 }
    let comment = "posting-lint-disable-next-line \(finding.rule)"
    let text = isBody ? "<!-- \(comment) -->" : "# \(comment)"
    let edit = Edit.insertion(String(decoding: indent, as: UTF8.self) + text + lineEnd, at: range.start)
    return Suppression.Insertion(edit: edit, title: title(Self.line))
  }

  private func behind(_ line: Int, isBody: Bool) -> Suppression.Insertion? {
    let range = document.lines.contentRange(ofLine: line, in: document.bytes)
    let comment = "posting-lint-disable-line \(finding.rule)"
    let text = isBody ? " <!-- \(comment) -->" : " # \(comment)"
    // Two blanks at the end of a line are a line break in Markdown: the comment stands before them.
    var end = range.end
    while end > range.start, document.bytes[end - 1] == 0x20 { end -= 1 }
    return Suppression.Insertion(edit: .insertion(text, at: isBody ? end : range.end), title: title(Self.line))
  }

  /// The line end that the document uses.
  private var lineEnd: String {
    let first = document.lines.range(ofLine: 0)
    return document.bytes[first.indices].suffix(2).elementsEqual([0x0D, 0x0A]) ? "\r\n" : "\n"
  }

  private static let line = Message(fr: "sur cette ligne", en: "on this line")

  private func title(_ place: Message) -> Message {
    Message(fr: "Désactiver \(fr: finding.rule) \(place.fr)", en: "Disable \(en: finding.rule) \(place.en)")
  }
}
