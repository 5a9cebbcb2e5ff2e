import PostingLint
import SourceText
import Testing

/// What people type who have never heard of YAML: each mistake is one finding, at the characters to change, and it says
/// in both languages what to write.
@Suite struct EverydayMistakeTests {
  /// A mistake in front matter, with the rule and the text of the one finding.
  struct Row: CustomTestStringConvertible, Sendable {
    let frontMatter: String
    let rule: String
    let excerpt: String
    var testDescription: String { frontMatter.debugDescription }

    private static let good = [
      "roles: Développeuse ou développeur", "startup: exemple", "open: true", "domaines: [Développement]",
    ]

    /// A line below those that are good.
    init(_ line: String, _ rule: String, _ excerpt: String) {
      self.init(whole: (Self.good + [line]).joined(separator: "\n"), rule, excerpt)
    }

    /// A line in place of the good one of a key.
    init(instead key: String, _ line: String, _ rule: String, _ excerpt: String) {
      let lines = Self.good.map { $0.hasPrefix(key + ":") ? line : $0 }
      self.init(whole: lines.joined(separator: "\n") + "\n", rule, excerpt)
    }

    init(whole: String, _ rule: String, _ excerpt: String) {
      frontMatter = whole
      self.rule = rule
      self.excerpt = excerpt
    }
  }

  static let rows: [Row] = [
    Row(instead: "open", "open: closed", "wrong-type", "closed"),
    Row(instead: "open", "open: Oui", "wrong-type", "Oui"),
    Row(instead: "open", "open: vrai", "wrong-type", "vrai"),
    Row(instead: "open", "open: non", "wrong-type", "non"),
    Row(instead: "open", "open: \"true\"", "wrong-type", "\"true\""),
    Row(instead: "open", "open: x", "wrong-type", "x"),
    Row(instead: "open", "ouvert: true", "unknown-key", "ouvert"),
    Row(instead: "domaines", "domaine: Développement", "unknown-key", "domaine"),
    Row(instead: "domaines", "Domaines: [Développement]", "unknown-key", "Domaines"),
    Row(instead: "roles", "métier: Développeuse ou développeur", "unknown-key", "métier"),
    Row(instead: "roles", "Intitulé du poste: Développeuse ou développeur", "unknown-key", "Intitulé du poste"),
    Row("date de publication: 2026-01-05\n", "unknown-key", "date de publication"),
    Row("Équipe: Atlas\n", "unknown-key", "Équipe"),
    Row("e-mail: a@b.fr\n", "unknown-key", "e-mail"),
    Row("téléphone: 01 23 45 67 89\n", "unknown-key", "téléphone"),
    Row("date: 5 janvier 2026\n", "impossible-date", "5 janvier 2026"),
    Row("date: 05/01/2026\n", "impossible-date", "05/01/2026"),
    Row("date: 05.01.2026\n", "impossible-date", "05.01.2026"),
    Row("depublication_date: 1er mars 2026\n", "impossible-date", "1er mars 2026"),
    Row("date: January 5, 2026\n", "impossible-date", "January 5, 2026"),
    Row("depublication_date: dès que possible\n", "impossible-date", "dès que possible"),
    Row("depublication_date: 2026-02-30\n", "impossible-date", "2026-02-30"),
    Row("depublication_date: 2026-03\n", "impossible-date", "2026-03"),
    Row("date: 2026–01–05\n", "impossible-date", "2026–01–05"),
    Row("techno:Ruby\n", "yaml-syntax", ":"),
    Row("techno = Ruby\n", "yaml-syntax", "="),
    Row("**techno**: Ruby\n", "yaml-syntax", "**techno**"),
    Row("title: **Coach agile**\n", "yaml-syntax", "**Coach"),
    Row("title: [Intitulé du poste]\n", "wrong-type", "[Intitulé du poste]"),
    Row("title: TODO\n", "placeholder-left", "TODO"),
    Row("date: {{ date }}\n", "yaml-syntax", "{{ date }}"),
    Row(instead: "domaines", "domaines:\n  • Développement\n  • Data", "yaml-syntax", "•"),
    Row(instead: "domaines", "domaines:\n  •\u{A0}Développement", "yaml-syntax", "•"),
    Row(instead: "domaines", "domaines:\n  – Développement\n  – Data", "yaml-syntax", "–"),
    Row(instead: "domaines", "domaines:\n  * Développement\n  * Data", "yaml-syntax", "*"),
    Row(instead: "domaines", "domaines: [\"Data, \"Design\"]", "yaml-syntax", "\"Data"),
    Row(instead: "domaines", "domaines: [\"Data\", \"Design]", "yaml-syntax", "\"Design"),
    Row(instead: "domaines", "domaines: [\"Data\", 'Design\"]", "yaml-syntax", "'Design"),
    Row(instead: "domaines", "domaines: [\"Data\"; \"Design\"]", "yaml-syntax", ";"),
    Row("techno: ['l'agilité', 'Ruby']\n", "yaml-syntax", "'"),
    Row(instead: "domaines", "domaines: Développement, Data", "wrong-type", "Développement, Data"),
    Row(instead: "domaines", "domaines: Développement / Data", "wrong-type", "Développement / Data"),
    Row(instead: "domaines", "domaines: Développement et Data", "wrong-type", "Développement et Data"),
    Row(instead: "domaines", "domaines: [Developpement]", "unknown-value", "Developpement"),
    Row(instead: "domaines", "domaines: [développement]", "unknown-value", "développement"),
    Row(instead: "domaines", "domaines: [Dévelopement]", "unknown-value", "Dévelopement"),
    Row(instead: "domaines", "domaines: [Development]", "unknown-value", "Development"),
    Row("title: Coach\nagile et bienveillante\n", "yaml-syntax", "agile et bienveillante"),
    Row("contact: 06 12 34 56 78\n", "malformed-contact", "06 12 34 56 78"),
    Row("contact: mailto:jeanne@b.fr\n", "malformed-contact", "mailto:jeanne@b.fr"),
    Row("contact: jeanne(at)b.fr\n", "malformed-contact", "jeanne(at)b.fr"),
    Row("contact: jeanne arobase b.fr\n", "malformed-contact", "jeanne arobase b.fr"),
    Row("contact: jeanne@b.fr.\n", "malformed-contact", "jeanne@b.fr."),
    Row("contact: jeanne@@b.fr\n", "malformed-contact", "@"),
    Row("contact: jeanne@beta\n", "malformed-contact", "beta"),
    Row("externalURL: www.b.fr/offre\n", "malformed-url", "www.b.fr/offre"),
    Row("externalURL: b.fr/offre\n", "malformed-url", "b.fr/offre"),
    Row("externalURL: « https://b.fr/offre »\n", "typographic-quotes", "« https://b.fr/offre »"),
    Row("externalURL: https//b.fr/x\n", "malformed-url", "https//b.fr/x"),
    Row("techno: C #net\n", "text-after-hash", "#net"),
    Row("title: 🚀 Coach : agile\n", "yaml-syntax", ":"),
    Row("equipe: @atlas\n", "yaml-syntax", "@"),
    Row("title: %remote\n", "yaml-syntax", "%"),
    Row("title: ? Coach\n", "yaml-syntax", "?"),
    Row("title: Coach&nbsp;: agile\n", "yaml-syntax", ":"),
    Row("\"techno\": \"Ruby\",\n", "yaml-syntax", ","),
    Row(instead: "open", "open: true,", "yaml-syntax", ","),
    Row(instead: "open", "open: true;", "yaml-syntax", ";"),
    Row(instead: "open", "open: true ou false", "wrong-type", "true ou false"),
    Row("date: AAAA-MM-JJ\n", "impossible-date", "AAAA-MM-JJ"),
    Row("roles: Coach\n", "duplicate-key", "roles"),
    Row("title:: Coach\n", "unknown-key", "title:"),
    Row("title: Coach: agile\n", "yaml-syntax", ":"),
    Row("title: \"Coach agile\n", "yaml-syntax", "\"Coach agile"),
    Row("title: \"Coach\" agile\n", "yaml-syntax", "agile"),
    Row("title: 'L'équipe'\n", "yaml-syntax", "'"),
    Row("title: \"Le \"grand\" produit\"\n", "yaml-syntax", "\""),
    Row(instead: "domaines", "domaines:\n\u{A0}\u{A0}- Développement", "yaml-syntax", "\u{A0}\u{A0}"),
    Row(instead: "roles", "roles:", "empty-value", "roles"),
    Row(
      instead: "roles", "roles:\n  - Développeuse\n  - Développeur",
      "wrong-type", "- Développeuse\n  - Développeur"),
    Row("type: friends\nfriend: X\n", "unknown-value", "friends"),
    Row("junior: oui\n", "wrong-type", "oui"),
    Row("title: > Coach\n", "yaml-syntax", "> Coach"),
    Row("title: ! Coach\n", "yaml-syntax", "! Coach"),
    Row("title: | Coach | Agile\n", "yaml-syntax", "| Coach | Agile"),
    Row("title: “Coach : agile”\n", "yaml-syntax", "“"),
    Row("contacts: “prenom.nom”\n", "malformed-contact", "“prenom.nom”"),
    Row("contacts: [a@b.fr](mailto:a@b.fr)\n", "malformed-contact", "[a@b.fr](mailto:a@b.fr)"),
    Row("externalURL: \" https:/b.fr/x \"\n", "padded-value", " "),
    Row("contact: ​jeanne@b.fr\n", "invisible-character", "​"),
    Row("contact: à compléter\n", "placeholder-left", "à compléter"),
    Row(instead: "domaines", "domaines:\n• Développement\n• Data", "yaml-syntax", "•"),
  ]

  @Test(arguments: rows) func isOneFinding(_ row: Row) throws {
    let source = Source(path: "_jobs/2022-05-30-a.md", text: "---\n\(row.frontMatter)---\n\nTexte.\n")
    let found = try Harness.linter().lint(source).diagnostics.filter { $0.severity > .info }
    #expect(found.map(\.rule) == [row.rule], "\(found.map(\.message.en))")
    guard let only = found.first else { return }
    #expect(source.text(in: only.range) == row.excerpt)
    #expect(only.message.fr.contains("\u{A0}: ") || only.message.fr.contains("\u{A0}?"))
    #expect(only.message.en.contains(": "))
  }
}
