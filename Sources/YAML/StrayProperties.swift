import DataTree
import SourceText

// Text of front matter that begins with a sign of anchors and tags, as `&copie conforme` or `!important` (no section of
// the standard).
extension Parser {
  /// Notes values whose first sign was hardly meant as one: anchors that nothing refers to, and tags of no type that
  /// readers have in common.
  mutating func suspectProperties() {
    guard options.refusesOddSpaces, !properties.isEmpty else { return }
    let targets = Set(nodes.lazy.filter { $0.kind == .alias }.map(\.target))
    // A name that is given twice was meant as one.
    var names: [[UInt8]: Int] = [:]
    for own in properties { if let anchor = own.anchor { names[anchor.indices.map { input[$0] }, default: 0] += 1 } }
    for own in properties {
      let index = own.node.index
      let node = nodes[index]
      guard node.kind == .scalar, node.style == .plain else { continue }
      let range = ByteRange(
        min(own.anchor?.start ?? Int.max, own.tag?.start ?? Int.max),
        max(node.range.end, own.anchor?.end ?? 0, own.tag?.end ?? 0))
      let after = input.skippingBlanks(range.end)
      guard input[after] != Byte.colon, input.lineEnd(range.start) >= range.end,
        !errors.contains(where: { $0.range.start >= range.start && $0.range.start < range.end })
      else { continue }
      let isStrayTag = own.tag.map { isStray(tag: $0, before: node.range) }
      let isStrayAnchor = own.anchor.map { anchor in
        !targets.contains(index) && anchor.count > 2 && names[anchor.indices.map { input[$0] }] == 1
      }
      guard isStrayTag ?? true, isStrayAnchor ?? true else { continue }
      suspect(
        own.tag == nil ? .badAnchor : .badTag, range.start, range.end,
        fix: quoting(range.start, range.end, colon: range.end, atBest: .unsafe))
    }
  }

  /// Whether a tag is rather the start of a sentence: `!Urgent` and `! Urgent` are, `!x`, `!ruby/sym`, `!!str` and the tag
  /// of a number are not.
  private func isStray(tag: ByteRange, before value: ByteRange) -> Bool {
    let name = tag.indices.dropFirst().map { input[$0] }
    guard let first = name.first else { return value.isEmpty || !input[value.start].isDigit }
    return first != Byte.exclamation && first != Byte.less && name.count > 1
      && !name.contains { $0 == Byte.slash || $0 == Byte.colon }
  }

  /// The number of bytes of a bullet of a word processor at `index`; 0 where there is none.
  func bulletLength(at index: Int) -> Int {
    switch (input[index], input[index + 1], input[index + 2]) {
    // • ‣ ⁃ – — ▪ ■ ► ● ◦ ○ · * +
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x81, 0x83), (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94),
      (0xE2, 0x96, 0xAA), (0xE2, 0x96, 0xA0), (0xE2, 0x96, 0xBA), (0xE2, 0x97, 0x8F), (0xE2, 0x97, 0xA6),
      (0xE2, 0x97, 0x8B):
      3
    case (0xC2, 0xB7, _): 2
    case (Byte.asterisk, Byte.space, _), (Byte.plus, Byte.space, _): 1
    default: 0
    }
  }

  /// The length of the sign that begins a comment elsewhere, `//` or `<!--`, at `index`; 0 for none.
  private func foreignCommentLength(at index: Int) -> Int {
    if input.matches("//", at: index) { return 2 }
    return input.matches("<!--", at: index) ? 4 : 0
  }

  /// The fix that writes a dash and a space for the bullets at the start of the lines from `start` to `end`.
  func dashes(_ start: Int, _ end: Int) -> Fix? {
    var edits: [Edit] = []
    var line = start
    while line < end {
      let text = input.skippingBlanks(line)
      let length = bulletLength(at: text)
      if length > 0 {
        var after = text + length
        while input[after].isBlank || unicodeSpaceLength(at: after) > 0 {
          after += max(unicodeSpaceLength(at: after), 1)
        }
        edits.append(Edit(ByteRange(text, after), "- "))
      }
      line = input.lineEnd(text)
      guard line < end else { break }
      line = input.skippingBreak(line)
    }
    return edits.isEmpty ? nil : Fix(YAMLErrorCode.dashesTitle, .unsafe, edits)
  }

  /// Reports the line from `start` to `end` that is no `key: value`; one that begins with a bullet was meant as an item.
  mutating func reportNoPair(_ code: YAMLErrorCode, _ start: Int, _ end: Int) {
    let comment = foreignCommentLength(at: start)
    if code == .missingColon, comment > 0 {
      let isHTML = comment == 4
      var edits = [Edit(ByteRange(start, start + comment), "#")]
      if isHTML, end - start >= 7, input.matches("-->", at: end - 3) {
        edits.append(.deletion(ByteRange(end - 3, end)))
      }
      // Over several lines each wants a sign of its own.
      let fix = isHTML && edits.count == 1 ? nil : Fix(.write("#"), .unsafe, edits)
      return report(.otherComment, start, start + comment, fix: fix)
    }
    guard code == .missingColon || code == .missingDash, bulletLength(at: start) > 0 else {
      return report(code, start, end)
    }
    // The lines below it have bullets too.
    var last = input.lineEnd(start)
    while last < input.end, bulletLength(at: input.skippingBlanks(input.skippingBreak(last))) > 0 {
      last = input.lineEnd(input.skippingBlanks(input.skippingBreak(last)))
    }
    report(.bulletList, start, start + bulletLength(at: start), fix: dashes(start, last))
  }
}
