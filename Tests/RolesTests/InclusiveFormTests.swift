import Roles
import SourceText
import Testing

/// Each way of writing both genders, on titles of our own.
@Suite struct InclusiveFormTests {
  @Test(arguments: [
    ("Testeur·euse d’accessibilité", "point médian ·"), ("Rédact·eur·rice web", "point médian ·"),
    ("Rédacteur‧rice web", "point médian ‧"), ("Animateur⋅rice", "point médian ·"),
    ("Animateur∙rice", "point médian ·"), ("Programmeu•r•se", "point médian •"), ("Formateur.rice", "dot ."),
    ("Un.e juriste", "dot ."), ("Juriste expérimenté.e.s", "dot ."), ("Attaché(e) de presse", "parentheses"),
    ("Vendeur (euse)", "parentheses"), ("Attachés(es) de presse", "parentheses"),
    ("Chef(fe)s de produit", "parentheses"),
    ("Deux juriste(s)", "parentheses (plural)"), ("Vendeur-euse", "hyphen suffix"),
    ("Formateurs/rices", "slash suffix"),
    ("Une ou un juriste", "doublet article"), ("Un / une juriste", "doublet article"),
    ("un/une juriste", "doublet article"), ("La ou le juriste", "doublet article"),
    ("La Ruche cherche son/sa juriste", "doublet article"),
    ("Formatrice ou formateur", "doublet"), ("un formateur ou une formatrice", "doublet"),
    ("Vendeuses et vendeurs", "doublet"), ("Attachée - attaché de presse", "doublet"),
    ("une formatrice ou formateur", "doublet (one article)"), ("Juriste H/F", "H/F marker"),
    ("Juriste (f/h)", "H/F marker"),
    ("Juriste (femme/homme)", "H/F marker"), ("Une personne formatrice", "epicene personne"),
    ("Formateur", "masculine only"), ("Un juriste", "masculine only"),
    ("Formateur (H/F)", "masculine only; H/F marker"),
    ("Formatrice", "feminine noun only"), ("Juriste", "none"), ("Un profil juriste", "none"),
    ("Un ou une formateur", "doublet article; masculine noun only"),
    ("Un ou une formatrice", "doublet article; feminine noun only"),
    ("Un·e formateur", "point médian · (article); masculine noun only"),
    ("Un formateur·rice", "masculine article; point médian · (noun)"),
    ("Une ou un attaché(e)", "parentheses; doublet article"),
    ("Un·e attaché.e", "point médian ·; dot ."), ("Formatrice·eur", "point médian ·; doublet"),
    ("Un formateur ou une formatrice expérimentée", "doublet; feminine adjective only"),
    ("FORMATEUR·RICE", "point médian ·"), ("🎓 Formateur·rice 🎓", "point médian ·"),
  ])
  func deviceIsNamed(_ title: String, _ form: String) throws {
    #expect(try bundledReader().read(Array(title.utf8)).form == form)
  }

  @Test(arguments: [
    "Juriste node.js", "Juriste data.gouv.fr", "Juriste le.monde.fr", "Juriste e-commerce", "Juriste JS/TS",
    "Juriste Paris/Nice",
    "Juriste rendez-vous", "Juriste. Et plus", "Juriste contact@exemple.fr",
  ])
  func otherDotsAndDashesAreNoDevice(_ title: String) throws {
    let reading = try bundledReader().read(Array(title.utf8))
    #expect(reading.form == "none")
    #expect(!reading.isInclusive)
  }

  @Test func whatStandsBeforeTheVerbDoesNotCount() throws {
    let reading = try bundledReader().read(Array("L’équipe des chargé·es de support recrute un formateur".utf8))
    #expect(reading.form == "masculine only")
  }

  @Test(arguments: [
    ("Juriste", false), ("Formateur", false), ("Formatrice", false), ("Formateur·rice", true), ("Juriste H/F", true),
    ("Une personne formatrice", true), ("Formateur ou formatrice", true),
  ])
  func inclusiveMeansADevice(_ title: String, _ expected: Bool) throws {
    #expect(try bundledReader().read(Array(title.utf8)).isInclusive == expected)
  }

  @Test(arguments: [
    ("Formateur", "Formateur", "Formatrice ou formateur"),
    ("un formateur", "un formateur", "une formatrice ou un formateur"),
    ("Un lead développeur", "Un lead développeur", "Une lead développeuse ou un lead développeur"),
    ("2 vendeurs", "vendeurs", "vendeuses et vendeurs"),
    ("CHARGÉ DE SUPPORT", "CHARGÉ", "CHARGÉE OU CHARGÉ"),
    ("un entrepreneur associé", "un entrepreneur associé", "une entrepreneuse associée ou un entrepreneur associé"),
    ("Un product owner", "Un", "Une ou un"),
    ("Pix recrute un chef de produit", "un chef", "une cheffe ou un chef"),
  ])
  func doubletIsProposed(_ title: String, _ words: String, _ doublet: String) throws {
    let bytes = Array(title.utf8)
    let wording = try #require(try bundledReader().read(bytes).masculines.first)
    #expect(String(decoding: bytes[wording.range.indices], as: UTF8.self) == words)
    #expect(wording.doublet == doublet)
  }

  @Test(arguments: [
    "Formatrice", "Juriste", "Formateur·rice", "Formateur H/F", "Une ou un formateur", "Une personne formatrice",
    "Product owner", "Le formateur",
  ])
  func nothingIsProposedWithoutNeed(_ title: String) throws {
    #expect(try bundledReader().read(Array(title.utf8)).masculines.isEmpty)
  }

  @Test(arguments: [
    "Formateur", "un formateur expérimenté", "un chargé développeur", "Chef de projet et développeur",
    "3 vendeurs confirmés",
    "Un juriste", "un product owner / chef de produit", "un lead développeur principal",
    "DÉVELOPPEUR - CHARGÉ DE SUPPORT",
    "de\u{301}veloppeur", "un très bon formateur", "Un entrepreneur associé, un intrapreneur",
    "Le Louvre recrute un un formateur",
  ])
  func doubletsTakenTogetherAreEnough(_ title: String) throws {
    let reader = try bundledReader()
    let bytes = Array(title.utf8)
    let before = reader.read(bytes)
    var result: [UInt8] = []
    var position = 0
    for wording in before.masculines {
      try #require(wording.range.start >= position, "overlapping wordings")
      result += bytes[position..<wording.range.start] + Array(wording.doublet.utf8)
      position = wording.range.end
    }
    result += bytes[position...]
    let after = reader.read(result)
    let text = String(decoding: result, as: UTF8.self)
    #expect(after.masculines.isEmpty && after.isInclusive, "\(text)")
    #expect(Set(after.domains) == Set(before.domains), "\(text)")
  }
}
