import DataTree
import PostingLint
import SourceText

extension PostingServer {
  /// Answers with what folds: the front matter, and the lists and mappings in it over several lines.
  mutating func answerFoldingRange(_ id: RequestID, _ uri: DocumentURI) {
    guard let check = check(uri), let document = documents[uri] else {
      respond(id) { $0.array { _ in } }
      return
    }
    let folds = FoldFinder(document: document, read: check.document).all
    respond(id) { result in
      result.array { list in
        for fold in folds {
          list.object {
            $0.member("startLine", fold.start)
            $0.member("endLine", fold.end)
            $0.member("kind", "region")
          }
        }
      }
    }
  }

  /// Answers with what surrounds places, from the inside to the outside (LSP 3.17, `textDocument/selectionRange`).
  mutating func answerSelectionRange(_ id: RequestID, _ uri: DocumentURI, _ positions: [Position]) {
    guard let check = check(uri), let document = documents[uri] else {
      respond(id) { $0.null() }
      return
    }
    let unit = capabilities.unit
    let finder = FoldFinder(document: document, read: check.document)
    let writer = DiagnosticWriter(document, capabilities)
    respond(id) { result in
      result.array { list in
        for position in positions {
          let ranges = finder.ranges(around: document.text.offset(of: position, unit: unit))
          list.object { Self.write(ranges[...], writer, to: &$0) }
        }
      }
    }
  }

  private static func write(_ ranges: ArraySlice<ByteRange>, _ writer: DiagnosticWriter, to output: inout JSONWriter) {
    guard let first = ranges.first else { return }
    writer.write(first, to: &output)
    if ranges.count > 1 { output.object("parent") { write(ranges.dropFirst(), writer, to: &$0) } }
  }
}

/// Finds the parts of front matter, by lines and around a place.
private struct FoldFinder {
  struct Fold: Hashable {
    let start: Int
    let end: Int
  }

  let document: OpenDocument
  let read: Document
  private static let depthLimit = 64

  private var lines: LineIndex { document.lines }

  var all: [Fold] {
    var result: [Fold] = []
    let block = read.frontMatter
    if read.form == .frontMatter, let opening = block.opening {
      let end = block.closing.map { lines.line(at: $0.start) } ?? lastLine(of: block.content)
      add(lines.line(at: opening.start), end, &result)
    }
    let tree = read.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .mapping {
      for (key, value) in tree.pairs(of: NodeID(index)) where tree[value].kind != .alias {
        add(lines.line(at: tree.range(of: key).start), lastLine(of: tree.range(of: value)), &result)
      }
    }
    return result.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
  }

  private func add(_ start: Int, _ end: Int, _ result: inout [Fold]) {
    if end > start { result.append(Fold(start: start, end: end)) }
  }

  /// The number of the last line of a range that is not empty.
  private func lastLine(of range: ByteRange) -> Int {
    var end = range.end
    while end > range.start,
      document.bytes[end - 1] == 0x0A || document.bytes[end - 1] == 0x0D
        || document.bytes[end - 1] == 0x20
    { end -= 1 }
    return lines.line(at: max(range.start, end - 1))
  }

  /// The ranges around an offset, each inside the next.
  func ranges(around offset: Int) -> [ByteRange] {
    let whole = ByteRange(0, document.bytes.count)
    let block = read.frontMatter
    var outer = [whole]
    if read.form == .frontMatter, let opening = block.opening {
      let end = block.closing?.end ?? block.content.end
      if opening.start <= offset, offset <= end {
        outer = [block.content, ByteRange(opening.start, end), whole]
      } else {
        outer = [block.body, whole]
      }
    }
    var inner: [ByteRange] = []
    var node = read.tree.root
    while let current = node, inner.count < Self.depthLimit {
      node = nil
      inner.append(read.tree.range(of: current))
      switch read.tree[current].kind {
      case .mapping:
        for (key, value) in read.tree.pairs(of: current) {
          let (keyRange, valueRange) = (read.tree.range(of: key), read.tree.range(of: value))
          guard Self.touches(keyRange.union(valueRange), offset) else { continue }
          inner.append(keyRange.union(valueRange))
          if Self.touches(keyRange, offset) { inner.append(keyRange) } else { node = value }
          break
        }
      case .sequence: node = read.tree.children(of: current).first { Self.touches(read.tree.range(of: $0), offset) }
      case .scalar:
        inner.append(read.tree.content(of: current))
      case .alias: break
      }
    }
    var result: [ByteRange] = []
    for range in inner.reversed() + outer where Self.touches(range, offset) {
      guard let last = result.last else {
        result.append(range)
        continue
      }
      if range != last, range.start <= last.start, last.end <= range.end { result.append(range) }
    }
    return result.isEmpty ? [ByteRange(at: offset)] : result
  }

  private static func touches(_ range: ByteRange, _ offset: Int) -> Bool {
    range.start <= offset && offset <= range.end
  }
}
