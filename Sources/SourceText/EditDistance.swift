/// How many slips separate two words, for "did you mean".
///
/// A slip is a letter too many, missing, wrong, or two neighbours swapped (optimal string alignment). Letters are code
/// points; a bad byte counts as one.
package enum EditDistance {
  /// The length in code points past which words are not compared: they are texts, not names.
  package static let lengthLimit = 64

  /// The number of slips between `left` and `right`, or `nil` where it is more than `limit` or a word is too long.
  ///
  /// Time is the product of the two lengths, which `lengthLimit` bounds.
  package static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    var (first, second) = ([UInt32](), [UInt32]())
    readCodePoints(left, into: &first)
    readCodePoints(right, into: &second)
    var rows = Rows()
    return rows.distance(first, second, limit: limit)
  }

  /// A word that was found near another.
  package struct Match: Hashable, Sendable {
    /// The place of the word among the candidates.
    package let index: Int
    /// The number of slips, where case and accents count nothing.
    package let distance: Int
    /// Whether no other candidate is as near.
    package let isUnique: Bool
  }

  /// The candidate nearest to `word`, or `nil` where none is near.
  ///
  /// Case, accents of Latin letters, and the choice between space, `_` and `-` count nothing, so that `externalUrl`
  /// is near `externalURL`; among equals the one with the fewest slips of any kind wins, then the first. Near means
  /// a third of the letters at most, and never more than three.
  package static func nearest(to word: [UInt8], among candidates: [[UInt8]]) -> Match? {
    var exact: [UInt32] = []
    readCodePoints(word, into: &exact)
    guard !exact.isEmpty, exact.count <= lengthLimit else { return nil }
    let folded = exact.map(fold)
    let letters = Self.letters(folded)
    var best: (index: Int, rough: Int, fine: Int, isUnique: Bool)?
    var (other, otherFolded) = ([UInt32](), [UInt32]())
    var rows = Rows()
    for (index, candidate) in candidates.enumerated() where mayBeNear(exact.count, candidate) {
      readCodePoints(candidate, into: &other)
      otherFolded.removeAll(keepingCapacity: true)
      for letter in other { otherFolded.append(fold(letter)) }
      let limit = min(3, max(1, min(exact.count, other.count) / 3))
      // A slip brings one letter that the other word has not, at most.
      let otherLetters = Self.letters(otherFolded)
      guard (letters & ~otherLetters).nonzeroBitCount <= limit, (otherLetters & ~letters).nonzeroBitCount <= limit,
        let rough = rows.distance(folded, otherFolded, limit: limit), rough < min(exact.count, other.count)
      else { continue }
      let fine = rows.distance(exact, other, limit: lengthLimit) ?? lengthLimit
      guard let found = best else {
        best = (index, rough, fine, true)
        continue
      }
      if (rough, fine) < (found.rough, found.fine) {
        best = (index, rough, fine, true)
      } else if (rough, fine) == (found.rough, found.fine), candidate != word {
        best?.isUnique = false
      }
    }
    return best.map { Match(index: $0.index, distance: $0.rough, isUnique: $0.isUnique) }
  }

  /// Whether a candidate has about as many letters as a word of `count`: three more or less.
  private static func mayBeNear(_ count: Int, _ candidate: [UInt8]) -> Bool {
    if candidate.count < count - 3 { return false }
    if candidate.count <= count + 3 { return true }
    // A letter has at least one byte that goes on with none before it, or is a bad byte.
    var letters = 0
    for byte in candidate where byte & 0xC0 != 0x80 { letters += 1 }
    return letters <= count + 3
  }

  /// Reads the code points of UTF-8 text, at most one more than `lengthLimit`; a bad byte is one past Unicode's last.
  private static func readCodePoints(_ bytes: [UInt8], into result: inout [UInt32]) {
    result.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count, result.count <= lengthLimit {
      if bytes[index] < 0x80 {
        result.append(UInt32(bytes[index]))
        index += 1
      } else if let scalar = UTF8Scan.scalar(at: index, in: bytes) {
        result.append(scalar.value.value)
        index += scalar.length
      } else {
        result.append(0x11_0000 + UInt32(bytes[index]))
        index += 1
      }
    }
  }

  /// Which letters a word has, one bit for all that are equal modulo 64.
  private static func letters(_ word: [UInt32]) -> UInt64 {
    var result: UInt64 = 0
    for letter in word { result |= 1 << UInt64(letter & 63) }
    return result
  }

  /// The rows of the table that a distance is found in, kept for the next one.
  private struct Rows {
    private var twoBack = [Int](repeating: 0, count: lengthLimit + 2)
    private var oneBack = [Int](repeating: 0, count: lengthLimit + 2)
    private var row = [Int](repeating: 0, count: lengthLimit + 2)

    mutating func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
      guard limit >= 0, left.count <= lengthLimit, right.count <= lengthLimit, abs(left.count - right.count) <= limit
      else { return nil }
      if left == right { return 0 }
      for index in 0...right.count { oneBack[index] = index }
      for i in 0..<left.count {
        // What lies further from the diagonal than the limit has more slips than that.
        let (from, end) = (max(0, i - limit), min(right.count, i + limit + 1))
        if i > 0, end == i + limit + 1 { oneBack[end] = limit + 1 }
        row[from] = from == 0 ? i + 1 : limit + 1
        var smallest = row[from]
        for j in from..<max(from, end) {
          var cost = min(oneBack[j + 1] + 1, row[j] + 1, oneBack[j] + (left[i] == right[j] ? 0 : 1))
          if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, twoBack[j - 1] + 1) }
          row[j + 1] = cost
          smallest = min(smallest, cost)
        }
        if smallest > limit { return nil }
        swap(&twoBack, &oneBack)
        swap(&oneBack, &row)
      }
      return oneBack[right.count] <= limit ? oneBack[right.count] : nil
    }
  }

  /// The letter without case and accent, for the letters of French and its neighbours (Latin-1, œ).
  private static func fold(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 0x41...0x5A: letter + 0x20
    case 0x20, 0x2D: 0x5F
    case 0xC0...0xC5, 0xE0...0xE5: 0x61
    case 0xC7, 0xE7: 0x63
    case 0xC8...0xCB, 0xE8...0xEB: 0x65
    case 0xCC...0xCF, 0xEC...0xEF: 0x69
    case 0xD1, 0xF1: 0x6E
    case 0xD2...0xD6, 0xF2...0xF6: 0x6F
    case 0xD9...0xDC, 0xF9...0xFC: 0x75
    case 0xDD, 0xFD, 0xFF: 0x79
    case 0x152: 0x153
    default: letter
    }
  }
}
