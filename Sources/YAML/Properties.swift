import DataTree
import SourceText

/// The anchor and the tag before a node that is still to come.
struct Pending {
  // Neither is ever empty: an empty range is none, and the two fit into registers.
  private var anchorRange = ByteRange(at: 0)
  private var tagRange = ByteRange(at: 0)

  /// The anchor with its `&`.
  var anchor: ByteRange? {
    get { anchorRange.isEmpty ? nil : anchorRange }
    set { anchorRange = newValue ?? ByteRange(at: 0) }
  }

  /// The tag with its `!`.
  var tag: ByteRange? {
    get { tagRange.isEmpty ? nil : tagRange }
    set { tagRange = newValue ?? ByteRange(at: 0) }
  }

  var isEmpty: Bool { anchorRange.isEmpty && tagRange.isEmpty }

  /// Where the first of the two starts.
  var start: Int { min(anchor?.start ?? Int.max, tag?.start ?? Int.max) }

  /// Where the last of the two ends; 0 where there are none.
  var end: Int { max(anchor?.end ?? 0, tag?.end ?? 0) }
}

// Anchors, aliases and tags (YAML 1.2.2, 6.8.2, 6.9 and 7.1).
extension Parser {
  /// Reads anchors and tags at `pos` and the blanks after each, and adds them to `pending`.
  mutating func readProperties(into pending: inout Pending, inFlow: Bool) {
    while true {
      let start = pos
      let isAnchor: Bool
      switch input[pos] {
      case Byte.ampersand:
        isAnchor = true
        readAnchorName(.anchor, .badAnchor)
      case Byte.exclamation:
        isAnchor = false
        readTag()
      default: return
      }
      let range = ByteRange(start, pos)
      if isAnchor {
        if let first = pending.anchor { report(.repeatedProperty, start, pos, related: first) }
        pending.anchor = range
      } else {
        if let first = pending.tag { report(.repeatedProperty, start, pos, related: first) }
        pending.tag = range
      }
      contentEnd = pos
      if !input.isBlankOrEnd(pos), !(inFlow && input[pos].isFlowIndicator) {
        reportGlued(isAnchor ? .badAnchor : .badTag, from: start)
      }
      pos = input.skippingBlanks(pos)
    }
  }

  /// Reports what is glued to the end of an anchor or a tag, and passes over it.
  private mutating func reportGlued(_ code: YAMLErrorCode, from start: Int) {
    let end = pos
    while !input.isBlankOrEnd(pos) { pos += 1 }
    report(code, start, pos)
    token(.skipped, end, pos)
  }

  /// Reads `&name` or `*name`.
  mutating func readAnchorName(_ kind: TokenKind, _ code: YAMLErrorCode) {
    let start = pos
    pos += 1
    while !input.isBlankOrEnd(pos), !input[pos].isFlowIndicator { pos += 1 }
    if pos == start + 1 { report(code, start, pos) }
    token(kind, start, pos)
  }

  /// Reads `!`, `!name`, `!!name`, `!handle!name` or `!<uri>`.
  private mutating func readTag() {
    let start = pos
    pos += 1
    let isVerbatim = input[pos] == Byte.less
    if isVerbatim {
      pos = uriEnd(from: pos + 1)
      if input[pos] == Byte.greater, pos > start + 2 {
        pos += 1
      } else {
        while !input.isBlankOrEnd(pos), input[pos] != Byte.greater { pos += 1 }
        if input[pos] == Byte.greater { pos += 1 }
        report(.badTag, start, pos)
      }
    } else {
      while input[pos] != Byte.percent, isURIByte(input[pos]), !input[pos].isFlowIndicator { pos += 1 }
      while input[pos] == Byte.percent, input[pos + 1].hexValue != nil, input[pos + 2].hexValue != nil {
        pos += 3
        while input[pos] != Byte.percent, isURIByte(input[pos]), !input[pos].isFlowIndicator { pos += 1 }
      }
    }
    token(.tag, start, pos)
  }

  /// The end of the URI characters from `index` on (`ns-uri-char`, 5.6).
  func uriEnd(from index: Int) -> Int {
    var index = index
    while true {
      if input[index] == Byte.percent {
        guard input[index + 1].hexValue != nil, input[index + 2].hexValue != nil else { return index }
        index += 3
      } else if isURIByte(input[index]) {
        index += 1
      } else {
        return index
      }
    }
  }

  /// Whether `byte` may stand in a URI; `%` only begins an escape.
  private func isURIByte(_ byte: UInt8) -> Bool {
    if byte.isWord { return true }
    switch byte {
    case 0x21, 0x23, 0x24, 0x26...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5B, 0x5D, 0x5F, 0x7E: return true
    default: return false
    }
  }

  /// Gives the node at `index`, which has none, its properties. Only nodes inside of it may have got theirs before.
  mutating func store(_ pending: Pending, _ index: Int) {
    guard !pending.isEmpty else { return }
    nodes[index].hasProperties = true
    var stored = NodeProperties(of: NodeID(index), anchor: pending.anchor, tag: pending.tag)
    if let anchor = pending.anchor {
      anchors[input.bytes(anchor.start + 1, anchor.end)] = anchoredNodes.count
      anchoredNodes.append(index)
    }
    if let tag = pending.tag {
      stored.resolvedTag = resolve(tag)
      // A tag with nothing behind it on its line may be a text.
      let isAlone = input.isBreakOrEnd(input.skippingBlanks(tag.end)) && pending.anchor == nil
      let fix = isAlone ? quoting(tag.start, tag.end, colon: tag.end, atBest: .unsafe) : nil
      if stored.resolvedTag == nil {
        report(.unknownTagHandle, tag.start, tag.end, fix: fix)
      } else if tag.count > 1, input[tag.end - 1] == Byte.exclamation {
        // A handle alone names no type.
        report(.badTag, tag.start, tag.end, fix: fix)
      }
    }
    var place = properties.count
    while place > 0, properties[place - 1].node.index > index { place -= 1 }
    properties.insert(stored, at: place)
  }

  /// The tag in full (6.9.1), or `nil` where its handle is unknown.
  private func resolve(_ tag: ByteRange) -> String? {
    let start = tag.start
    if input[start + 1] == Byte.less {
      return String(decoding: PercentCoding.decoded(input.bytes(start + 2, max(start + 2, tag.end - 1))), as: UTF8.self)
    }
    // The handle is `!`, `!!` or `!name!`.
    var handleEnd = start + 1
    while handleEnd < tag.end, input[handleEnd] != Byte.exclamation { handleEnd += 1 }
    handleEnd = handleEnd < tag.end ? handleEnd + 1 : start + 1
    let handle = input.bytes(start, handleEnd)
    let prefix: [UInt8]
    if let known = tagPrefixes[handle] {
      prefix = known
    } else if handle.count == 1 {
      prefix = handle
    } else if handle.count == 2 {
      prefix = Array("tag:yaml.org,2002:".utf8)
    } else {
      return nil
    }
    // A tag that is `!` alone is the non-specific one, whatever `%TAG !` says.
    if tag.count == 1 { return "!" }
    return String(decoding: prefix + PercentCoding.decoded(input.bytes(handleEnd, tag.end)), as: UTF8.self)
  }

  /// Gives the last node, a scalar that may have a tag, the type that its tag states (10.3).
  mutating func retype(_ scalar: ScalarScan) {
    guard let tag = properties.last?.resolvedTag else { return }
    let stated: ValueType
    switch tag {
    case "tag:yaml.org,2002:null": stated = .null
    case "tag:yaml.org,2002:bool": stated = .boolean
    case "tag:yaml.org,2002:int": stated = .integer
    case "tag:yaml.org,2002:float": stated = .float
    default: stated = .string
    }
    nodes[nodes.count - 1].type = stated
    guard stated != .string else { return }
    // A text is only what its tag states if it reads so.
    let opening = scalar.style == .plain ? 0 : 1
    // An unclosed quote ends with the text.
    let isClosed = scalar.end > scalar.start + 1 && input[scalar.end - 1] == input[scalar.start]
    let end = scalar.end - (isClosed ? opening : 0)
    let type = scalar.isVerbatim ? CoreSchema.type(of: input, scalar.start + opening, end) : ValueType.string
    if type != stated, !(stated == .float && type == .integer) { nodes[nodes.count - 1].type = .string }
  }

  /// Adds the alias at `pos`.
  mutating func readAlias(_ pending: Pending) {
    let start = pos
    readAnchorName(.alias, .badAnchor)
    if !pending.isEmpty { report(.propertyOnAlias, pending.start, pending.end) }
    var target = -1
    if pos > start + 1 {
      if let place = anchors[input.bytes(start + 1, pos)], anchoredNodes[place] >= 0 {
        target = anchoredNodes[place]
        if nodes[target].kind != .scalar, nodes[target].end == nodes[target].start {
          // Its target is still open, so it stands inside itself: good YAML that no reader of values can follow.
          suspect(.recursiveAlias, start, pos)
          target = -2
        }
      } else {
        report(.unknownAlias, start, pos)
      }
    }
    nodes.append(.alias(of: target, target >= 0 ? nodes[target].type : .null, ByteRange(start, pos)))
    contentEnd = pos
  }
}
