import SourceText

/// The comments of a file that silence findings.
///
/// `posting-lint-disable-line`, `posting-lint-disable-next-line` and `posting-lint-disable-file`, each followed by
/// the ids of rules, in a YAML comment of the front matter or an HTML comment of the body.
struct Suppressions {
  /// One comment.
  struct Entry {
    /// The bytes of the comment.
    var comment: ByteRange
    /// The ids that it names, with their places.
    var rules: [(id: String, range: ByteRange)]
    /// The lines (from 0) that it speaks of, or `nil` for the whole file.
    var line: Int?
    /// Those of the names that silenced something.
    var used: Set<String> = []
  }

  private(set) var entries: [Entry] = []
  /// Whether some of them speak of one line.
  var namesLines: Bool { entries.contains { $0.line != nil } }
  private static let marker = Array("posting-lint-disable-".utf8)

  /// Reads the comments of a file; `lines` is asked for only where there is such a comment.
  init(comments: [ByteRange], in bytes: [UInt8], lines: () -> LineIndex) {
    for comment in comments {
      guard let start = Self.find(Self.marker, in: bytes, comment) else { continue }
      var index = start + Self.marker.count
      let scope = Self.word(at: &index, in: bytes, comment.end)
      let line: Int?
      switch scope {
      case "line": line = lines().line(at: comment.start)
      case "next-line": line = lines().line(at: comment.end) + 1
      case "file": line = nil
      default: continue
      }
      entries.append(Entry(comment: comment, rules: Self.rules(from: index, in: bytes, comment.end), line: line))
    }
  }

  /// The ids after the marker, separated by commas or blanks; a reason may follow `--`.
  private static func rules(from start: Int, in bytes: [UInt8], _ end: Int) -> [(String, ByteRange)] {
    var result: [(String, ByteRange)] = []
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "-"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "-") { break }
      let from = index
      let word = word(at: &index, in: bytes, end)
      if word.isEmpty { index += 1 } else { result.append((word, ByteRange(from, index))) }
    }
    return result
  }

  private static func word(at index: inout Int, in bytes: [UInt8], _ end: Int) -> String {
    let start = index
    while index < end,
      bytes[index] == UInt8(ascii: "-") || (bytes[index] >= 0x61 && bytes[index] <= 0x7A)
        || bytes[index].isDigit
    {
      if index == start, bytes[index] == UInt8(ascii: "-") { break }
      // The end of an HTML comment is no part of an id.
      if bytes[index] == UInt8(ascii: "-"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "-") { break }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], _ range: ByteRange) -> Int? {
    guard range.count >= needle.count else { return nil }
    var start = range.start
    while start + needle.count <= range.end {
      if bytes[start] == needle[0], bytes[start..<start + needle.count].elementsEqual(needle) { return start }
      start += 1
    }
    return nil
  }

  /// Notes which of the comments' names silenced something.
  mutating func note(_ silencer: Silencer, _ rules: RuleList) {
    for index in entries.indices where !silencer.met.isEmpty {
      for rule in entries[index].rules {
        if let claim = Claim(rule.id, entries[index].line, rules), silencer.met.contains(claim) {
          entries[index].used.insert(rule.id)
        }
      }
    }
  }

  /// Tells which findings the comments silence, as they are found; so many are found that they are not kept first.
  struct Silencer {
    private let rules: RuleList
    private let lines: LineIndex
    private let namesLines: Bool
    private var asked: Set<Claim> = []
    /// What silenced something.
    fileprivate var met: Set<Claim> = []
    /// How many findings were silenced.
    private(set) var count = 0

    init(_ suppressions: Suppressions, _ rules: RuleList, _ lines: LineIndex) {
      self.rules = rules
      self.lines = lines
      namesLines = suppressions.namesLines
      for entry in suppressions.entries {
        for rule in entry.rules { if let claim = Claim(rule.id, entry.line, rules) { asked.insert(claim) } }
      }
    }

    /// Whether a finding of a rule at an offset is silenced; counts it then, and `others` that it stands for.
    mutating func silences(_ id: String, at offset: Int, others: Int) -> Bool {
      guard let own = Claim(id, nil, rules) else { return false }
      var isSilenced = asked.contains(own)
      if isSilenced { met.insert(own) }
      if namesLines {
        let onLine = Claim(rule: own.rule, line: lines.line(at: offset))
        if asked.contains(onLine) {
          met.insert(onLine)
          isSilenced = true
        }
      }
      if isSilenced { count += 1 + others }
      return isSilenced
    }
  }

  /// One rule, to be silenced on one line or, where that is `nil`, in the whole file.
  fileprivate struct Claim: Hashable {
    let rule: Int
    let line: Int?

    init(rule: Int, line: Int?) {
      self.rule = rule
      self.line = line
    }

    init?(_ id: String, _ line: Int?, _ rules: RuleList) {
      guard let number = rules.number(id) else { return nil }
      self.init(rule: number, line: line)
    }
  }
}
