import Markdown
import SourceText

/// The labels by which links find their definitions (CommonMark 4.7), as they stand in the file.
struct LinkLabels {
  /// For each definition of the body its label, and those of the links that lead through it, in the order of the text.
  ///
  /// What is changed in one must be changed in all: a label is compared character by character.
  let places: [[ByteRange]]
  private let labels: [ByteRange]
  private let names: Set<[UInt8]>
  private let bytes: [UInt8]

  /// Groups the labels of `body`, which was read from `bytes`.
  init(_ body: MarkdownBody, in bytes: [UInt8]) {
    var places = body.definitions.map { [$0.labelRange] }
    for link in body.links {
      if let definition = link.definition { places[definition].append(link.targetRange) }
    }
    self.places = places.map { $0.sorted() }
    labels = body.definitions.map(\.labelRange)
    names = Set(labels.map { Array(bytes[$0.indices]) })
    self.bytes = bytes
  }

  /// The edits that make every place of one definition's label of `edits`, which are sorted; none where another
  /// definition would bear the same label then.
  func edits(of definition: Int, among edits: [Edit]) -> [Edit] {
    let inside = places[definition].flatMap { Self.edits(in: $0, among: edits) }
    guard !inside.isEmpty else { return [] }
    let label = labels[definition]
    let before = Array(bytes[label.indices])
    let after = before.applying(
      Self.edits(in: label, among: edits).map { Edit($0.range.moved(by: -label.start), $0.replacement) })
    let isTaken = after != before && names.contains(after)
    return isTaken ? [] : inside
  }

  /// The edits that lie in `range`, found by bisection.
  private static func edits(in range: ByteRange, among edits: [Edit]) -> ArraySlice<Edit> {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    return edits[low...].prefix { range.contains($0.range) }
  }
}
