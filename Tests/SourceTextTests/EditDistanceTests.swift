import SourceText
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("role", "roles", 1), ("titel", "title", 1), ("abcd", "efgh", nil), ("", "ab", 2), ("é", "e", 1),
    ("same", "same", 0),
    ("indépendent", "indépendant", 1),
  ])
  func slipsAreCounted(_ left: String, _ right: String, _ expected: Int?) {
    #expect(EditDistance.distance(Array(left.utf8), Array(right.utf8), limit: 3) == expected)
    #expect(EditDistance.distance(Array(right.utf8), Array(left.utf8), limit: 3) == expected)
  }

  @Test(arguments: [
    ("externalUrl", "externalURL"), ("role", "roles"), ("titles", "title"), ("domaine", "domaines"),
    ("depublication-date", "depublication_date"), ("zzz", nil), ("a", nil), ("", nil),
  ])
  func nearestKey(_ word: String, _ expected: String?) {
    let keys = ["roles", "open", "title", "domaines", "externalURL", "date", "depublication_date", "b"]
    let found = EditDistance.nearest(to: Array(word.utf8), among: keys.map { Array($0.utf8) })
    #expect(found.map { keys[$0.index] } == expected)
  }

  @Test func everyLimitTellsTheSameDistance() {
    var words: [[UInt8]] = [[]]
    for length in 1...4 {
      for number in 0..<(1 << length) { words.append((0..<length).map { number >> $0 & 1 == 0 ? 0x61 : 0x62 }) }
    }
    for left in words {
      for right in words {
        let whole = EditDistance.distance(left, right, limit: 64)
        for limit in 0...4 {
          let expected = whole.flatMap { $0 <= limit ? $0 : nil }
          #expect(EditDistance.distance(left, right, limit: limit) == expected, "\(left) \(right) \(limit)")
        }
      }
    }
  }

  @Test func equallyNearWordsAreToldApart() {
    let keys = ["date1", "date2"].map { Array($0.utf8) }
    #expect(EditDistance.nearest(to: Array("date3".utf8), among: keys)?.isUnique == false)
  }

  @Test func longTextsAreNotCompared() {
    let long = [UInt8](repeating: 0xFF, count: 1_000_000)
    #expect(EditDistance.distance(long, long, limit: 3) == nil)
    #expect(EditDistance.nearest(to: long, among: [long]) == nil)
  }
}
