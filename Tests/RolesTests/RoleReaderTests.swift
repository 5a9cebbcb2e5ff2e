import Roles
import SourceText
import Testing

/// What titles mean, on titles of our own.
@Suite struct RoleReaderTests {
  @Test(arguments: [
    ("Développeuse ou développeur Go", "Développement"), ("4 développeurs·ses", "Développement"),
    ("Full-stack confirmée", "Développement"), ("DevSecOps", "Développement"), ("(ML)Ops", "Développement"),
    ("Experte Kubernetes", "Développement"), ("ingénieure logiciel", "Développement"),
    ("Développeuse back data", "Développement|Data"), ("Product manager data", "Produit|Data"),
    ("data analyst / engineer", "Data"), ("Data / software engineer", "Data|Développement"),
    ("Spécialiste des données", "Data"), ("Designeuse UX", "Design"), ("UX & UI", "Design"),
    ("Product / UX designer", "Design"), ("Cheffe de produit", "Produit"), ("chargé du produit", "Produit"),
    ("Chargée de développement", "Déploiement"), ("Responsable du développement produit", "Déploiement|Produit"),
    ("en charge du déploiement", "Déploiement"), ("Chargée de l’acquisition", "Déploiement"),
    ("Chargé·e de communication, de support et de déploiement", "Animation|Support|Déploiement"),
    ("Chargée de déploiement/support", "Déploiement|Support"),
    ("Chargée de déploiement support", "Déploiement|Support"),
    ("Chargée de déploiement du support", "Déploiement"), ("Cheffe de projet communication", "Animation"),
    ("Chargée de la relation avec les usagers", "Support"), ("Coach design", "Coaching|Design"),
    ("Coach agile", "Coaching"),
    ("Intrapreneuse", "Intraprenariat"), ("Juriste", "Autre"),
    ("Accompagnement à l’ouverture des données", "Déploiement|Data"),
    ("Stage de développeuse", "Développement"), ("Un stage de chargée de support", "Support"),
    ("UX designer / bizdev / product owner", "Design|Déploiement|Produit"),
    ("La Ruche recherche une designeuse pour son site", "Design"), ("La Ruche recrute : UX writer", "Design"),
    ("La Ruche recrute un développeur Go. Elle cherche aussi une coach agile", "Développement|Coaching"),
    ("Vous cherchez un poste de développeuse ? La Ruche recrute un designer", "Design"),
    ("Développeuse : la Ruche recrute", "Développement"), ("Pour la Ruche, une développeuse", "Développement"),
    ("Juriste pour la Ruche et une développeuse", "Autre|Développement"),
    ("Juriste (avec un bureau) / UX designer", "Autre|Design"),
    ("DÉVELOPPEUR·SE", "Développement"), ("de\u{301}veloppeuse", "Développement"),
    ("développeu\u{AD}se", "Développement"),
    ("«\u{A0}Développeuse Go\u{A0}»", "Développement"), ("Devloppeuse", "Développement"),
    ("Comunication : chargée de comunication", "Animation"),
    ("On cherche une développeuse pour l’outil et un designer pour la charte", "Développement|Design"),
    ("Expert·e Symfony", "Développement"), ("Expert⋅e Kubernetes", "Développement"),
    ("La Ruche cherche, pour son agence de Brest et dès mai, un·e chargé.e de déploiement", "Déploiement"),
  ])
  func titleImpliesDomains(_ title: String, _ domains: String) throws {
    let reading = try bundledReader().read(Array(title.utf8))
    #expect(Set(reading.domains) == Set(domains.split(separator: "|").map { String($0) }), "\(reading.roles)")
  }

  @Test(arguments: [
    "", " ", "React + TypeScript", "deux", "Bras droit", "Référente territoriale", "Chargée de mission",
    "Cheffe de projet",
    "Développer un service", "Une mission de trois mois", "Juridique", "Experte en droit", "Responsable SEO",
    "Chargée de l’accueil des développeurs", "Responsable « UX » ?", "Améliorer le support", "data.gouv.fr", "H/F",
    "Deuxième mission", "Une enquête auprès des designers",
  ])
  func whatCannotTellImpliesNothing(_ title: String) throws {
    let reading = try bundledReader().read(Array(title.utf8))
    #expect(reading.domains.isEmpty, "\(reading.roles)")
  }

  @Test func complementsAreNoRoles() throws {
    let reader = try bundledReader()
    #expect(reader.read(Array("Chargée de support aux développeurs".utf8)).roles == ["chargé de support"])
    #expect(reader.read(Array("Chargée de développement".utf8)).roles == ["chargé de développement"])
    #expect(reader.read(Array("UX designer de service".utf8)).domains == ["Design"])
  }

  @Test(arguments: [
    ("UX designer senior", ["senior"]), ("UX designer sénior, 3 jours par semaine", ["senior", "temps partiel"]),
    ("Stagiaire UX designer", ["stage"]), ("UX designer (CDD de 2 ans)", ["CDD"]),
    ("UX designer freelance au 4/5e", ["freelance", "temps partiel"]),
    ("UX designer junior pour la Ruche, en alternance", ["junior", "alternance"]), ("UX designer", []),
  ])
  func modifiersAreKeptApart(_ title: String, _ modifiers: [String]) throws {
    #expect(try bundledReader().read(Array(title.utf8)).modifiers == modifiers)
  }

  @Test func rangesPointAtTheRoleWords() throws {
    let title = Array("La Ruche recrute un·e développeur·se et chargé(e) de déploiement".utf8)
    let words = try bundledReader().read(title).ranges.map { String(decoding: title[$0.indices], as: UTF8.self) }
    #expect(words == ["développeur·se", "chargé(e) de déploiement"])
  }

  @Test func jsonIsOneObject() throws {
    let reading = try bundledReader().read(Array("UX designer senior (H/F)".utf8))
    #expect(
      reading.json
        == #"{"roles": ["UX designer"], "domains": ["Design"], "inclusive": true, "form": "H/F marker", "modifiers": ["senior"]}"#
    )
  }

  @Test func jsonEscapesNames() throws {
    let json = #"{"roles": [{"name": "a\"b\\\u0001", "titles": ["zorglub"]}]}"#
    let reader = RoleReader(vocabulary: try RoleVocabulary(json: Array(json.utf8)))
    #expect(reader.read(Array("Zorglub".utf8)).json.contains(#"["a\"b\\\u0001"]"#))
  }

  @Test func vocabularyGrows() throws {
    let more = #"""
      {"roles": [
        {"name": "bibliothécaire", "domains": ["Autre"], "titles": ["bibliothécaire", "bibliothécaire numérique"]},
        {"name": "CTO", "domains": ["Produit"]},
        {"name": "chargé de support", "topics": ["dépannage"]}],
       "gendered": [["zingueur", "zingueuse"]]}
      """#
    let vocabulary = try RoleVocabulary(json: bundledRoles).merging(try RoleVocabulary(json: Array(more.utf8)))
    let reader = RoleReader(vocabulary: vocabulary)
    #expect(reader.read(Array("Un·e Bibliothécaire".utf8)).roles == ["bibliothécaire"])
    #expect(reader.read(Array("CTO".utf8)).domains == ["Produit"])
    #expect(reader.read(Array("Chargée du dépannage et de la communication".utf8)).domains == ["Support", "Animation"])
    #expect(reader.read(Array("Zingueur ou zingueuse".utf8)).form == "doublet")
  }

  @Test(arguments: [
    #"{"roles": 3}"#, #"{"roles": [{}]}"#, "[]", "{", "", #"{"gendered": [["a"]]}"#, #"{"tails": [1]}"#,
  ])
  func badVocabularyIsRefused(_ json: String) {
    #expect(throws: RoleVocabularyError.self) { try RoleVocabulary(json: Array(json.utf8)) }
  }

  @Test func domainsAreCompared() throws {
    let vocabulary = try bundledReader()
    #expect(vocabulary.contradicts(declared: ["Design"], implied: ["Produit"]))
    #expect(!vocabulary.contradicts(declared: ["Design", "Produit"], implied: ["Produit"]))
    #expect(!vocabulary.contradicts(declared: ["produit "], implied: ["Produit"]))
    #expect(!vocabulary.contradicts(declared: [], implied: ["Produit"]))
    #expect(!vocabulary.contradicts(declared: ["Design"], implied: []))
    #expect(!vocabulary.contradicts(declared: ["Développement"], implied: ["Data"]))
    #expect(!vocabulary.contradicts(declared: ["Autre"], implied: ["Support"]))
    #expect(vocabulary.contradicts(declared: ["Autre"], implied: ["Data"]))
  }
}
