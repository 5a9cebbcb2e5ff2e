import DataTree
import SourceText

// Streams, documents and directives (YAML 1.2.2, 6.8 and 9).
extension Parser {
  /// Reads all documents.
  mutating func parseStream() {
    var allowsDirectives = true
    skipByteOrderMark()
    nextToken()
    while pos < input.end {
      skipByteOrderMark()
      var directive: ByteRange?
      var hasVersion = false
      tagPrefixes.removeAll()
      while allowsDirectives, atToken, column == 0, !isTabbed, input[pos] == Byte.percent {
        directive = readDirective(&hasVersion)
        nextToken()
      }
      guard pos < input.end else {
        if let directive { report(.directiveWithoutDocument, directive.start, directive.end) }
        break
      }
      if isAtBoundary, input[pos] == Byte.dot {
        if let directive { report(.directiveWithoutDocument, directive.start, directive.end) }
        _ = readEndMarker()
        allowsDirectives = true
        continue
      }
      if documents.count >= options.documentLimit {
        giveUpDocuments()
        break
      }
      readDocument(directive)
      allowsDirectives = false
      if pos < input.end, input[pos] == Byte.dot {
        let marker = readEndMarker()
        documents[documents.count - 1].endMarker = marker
        allowsDirectives = true
      }
    }
  }

  private mutating func skipByteOrderMark() {
    guard pos == lineStart, input[pos] == 0xEF, input[pos + 1] == 0xBB, input[pos + 2] == 0xBF else { return }
    token(.byteOrderMark, pos, pos + 3)
    pos += 3
    lineStart = pos
    let spaces = input.skippingSpaces(pos)
    if atToken {
      pos = spaces
      column = spaces - lineStart
      if column == 0, input.isDocumentMarker(pos) || pos >= input.end { column = -1 }
      if input.isBreakOrEnd(pos) || input[pos] == Byte.hash {
        if input[pos] == Byte.hash { readComment() }
        nextToken()
      }
    }
  }

  /// Reports one document too many and passes over the rest of the text.
  private mutating func giveUpDocuments() {
    let code: YAMLErrorCode = options.documentLimit == 1 ? .secondDocument : .tooManyDocuments
    let end = isAtBoundary ? pos + 3 : textEnd(pos)
    let line = ByteRange(lineStart, input.skippingBreak(input.lineEnd(pos)))
    let isAlone = isAtBoundary && input.isBreakOrEnd(input.skippingBlanks(end))
    report(code, pos, end, fix: isAlone ? Fix(YAMLErrorCode.deleteLineTitle, .unsafe, .deletion(line)) : nil)
    token(.skipped, pos, input.trimmingBlanks(pos, input.end))
    pos = input.end
  }

  /// Reads `...` and what may follow on its line.
  private mutating func readEndMarker() -> ByteRange {
    let marker = ByteRange(pos, pos + 3)
    token(.documentEnd, pos, pos + 3)
    pos = input.skippingBlanks(pos + 3)
    if input[pos] == Byte.hash, input[pos - 1].isBlank {
      readComment()
    } else if !input.isBreakOrEnd(pos) {
      let end = textEnd(pos)
      report(.textAfterDocumentEnd, pos, end)
      token(.skipped, pos, input.trimmingBlanks(pos, input.lineEnd(pos)))
      pos = input.lineEnd(pos)
    }
    nextToken()
    return marker
  }

  /// Reads one document up to the next marker or the end of the text.
  private mutating func readDocument(_ directive: ByteRange?) {
    anchors.removeAll(keepingCapacity: true)
    anchoredNodes.removeAll(keepingCapacity: true)
    let root = nodes.count
    var document = TreeDocument(root: NodeID(root))
    let base = frames.count
    if isAtBoundary {
      document.startMarker = ByteRange(pos, pos + 3)
      token(.documentStart, pos, pos + 3)
      pos += 3
      contentEnd = pos
      atToken = false
      readNode(indent: -1, .afterMarker, absentAt: pos)
    } else {
      if let directive { report(.directiveWithoutDocument, directive.start, directive.end) }
      readNode(indent: -1, .root, absentAt: pos)
    }
    readCollections(above: base)
    if !atToken { finishLine() }
    if !isAtBoundary { readLeftover(root) }
    documents.append(document)
  }

  /// Reads what stands below a complete root node: it takes the root's place if that was a lone scalar.
  private mutating func readLeftover(_ root: Int) {
    let isScalar = nodes[root].kind == .scalar
    report(.contentAfterRoot, pos, textEnd(pos), related: nodes[root].range)
    if isScalar, looksLikeStructure(at: pos) {
      dropNodes(from: root)
      let base = frames.count
      readNode(indent: -1, .root, absentAt: pos)
      readCollections(above: base)
      if !atToken { finishLine() }
    }
    while !isAtBoundary { skipLines(.contentAfterRoot, deeperThan: -1, reports: false) }
  }

  // MARK: Directives

  /// Reads the directive at `pos`.
  private mutating func readDirective(_ hasVersion: inout Bool) -> ByteRange {
    let start = pos
    let lineEnd = input.lineEnd(pos)
    var end = start
    // A comment needs a blank before it.
    while end < lineEnd, !(input[end] == Byte.hash && input[end - 1].isBlank) { end += 1 }
    let comment = end
    end = input.trimmingBlanks(start, end)
    token(.directive, start, end)
    let words = words(start, end)
    if let name = words.first {
      if input.matches("%YAML", at: start), name.count == 5 {
        if hasVersion { report(.repeatedDirective, start, end) }
        hasVersion = true
        checkVersion(words, start, end)
      } else if input.matches("%TAG", at: start), name.count == 4 {
        readTagDirective(words, start, end)
      } else if name.count == 1 {
        report(.badDirective, start, end)
      }
    }
    pos = comment
    if comment < lineEnd { readComment() }
    pos = lineEnd
    return ByteRange(start, end)
  }

  /// The pieces between blanks.
  private func words(_ start: Int, _ end: Int) -> [ByteRange] {
    var result: [ByteRange] = []
    var index = start
    while index < end {
      let word = index
      while index < end, !input[index].isBlank { index += 1 }
      result.append(ByteRange(word, index))
      index = min(input.skippingBlanks(index), end)
    }
    return result
  }

  private mutating func checkVersion(_ words: [ByteRange], _ start: Int, _ end: Int) {
    guard words.count == 2 else { return report(.badDirective, start, end) }
    let version = words[1]
    var index = version.start
    while input[index].isDigit { index += 1 }
    let dot = index
    guard dot > version.start, input[dot] == Byte.dot else { return report(.badDirective, version.start, version.end) }
    index += 1
    while input[index].isDigit { index += 1 }
    guard index > dot + 1, index == version.end else { return report(.badDirective, version.start, version.end) }
    // A later minor version is read as 1.2; another major version is another language (6.8.1).
    if dot != version.start + 1 || input[version.start] != UInt8(ascii: "1") {
      report(.unsupportedVersion, version.start, version.end)
    }
  }

  private mutating func readTagDirective(_ words: [ByteRange], _ start: Int, _ end: Int) {
    guard words.count == 3 else { return report(.badDirective, start, end) }
    let handle = input.bytes(words[1].start, words[1].end)
    let isHandle =
      handle.first == Byte.exclamation && handle.last == Byte.exclamation
      && handle.dropFirst().dropLast().allSatisfy(\.isWord)
    guard isHandle else { return report(.badDirective, words[1].start, words[1].end) }
    if uriEnd(from: words[2].start) != words[2].end || input[words[2].start].isFlowIndicator {
      report(.badDirective, words[2].start, words[2].end)
    }
    if tagPrefixes[handle] != nil { report(.repeatedDirective, start, end) }
    tagPrefixes[handle] = input.bytes(words[2].start, words[2].end)
  }
}
