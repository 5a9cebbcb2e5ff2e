import SourceText

/// A file name with blanks, or without a hyphen after its date.
enum FileNameFormat: Rule {
  static let info = RuleInfo(
    id: "file-name-format", group: .file, scope: .postings, severity: .warning,
    yieldsTo: ["file-name-impossible-date", "file-name-without-date"],
    summary: Message(
      fr: "le nom du fichier contient des espaces ou un mauvais séparateur",
      en: "the file name has spaces or a wrong separator"),
    rationale: Message(
      fr: """
        Le nom du fichier devient l’adresse de la page\u{A0}: AAAA-MM-JJ, un tiret, puis des mots joints par des tirets. \
        Une espace devient «\u{A0}%20\u{A0}» dans l’adresse\u{A0}; avec un «\u{A0}_\u{A0}» après la date, ou sans rien après \
        elle, le site ne reconnaît plus la date. Écrivez-la en entier\u{A0}: 2022-05-30, et non 22-5-30.
        """,
      en: """
        The file name becomes the address of the page: YYYY-MM-DD, a hyphen, then words joined by hyphens. A space \
        becomes “%20” in the address; with a “_” after the date, or nothing after it, the site does not recognise the date. \
        Write it in full: 2022-05-30, not 22-5-30.
        """),
    examples: [
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30_coach.md"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30-coach agile.md"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "22-5-30-coach.md"),
      .bad(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30.md"),
      .good(.frontMatter, "roles: Coach\ndomaines: [Coaching]\n", path: "2022-05-30-Coach.agilité.md"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard context.options.hasFileName else { return }
    let name = context.fileName
    if name.isDateAlone {
      findings.add(Self.self, at: ByteRange(at: 0), messageWithoutName(name.date?.iso ?? ""))
      return
    }
    var wanted = name.bytes
    if case .short(_, let date) = name.beginning {
      wanted = joined(Array(date.iso.utf8) + name.rest)
      findings.add(
        Self.self, at: ByteRange(at: 0), messageShort(date.iso, Quoted.name(wanted)))
      return
    }
    if name.date != nil, let next = name.rest.first, next != UInt8(ascii: "-"), next != UInt8(ascii: ".") {
      if next == UInt8(ascii: "_") || next == 0x20 {
        wanted[name.rest.startIndex] = UInt8(ascii: "-")
      } else {
        wanted.insert(UInt8(ascii: "-"), at: name.rest.startIndex)
      }
    }
    wanted = joined(wanted)
    guard wanted != name.bytes else { return }
    findings.add(Self.self, at: ByteRange(at: 0), message(Quoted.name(wanted)))
  }

  /// The name with its blanks replaced by hyphens, without making two hyphens of one blank beside a hyphen.
  static func joined(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(0x20) else { return name }
    var result: [UInt8] = []
    let hyphen = UInt8(ascii: "-")
    for (index, byte) in name.enumerated() {
      guard byte == 0x20 else {
        result.append(byte)
        continue
      }
      let next = index + 1 < name.count ? name[index + 1] : 0x20
      if result.last != hyphen, next != hyphen, next != 0x20, next != UInt8(ascii: ".") { result.append(hyphen) }
    }
    return result
  }

  private static func message(_ wanted: String) -> Message {
    Message(
      fr: "ce nom donnerait une adresse de page difficile à lire\u{A0}: renommez le fichier en \(fr: wanted)",
      en: "this name makes a page address that is hard to read: rename the file to \(en: wanted)")
  }

  private static func messageShort(_ date: String, _ wanted: String) -> Message {
    Message(
      fr:
        "la date de ce nom est abrégée, Jekyll y lit \(date)\u{A0}: renommez le fichier en \(fr: wanted)",
      en: "the date of this name is cut short, Jekyll reads \(date): rename the file to \(en: wanted)")
  }

  private static func messageWithoutName(_ date: String) -> Message {
    Message(
      fr:
        "il manque un nom après la date\u{A0}: renommez le fichier, par exemple en «\u{A0}\(date)-nom-de-l-offre.md\u{A0}»",
      en: "a name after the date is missing: rename the file, for instance to “\(date)-name.md”")
  }
}
