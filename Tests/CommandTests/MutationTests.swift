import Foundation
import TestSupport
import Testing

/// Schemas that were made of files, and good front matter with one mistake each: exactly one finding, on that line.
@Suite struct MutationTests {
  /// One change of a good front matter: the line that is replaced, what by, and the rule that must speak.
  struct Mutation: Sendable {
    let line: String
    let written: String?
    let rule: String

    init(_ line: String, _ written: String?, _ rule: String) {
      (self.line, self.written, self.rule) = (line, written, rule)
    }
  }

  /// A schema, good front matter, and its mutations.
  struct Sample: Sendable, CustomTestStringConvertible {
    let schema: String
    let good: [String]
    let mutations: [Mutation]
    var testDescription: String { schema }
  }

  static let samples = [
    Sample(
      schema: "inference/workshops.schema.yml",
      good: [
        "title: Ranger une bibliothèque", "date: 2025-11-30", "kind: atelier", "venue: salle-des-cartes", "seats: 12",
        "free: true", "topics: [édition, données]", "page: https://exemple.fr/a",
        "speakers: [{name: Léa, starts: \"2025-11-30T10:00:00Z\"}]",
      ],
      mutations: [
        Mutation("title: Ranger une bibliothèque", nil, "missing-key"),
        Mutation("free: true", nil, "missing-key"),
        Mutation("speakers: [{name: Léa, starts: \"2025-11-30T10:00:00Z\"}]", "speakers: [{name: Léa}]", "missing-key"),
        Mutation("title: Ranger une bibliothèque", "title: [Ranger]", "wrong-type"),
        Mutation("seats: 12", "seats: douze", "wrong-type"),
        Mutation("free: true", "free: \"true\"", "wrong-type"),
        Mutation("kind: atelier", "kind: ateliers", "unknown-value"),
        Mutation("topics: [édition, données]", "topics: [édition, cuisine]", "unknown-value"),
        Mutation("date: 2025-11-30", "date: 2025-11-31", "schema"),
        Mutation("page: https://exemple.fr/a", "page: exemple", "schema"),
      ]),
    Sample(
      schema: "content-managers/decap.schema.yml",
      good: [
        "layout: job", "title: Développeuse ou développeur", "open: true", "date: 2025-11-30", "contract: CDI",
        "languages: [fr, en]", "product: carte", "seats: 3", "postcode: \"29000\"",
        "steps: [{name: Lire, length: 1.5}]",
        "blocks: [{type: quote, text: Bravo}]",
      ],
      mutations: [
        Mutation("title: Développeuse ou développeur", nil, "missing-key"),
        Mutation("steps: [{name: Lire, length: 1.5}]", "steps: [{length: 1.5}]", "missing-key"),
        Mutation("blocks: [{type: quote, text: Bravo}]", "blocks: [{type: quote}]", "missing-key"),
        Mutation("open: true", "open: oui", "wrong-type"),
        Mutation("seats: 3", "seats: trois", "wrong-type"),
        Mutation("languages: [fr, en]", "languages: fr", "wrong-type"),
        Mutation("contract: CDI", "contract: Stage de six mois", "unknown-value"),
        Mutation("languages: [fr, en]", "languages: [fr, it]", "unknown-value"),
        Mutation("blocks: [{type: quote, text: Bravo}]", "blocks: [{type: video, text: Bravo}]", "unknown-value"),
        Mutation("title: Développeuse ou développeur", "title: Dev", "schema"),
        Mutation("postcode: \"29000\"", "postcode: Brest", "schema"),
        Mutation("seats: 3", "seats: 30", "schema"),
      ]),
    Sample(
      schema: "content-managers/frontmatter.schema.yml",
      good: [
        "title: Une page", "date: 2025-11-30", "updated: 2025-12-01T09:00:00Z", "state: publié", "section: vie interne",
        "tags: [a]", "featured: true", "summary: Court", "author: {name: Ana}",
      ],
      mutations: [
        Mutation("summary: Court", nil, "missing-key"),
        Mutation("author: {name: Ana}", "author: {}", "missing-key"),
        Mutation("featured: true", "featured: vrai", "wrong-type"),
        Mutation("tags: [a]", "tags: {a: b}", "wrong-type"),
        Mutation("state: publié", "state: publie", "unknown-value"),
        Mutation("section: vie interne", "section: Événement", "unknown-value"),
        Mutation("date: 2025-11-30", "date: 30/11/2025", "schema"),
        Mutation("updated: 2025-12-01T09:00:00Z", "updated: 2025-02-30", "impossible-date"),
      ]),
    Sample(
      schema: "content-managers/pages.schema.yml",
      good: [
        "title: Un guide", "published: 2025-11-30", "level: confirme", "tags: [a, b]", "minutes: 12", "code: G-7",
        "visible: true", "office: {city: Brest}",
      ],
      mutations: [
        Mutation("level: confirme", nil, "missing-key"),
        Mutation("office: {city: Brest}", "office: {ville: Brest}", "missing-key"),
        Mutation("minutes: 12", "minutes: une heure", "wrong-type"),
        Mutation("visible: true", "visible: \"true\"", "wrong-type"),
        Mutation("level: confirme", "level: expert", "unknown-value"),
        Mutation("code: G-7", "code: G7", "schema"),
        Mutation("published: 2025-11-30", "published: \"\"", "schema"),
      ]),
    Sample(
      schema: "content-managers/tina.schema.yml",
      good: [
        "title: Une soupe", "cooked-on: 2025-11-30", "season: hiver", "vegan: true", "servings: 4",
        "steps: [{text: Laver}]",
      ],
      mutations: [
        Mutation("vegan: true", nil, "missing-key"),
        Mutation("vegan: true", "vegan: non", "wrong-type"),
        Mutation("steps: [{text: Laver}]", "steps: Laver", "wrong-type"),
        Mutation("servings: 4", "servings: quatre", "wrong-type"),
        Mutation("season: hiver", "season: Été", "unknown-value"),
        Mutation("cooked-on: 2025-11-30", "cooked-on: hier", "impossible-date"),
      ]),
  ]

  @Test(arguments: samples)
  func eachMistakeIsOneFinding(_ sample: Sample) throws {
    let folder = try CommandFolder()
    let schema = SharedData.package.appendingPathComponent("fixtures/\(sample.schema)")
    try folder.write("schema.yml", String(contentsOf: schema, encoding: .utf8))
    try folder.write("venues/salle-des-cartes.md", "---\nname: Salle\n---\n")
    try folder.write("content/products/carte.md", "---\ntitle: Carte\n---\n")
    try folder.write("good.md", "---\n" + sample.good.joined(separator: "\n") + "\n---\n")
    let good = try folder.run("validate", "--schema", "schema.yml", "good.md")
    #expect(good.status == 0, "\(good.text)")
    for mutation in sample.mutations {
      let lines = sample.good.compactMap { $0 == mutation.line ? mutation.written : $0 }
      #expect(lines != sample.good, "\(mutation.line) is a line of the sample")
      try folder.write("bad.md", "---\n" + lines.joined(separator: "\n") + "\n---\n")
      let bad = try folder.run("validate", "--schema", "schema.yml", "bad.md")
      let found = bad.text.matches(of: #/(?m)^bad\.md:.*\[([a-z-]+)\]$/#).map { String($0.output.1) }
      #expect(found == [mutation.rule], "\(mutation.line) → \(mutation.written ?? "nothing"): \(bad.text)")
    }
  }

  @Test func thereAreFortyOfThem() { #expect(Self.samples.map(\.mutations.count).reduce(0, +) >= 40) }
}
