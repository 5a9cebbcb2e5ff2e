import DataTree
import PostingLint
import SourceText
import YAML

/// What the readers of dates and of plain scalars promise of any bytes.
enum ScalarLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    switch DateReading(bytes) {
    case .valid(let timestamp):
      try check(timestamp.date)
      if let seconds = timestamp.seconds {
        try require(seconds.magnitude <= 3 * 86_400, "a moment \(seconds) seconds away from its day")
      }
      let padded = Array("  ".utf8) + bytes + Array(" ".utf8)
      if bytes.count < 70 { try require(DateReading(padded) == DateReading(bytes), "blanks change a date") }
    case .impossible(let suggestion): if let suggestion { try check(suggestion) }
    case .otherForm(let date, _): try check(date)
    case .impossibleTime, .notADate: break
    }
    try checkLegacy(bytes)
  }

  private static func check(_ date: CalendarDate) throws(BrokenLaw) {
    try require(CalendarDate(iso: Array(date.iso.utf8)) == date, "\(date.iso) is another day")
    try require(DateReading(Array(date.iso.utf8)).timestamp?.date == date, "\(date.iso) is not read")
  }

  /// A number is the same however often it is read.
  private static func checkLegacy(_ bytes: [UInt8]) throws(BrokenLaw) {
    let meaning = LegacySchema.meaning(of: bytes)
    try require(LegacySchema.meaning(of: bytes) == meaning, "a second meaning differs")
    let tree = YAMLParser.parse(bytes).tree
    for index in tree.nodes.indices {
      let id = NodeID(index)
      _ = tree.coreMeaning(of: id)
      _ = tree.legacyMeaning(of: id)
    }
  }
}
