import Readers
import TestSupport
import Testing

/// The table of what readers of TOML and JSON made of an input: every row of four readers is met, or listed with its reason.
@Suite struct OtherSyntaxTableTests {
  static let path = "readers/toml.tsv"

  /// Rows that are not met; a row that is met must leave the list.
  static let knownMisses: [(readers: [String], reason: String, inputs: [String])] = [
    (
      ["hugo 0.168.0", "hugo 0.111.3"], "a date without a zone is in the zone of the machine",
      ["t-date-key", "t-date-quoted", "t-date-int", "t-date-local", "j-date"]
    ),
    (["hugo 0.168.0", "hugo 0.111.3"], "front matter of Org is not read", ["p-org"]),
    (
      ["nikola 8.3.3", "python-frontmatter (TOML handler) 1.3.0"],
      "the package `toml` reads by lines and cuts them itself",
      [
        "t-aot-over-array", "t-bom", "t-dotted-spaces", "t-empty-dotted", "t-ff", "t-inline-extend-dotted",
        "t-key-eqeq",
        "t-key-quoted-escape", "t-nbsp-eq", "t-vt", "v019", "v137", "v188", "v256", "v268",
      ]
    ),
    (["python-frontmatter 1.3.0"], "half of a pair of surrogates", ["j-esc-lone"]),
  ]

  private static let readers: [String: Reader] = [
    "hugo 0.168.0": .hugo, "hugo 0.111.3": .hugo0111, "nikola 8.3.3": .nikola,
    "python-frontmatter 1.3.0": .pythonFrontmatter, "python-frontmatter (TOML handler) 1.3.0": .pythonFrontmatter,
  ]

  @Test(.enabled(if: SharedData.exists(path), "\(SharedData.why)"))
  func everyRowIsMet() throws {
    var known: Set<String> = []
    for group in Self.knownMisses {
      for reader in group.readers { known.formUnion(group.inputs.map { "\(reader) \($0)" }) }
    }
    var missed: [String] = []
    var count = 0
    for line in try SharedData.bytes(Self.path).split(separator: 0x0A).dropFirst() {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: Array($0), as: UTF8.self)
      }
      guard fields.count > 5, let reader = Self.readers["\(fields[2]) \(fields[3])"] else { continue }
      let page = try #require(Self.page(fields[0], fields[1]), "\(fields[0])")
      count += 1
      let found = Self.outcome(fields[0], Readers.read(page, as: reader).lines)
      let expected = fields[4] == "error" ? "error" : fields[4] + "\t" + fields[5]
      if found != expected, known.remove("\(fields[2]) \(fields[3]) \(fields[0])") == nil {
        missed.append("\(fields[2]) \(fields[3]) \(fields[0]): \(expected), not \(found)")
      }
    }
    #expect(count > 1_500)
    #expect(missed.isEmpty, "\(missed.count) rows are not met: \(missed.prefix(5))")
    #expect(known.isEmpty, "rows are met that are listed: \(known.sorted())")
  }

  private static func outcome(_ input: String, _ lines: [String]) -> String {
    guard input.hasPrefix("v") else { return lines.first ?? "" }
    let line = lines.dropFirst().first { $0.hasPrefix("k\t") }
    return line.map { String($0.dropFirst(2)) } ?? (lines.first == "error" ? "error" : "nokey")
  }

  /// The page of an input: a value of `k`, some TOML, or all of it. From the 226th value on they are literals of Python.
  private static func page(_ id: String, _ field: String) -> [UInt8]? {
    let (open, close) = (Array("+++\n".utf8), Array("+++\nBODY\n".utf8))
    if id.hasPrefix("v") {
      let isLiteral = (Int(id.dropFirst()) ?? 0) >= 226
      let value = (isLiteral ? ValueTable.literal("v: " + field) : nil) ?? Array(field.utf8)
      return open + Array("k = ".utf8) + value + [0x0A] + close
    }
    guard let text = ValueTable.literal(field) else { return nil }
    guard id.hasPrefix("t") else { return text }
    let ends = text.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
    return open + text + (ends ? [] : [0x0A]) + close
  }
}
