import DataTree
import Testing
import YAML

@Suite struct ScalarMeaningTests {
  /// Plain scalars, their core meaning and what Psych 4 makes of them.
  static let table: [(text: String, core: ScalarMeaning, legacy: ScalarMeaning)] = [
    ("yes", .string, .boolean(true)), ("Yes", .string, .boolean(true)), ("no", .string, .boolean(false)),
    ("on", .string, .boolean(true)), ("OFF", .string, .boolean(false)), ("y", .string, .string),
    ("N", .string, .string), ("true", .boolean(true), .boolean(true)), ("FALSE", .boolean(false), .boolean(false)),
    ("tRue", .string, .boolean(true)), ("~", .null, .null), ("nUll", .string, .null), ("null", .null, .null),
    ("", .null, .null), ("010", .integer("10"), .integer("8")), ("08", .integer("8"), .string),
    ("00", .integer("0"), .integer("0")), ("0o17", .integer("15"), .string), ("0b11", .string, .integer("3")),
    ("0x1F", .integer("31"), .integer("31")), ("1_000", .string, .integer("1000")),
    ("1,000", .string, .integer("1000")), ("1,5", .string, .integer("15")), ("0,5", .string, .integer("5")),
    ("1__0", .string, .string), ("1,", .string, .string), ("12:30", .string, .integer("45000")),
    ("12:30:45", .string, .integer("45045")), ("1:2", .string, .integer("3720")),
    ("-1:30", .string, .integer("-1800")), ("9:60", .string, .string), ("12:30:45.5", .string, .float(45045.5)),
    ("1e3", .float(1000), .string), ("1.0e3", .float(1000), .string), ("1.5e+3", .float(1500), .float(1500)),
    (".5", .float(0.5), .float(0.5)), ("5.", .float(5), .float(5)), (".", .string, .string),
    ("+1", .integer("1"), .integer("1")), ("-0", .integer("0"), .integer("0")),
    (".inf", .float(.infinity), .float(.infinity)),
    (".NaN", .notANumber, .notANumber), ("=", .string, .string), ("<<", .string, .string), (":foo", .string, .symbol),
    ("2022-02-21", .date, .date), ("2022-2-1", .date, .date), ("2022-02-30", .string, .string),
    ("2022-02-21T9:00:00.000Z", .timestamp, .timestamp), ("2022-02-21 09:00:00 +02:00", .timestamp, .timestamp),
    ("2022-02-21T09:00", .string, .string), ("28/06/2022", .string, .string),
    ("0612345678", .integer("612345678"), .string),
    ("+33612345678", .integer("33612345678"), .integer("33612345678")), ("développeur", .string, .string),
    ("8h", .string, .string), ("1,234.5", .string, .float(1234.5)), ("0x", .string, .string), ("0b", .string, .string),
  ]

  @Test func twoReadings() throws {
    for row in Self.table {
      let tree = YAMLParser.parse(Array("k: \(row.text)\n".utf8)).tree
      let root = try #require(tree.root)
      let value = try #require(tree.value(of: "k", in: root))
      #expect(tree.coreMeaning(of: value) == row.core, "core \(row.text)")
      #expect(tree.legacyMeaning(of: value) == row.legacy, "legacy \(row.text)")
    }
  }

  @Test(arguments: ["'yes'", "\"010\"", "!!str 1_000", "|\n  yes\n"])
  func quotesAndTagsSettleIt(_ text: String) throws {
    let tree = YAMLParser.parse(Array("k: \(text)\n".utf8)).tree
    let root = try #require(tree.root)
    let value = try #require(tree.value(of: "k", in: root))
    #expect(tree.coreMeaning(of: value) == .string)
    #expect(tree.legacyMeaning(of: value) == .string)
  }
}
