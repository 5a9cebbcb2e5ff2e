import Testing

@testable import SourceText

struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "jobs/a.md") -> String {
    String(
      decoding: UnifiedDiff.make(old: Array(old.utf8), new: Array(new.utf8), path: SourcePath(path)), as: UTF8.self)
  }

  @Test func saysNothingOfEqualTexts() {
    #expect(diff("a\n", "a\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func showsThreeLinesAround() {
    let old = (1...10).map { "\($0)\n" }.joined()
    let new = old.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      .map { $0 == "5" ? "five\n" : $0 + "\n" }.joined()
    #expect(
      diff(old, new) == """
        --- a/jobs/a.md
        +++ b/jobs/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func separatesDistantChanges() {
    let lines = (1...20).map { "\($0)\n" }
    var near = lines
    near[2] = "x\n"
    near[9] = "y\n"
    #expect(
      diff(lines.joined(), near.joined()).split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,13 +1,13 @@"])
    var far = lines
    far[2] = "x\n"
    far[10] = "y\n"
    #expect(
      diff(lines.joined(), far.joined()).split(separator: "\n").filter { $0.hasPrefix("@@") }
        == ["@@ -1,6 +1,6 @@", "@@ -8,7 +8,7 @@"])
  }

  @Test func marksAMissingLineEnd() {
    #expect(
      diff("a\nb", "a\nc\n")
        == "--- a/jobs/a.md\n+++ b/jobs/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n")
    #expect(diff("", "a") == "--- a/jobs/a.md\n+++ b/jobs/a.md\n@@ -0,0 +1 @@\n+a\n\\ No newline at end of file\n")
    #expect(diff("a\n", "") == "--- a/jobs/a.md\n+++ b/jobs/a.md\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func keepsBytes() {
    let old: [UInt8] = [0x63, 0xE9, 0x0D, 0x0A, 0x00, 0x0A]
    let new: [UInt8] = [0x63, 0xC3, 0xA9, 0x0D, 0x0A, 0x00, 0x0A]
    let diff = UnifiedDiff.make(old: old, new: new, path: SourcePath("a"))
    let body: [UInt8] = [0x2D, 0x63, 0xE9, 0x0D, 0x0A, 0x2B, 0x63, 0xC3, 0xA9, 0x0D, 0x0A, 0x20, 0x00, 0x0A]
    #expect(diff.suffix(body.count).elementsEqual(body))
  }

  @Test func quotesNamesAsGitDoes() {
    func firstLine(_ path: SourcePath) -> String {
      let diff = UnifiedDiff.make(old: [], new: [0x0A], path: path)
      return String(decoding: diff.prefix { $0 != 0x0A }, as: UTF8.self)
    }
    #expect(firstLine(SourcePath("é.md")) == "--- a/é.md")
    #expect(firstLine(SourcePath("a b.md")) == "--- a/a b.md\t")
    #expect(firstLine(SourcePath("/tmp/a.md")) == "--- a/tmp/a.md")
    #expect(firstLine(SourcePath("a\n\"\\b")) == #"--- "a/a\012\"\\b""#)
    #expect(firstLine(SourcePath(bytes: [0x63, 0xE9])) == #"--- "a/c\351""#)
  }

  /// Random texts of few different lines, so that many are equal: the changes must always make the new text.
  @Test func changesMakeTheNewText() {
    var generator = SmallGenerator(state: 7)
    for round in 0..<3000 {
      let variety = UInt64(2 + round % 40)
      let old = (0..<generator.next(40)).map { _ in "\(generator.next(variety))\n" }
      var new = old
      for _ in 0..<generator.next(12) {
        let place = Int(generator.next(UInt64(new.count + 1)))
        if generator.next(2) == 0 || place == new.count {
          new.insert("\(generator.next(variety))\n", at: place)
        } else {
          new.remove(at: place)
        }
      }
      if generator.next(4) == 0 { new.shuffle(using: &generator) }
      check(Array(old.joined().utf8), Array(new.joined().utf8))
    }
  }

  private func check(_ old: [UInt8], _ new: [UInt8]) {
    let oldLines = LineRanges(old)
    let newLines = LineRanges(new)
    var result: [UInt8] = []
    var position = 0
    var lastEnd = -1
    for change in LineMatching.changes(old, oldLines, new, newLines) {
      #expect(change.old.lowerBound > lastEnd, "two changes touch")
      for line in position..<change.old.lowerBound { result += old[oldLines[line].indices] }
      for line in change.new { result += new[newLines[line].indices] }
      position = change.old.upperBound
      lastEnd = change.old.upperBound
    }
    for line in position..<oldLines.count { result += old[oldLines[line].indices] }
    #expect(result == new)
  }

  @Test func findsTheShortestChange() {
    let old = Array("a\nb\nc\na\nb\nb\na\n".utf8)
    let new = Array("c\nb\na\nb\na\nc\n".utf8)
    let changes = LineMatching.changes(old, LineRanges(old), new, LineRanges(new))
    #expect(changes.reduce(0) { $0 + $1.old.count + $1.new.count } == 5)
  }

  @Test func longTextsTakeNoQuadraticTime() {
    let count = 100_000
    let old = (0..<count).map { "line \($0 % 7)\n" }.joined()
    let new = (0..<count).map { "line \($0 % 5)\n" }.joined()
    let unlike = (0..<count).map { "other \($0)\n" }.joined()
    let sparse = (0..<count).map { $0 % 10 == 0 ? "x\n" : "line \($0)\n" }.joined()
    let numbered = (0..<count).map { "line \($0)\n" }.joined()
    for (left, right) in [(old, new), (old, unlike), (numbered, sparse)] {
      check(Array(left.utf8), Array(right.utf8))
    }
  }
}

/// A generator with a fixed start: the same texts in every run.
private struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func next(_ bound: UInt64) -> Int { Int(next() % max(bound, 1)) }
}
