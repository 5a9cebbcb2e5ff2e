/// Makes inputs out of others, always the same ones from the same number.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next number below `limit`, which is above 0 (SplitMix64).
  private mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(limit))
  }

  /// One of the seeds after one to four changes: bytes and words put in, parts taken out, doubled or swapped for
  /// those of another seed.
  mutating func input(from seeds: [[UInt8]], words: [[UInt8]]) -> [UInt8] {
    var bytes = seeds[next(below: seeds.count)]
    for _ in 0...next(below: 4) {
      let start = next(below: bytes.count + 1)
      let end = min(bytes.count, start + next(below: 24))
      switch next(below: 6) {
      case 0: bytes.insert(UInt8(next(below: 256)), at: start)
      case 1: bytes.replaceSubrange(start..<end, with: [])
      case 2: bytes.insert(contentsOf: Array(bytes[start..<end]), at: next(below: bytes.count + 1))
      case 3:
        let other = seeds[next(below: seeds.count)]
        let from = next(below: other.count + 1)
        bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + next(below: 48))])
      default: if !words.isEmpty { bytes.insert(contentsOf: words[next(below: words.count)], at: start) }
      }
    }
    return bytes
  }
}
