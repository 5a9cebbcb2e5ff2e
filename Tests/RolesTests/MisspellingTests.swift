import Roles
import SourceText
import Testing

/// Slips in role words, on titles of our own.
@Suite struct MisspellingTests {
  @Test(arguments: [
    ("Developpeuse", "Développeuse"), ("un ingenieur.e logiciel", "ingénieur"), ("Dévellopeur·se", nil),
    ("Dévelopeuse", "Développeuse"), ("charge·e de support", "chargé"), ("Charge de support", "Chargé"),
    ("chargée de deploiement", "déploiement"), ("chargé de comunication", "communication"),
    ("Operateur de validation", "Opérateur"), ("de\u{301}veloppeuse", nil), ("developpeu·r·se", "développeu"),
    ("DEVELOPPEUSE", nil), ("DÉVELOPEUSE", "DÉVELOPPEUSE"), ("Economiste", nil), ("economiste", "économiste"),
    ("Web developper", "developer"), ("Une équipe à développer", nil), ("en charge du support", nil),
    ("developer", nil),
    ("sénior ou senior", nil), ("data.developpeur.fr", nil), ("La référence du domaine", nil),
    ("UX desinger", "designer"),
  ])
  func slipsAreFound(_ title: String, _ suggestion: String?) throws {
    let found = try bundledReader().misspellings(in: Array(title.utf8))
    #expect(found.map(\.suggestion) == (suggestion.map { [$0] } ?? []))
  }

  @Test func suffixesStay() throws {
    let title = Array("Un·e developpeur.se".utf8)
    let found = try #require(try bundledReader().misspellings(in: title).first)
    #expect(String(decoding: title[found.range.indices], as: UTF8.self) == "developpeur")
    #expect(found.suggestion == "développeur")
  }
}
