public import SourceText

/// Finds what is no prose, and every link, in the body of a Markdown file.
///
/// The scanner follows CommonMark 0.31 where that decides what a reader sees, and keeps what CommonMark throws away:
/// `[text] (https://…)` is no link for CommonMark and a mistake for us, so it comes back as a link with a flag. Blocks
/// are found first, line by line; each paragraph, heading and block of HTML is then scanned for links:
///
///     Voir [le site](https://example.org "Titre").
///          └────────────── range ───────────────┘   text `le site`, target `https://example.org`, title `Titre`
///
/// Both passes are linear for any input: brackets are kept on a stack of limited depth, parentheses nest 32 deep, and
/// a search for a closing mark that failed once in a paragraph is not made again.
public enum MarkdownScan {
  /// Scans the bytes of `range`, which is cut to `bytes`; all ranges of the result are in bytes of `bytes`.
  public static func scan(_ bytes: [UInt8], in range: ByteRange) -> MarkdownBody {
    scan(bytes, in: range, LineIndex(bytes))
  }

  /// Scans the bytes of `range`, where the lines of `bytes` are known.
  package static func scan(_ bytes: [UInt8], in range: ByteRange, _ lines: LineIndex) -> MarkdownBody {
    let blocks = BlockScanner.scanned(bytes, range, lines)
    var inline = InlineScanner(blocks)
    for segment in blocks.segments { inline.scan(segment) }
    return body(blocks, inline)
  }

  /// What the two passes found, in order.
  static func body(_ blocks: BlockScanner, _ inline: InlineScanner) -> MarkdownBody {
    var body = MarkdownBody()
    body.definitions = blocks.definitions
    body.links = ordered(inline.links) { left, right in
      left.range.start != right.range.start
        ? left.range.start < right.range.start : left.range.end > right.range.end
    }
    body.regions = merged(blocks.regions, ordered(inline.regions) { $0.range < $1.range })
    return body
  }

  /// Scans all of `bytes`.
  public static func scan(_ bytes: [UInt8]) -> MarkdownBody {
    scan(bytes, in: ByteRange(0, bytes.count))
  }

  /// Whether a template tag stands in `range`, which must be inside `bytes`: what is written there is not known.
  public static func holdsTemplate(_ bytes: [UInt8], in range: ByteRange) -> Bool {
    TargetScan(bytes, limit: range.end).holdsTemplate(range)
  }

  /// Sorts what is found in order but for what lies inside something else: most lists are sorted already.
  private static func ordered<Element>(_ list: [Element], by precedes: (Element, Element) -> Bool) -> [Element] {
    let isSorted = list.indices.dropFirst().allSatisfy { !precedes(list[$0], list[$0 - 1]) }
    return isSorted ? list : list.sorted(by: precedes)
  }

  /// Merges two sorted lists.
  private static func merged(_ left: [MarkdownRegion], _ right: [MarkdownRegion]) -> [MarkdownRegion] {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    var result: [MarkdownRegion] = []
    result.reserveCapacity(left.count + right.count)
    var other = right.makeIterator()
    var next = other.next()
    for region in left {
      while let candidate = next, candidate.range < region.range {
        result.append(candidate)
        next = other.next()
      }
      result.append(region)
    }
    while let candidate = next {
      result.append(candidate)
      next = other.next()
    }
    return result
  }
}

/// Finds a definition by its label (CommonMark 4.7: case and runs of blanks do not count, the first one wins).
struct DefinitionIndex {
  private var byLabel: [[UInt8]: Int] = [:]

  init(_ definitions: [MarkdownDefinition], in bytes: [UInt8]) {
    for (index, definition) in definitions.enumerated() {
      let label = Self.normalised(bytes[definition.labelRange.indices])
      if byLabel[label] == nil { byLabel[label] = index }
    }
  }

  /// The definition of the label in `range`, if there is one. A label has at most 999 characters.
  func definition(of range: ByteRange, in bytes: [UInt8]) -> Int? {
    guard !byLabel.isEmpty, !range.isEmpty, range.count <= 3996 else { return nil }
    return byLabel[Self.normalised(bytes[range.indices])]
  }

  /// Whether there is no definition.
  var isEmpty: Bool { byLabel.isEmpty }

  /// Case folded as Unicode has it, so that `ẞ` is `SS`.
  private static func normalised(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var pendingBlank = false
    let isASCII = label.allSatisfy { $0 < 0x80 }
    let folded =
      isASCII ? Array(label) : Array(String(decoding: label, as: UTF8.self).lowercased().uppercased().utf8)
    for byte in folded {
      if byte.isWhitespace {
        pendingBlank = !result.isEmpty
      } else {
        if pendingBlank { result.append(Byte.space) }
        pendingBlank = false
        result.append(byte >= 0x61 && byte <= 0x7A ? byte & ~0x20 : byte)
      }
    }
    return result
  }
}
