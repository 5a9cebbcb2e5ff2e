/// The same records in each syntax that front matter is written in, about 256 KB of each.
struct SampleData {
  let name: String
  let bytes: [UInt8]

  static let yaml = make("YAML", "") { index in
    """
    poste-\(index):
      title: Développeuse ou développeur full-stack, \(index)
      open: true
      date: 2022-05-30
      domaines: [Développement, Données]
      contact: equipe-\(index)@exemple.fr

    """
  }

  static let toml = make("TOML", "") { index in
    """
    [poste-\(index)]
    title = "Développeuse ou développeur full-stack, \(index)"
    open = true
    date = 2022-05-30
    domaines = ["Développement", "Données"]
    contact = "equipe-\(index)@exemple.fr"

    """
  }

  static let json = make("JSON", "}") { index in
    """
    \(index == 0 ? "{" : ",")"poste-\(index)": {
      "title": "Développeuse ou développeur full-stack, \(index)",
      "open": true,
      "date": "2022-05-30",
      "domaines": ["Développement", "Données"],
      "contact": "equipe-\(index)@exemple.fr"
    }
    """
  }

  private static func make(_ name: String, _ end: String, _ record: (Int) -> String) -> SampleData {
    var bytes: [UInt8] = []
    var index = 0
    while bytes.count < 1 << 18 {
      bytes += record(index).utf8
      index += 1
    }
    return SampleData(name: name, bytes: bytes + end.utf8)
  }
}
