/// What the texts of one key have in common.
struct TextStatistics: Sendable {
  /// How many different texts are counted; with more, the texts are no list of words.
  static let distinctLimit = 64
  /// How long a word of a list may be, in bytes.
  private static let wordLimit = 80

  /// How many texts there are.
  private(set) var count = 0
  /// How many of them are empty.
  private(set) var empties = 0
  /// How often each text stands there; empty as soon as there are too many different ones.
  private(set) var words: [[UInt8]: Int] = [:]
  private(set) var hasTooManyWords = false
  /// How many texts have each form.
  private(set) var forms = [Int](repeating: 0, count: TextForm.allCases.count)
  /// How many texts are an id of each list.
  private(set) var ids: [Int]

  init(lists: Int) {
    ids = [Int](repeating: 0, count: lists)
  }

  mutating func add(_ text: [UInt8], _ lists: [IDList]) {
    count += 1
    if text.isEmpty {
      empties += 1
      return
    }
    if let form = TextForm(text) { forms[form.rawValue] += 1 }
    for (place, list) in lists.enumerated() where list.ids.contains(text) { ids[place] += 1 }
    if hasTooManyWords { return }
    if text.count > Self.wordLimit || (words[text] == nil && words.count == Self.distinctLimit) {
      hasTooManyWords = true
      words = [:]
    } else {
      words[text, default: 0] += 1
    }
  }

  /// The texts that make up a list of words, sorted by their bytes: few of them, each more than once, and nearly all that
  /// stands there.
  func listedWords(_ threshold: Threshold) -> [[UInt8]]? {
    let written = count - empties
    guard !hasTooManyWords, written >= Self.fewest else { return nil }
    let repeated = words.filter { $0.value > 1 }
    let covered = repeated.values.reduce(0, +)
    guard !repeated.isEmpty, written >= repeated.count * 3, threshold.isMet(by: covered, of: written) else {
      return nil
    }
    return repeated.keys.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// How many texts there must be before few of them say something.
  private static let fewest = 8
}
