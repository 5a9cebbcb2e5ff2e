import DataTree
import Foundation
import JSON
import PostingLint
import SourceText
import TestSupport
import Testing

/// Front matter in TOML of another kind than postings: the pages of a blog, under `fixtures/schemas/blog.schema.json`.
@Suite struct BlogPageTests {
  /// A change that breaks the page in one way: where, how, and the one rule that must speak. The text between `⟦` and
  /// `⟧` is the finding's range.
  struct Mutation: Sendable, CustomTestStringConvertible {
    let rule: String
    let old: String
    let new: String

    init(_ rule: String, _ old: String, _ new: String) {
      self.rule = rule
      self.old = old
      self.new = new
    }

    var testDescription: String { "\(rule): \(new)" }
  }

  private static let page = """
    +++
    # Une page comme une autre
    title = "Le sixième atelier"
    path = "2024/05/28/atelier"
    date = 2024-05-28
    updated = 2024-06-01T10:30:00+02:00
    weight = 10
    authors = ["Claude Petit", 'Dominique Grand']
    aliases = [
      "2024/05/28/atelier.html", # l’ancienne adresse
      "ateliers/6",
    ]
    description = \"""
    Ce que nous avons appris.\"""

    [extra]
    team = "L’équipe Atelier"
    team_url = "https://exemple.fr/atelier"
    release = false

    [[extra.see_also]]
    path = "/ateliers/"
    text = "tous les ateliers"
    +++

    Texte.
    """

  private static let mutations: [Mutation] = [
    // What the syntax forbids.
    Mutation("toml-syntax", "weight = 10", "weight⟦:⟧ 10"),
    Mutation("toml-syntax", "weight = 10", "weight = ⟦010⟧"),
    Mutation("toml-syntax", "release = false", "release = ⟦False⟧"),
    Mutation("toml-syntax", "\"Le sixième atelier\"", "⟦Le sixième atelier⟧"),
    Mutation("toml-syntax", "\"Le sixième atelier\"", "⟦«\u{A0}Le sixième atelier\u{A0}»⟧"),
    Mutation("toml-syntax", "\"Le sixième atelier\"", "⟦\"⟧Le sixième atelier"),
    Mutation("toml-syntax", "\"Claude Petit\", 'D", "\"Claude Petit\" ⟦'⟧D"),
    Mutation("toml-syntax", "\"ateliers/6\",\n]", "\"ateliers/6\",\n⟦}⟧"),
    Mutation("toml-syntax", "[extra]\n", "⟦[extra⟧\n"),
    Mutation("toml-syntax", "# Une page", "⟦// Une page comme une autre⟧\n# Une page"),
    Mutation("toml-syntax", "'Dominique Grand'", "'Dominique d⟦'⟧Aran'"),
    Mutation("duplicate-key", "weight = 10", "weight = 10\n⟦weight⟧ = 20"),
    Mutation("toml-syntax", "[[extra.see_also]]", "[⟦extra⟧]\n[[extra.see_also]]"),
    Mutation("impossible-date", "2024-05-28\nupdated", "⟦2024-05-32⟧\nupdated"),
    // Fences.
    Mutation("unterminated-front-matter", "ateliers\"\n+++", "ateliers\"\n⟦  +++⟧"),
    Mutation("text-before-front-matter", "+++\n# Une", "⟦+++ toml⟧\n# Une"),
    Mutation("text-before-front-matter", "+++\n# Une", "⟦\n⟧+++\n# Une"),
    Mutation("fence-inside-front-matter", "Ce que nous", "⟦+++ Ce que nous avons appris.\"\"\"⟧\n#"),
    // Values.
    Mutation("schema", "\"2024/05/28/atelier\"\n", "⟦\"2024/5/28/atelier\"⟧\n"),
    Mutation("schema", "weight = 10", "weight = ⟦1_000⟧"),
    Mutation("wrong-type", "weight = 10", "weight = ⟦\"dix\"⟧"),
    Mutation("wrong-type", "release = false", "release = ⟦\"oui\"⟧"),
    Mutation("wrong-type", "[\"Claude Petit\", 'Dominique Grand']", "⟦\"Claude Petit\"⟧"),
    Mutation("schema", "\"https://exemple.fr/atelier\"", "⟦\"http://exemple.fr/atelier\"⟧"),
    Mutation("schema", "\"/ateliers/\"", "⟦\"ateliers/\"⟧"),
    Mutation("date-out-of-order", "updated = 2024-06-01T10:30:00+02:00", "updated = ⟦2024-05-01⟧"),
    // Keys.
    Mutation("unknown-key", "title = \"Le", "⟦tilte⟧ = \"Le"),
    Mutation("unknown-key", "release = false", "⟦relaese⟧ = false"),
    Mutation("unknown-key", "text = \"tous", "texte = \"a\"\ntext = \"tous"),
    Mutation("unknown-key", "weight = 10", "⟦niveau⟧ = 10"),
    Mutation("missing-key", "\ntext = \"tous les ateliers\"\n", "⟦⟧\n"),
    Mutation("missing-key", "team = \"L’équipe Atelier\"\n", ""),
    Mutation("wrong-type", "weight = 10", "draft = ⟦1⟧"),
    // What readers do.
    Mutation("newer-toml-syntax", "team = \"L’équipe", "team = \"⟦\\e⟧L’équipe"),
  ]

  private func linter() throws -> Linter {
    let options = try Harness.options()
    let tree = try JSONParser.parse(checkoutFile("fixtures/schemas/blog.schema.json"))
    return Linter(
      settings: RuleSettings(isPosting: false), options: options,
      schema: try DocumentSchema(document: tree, options: options, checksSchema: true))
  }

  /// What is more than advice; that the page is no YAML is advice.
  private func findings(_ bytes: [UInt8]) throws -> [Diagnostic] {
    try linter().lint(Source(path: SourcePath("page.md"), bytes: bytes)).diagnostics.filter { $0.severity > .info }
  }

  @Test func thePageIsGood() throws { #expect(try findings(Array(Self.page.utf8)) == []) }

  @Test func thereAreEnoughMutations() { #expect(Self.mutations.count >= 30) }

  @Test(arguments: mutations)
  func oneMistakeIsOneFinding(_ mutation: Mutation) throws {
    let places = Self.page.ranges(of: mutation.old)
    #expect(places.count == 1, "the place must be found once")
    let place = try #require(places.first)
    let marked = Array((Self.page[..<place.lowerBound] + mutation.new + Self.page[place.upperBound...]).utf8)
    let (open, close) = (Array("⟦".utf8), Array("⟧".utf8))
    let start = marked.indices.first { marked[$0...].starts(with: open) }
    let end = marked.indices.first { marked[$0...].starts(with: close) }
    var text = marked
    if let start, let end {
      text = Array(marked[..<start]) + marked[(start + open.count)..<end] + marked[(end + close.count)...]
    }
    let found = try findings(text)
    #expect(found.map(\.rule) == [mutation.rule])
    if let start, let end { #expect(found.first?.range == ByteRange(start, end - open.count)) }
  }

  // MARK: A real blog

  private static let archive = "sites/blog.rust-lang.org.tar.gz"

  /// Whether there is a Python that reads TOML.
  private static let hasTOMLPython = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import tomllib"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Its pages, each with what Python's reader makes of its front matter.
  private func realPages() throws -> [(name: String, text: [UInt8], values: Any)] {
    let script = """
      import json, sys, tarfile, tomllib
      out = []
      for m in (t := tarfile.open(sys.argv[1])).getmembers():
          if m.isfile() and m.name.endswith('.md'):
              text = t.extractfile(m).read().decode()
              if text.startswith('+++'):
                  values = tomllib.loads(text.split('+++', 2)[1])
                  out.append([m.name, text, json.loads(json.dumps(values, default=lambda d: d.isoformat()))])
      print(json.dumps(out))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, SharedData.url(Self.archive).path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let pages = try JSONSerialization.jsonObject(with: data) as? [[Any]] else {
      return []
    }
    return pages.compactMap { page in
      guard page.count == 3, let name = page[0] as? String, let text = page[1] as? String else { return nil }
      return (name, Array(text.utf8), page[2])
    }
  }

  @Test(
    .enabled(if: SharedData.exists(archive), Comment(rawValue: SharedData.why)),
    .enabled(if: hasTOMLPython, "needs a python3 with tomllib"))
  func realPagesReadAsPythonReadsThem() throws {
    let pages = try realPages()
    #expect(pages.count == 754)
    for page in pages {
      let document = Document(Source(path: SourcePath(page.name), bytes: page.text))
      #expect(document.errors.isEmpty && document.suspects.isEmpty, "\(page.name)")
      let printed = try JSONSerialization.jsonObject(with: Data(try JSONPrinter.print(document.tree)))
      #expect((printed as? NSDictionary) == (page.values as? NSDictionary), "\(page.name)")
      let rules = try findings(page.text).filter {
        ["schema", "missing-key", "unknown-key", "wrong-type"].contains($0.rule)
      }
      #expect(rules == [], "\(page.name)")
    }
  }
}
