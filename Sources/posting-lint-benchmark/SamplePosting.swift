import Mojibake

/// One posting while it is being made.
struct SamplePosting {
  private var keys: [(name: String, value: String)]
  private var body = ""
  private var lineEnd = "\n"
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var hasFrontMatter = true
  private var isDamaged = false

  init(date: String, startup: String) {
    keys = [
      ("roles", "Développeuse ou développeur"), ("open", "false"), ("date", date), ("startup", startup),
      ("contact", "recrutement@\(startup).example"),
    ]
  }

  /// Gives the posting a title, domains and a body of about four thousand bytes.
  mutating func fill(_ dice: inout Dice) {
    let (role, domain) = dice.one(of: Self.roles)
    set("roles", role)
    keys.append(("domaines", "[\(domain)]"))
    body = "\n" + Self.introduction
    for _ in 0..<5 {
      body += "\n## " + dice.one(of: Self.headings) + "\n\n"
      for _ in 0..<3 { body += dice.one(of: Self.sentences) + " " }
      body += "\n\n"
      for _ in 0..<3 { body += "- " + dice.one(of: Self.tasks) + "\n" }
    }
    body += "\n" + Self.ending
  }

  mutating func apply(_ defect: Defect) {
    switch defect {
    case .missingKey: keys.removeAll { $0.name == "startup" }
    case .unknownStartup: set("startup", "inconnue")
    case .nearMissKey: rename("domaines", "domaine")
    case .dateDiffers: set("date", "2020-02-29")
    case .impossibleDate: set("date", "2021-02-30")
    case .misspelledRole: set("roles", "Dévelopeur ou dévelopeuse")
    case .masculineRole: set("roles", "Développeur")
    case .emptyValue: keys.append(("techno", ""))
    case .paddedValue: keys.append(("technos", "\"Ruby \""))
    case .duplicateKey: keys.append(("open", "false"))
    case .wrongType: set("open", "peut-être")
    case .ambiguousScalar: set("open", "no")
    case .badContact: set("contact", "recrutement chez atlas")
    case .emptyLinkText: body += "\nLe site\u{A0}: [](https://atlas.example/equipe)\n"
    case .nestedLink: body += "\n[Écrire à [l’équipe](mailto:equipe@atlas.example)](mailto:atlas@atlas.example)\n"
    case .badMailto: body += "\n[Écrire](mailto:équipe@atlas.example?subject=Candidature développement)\n"
    case .placeholder: body += "\n<!-- À compléter -->\n"
    case .invisibleCharacter: body += "\nUne ligne avec une espace\u{200B} sans largeur.\n"
    case .decomposed: body += "\nUne e\u{301}quipe en cafe\u{301}.\n"
    case .mojibake: isDamaged = true
    case .crlf: lineEnd = "\r\n"
    case .byteOrderMark: head = [0xEF, 0xBB, 0xBF]
    case .invalidUTF8: tail = Array("\nUn caf".utf8) + [0xE9, 0x0A]
    case .yamlSyntax: keys.append(("mission", "\"une citation qui ne finit pas"))
    case .noFrontMatter: hasFrontMatter = false
    }
  }

  /// The whole file.
  var bytes: [UInt8] {
    var text = ""
    if hasFrontMatter {
      text = "---\n" + keys.map { $0.value.isEmpty ? "\($0.name):\n" : "\($0.name): \($0.value)\n" }.joined() + "---\n"
    }
    text += body
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A {
        result += Array(lineEnd.utf8)
      } else if isDamaged, byte >= 0x80 {
        // What an editor writes that takes UTF-8 for windows-1252.
        result += Array(String(CodePage.windows1252.scalar(of: byte)).utf8)
      } else {
        result.append(byte)
      }
    }
    return head + result + tail
  }

  private mutating func set(_ name: String, _ value: String) {
    for index in keys.indices where keys[index].name == name { keys[index].value = value }
  }

  private mutating func rename(_ name: String, _ other: String) {
    for index in keys.indices where keys[index].name == name { keys[index].name = other }
  }

  private static let roles = [
    ("Développeuse ou développeur web", "Développement"), ("Chargée ou chargé de déploiement", "Déploiement"),
    ("Designer", "Design"), ("Intrapreneuse ou intrapreneur", "Intraprenariat"),
    ("Responsable de produit", "Produit"), ("Coach agile", "Coaching"), ("Data scientist", "Data"),
  ]
  private static let headings = ["L’équipe", "La mission", "Votre profil", "Les conditions", "Et après"]
  private static let introduction = """
    Le produit aide des milliers de personnes à faire valoir leurs droits. Il est né d’un constat simple : les \
    démarches sont longues, et beaucoup renoncent avant la fin.

    """
  private static let sentences = [
    "Vous travaillerez dans une équipe de cinq personnes, réunies deux jours par semaine.",
    "Nous livrons chaque semaine une amélioration que les usagers peuvent essayer tout de suite.",
    "Le code est libre, publié au fil de l’eau, et relu par une autre personne avant d’être mis en ligne.",
    "La personne retenue mènera des entretiens avec des agents et des usagères partout en France.",
    "Une bonne maîtrise du français écrit est nécessaire ; l’anglais technique se lit sans peine.",
    "Le poste est à pourvoir dès que possible, pour une durée de six mois qui peut être prolongée.",
    "Le télétravail est possible trois jours par semaine, selon l’organisation que l’équipe s’est donnée.",
  ]
  private static let tasks = [
    "écouter les usagères et les usagers, et en tirer des priorités ;",
    "améliorer l’accessibilité du service (voir [le guide](https://guide.example/accessibilite)) ;",
    "mesurer l’effet des changements et le montrer à tout le monde ;",
    "tenir à jour la documentation, `README` compris ;",
    "préparer le déploiement dans *trois* nouveaux départements.",
  ]
  private static let ending = """
    Pour répondre, écrivez à [l’équipe](mailto:equipe@produit.example?subject=Candidature) avant la fin du mois, \
    avec quelques lignes sur ce qui vous donne envie.

    """
}

/// What may be wrong with a generated posting.
enum Defect: CaseIterable {
  case missingKey, unknownStartup, nearMissKey, dateDiffers, impossibleDate, misspelledRole, masculineRole
  case emptyValue, paddedValue, duplicateKey, wrongType, ambiguousScalar, badContact, emptyLinkText, nestedLink
  case badMailto, placeholder, invisibleCharacter, decomposed, mojibake, crlf, byteOrderMark, invalidUTF8
  case yamlSyntax, noFrontMatter

  /// How many postings in a thousand have it.
  var share: Int {
    switch self {
    case .missingKey: 60
    case .unknownStartup: 50
    case .dateDiffers: 80
    case .misspelledRole, .masculineRole, .emptyLinkText, .placeholder: 40
    case .emptyValue, .paddedValue, .badMailto, .invisibleCharacter: 25
    case .mojibake: 20
    case .crlf, .nearMissKey, .decomposed: 10
    case .duplicateKey, .badContact, .wrongType, .ambiguousScalar, .impossibleDate: 5
    case .byteOrderMark, .invalidUTF8, .yamlSyntax, .nestedLink, .noFrontMatter: 4
    }
  }
}
