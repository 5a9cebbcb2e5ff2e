import DataTree
import JSON
import PostingLint
import Readers
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the manual promises of fixes, on every file that the tests have: no rule offers a safe fix that breaks it.
@Suite struct FixLawTests {
  /// Mends a file with every rule and as the program does by default, and looks at what came of it.
  private func expectLaws(_ source: Source, _ name: String? = nil, hasSchema: Bool = true) throws {
    let name = name ?? source.path.display
    let linters = [
      try Harness.linter(Harness.everything, startups: ["atlas", "exemple", "phare"]),
      try Harness.linter(startups: ["atlas", "exemple", "phare"], hasSchema: hasSchema),
    ]
    for linter in linters {
      for threshold in [Applicability.safe, .unsafe] {
        let fixer = Fixer(linter, threshold: threshold)
        let once = fixer.fix(source)
        if threshold == .safe { #expect(once.refused.isEmpty, "\(name): \(once.refused)") }
        guard once.bytes != source.bytes else { continue }
        expectReadable(source, once.bytes, "\(name) (\(threshold))")
        let twice = fixer.fix(Source(path: source.path, bytes: once.bytes))
        #expect(twice.bytes == once.bytes, "\(name) (\(threshold)): a second run changes it again")
      }
    }
  }

  /// Asked of the whole run, and of the readers themselves: what could be read can be read.
  private func expectReadable(_ source: Source, _ after: [UInt8], _ name: String) {
    let before = Document(source)
    guard before.isParsable, before.frontMatter.closing != nil else { return }
    #expect(Document(Source(path: source.path, bytes: after)).isParsable, "\(name): the front matter cannot be read")
    for reader in [Reader.jekyll, .hugo, .grayMatter, .jsYAML, .mkdocs] {
      let old = Readers.read(source.bytes, as: reader)
      guard old.block != nil, case .mapping? = old.value else { continue }
      let new = Readers.read(after, as: reader)
      #expect(new.refusal == nil && new.block != nil, "\(name): \(reader.name) does not take it any more")
    }
  }

  @Test func aLocalDateOfTOMLKeepsNoFixBack() throws {
    let text =
      "+++\nroles = \"Coach\"\nopen = true\nstartup = \"atlas\"\ndate = 2022-05-30\ncontacts = \"a@b.fr \"\n+++\n"
    let result = Fixer(try Harness.linter(startups: ["atlas"]), threshold: .safe).fix(
      Source(path: "_jobs/2022-05-30-a.md", text: text))
    #expect(String(decoding: result.bytes, as: UTF8.self).contains("contacts = \"a@b.fr\"\n"))
  }

  @Test(arguments: ExampleCase.all)
  func holdForTheExamplesOfRules(_ sample: ExampleCase) throws {
    try expectLaws(sample.source, hasSchema: sample.example.isPosting)
  }

  @Test func holdForTheFixtures() throws {
    for rule in try checkoutNames("fixtures/rules") {
      for file in try checkoutNames("fixtures/rules/\(rule)") where !file.hasSuffix(".expected") {
        try expectLaws(Source(path: SourcePath(file), bytes: try checkoutFile("fixtures/rules/\(rule)/\(file)")))
      }
    }
  }

  @Test(arguments: ["fixtures/broken", "fixtures/site"])
  func holdForSites(_ folder: String) throws {
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: SharedData.package.appendingPathComponent(folder).path
    ).filter { $0.hasSuffix(".md") }
    #expect(!files.isEmpty)
    for file in files { try expectLaws(Source(path: SourcePath(file), bytes: try checkoutFile("\(folder)/\(file)"))) }
  }

  @Test(.enabled(if: SharedData.exists("cases"), Comment(rawValue: SharedData.why)))
  func holdForTheCases() throws {
    var count = 0
    for name in try sharedNames("cases") where name.hasSuffix(".jsonl") {
      for line in try SharedData.bytes("cases/\(name)").split(separator: 0x0A) {
        let tree = try JSONParser.parse(Array(line))
        let root = try #require(tree.root)
        let path = tree.value(of: "path", in: root).map { tree.text(of: $0) } ?? "a.md"
        let bytes: [UInt8]
        if let text = tree.value(of: "base64", in: root) {
          bytes = Array(try #require(Data(base64Encoded: tree.text(of: text))))
        } else {
          bytes = tree.utf8(of: try #require(tree.value(of: "text", in: root)))
        }
        let id = tree.value(of: "id", in: root).map { tree.text(of: $0) }
        try expectLaws(Source(path: SourcePath(path), bytes: bytes), id)
        count += 1
      }
    }
    #expect(count > 500)
  }

  /// Whatever reads a site, these readers are held to: what a fix writes is read by programs that nobody named.
  @Test(arguments: [[.pandoc], [.symfony], [.hugo, .pelican]] as [[Reader]])
  func holdForTheReadersOfEverySite(_ own: [Reader]) throws {
    var options = try Harness.options()
    options.readers = ReadersInForce(own, .named)
    let promised = Linter(settings: Harness.everything, options: options, schema: nil).promisedReaders
    #expect(Set(promised).isSuperset(of: own + [.jekyll, .jekyllPsych, .hugo, .grayMatter, .jsYAML, .mkdocs]))
  }

  /// The Markdown files below the folder that `FIX_LAW_PAGES` names, where it names one.
  private static let pages = ProcessInfo.processInfo.environment["FIX_LAW_PAGES"]

  @Test(.enabled(if: pages != nil, "FIX_LAW_PAGES names no folder"))
  func holdForPagesOfSites() throws {
    let folder = try #require(Self.pages)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    for name in names.sorted() where name.hasSuffix(".md") || name.hasSuffix(".mdx") {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      try expectLaws(Source(path: SourcePath(name), bytes: bytes), hasSchema: false)
    }
  }
}

/// That broken promises are seen: edits that nobody should make.
@Suite struct FixLawSightTests {
  /// The laws that the replacement of one piece of a text by another breaks.
  private func broken(_ text: String, _ old: String, _ new: String) throws -> Set<FixLaws.Law> {
    let bytes = Array(text.utf8)
    let piece = Array(old.utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: piece) })
    let edits = [Edit(ByteRange(start, start + piece.count), new)]
    let before = Document(Source(path: "a.md", text: text))
    let after = Document(Source(path: SourcePath("a.md"), bytes: bytes.applying(edits)))
    return Set(
      FixLaws(before, readers: [.jekyll, .hugo, .grayMatter, .jsYAML, .mkdocs], edits: edits).breaches(edits, after)
        .map(\.law))
  }

  @Test(
    arguments: [
      ("---\na: b\nc: d\n---\n", "a: b\n", "a: [b\n", [.readable]),
      ("---\na: b\nc: d\n---\n", "---\na", "--\na", [.readable]),
      ("---\na: &x 1\nb: *x\n---\n", "&x ", "", [.readable]),
      ("---\na: b # c\nd: e\n---\n", " # c\nd", "\n  d", [.readable]),
      ("---\na: b\nc: d\n---\n", "c: d", "e: d", []),
      ("---\na: b\nc: d\n---\n", "c: d\n", "", []),
      ("---\na: b\nc:\n  - d\n---\n", "  - d", "- e", []),
      ("---\na: |\n  b\n  c\nd: e\n---\n", "d: e", "  d: e", [.reading]),
      ("---\na:\n  b: c\nd: e\n---\n", "\nd", "\n  d", [.reading]),
      ("---\na: \"no\"\n---\n", "\"no\"", "no", [.agreement]),
      ("---\na: b\n---\n", "b", "'b'", []),
      ("---\na: b\n---\n[x](y) [z](w)\n", "x](y", "x](v", []),
      ("---\na: b\n---\n[x](y) [z](w)\n", "x](y)", "x](y", [.target]),
      ("---\na: b\n---\n[x][y]\n\n[y]: z\n", "[y]\n", "[Y!]\n", [.target]),
      ("---\na: b\n---\n[x][y]\n\n[y]: z\n", "[y]:", "[u]:", [.target]),
      ("---\na: b\n---\n[x](y) and text\n", "and", "or", []),
      ("---\na: b\n---\n<a href=\"y\">x</a> text\n", "<a ", "<b ", [.target]),
      ("---\na: b\n---\nText `code` text\n", "code", "Code", [.code]),
      ("---\na: b\n---\n```\n[x](y)\n```\n", "(y)", "(z)", [.code]),
      ("---\na: b\n---\n```\r\n[x](y)\r\n```\r\n", "\r\n[", "\n[", []),
    ] as [(String, String, String, Set<FixLaws.Law>)])
  func brokenLawsAreSeen(_ text: String, _ old: String, _ new: String, _ laws: Set<FixLaws.Law>) throws {
    let found = try broken(text, old, new)
    #expect(laws.isEmpty ? found.isEmpty : !found.isDisjoint(with: laws), "\(found)")
  }
}

/// The findings beside a diff stand where the file on disk has them.
@Suite struct FindingsBesideDiffTests {
  @Test func standAtTheLinesOfTheFile() throws {
    let text = """
      ---
      roles: Développeuse ou développeur
      startup: atlas
      rôle: x
      open: true
      ---

      Écrire à [a@exemple.fr](a@exemple.fr).
      Voir [la page](https://https://exemple.fr) et [rien]().
      """
    let source = Source(path: "2022-05-30-a.md", text: text)
    let result = Fixer(try Harness.linter(startups: ["atlas"]), threshold: .safe).fix(source)
    #expect(result.bytes != source.bytes)
    let report = result.reportBeforeFixes
    #expect(report.source.bytes == source.bytes)
    let empty = try #require(report.diagnostics.first { $0.rule == "empty-link-target" })
    #expect(String(decoding: source[empty.range], as: UTF8.self) == "[rien]()")
    for diagnostic in report.diagnostics {
      #expect(diagnostic.range.end <= source.bytes.count)
      for edit in diagnostic.fix?.edits ?? [] { #expect(edit.range.end <= source.bytes.count) }
    }
  }

  @Test func adviceThatNobodySeesIsNotFollowed() throws {
    let text =
      "---\nroles: Développeuse ou développeur\nstartup: atlas\nopen: true\n---\n\nTexte.\n"
    let source = Source(path: "2022-05-30-a.md", text: text)
    let linter = try Harness.linter(startups: ["atlas"])
    #expect(linter.lint(source).diagnostics.contains { $0.severity == .info && $0.fix?.applicability == .unsafe })
    #expect(Fixer(linter, threshold: .unsafe).fix(source).applied == 1)
    #expect(Fixer(linter, threshold: .unsafe, leastSeverity: .warning).fix(source).bytes == source.bytes)
  }
}
