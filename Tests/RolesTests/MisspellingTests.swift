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

  @Test(arguments: [
    "Developpeur·se experimenté", "chargé·e de deploiement et de comunication", "charge(e) de support", "DÉVELOPEUSE",
    "un ingenieur systeme", "Web developper", "de\u{301}veloppeuse et operatrice de validation", "developpeu·r·se",
  ])
  func correctionsAreRight(_ title: String) throws {
    let reader = try bundledReader()
    let bytes = Array(title.utf8)
    var result: [UInt8] = []
    var position = 0
    for slip in reader.misspellings(in: bytes) {
      try #require(slip.range.start >= position)
      result += bytes[position..<slip.range.start] + Array(slip.suggestion.utf8)
      position = slip.range.end
    }
    result += bytes[position...]
    let text = String(decoding: result, as: UTF8.self)
    #expect(position > 0, "nothing was found")
    #expect(reader.misspellings(in: result).isEmpty, "\(text)")
    #expect(reader.read(result).form == reader.read(bytes).form, "\(text)")
  }

  @Test func suffixesStay() throws {
    let title = Array("Un·e developpeur.se".utf8)
    let found = try #require(try bundledReader().misspellings(in: title).first)
    #expect(String(decoding: title[found.range.indices], as: UTF8.self) == "developpeur")
    #expect(found.suggestion == "développeur")
  }
}
