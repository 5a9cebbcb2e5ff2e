import SourceText
import Testing

@testable import Mojibake

/// Damage made on purpose, in every code page and every shape.
@Suite struct DamageTests {
  static let text = "Chargé·e de déploiement à l’État : « données ouvertes » – œuvre, maîtrise, où, août, façon…"

  /// `text` as UTF-8 that was read in `page`.
  static func damage(_ text: String, _ page: CodePage) -> String {
    String(String.UnicodeScalarView(text.utf8.map { page.scalar(of: $0) }))
  }

  @Test(arguments: CodePage.allCases)
  func readsEveryCodePage(page: CodePage) {
    #expect(Array(repaired(Self.damage(Self.text, page)).utf8) == Array(Self.text.utf8))
  }

  @Test(arguments: CodePage.allCases)
  func readsTwoLayers(page: CodePage) {
    #expect(Array(repaired(Self.damage(Self.damage(Self.text, page), page)).utf8) == Array(Self.text.utf8))
  }

  @Test func readsThreeLayers() {
    let page = CodePage.windows1252
    let damaged = Self.damage(Self.damage(Self.damage("un développeur", page), page), page)
    #expect(Array(repaired(damaged, .safe).utf8) == Array("un développeur".utf8))
    let findings = MojibakeScan.findings(in: Array(damaged.utf8))
    #expect(findings.map(\.misreadings.count) == [3])
  }

  @Test(arguments: [
    ("Nous sommes Ã  Paris, lâ€™Ã©quipe aussi", "Nous sommes à Paris, l’équipe aussi"),
    ("lâ€™Ã©quipe contribue Ã", "l’équipe contribue à"),
    ("une Ã©tude au cÅ\"ur du sujet", "une étude au cœur du sujet"),
    ("un dÃ©veloppeur â€œfull stackâ€? et lâ€™Ã©quipe", "un développeur “full stack” et l’équipe"),
    ("la premiã¨re version du rã©seau", "la première version du réseau"),
    ("- Dйplacements а prйvoir", "- Déplacements à prévoir"),
    ("lÆexpÚrience de lÆÚquipe", "l’expérience de l’équipe"),
    ("l\u{92}écosystème", "l’écosystème"),
  ])
  func infersWhatIsLostButNeverSafely(damaged: String, meant: String) {
    #expect(Array(repaired(damaged).utf8) == Array(meant.utf8))
    #expect(Array(repaired(damaged, .safe).utf8) != Array(meant.utf8))
  }

  @Test(arguments: [
    "A MAÇÃ É VERMELHA", "les d�placements fr�quents", "int?grateurs qui pr?sentent", "Les lettres Â, Ã et Ä",
    "¯\\_(ツ)_/¯ (╯°□°）╯︵ ┻━┻", "Zażółć gęślą jaźń", "Příliš žluťoučký kůň", "ĀĒĪŪ ČĢĶĻŅŠŽ: Ģirts", "SELKÄ\u{A0}EDELLÄ",
    "&eacute;t&eacute; &amp; &laquo;", "»Größe« „Ä“", "xã hội đã ở đâu",
  ])
  func leavesWhatIsNoDamage(text: String) {
    #expect(Array(repaired(text).utf8) == Array(text.utf8))
  }

  /// Names and signs of other languages are no damage, alone or together.
  @Test func leavesForeignNamesAndSignsAlone() {
    let lines = [
      "Contact : Tomáš Dvořák, développeur, et Łukasz Woźniak, chargé de déploiement", "Ayşe Doğan et Çağrı Yılmaz",
      "Ștefan Țurcanu, chef de produit à Bucarest", "Günther Müller, Jörg Weiß et Åsa Öberg",
      "Ο Γιώργος και η Μαρία, chargés de mission", "Владимир Иванов, ingénieur à l’État",
      "L’indice α de Cronbach, la constante Θ et le σ² ; β-testeur, Δt, Ω, µs",
      "∑ des coûts ; √2 ≈ 1,41 ; ±5 % ; ½ journée",
      "Ærø, Ø, Å : îles du Danemark", "Ð, ð, þ et Þ sont islandais", "Đorđe Šćepanović, Ćiro Žižić", "Ħamrun, Żebbuġ",
      "Prix : 10 ¢, £5, ¥100 ; ¶ 4 ; § 5 ; † décédé", "L’HAŸ-LES-ROSES ; À L’ÉCOUTE ; ÊTRE ; OÙ ; ÇA",
    ]
    for line in lines + [lines.joined(separator: "\n")] {
      #expect(MojibakeScan.findings(in: Array(line.utf8)).isEmpty, "\(line)")
    }
  }

  @Test func neverWritesAReplacementCharacter() {
    for damaged in ["rï¿½seaux", "ðŸ™� ðŸ�½", "Ð ÑƒÑ�Ñ�ÐºÐ¸Ð¹"] {
      let findings = MojibakeScan.findings(in: Array(damaged.utf8))
      #expect(!findings.isEmpty)
      for finding in findings { #expect(finding.replacement.map { !$0.starts(with: [0xEF, 0xBF, 0xBD]) } ?? true) }
    }
  }

  @Test func aRepairedTextHasNothingMoreToRepair() {
    for page in CodePage.allCases {
      let once = repaired(Self.damage(Self.text, page))
      #expect(Array(repaired(once).utf8) == Array(once.utf8))
    }
  }

  @Test func messagesNameWhatWasReadAsWhat() {
    let bytes = Array("dÃ©veloppeur".utf8)
    let messages = MojibakeScan.findings(in: bytes).map { $0.message(in: bytes) }
    #expect(messages.map(\.en) == ["garbled characters: write “é” instead of “Ã©”"])
    #expect(
      messages.map(\.fr)
        == ["caractères abîmés\u{A0}: écrivez «\u{A0}é\u{A0}» au lieu de «\u{A0}Ã©\u{A0}»"])
  }
}
