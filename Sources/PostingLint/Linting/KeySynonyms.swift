/// What people call the keys of postings in French: the words of their forms.
package enum KeySynonyms {
  /// The key that a word stands for, whatever its case, accents and separators; `nil` where it stands for none.
  package static func meant(by name: [UInt8]) -> [UInt8]? {
    guard name.count <= 60, let key = keys[folded(name)] else { return nil }
    return Array(key.utf8)
  }

  /// Small letters without accents, words parted by one space.
  private static func folded(_ name: [UInt8]) -> String {
    var result = ""
    for character in String(decoding: name, as: UTF8.self).lowercased() {
      switch character {
      case "a"..."z", "0"..."9": result.append(character)
      case "à", "â", "ä": result += "a"
      case "é", "è", "ê", "ë": result += "e"
      case "î", "ï": result += "i"
      case "ô", "ö": result += "o"
      case "ù", "û", "ü": result += "u"
      case "ç": result += "c"
      default: if result.last != " ", !result.isEmpty { result += " " }
      }
    }
    return result.last == " " ? String(result.dropLast()) : result
  }

  private static let words: [(key: String, words: [String])] = [
    ("open", ["ouvert", "ouverte", "offre ouverte", "poste ouvert", "recrutement ouvert", "actif", "active"]),
    (
      "roles",
      [
        "intitule", "intitule du poste", "intitule de l offre", "poste", "nom du poste", "titre du poste", "metier",
        "metiers", "fonction", "fonctions", "profil", "profession", "emploi",
      ]
    ),
    ("title", ["titre", "titre de l offre", "titre de la page", "nom de l offre"]),
    ("startup", ["produit", "nom du produit", "start up", "startup d etat", "projet", "service numerique"]),
    ("friend", ["organisation", "organisme", "structure", "employeur", "administration", "entreprise", "ami"]),
    (
      "externalURL",
      ["lien", "lien externe", "lien de l offre", "lien vers l offre", "url", "adresse web", "site", "site web"]
    ),
    (
      "date",
      ["date de publication", "date de mise en ligne", "date de l offre", "publie le", "publication", "mise en ligne"]
    ),
    (
      "depublication_date",
      [
        "date de fin", "fin", "date limite", "date limite de candidature", "date de retrait", "date de depublication",
        "depublication", "date d expiration", "expiration", "expire le", "date de cloture", "cloture",
        "date de fin de publication", "fin de publication", "fin de l offre",
      ]
    ),
    ("domaines", ["domaine d activite", "domaines d activite", "secteur", "secteurs", "thematique", "thematiques"]),
    ("junior", ["debutant", "debutante", "debutants", "profil junior", "debutant accepte", "debutants acceptes"]),
    (
      "techno",
      [
        "technologie", "technologies", "techniques", "langage", "langages", "outils", "stack", "stack technique",
        "competences techniques",
      ]
    ),
    (
      "contacts",
      ["referent", "referente", "referents", "personne a contacter", "personnes a contacter", "interlocuteur"]
    ),
    (
      "contact",
      [
        "courriel", "mail", "email", "e mail", "mel", "adresse electronique", "adresse mail", "adresse email",
        "adresse e mail", "adresse de contact", "mail de contact", "courriel de contact", "candidature",
      ]
    ),
    ("contrat", ["type de contrat", "nature du contrat"]),
    ("status", ["statut", "etat"]),
  ]

  private static let keys = Dictionary(
    words.flatMap { entry in entry.words.map { ($0, entry.key) } }, uniquingKeysWith: { first, _ in first })
}
