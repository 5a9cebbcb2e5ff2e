import DataTree
import SourceText

extension Document {
  /// The keys that only postings have together.
  private static let postingKeys = ["roles", "open", "startup", "friend", "domaines"].map { Array($0.utf8) }

  /// How many keys at the top are looked at; a posting has some twenty.
  private static let keyLimit = 200

  /// Whether two keys at the top are those of a posting: `roles`, `open`, `startup`, `friend`, `domaines`. A key that is
  /// one slip away from one of them (`role`, `Rôles`, `domaine`) counts as that one.
  package var hasPostingKeys: Bool {
    guard let root else { return startsWithPostingKeys }
    var found: Set<Int> = []
    for (key, _) in tree.pairs(of: root).prefix(Self.keyLimit) {
      if let place = Self.postingKey(key, in: tree) { found.insert(place) }
      if found.count > 1 { return true }
    }
    return false
  }

  /// Whether the file begins with two of those keys, without a line `---` above them.
  package var startsWithPostingKeys: Bool {
    guard case .missingOpening(let lines, _)? = frontMatter.problems.first else { return false }
    var found: Set<Int> = []
    for line in bytes[lines.indices].split(separator: Byte.lineFeed).prefix(Self.keyLimit) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= 24 else { continue }
      if let place = Self.postingKeys.firstIndex(of: Array(line[..<colon])) { found.insert(place) }
      if found.count > 1 { return true }
    }
    return false
  }

  private static func postingKey(_ key: NodeID, in tree: DataTree) -> Int? {
    guard tree[tree.resolved(key)].kind == .scalar, tree.range(of: key).count <= 24 else { return nil }
    if let exact = postingKeys.firstIndex(where: { tree.scalar(key, equals: $0) }) { return exact }
    guard let near = EditDistance.nearest(to: tree.utf8(of: key), among: postingKeys), near.distance <= 1
    else { return nil }
    return near.index
  }
}
