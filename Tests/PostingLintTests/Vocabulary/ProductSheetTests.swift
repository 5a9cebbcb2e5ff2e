import DataTree
import JSON
import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Another kind of front matter: the sheets of products, under `fixtures/schemas/product.schema.json`.
@Suite struct ProductSheetTests {
  /// A change that breaks the sheet in one way: where, how, and the one rule that must speak. The text between `⟦` and
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

    var testDescription: String { "\(rule): \(new.isEmpty ? "without \(old)" : new)" }
  }

  private static let sheet = """
    ---
    title: Atlas des écoles
    mission: Aider les familles à trouver une école
    sponsors:
      - /organisations/education
      - /organisations/interieur
    incubator: education
    incubators:
      - education
      - interieur
    contact: contact@atlas.example
    link: https://atlas.example
    repository: https://code.example/atlas
    accessibility_status: non conforme
    dashlord_url: https://dashlord.example
    stats: true
    stats_url: https://atlas.example/stats
    budget_url: https://atlas.example/budget
    analyse_risques: false
    analyse_risques_url: https://atlas.example/risques
    mon_service_securise: true
    phases:
      - name: investigation
        start: 2021-02-01
        end: 2021-05-26
      - name: construction
        start: 2021-09-01
        end: null
        comment: Lancée à la rentrée
    events:
      - name: fast
        date: 2024-01-01
        montant: 300
    fast:
      promotion: 13
      montant: 300000
    techno:
      - swift
    usertypes: [particulier]
    thematiques: [Éducation]
    redirect_from: [/startups/atlas-ecoles]
    autre: valeur libre
    ---

    Un atlas.

    """

  static let mutations = [
    // Keys that are missing, at the place where they belong.
    Mutation("missing-key", "title: Atlas des écoles\n", "⟦⟧"),
    Mutation("missing-key", "\nmission: Aider les familles à trouver une école\n", "⟦⟧\n"),
    Mutation(
      "missing-key",
      """

      sponsors:
        - /organisations/education
        - /organisations/interieur
      incubator: education
      incubators:
        - education
        - interieur
      """,
      """
      ⟦⟧
      sponsors:
        - /organisations/education
        - /organisations/interieur
      """),
    Mutation(
      "missing-key", "\nincubators:\n  - education\n  - interieur\ncontact: contact@atlas.example\n",
      "⟦⟧\nincubators:\n  - education\n  - interieur\n"),
    Mutation("missing-key", "  - name: investigation\n    start", "  - ⟦⟧start"),
    Mutation("missing-key", "\n    start: 2021-09-01\n", "⟦⟧\n"),
    Mutation("missing-key", "\n    date: 2024-01-01\n", "⟦⟧\n"),
    Mutation("missing-key", "  - name: fast\n    date", "  - ⟦⟧date"),
    // Values of another type.
    Mutation("wrong-type", "title: Atlas des écoles", "title: ⟦[Atlas, écoles]⟧"),
    Mutation("wrong-type", "mission: Aider les familles à trouver une école", "mission: ⟦3⟧"),
    Mutation("wrong-type", "contact: contact@atlas.example", "contact: ⟦{adresse: contact@atlas.example}⟧"),
    Mutation("wrong-type", "stats: true", "stats: ⟦true#⟧"),
    Mutation("wrong-type", "stats: true", "stats: ⟦\"true\"⟧"),
    Mutation("wrong-type", "analyse_risques: false", "analyse_risques: ⟦0⟧"),
    Mutation("ambiguous-scalar", "analyse_risques: false", "analyse_risques: ⟦no⟧"),
    Mutation("ambiguous-scalar", "mon_service_securise: true", "mon_service_securise: ⟦yes⟧"),
    Mutation("wrong-type", "promotion: 13", "promotion: ⟦treize⟧"),
    Mutation("wrong-type", "montant: 300000", "montant: ⟦300 000 €⟧"),
    Mutation("wrong-type", "fast:\n  promotion: 13\n  montant: 300000", "fast: ⟦13⟧"),
    Mutation("wrong-type", "techno:\n  - swift", "techno: ⟦swift⟧"),
    Mutation("wrong-type", "usertypes: [particulier]", "usertypes: [⟦12⟧]"),
    Mutation("wrong-type", "thematiques: [Éducation]", "thematiques: ⟦Éducation⟧"),
    Mutation("wrong-type", "redirect_from: [/startups/atlas-ecoles]", "redirect_from: [⟦[/startups/atlas-ecoles]⟧]"),
    Mutation("wrong-type", "link: https://atlas.example\n", "link: ⟦42⟧\n"),
    Mutation("wrong-type", "comment: Lancée à la rentrée", "comment: ⟦true⟧"),
    Mutation("wrong-type", "  - /organisations/interieur\nincubator:", "  - ⟦17⟧\nincubator:"),
    // Texts.
    Mutation("unknown-reference", "  - /organisations/interieur\nincubator:", "  - ⟦interieur⟧\nincubator:"),
    Mutation(
      "unknown-reference", "  - /organisations/interieur\nincubator:", "  - ⟦/organisations/interieure⟧\nincubator:"),
    Mutation("empty-value", "title: Atlas des écoles", "⟦title⟧:"),
    // Lists.
    Mutation("schema", "incubators:\n  - education\n  - interieur", "incubators:\n  ⟦- education⟧"),
    Mutation("schema", "  - education\n  - interieur", "  - education\n  - interieur\n  - ⟦education⟧"),
    Mutation("schema", "  - education\n  - interieur", "  ⟦- justice\n  - interieur⟧"),
    Mutation("schema", "- name: construction", "- name: ⟦investigation⟧"),
    // Dates.
    Mutation("impossible-date", "start: 2021-02-01", "start: ⟦2021-02-30⟧"),
    Mutation("impossible-date", "date: 2024-01-01", "date: ⟦janvier 2024⟧"),
    Mutation("date-out-of-order", "end: 2021-05-26", "end: ⟦2021-01-26⟧"),
    Mutation("date-out-of-order", "end: null", "end: ⟦2021-08-31⟧"),
    Mutation("impossible-date", "start: 2021-09-01", "start: ⟦2021⟧"),
    // Keys.
    Mutation("unknown-key", "    comment: Lancée", "    ⟦commentaire⟧: Lancée"),
    Mutation("unknown-key", "  promotion: 13", "  ⟦promotions⟧: 13"),
    Mutation("duplicate-key", "stats: true\n", "⟦stats⟧: true\nstats: true\n"),
    Mutation("yaml-syntax", "mission: Aider les familles", "mission: Aider⟦:⟧ les familles"),
  ]

  private func linter() throws -> Linter {
    var options = try Harness.options()
    options.references["organisations"] = ReferenceList(
      ids: ["education", "interieur"].map { Array($0.utf8) }, origin: "content/_organisations")
    let tree = try JSONParser.parse(checkoutFile("fixtures/schemas/product.schema.json"))
    let schema = try DocumentSchema(document: tree, options: options, checksSchema: true)
    return Linter(settings: RuleSettings(isPosting: false), options: options, schema: schema)
  }

  @Test func theSheetIsGood() throws {
    #expect(try linter().lint(Source(path: "atlas.md", text: Self.sheet)).diagnostics == [])
  }

  @Test func thereAreEnoughMutations() { #expect(Self.mutations.count >= 40) }

  @Test(arguments: mutations)
  func oneMistakeIsOneFinding(_ mutation: Mutation) throws {
    let places = Self.sheet.ranges(of: mutation.old)
    #expect(places.count == 1, "the place must be found once")
    let place = try #require(places.first)
    let marked = Array((Self.sheet[..<place.lowerBound] + mutation.new + Self.sheet[place.upperBound...]).utf8)
    let (open, close) = (Array("⟦".utf8), Array("⟧".utf8))
    let start = try #require(marked.indices.first { marked[$0...].starts(with: open) })
    let end = try #require(marked.indices.first { marked[$0...].starts(with: close) })
    var text = Array(marked[..<start])
    text += marked[(start + open.count)..<end]
    text += marked[(end + close.count)...]
    let report = try linter().lint(Source(path: SourcePath("atlas.md"), bytes: text))
    #expect(report.diagnostics.map(\.rule) == [mutation.rule])
    #expect(report.diagnostics.first?.range == ByteRange(start, end - open.count))
    for diagnostic in report.diagnostics {
      let words = diagnostic.message.en + diagnostic.message.fr
      #expect(!words.contains("minItems") && !words.contains("$ref") && !words.contains("uniqueBy"), "\(words)")
    }
  }

  @Test(.enabled(if: SharedData.exists("corpus/startups"), Comment(rawValue: SharedData.why)))
  func realSheetsMeetTheSchema() throws {
    let linter = try linter(withoutOrganisations: ())
    let folder = SharedData.url("corpus/startups")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    #expect(names.count > 600)
    // What the schema says, and whatever keeps a value from being read; the rest is about texts and bodies.
    let rules: Set = [
      "schema", "missing-key", "unknown-key", "wrong-type", "unknown-value", "unknown-reference", "impossible-date",
      "implausible-date", "date-out-of-order", "ambiguous-scalar", "yaml-syntax", "duplicate-key",
    ]
    for name in names {
      let report = linter.lint(Source(path: SourcePath(name), bytes: try SharedData.bytes("corpus/startups/\(name)")))
      #expect(report.diagnostics.filter { rules.contains($0.rule) } == [], "\(name)")
    }
  }

  private func linter(withoutOrganisations: Void) throws -> Linter {
    // Dates of the corpus are measured by a day after all of them.
    let options = LintOptions(today: try #require(CalendarDate(year: 2027, month: 1, day: 1)))
    let tree = try JSONParser.parse(checkoutFile("fixtures/schemas/product.schema.json"))
    return Linter(
      settings: RuleSettings(isPosting: false), options: options,
      schema: try DocumentSchema(document: tree, options: options, checksSchema: true))
  }
}
