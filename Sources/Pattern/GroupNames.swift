/// The names of groups and where they stand, because two alternatives may share a name (ECMA-262, 22.2.1.1).
struct GroupNames {
  private var groups: [[UInt8]: [(number: Int, path: [Step])]] = [:]
  private var path: [Step] = []
  private var disjunctionCount = 0

  /// One alternative of one disjunction.
  private struct Step: Equatable {
    let disjunction: Int
    var alternative: Int
  }

  mutating func enterDisjunction() {
    path.append(Step(disjunction: disjunctionCount, alternative: 0))
    disjunctionCount += 1
  }

  mutating func nextAlternative() {
    path[path.count - 1].alternative += 1
  }

  mutating func leaveDisjunction() {
    path.removeLast()
  }

  /// The numbers of the groups with that name.
  subscript(name: [UInt8]) -> [Int]? {
    groups[name].map { named in named.map { $0.number } }
  }

  /// Adds a group, unless another one of that name can take part in the same match.
  ///
  /// Of one name, no more than 1,000 groups are taken: the check compares them all.
  mutating func add(_ name: [UInt8], group: Int) -> Bool {
    let others = groups[name] ?? []
    guard others.count < 1_000 else { return false }
    for other in others {
      let meeting = zip(other.path, path).first { $0 != $1 }
      // The first steps that differ are either alternatives of one disjunction, or lie in two parts of one sequence.
      guard let meeting, meeting.0.disjunction == meeting.1.disjunction else { return false }
    }
    groups[name, default: []].append((group, path))
    return true
  }
}

extension PatternParser {
  /// `<name>` as UTF-8, escapes resolved (ECMA-262, 22.2.1, `GroupName`).
  mutating func takeGroupName() throws(PatternError) -> [UInt8] {
    let start = index
    index += 1
    var name: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: ">") {
      let value: UInt32
      if byte == UInt8(ascii: "\\") {
        guard peek(1) == UInt8(ascii: "u") else { throw PatternError(.badGroupName, at: start) }
        index += 2
        value = try parseUnicodeEscape(from: start)
      } else {
        value = try takeCharacter()
      }
      guard let scalar = Unicode.Scalar(value), isIdentifier(scalar, first: name.isEmpty) else {
        throw PatternError(.badGroupName, at: start)
      }
      name += UTF8.encode(scalar).map { Array($0) } ?? []
    }
    guard take(UInt8(ascii: ">")), !name.isEmpty else { throw PatternError(.badGroupName, at: start) }
    return name
  }

  private func isIdentifier(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    if scalar == "$" || scalar == "_" { return true }
    if first { return scalar.properties.isIDStart }
    return scalar.properties.isIDContinue || scalar.value == 0x200C || scalar.value == 0x200D
  }
}
