import Readers
import TestSupport
import Testing

/// What content managers made of pages that they opened, against the profiles.
@Suite struct ContentManagerTests {
  private static let managers: [(reader: Reader, name: String)] = [
    (.decap, "decap"), (.sveltia, "sveltia"), (.pagesCMS, "pages"), (.frontMatterCMS, "frontmatter"), (.tina, "tina"),
  ]
  private static let path = "readers/cms"

  /// Rows that are not met, with the reason.
  private static let known: [String: String] = [
    "decap 2022-06-28-toml.md": "refuses the syntax; only YAML is followed here"
  ]

  @Test(.enabled(if: SharedData.exists(path), "\(SharedData.why)"), arguments: managers)
  func refusesWhatTheManagerRefuses(_ reader: Reader, _ name: String) throws {
    var count = 0
    for line in try SharedData.bytes("\(Self.path)/\(name).tsv").split(separator: 0x0A) {
      let fields = String(decoding: Array(line), as: UTF8.self).split(separator: "\t").map(String.init)
      guard fields.count > 1, Self.known["\(name) \(fields[0])"] == nil else { continue }
      let reading = Readers.read(try SharedData.bytes("\(Self.path)/before/\(fields[0])"), as: reader)
      #expect((reading.refusal != nil) == (fields[1] == "read-error"), "\(name) \(fields[0])")
      count += 1
    }
    #expect(count > 40)
  }

  /// A page that was written back with keys must have been read with them, and one that got an empty front matter above
  /// its own was not.
  @Test(.enabled(if: SharedData.exists(path), "\(SharedData.why)"), arguments: managers)
  func findsTheFrontMatterThatTheManagerFinds(_ reader: Reader, _ name: String) throws {
    var count = 0
    for page in ["trailopen", "bom", "lead", "dots", "noclose", "crlf", "comments"] {
      let file = "2022-06-28-\(page).md"
      guard SharedData.exists("\(Self.path)/\(name)/\(file)") else { continue }
      let before = try SharedData.bytes("\(Self.path)/before/\(file)")
      let after = try SharedData.bytes("\(Self.path)/\(name)/\(file)")
      let wasRead = after != before && !after.starts(with: "---\n---\n".utf8) && !after.starts(with: "\n".utf8)
      let reading = Readers.read(before, as: reader)
      let isRead = if case .mapping(let pairs)? = reading.value { !pairs.isEmpty } else { false }
      #expect(isRead == wasRead, "\(name) \(page)")
      count += 1
    }
    #expect(count > 0, "\(name) saved none of the pages")
  }

  @Test(arguments: [Reader.decap, .sveltia, .pagesCMS, .frontMatterCMS, .tina])
  func refusesTwoKeysAndValuesThatAreNone(_ reader: Reader) {
    for text in ["a: 1\na: 2\n", "a: @x\n", "a: b: c\n"] {
      #expect(Readers.read(Array("---\n\(text)---\n".utf8), as: reader).refusal != nil, "\(text)")
    }
    #expect(Readers.read(Array("---\na: \"b: c\"\n---\n".utf8), as: reader).refusal == nil)
  }

  @Test func decapCutsDashesAtTheEnd() {
    let page = Array("---\ntitle: fin ---\n---\n".utf8)
    #expect(Readers.read(page, as: .decap).lines.last == "title\tstring\t\"fin\"")
    #expect(Readers.read(page, as: .frontMatterCMS).lines.last == "title\tstring\t\"fin ---\"")
  }

  @Test func pagesCMSNeedsSomethingToRead() {
    let page = Array("---\n# note\n---\n".utf8)
    #expect(Readers.read(page, as: .pagesCMS).refusal != nil)
    #expect(Readers.read(page, as: .sveltia).refusal == nil)
  }
}
