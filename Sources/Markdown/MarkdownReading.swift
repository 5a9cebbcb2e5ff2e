package import SourceText

/// A body as ``MarkdownScan`` reads it, kept so that a later text of the same file is read faster: what stands in a
/// paragraph is a function of its bytes and of the labels that are defined, so it is looked for again only in those that
/// changed.
package struct MarkdownReading: Sendable {
  /// What was found.
  package let body: MarkdownBody
  /// The text that was searched for links.
  private let text: [UInt8]
  /// Whether that is the text as it is written: no marks of quotes stand in its paragraphs.
  private let isWritten: Bool
  private let segments: [BlockScanner.Segment]
  /// What was found in the segments, one after the other.
  private let links: [MarkdownLink]
  private let regions: [MarkdownRegion]
  /// How much of it was found up to the end of each segment.
  private let ends: [(links: Int, regions: Int)]

  /// The reading of a text without a byte.
  package init() { self.init([], in: ByteRange(at: 0), LineIndex([])) }

  /// Scans the bytes of `range`, where the lines of `bytes` are known, as ``MarkdownScan/scan(_:in:)`` does; `earlier` is
  /// the reading of an earlier text, which `change` made to this one.
  package init(
    _ bytes: [UInt8], in range: ByteRange, _ lines: LineIndex, after earlier: MarkdownReading? = nil,
    _ change: ChangedBytes? = nil
  ) {
    let blocks = BlockScanner.scanned(bytes, range, lines)
    var inline = InlineScanner(blocks)
    var known = earlier.flatMap { KnownSegments($0, blocks, change) }
    var ends: [(links: Int, regions: Int)] = []
    ends.reserveCapacity(blocks.segments.count)
    if let earlier { inline.expect(links: earlier.links.count + 8, regions: earlier.regions.count + 8) }
    for segment in blocks.segments {
      if let (place, distance) = known?.place(of: segment), let earlier {
        inline.take(earlier.links(place), earlier.regions(place), movedBy: distance)
      } else {
        inline.scan(segment)
      }
      ends.append((inline.links.count, inline.regions.count))
    }
    text = blocks.bytes
    isWritten = blocks.isWritten
    segments = blocks.segments
    links = inline.links
    regions = inline.regions
    self.ends = ends
    body = MarkdownScan.body(blocks, inline)
  }

  private func links(_ segment: Int) -> ArraySlice<MarkdownLink> {
    links[(segment > 0 ? ends[segment - 1].links : 0)..<ends[segment].links]
  }

  private func regions(_ segment: Int) -> ArraySlice<MarkdownRegion> {
    regions[(segment > 0 ? ends[segment - 1].regions : 0)..<ends[segment].regions]
  }

  /// Tells which segments stood in the earlier text too.
  private struct KnownSegments {
    /// How many bytes on both sides of a segment are the same too: a look at the character beside it goes no further.
    private static let margin = 8

    private let segments: [BlockScanner.Segment]
    private let change: ChangedBytes
    private var next = 0

    /// `nil` where another label is defined, or in another order: every bracket may mean something else then.
    init?(_ earlier: MarkdownReading, _ blocks: BlockScanner, _ change: ChangedBytes?) {
      let labels = earlier.body.definitions.map(\.labelRange)
      guard labels.count == blocks.definitions.count,
        zip(labels, blocks.definitions).allSatisfy({ old, new in
          earlier.text[old.indices] == blocks.bytes[new.labelRange.indices]
        })
      else { return nil }
      segments = earlier.segments
      let written = earlier.isWritten && blocks.isWritten ? change : nil
      self.change = written ?? ChangedBytes(from: earlier.text, to: blocks.bytes)
    }

    /// The place of an unchanged segment in the earlier text, and how far it was moved; it is asked for in their order.
    mutating func place(of segment: BlockScanner.Segment) -> (place: Int, distance: Int)? {
      var old = segment
      var distance = 0
      if segment.range.start >= change.after.end + Self.margin {
        distance = change.distance
        old.range = segment.range.moved(by: -distance)
      } else if segment.range.end + Self.margin > change.after.start {
        return nil
      }
      while next < segments.count, segments[next].range.start < old.range.start { next += 1 }
      return next < segments.count && segments[next] == old ? (next, distance) : nil
    }
  }
}
