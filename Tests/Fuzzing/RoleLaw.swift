import PostingLint
import Roles
import SourceText

/// What the reader of role titles promises of any bytes.
enum RoleLaw {
  private static let reader = RoleReader.bundled()

  /// Reads, for measuring.
  static func read(_ bytes: [UInt8]) {
    _ = reader.read(bytes)
    _ = reader.misspellings(in: bytes)
  }

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let reading = reader.read(bytes)
    try require(reader.read(bytes) == reading, "a second reading differs")
    try RangeLaw.checkApart(reading.ranges, bytes, "roles")
    for range in reading.ranges {
      try RangeLaw.checkWhole(range, bytes, "role")
      try require(!range.isEmpty, "an empty role")
    }
    for wording in reading.masculines {
      try RangeLaw.checkWhole(wording.range, bytes, "masculine")
      try require(!wording.doublet.isEmpty && !wording.range.isEmpty, "an empty doublet")
    }
    try require(!reading.form.isEmpty, "a form without a name")
    try checkJSON(reading.json)
    let misspellings = reader.misspellings(in: bytes)
    try RangeLaw.checkApart(misspellings.map(\.range), bytes, "misspellings")
    for misspelling in misspellings {
      try RangeLaw.checkWhole(misspelling.range, bytes, "misspelling")
      try require(
        Array(bytes[misspelling.range.indices]) != Array(misspelling.suggestion.utf8), "a suggestion changes nothing")
    }
    try checkRepair(bytes)
  }

  /// Spelling comes to an end.
  private static func checkRepair(_ bytes: [UInt8]) throws(BrokenLaw) {
    var text = bytes
    for _ in 0..<5 {
      let next = text.applying(reader.misspellings(in: text).map { Edit($0.range, $0.suggestion) })
      if next == text { return }
      text = next
    }
    throw BrokenLaw(description: "spelling does not come to an end")
  }
}
