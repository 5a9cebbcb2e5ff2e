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

    /// A line below those that are good.
    init(_ line: String, _ rule: String, _ excerpt: String) {
      self.init(
        whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [Développement]\n" + line,
        rule, excerpt)
    }

    init(whole: String, _ rule: String, _ excerpt: String) {
      frontMatter = whole
      self.rule = rule
      self.excerpt = excerpt
    }
  }

  static let rows: [Row] = [
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: closed\ndomaines: [Développement]\n",
      "wrong-type", "closed"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: Oui\ndomaines: [Développement]\n",
      "wrong-type", "Oui"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: vrai\ndomaines: [Développement]\n",
      "wrong-type", "vrai"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: non\ndomaines: [Développement]\n",
      "wrong-type", "non"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: \"true\"\ndomaines: [Développement]\n",
      "wrong-type", "\"true\""),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: x\ndomaines: [Développement]\n", "wrong-type",
      "x"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nouvert: true\ndomaines: [Développement]\n",
      "unknown-key", "ouvert"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaine: Développement\n",
      "unknown-key", "domaine"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\nDomaines: [Développement]\n",
      "unknown-key", "Domaines"),
    Row(
      whole: "métier: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [Développement]\n",
      "unknown-key", "métier"),
    Row(
      whole:
        "Intitulé du poste: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [Développement]\n",
      "unknown-key", "Intitulé du poste"),
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
    Row(
      whole:
        "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines:\n  • Développement\n  • Data\n",
      "yaml-syntax", "•"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines:\n  •\u{A0}Développement\n",
      "yaml-syntax", "•"),
    Row(
      whole:
        "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines:\n  – Développement\n  – Data\n",
      "yaml-syntax", "–"),
    Row(
      whole:
        "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines:\n  * Développement\n  * Data\n",
      "yaml-syntax", "*"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: Développement, Data\n",
      "wrong-type", "Développement, Data"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: Développement / Data\n",
      "wrong-type", "Développement / Data"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: Développement et Data\n",
      "wrong-type", "Développement et Data"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [Developpement]\n",
      "unknown-value", "Developpement"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [développement]\n",
      "unknown-value", "développement"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [Dévelopement]\n",
      "unknown-value", "Dévelopement"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines: [Development]\n",
      "unknown-value", "Development"),
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
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true,\ndomaines: [Développement]\n",
      "yaml-syntax", ","),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true;\ndomaines: [Développement]\n",
      "yaml-syntax", ";"),
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true ou false\ndomaines: [Développement]\n",
      "wrong-type", "true ou false"),
    Row("date: AAAA-MM-JJ\n", "impossible-date", "AAAA-MM-JJ"),
    Row("roles: Coach\n", "duplicate-key", "roles"),
    Row("title:: Coach\n", "unknown-key", "title:"),
    Row("title: Coach: agile\n", "yaml-syntax", ":"),
    Row("title: \"Coach agile\n", "yaml-syntax", "\"Coach agile"),
    Row("title: \"Coach\" agile\n", "yaml-syntax", "agile"),
    Row("title: 'L'équipe'\n", "yaml-syntax", "'"),
    Row("title: \"Le \"grand\" produit\"\n", "yaml-syntax", "\""),
    Row(
      whole:
        "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines:\n\u{A0}\u{A0}- Développement\n",
      "yaml-syntax", "\u{A0}\u{A0}"),
    Row(whole: "roles:\nstartup: exemple\nopen: true\ndomaines: [Développement]\n", "empty-value", "roles"),
    Row(
      whole: "roles:\n  - Développeuse\n  - Développeur\nstartup: exemple\nopen: true\ndomaines: [Développement]\n",
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
    Row(
      whole: "roles: Développeuse ou développeur\nstartup: exemple\nopen: true\ndomaines:\n• Développement\n• Data\n",
      "yaml-syntax", "•"),
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
