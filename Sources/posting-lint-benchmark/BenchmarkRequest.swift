/// What the command line of the benchmark asks for.
struct BenchmarkRequest {
  private var given: Int?
  /// How many postings the generated site has.
  var count: Int { given ?? (countsInstructions ? 20 : 1000) }
  private(set) var repeats = 5
  private(set) var folder: String?
  private(set) var writeSite: String?
  private(set) var only: [String] = []
  private(set) var isDamaged = false
  private(set) var others = false
  private(set) var isJSON = false
  /// Whether instructions are counted, of few postings.
  private(set) var countsInstructions = false
  /// What an earlier build printed as JSON.
  private(set) var before: String?
  /// One stage that is run alone, so often, and nothing is printed: what counts instructions looks at it.
  private(set) var stage: String?
  private(set) var passes = 1

  /// Reads the words; `nil` where one of them is not known.
  init?(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--damaged": isDamaged = true
      case "--others": others = true
      case "--json": isJSON = true
      case "--instructions": countsInstructions = true
      case "--count", "--repeat", "--folder", "--write-site", "--only", "--before", "--stage", "--passes":
        guard let value = rest.popFirst(), take(word, value) else { return nil }
      default: return nil
      }
    }
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--folder": folder = value
    case "--write-site": writeSite = value
    case "--only": only.append(value)
    case "--before": before = value
    case "--stage": stage = value
    default:
      guard let number = Int(value), (1...1_000_000).contains(number) else { return false }
      switch option {
      case "--count": given = number
      case "--passes": passes = number
      default: repeats = number
      }
    }
    return true
  }

  /// Whether a group of measurements is wanted.
  func wants(_ group: String) -> Bool { only.isEmpty || only.contains(group) }
}
