import Files
import SourceText

/// A site of postings made by a rule: the same number gives the same bytes on every machine.
///
/// About one posting in three has a defect; how often each kind comes follows what real sites of postings hold.
struct GeneratedSite {
  /// How much of the site is broken.
  enum Kind {
    /// A realistic share of every defect.
    case realistic
    /// Every posting has damaged accents and other mistakes with a fix.
    case damaged
  }

  let count: Int
  let kind: Kind

  /// The folder of the postings, below the root of the site.
  static let folder = "content/_jobs"
  /// The folder of the products that postings name.
  static let startupFolder = "content/_startups"
  private static let startups = ["atlas", "boussole", "carnet", "dossier", "escale", "fanal", "guichet", "horizon"]

  /// The name of a posting's file.
  func name(_ index: Int) -> String {
    var dice = Dice(seed: index, salt: 1)
    let date = Self.date(index)
    if kind == .realistic, dice.falls(58) { return "poste-\(index).md" }
    if kind == .realistic, dice.falls(110) { return "\(date)-Poste-\(index).md" }
    return "\(date)-poste-\(index).md"
  }

  /// The bytes of a posting.
  func bytes(_ index: Int) -> [UInt8] {
    var dice = Dice(seed: index, salt: 2)
    var posting = SamplePosting(date: Self.date(index), startup: dice.one(of: Self.startups))
    posting.fill(&dice)
    switch kind {
    case .realistic:
      for defect in Defect.allCases where dice.falls(defect.share) { posting.apply(defect) }
    case .damaged:
      for defect in [Defect.mojibake, .paddedValue, .nearMissKey] { posting.apply(defect) }
    }
    return posting.bytes
  }

  /// Writes the site below `root`; the paths of the postings.
  func write(to root: SourcePath) throws -> [SourcePath] {
    let folder = root.appending(Self.folder)
    let startups = root.appending(Self.startupFolder)
    try Folders.make(folder)
    try Folders.make(startups)
    for id in Self.startups {
      try Self.save(Array("---\ntitle: \(id)\n---\n".utf8), startups.appending("\(id).md"))
    }
    return try (0..<count).map { index in
      let path = folder.appending(name(index))
      try Self.save(bytes(index), path)
      return path
    }
  }

  private static func save(_ bytes: [UInt8], _ path: SourcePath) throws {
    var file = try OutputWriter.file(path)
    file.write(bytes)
    try file.finish()
  }

  private static func date(_ index: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(2018 + index % 7)-\(two(index / 7 % 12 + 1))-\(two(index / 84 % 28 + 1))"
  }
}

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: Int, salt: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: salt)
  }

  mutating func next() -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 1)
  }

  /// True `share` times in a thousand.
  mutating func falls(_ share: Int) -> Bool { next() % 1000 < share }

  mutating func one<Element>(of choices: [Element]) -> Element { choices[next() % choices.count] }
}
