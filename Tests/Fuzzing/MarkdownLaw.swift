import Markdown
import SourceText

/// What the scanner of Markdown promises of any bytes.
enum MarkdownLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let body = MarkdownScan.scan(bytes)
    try RangeLaw.checkApart(body.regions.map(\.range), bytes, "regions")
    for region in body.regions {
      try RangeLaw.checkWhole(region.range, bytes, "\(region.kind)")
      try require(!region.range.isEmpty, "an empty \(region.kind)")
      try require(body.region(at: region.range.start) == region, "a region is not found at its start")
    }
    for link in body.links { try check(link, body, bytes) }
    for (left, right) in zip(body.links, body.links.dropFirst()) {
      try require(left.range.start <= right.range.start, "links are not in order")
    }
    for definition in body.definitions {
      for range in [definition.range, definition.labelRange, definition.targetRange, definition.titleRange] {
        if let range { try RangeLaw.checkWhole(range, bytes, "definition") }
      }
      try require(definition.range.contains(definition.targetRange), "a target outside its definition")
    }
    try checkTargets(body, bytes)
    try checkMoved(body, bytes)
  }

  private static func check(_ link: MarkdownLink, _ body: MarkdownBody, _ bytes: [UInt8]) throws(BrokenLaw) {
    for range in [link.range, link.textRange, link.targetRange, link.titleRange, link.gapRange] {
      guard let range else { continue }
      try RangeLaw.checkWhole(range, bytes, "\(link.kind) link")
      try require(link.range.contains(range), "\(link.kind) link: \(range) outside \(link.range)")
    }
    if let definition = link.definition {
      try require(body.definitions.indices.contains(definition), "a link without its definition")
    }
  }

  /// Targets lie where they are written, and where nothing is escaped they are what is written.
  private static func checkTargets(_ body: MarkdownBody, _ bytes: [UInt8]) throws(BrokenLaw) {
    for target in body.resolvedTargets(in: bytes) {
      try RangeLaw.checkWhole(target.targetRange, bytes, "target")
      let written = bytes[target.targetRange.indices]
      let isPlain = !written.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\") }
      try require(!isPlain || written.elementsEqual(target.bytes), "a target without escapes reads differently")
      let text = DecodedText(bytes, target.targetRange, .markdown)
      try require(
        text.source(of: ByteRange(0, text.bytes.count)) == target.targetRange, "a decoded target is not the whole")
    }
  }

  /// What stands before a body does not change what is read of it.
  private static func checkMoved(_ body: MarkdownBody, _ bytes: [UInt8]) throws(BrokenLaw) {
    let before = Array("---\na: `[\n---\n".utf8)
    let whole = before + bytes
    let moved = MarkdownScan.scan(whole, in: ByteRange(before.count, whole.count))
    try require(
      moved.regions.map(\.range) == body.regions.map { $0.range.moved(by: before.count) }
        && moved.regions.map(\.kind) == body.regions.map(\.kind), "other regions are found inside a file")
    try require(
      moved.links.map(\.range) == body.links.map { $0.range.moved(by: before.count) }
        && moved.links.map(\.flags) == body.links.map(\.flags), "other links are found inside a file")
  }
}
