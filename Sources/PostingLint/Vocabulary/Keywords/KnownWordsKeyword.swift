import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `knownWords: [WORD, …]`: free text in which a slip of one of the words is reported; other text is not.
  static let knownWords = Self(
    "knownWords", metaschema: #"{"type": "array", "items": {"type": "string", "minLength": 1}}"#
  ) { value, schema, _ in
    let words = schema.children(of: value).map { schema.utf8(of: $0) }
    return { node, tree in
      switch tree[node].kind {
      case .scalar: Slip.all(in: node, tree, words)
      case .sequence: tree.children(of: node).flatMap { Slip.all(in: $0, tree, words) }
      default: []
      }
    }
  }
}

/// A slip of a known word: five letters or more, one or two of them wrong.
struct Slip: Hashable, Sendable {
  /// The word that stands there.
  let found: [UInt8]
  /// The word that was meant.
  let wanted: [UInt8]
  /// The whole text without the slip, where it is written otherwise than it reads.
  let mended: [UInt8]?

  /// The slips in a scalar.
  fileprivate static func all(in id: NodeID, _ tree: DataTree, _ known: [[UInt8]]) -> [CustomFailure] {
    let node = tree[id]
    guard node.kind == .scalar else { return [] }
    let bytes = node.isVerbatim ? tree.bytes : tree.utf8(of: id)
    let whole = node.isVerbatim ? tree.content(of: id) : ByteRange(0, bytes.count)
    return words(in: bytes, whole).compactMap { range in
      let word = Array(bytes[range.indices])
      guard let wanted = near(word, among: known) else { return nil }
      let mended = node.isVerbatim ? nil : bytes.applying([Edit(range, wanted)])
      return CustomFailure(
        Slip(found: word, wanted: wanted, mended: mended), at: id, range: node.isVerbatim ? range : node.range)
    }
  }

  /// The known word that `word` is a slip of; nothing where it is a known word, its plural, or a word of its own.
  private static func near(_ word: [UInt8], among words: [[UInt8]]) -> [UInt8]? {
    guard word.count >= 5 else { return nil }
    var singular = word
    if singular.last == UInt8(ascii: "s") { singular.removeLast() }
    if words.contains(where: { equal($0, word) || equal($0, singular) }) { return nil }
    guard let match = EditDistance.nearest(to: word, among: words), match.isUnique, match.distance <= 1 else {
      return nil
    }
    let wanted = words[match.index]
    return wanted.count >= 5 && wanted != singular ? wanted : nil
  }

  /// Whether two words are the same but for the case of ASCII letters.
  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && $0.isLetter) }
  }

  /// The words of a text; the dots of inclusive writing (`indépendant·e`) end a word.
  private static func words(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    var start = range.start
    var index = range.start
    while index < range.end {
      let length = UTF8Scan.length(at: index, in: bytes)
      if !isWordPart(index, length, in: bytes) {
        if index > start { result.append(ByteRange(start, index)) }
        start = index + length
      }
      index += length
    }
    if index > start { result.append(ByteRange(start, min(index, range.end))) }
    return result
  }

  private static func isWordPart(_ index: Int, _ length: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "-") || byte.isLetter { return true }
    // Accented letters of Latin scripts; signs such as the middle dot are none.
    return length == 2 && byte >= 0xC3 && byte <= 0xC9
  }
}
