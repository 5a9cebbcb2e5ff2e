import DataTree
import SourceText

/// The lines that count for nothing, because a later one of the same mapping has the same key.
enum LostKeys {
  /// The keys of lost lines, each with the next key of the same name: of equal keys only the last one counts.
  static func find(in tree: DataTree) -> [(key: NodeID, later: NodeID)] {
    let pairs = DuplicateKeys.find(in: tree)
    if pairs.isEmpty { return [] }
    var last: [NodeID: NodeID] = [:]
    return pairs.map { pair in
      let key = last[pair.first] ?? pair.first
      last[pair.first] = pair.later
      return (key, pair.later)
    }
  }

  /// The bytes of the values of lost lines.
  static func values(
    _ lost: [(key: NodeID, later: NodeID)], in tree: DataTree
  ) -> LazyMapSequence<[(key: NodeID, later: NodeID)], ByteRange> {
    lost.lazy.map { key, _ in tree.range(of: tree.next(after: key)) }
  }
}
