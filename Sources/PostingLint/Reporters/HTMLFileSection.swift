import SourceText

/// Writes the findings of one file as a part of an HTML page.
struct HTMLFileSection {
  /// How many bytes of a line are shown before it is cut, and how many on each side of the range then.
  private static let longLine = 400
  private static let lead = 120
  /// How many bytes of lines a fix may change to be shown as before and after.
  private static let longFix = 2000

  let source: Source
  let path: SourcePath
  /// The page of the file on the web, if any.
  let address: String?
  let state: PostingState
  let language: Language

  /// Appends the findings of the file, which are not empty.
  func append(_ diagnostics: [Diagnostic], to output: inout [UInt8]) {
    let words = HTMLWords(language)
    let lines = LineIndex(source.bytes)
    output += "<article class=\"file\">\n<h3>".utf8
    appendLink(line: nil, to: &output) { HTMLText.append(path.bytes, to: &$0) }
    if state != .unknown { output += " <span class=\"state\">\(words.name(state))</span>".utf8 }
    output += "</h3>\n<ul>\n".utf8
    for diagnostic in diagnostics { append(diagnostic, lines, words, to: &output) }
    output += "</ul>\n</article>\n".utf8
  }

  private func append(
    _ diagnostic: Diagnostic, _ lines: LineIndex, _ words: HTMLWords, to output: inout [UInt8]
  ) {
    let severity = diagnostic.severity
    let fix = diagnostic.fix?.applicability.name ?? "none"
    output +=
      "<li class=\"finding\" data-severity=\"\(severity.name)\" data-rule=\"\(diagnostic.rule)\" data-state=\"\(state.rawValue)\" data-fix=\"\(fix)\">\n<p><strong class=\"\(severity.name)\">\(severity.word[language])</strong> "
      .utf8
    if !diagnostic.isAboutWholeFile {
      let line = lines.line(at: diagnostic.range.start) + 1
      appendLink(line: line, to: &output) { $0 += "\(words.line) \(line)".utf8 }
      output += " ".utf8
    }
    HTMLText.append(diagnostic.message[language].utf8, to: &output)
    output += " <code>\(diagnostic.rule)</code></p>\n".utf8
    if let fix = diagnostic.fix {
      output += "<p class=\"fix\">\(words.name(ofFix: fix.applicability.name))\(words.colon)".utf8
      HTMLText.append(fix.titleBehindColon(language).utf8, to: &output)
      output += "</p>\n".utf8
      if appendChange(of: fix, lines, words, to: &output) {
        output += "</li>\n".utf8
        return
      }
    }
    if !diagnostic.isAboutWholeFile { appendExcerpt(diagnostic.range, lines, to: &output) }
    output += "</li>\n".utf8
  }

  private func appendLink(line: Int?, to output: inout [UInt8], _ text: (inout [UInt8]) -> Void) {
    guard let address else { return text(&output) }
    output += "<a".utf8
    XMLText.append("href", address + (line.map { "#L\($0)" } ?? ""), to: &output)
    output += ">".utf8
    text(&output)
    output += "</a>".utf8
  }

  /// The line of a finding, its bytes marked.
  private func appendExcerpt(_ range: ByteRange, _ lines: LineIndex, to output: inout [UInt8]) {
    let content = lines.contentRange(ofLine: lines.line(at: range.start), in: source.bytes)
    var start = content.start
    var end = content.end
    let from = min(max(range.start, start), end)
    var to = min(max(range.end, from), end)
    if content.count > Self.longLine {
      start = boundary(max(start, from - Self.lead))
      to = boundary(min(to, from + Self.longLine))
      end = boundary(min(end, to + Self.lead))
    }
    output += "<pre class=\"line\">".utf8
    if start > content.start { output += "…".utf8 }
    appendText(start, from, to: &output)
    output += "<mark>".utf8
    appendText(from, to, to: &output)
    output += "</mark>".utf8
    appendText(to, end, to: &output)
    if end < content.end { output += "…".utf8 }
    output += "</pre>\n".utf8
  }

  /// The lines that a fix changes, before and after; false where they are too long to be read.
  private func appendChange(of fix: Fix, _ lines: LineIndex, _ words: HTMLWords, to output: inout [UInt8]) -> Bool {
    guard let first = fix.edits.first, let last = fix.edits.last else { return false }
    let start = lines.contentRange(ofLine: lines.line(at: first.range.start), in: source.bytes).start
    let end = max(
      last.range.end, lines.contentRange(ofLine: lines.line(at: last.range.end), in: source.bytes).end)
    guard start <= first.range.start, end - start <= Self.longFix else { return false }
    var after: [UInt8] = []
    var place = start
    for edit in fix.edits {
      guard edit.range.start >= place, edit.range.end <= end else { return false }
      after += source.bytes[place..<edit.range.start]
      after += edit.replacement
      place = edit.range.end
    }
    after += source.bytes[place..<end]
    guard after.count <= Self.longFix else { return false }
    output += "<pre class=\"change\">".utf8
    appendLines(Array(source.bytes[start..<end]), "del", words.before, to: &output)
    appendLines(after, "ins", words.after, to: &output)
    output += "</pre>\n".utf8
    return true
  }

  private func appendLines(_ text: [UInt8], _ element: String, _ label: String, to output: inout [UInt8]) {
    output += "<\(element)><span class=\"hidden\">\(label) </span>".utf8
    let rows = text.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
    for (number, row) in rows.enumerated() {
      if number > 0 { output.append(Byte.lineFeed) }
      var text = row.last == Byte.carriageReturn ? row.dropLast() : row
      // A build server that prints the page would take a line with two colons for a command.
      if let first = text.firstIndex(where: { $0 >= 0x21 && $0 < 0x80 }), text[first] == Byte.colon {
        HTMLText.append(text[..<first], to: &output)
        output += "&#58;".utf8
        text = text[(first + 1)...]
      }
      HTMLText.append(text, to: &output)
    }
    output += "</\(element)>".utf8
  }

  private func appendText(_ start: Int, _ end: Int, to output: inout [UInt8]) {
    if start < end { HTMLText.append(source.bytes[start..<end], to: &output) }
  }

  /// The start of the character at an offset, so that none is cut.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    var steps = 0
    while offset > 0, offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80, steps < 3 {
      offset -= 1
      steps += 1
    }
    return offset
  }
}
