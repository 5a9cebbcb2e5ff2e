package import SourceText

/// The manual page in section 1, as troff with the macros of man(7), made of the tables.
package enum ManualPage {
  /// The page of the program in `version`; the same bytes for the same program, and so without a date.
  package static func text(in language: Language, version: String) -> String {
    var page = Troff()
    page.request("TH", "POSTING-LINT", "1", "", "posting-lint \(version)", "")
    page.section(Message(fr: "NOM", en: "NAME")[language])
    page.line("posting-lint - " + subject[language])
    page.section("SYNOPSIS")
    for (index, name) in CommandName.allCases.enumerated() {
      if index > 0 { page.request("br") }
      page.line("posting-lint " + CommandInfo.of(name).usage[language], bold: true)
    }
    page.section(Message(fr: "COMMANDES", en: "COMMANDS")[language])
    for name in CommandName.allCases {
      let command = CommandInfo.of(name)
      page.request("SS", name.rawValue)
      page.line(command.summary[language])
      for option in command.options where !everywhere.contains(option) {
        page.item(spelling(option, language), meaning(option, command, language))
      }
    }
    page.section(Message(fr: "OPTIONS DE TOUTE COMMANDE", en: "OPTIONS OF EVERY COMMAND")[language])
    for option in everywhere { page.item(spelling(option, language), OptionInfo.of(option).summary[language]) }
    page.section(Message(fr: "STATUT DE SORTIE", en: "EXIT STATUS")[language])
    for (status, text) in statuses { page.item(status, text[language]) }
    page.section(Message(fr: "FICHIERS", en: "FILES")[language])
    page.item(".posting-lint.yml", configuration[language])
    page.section(Message(fr: "ENVIRONNEMENT", en: "ENVIRONMENT")[language])
    for (variables, text) in environment { page.item(variables, text[language]) }
    page.section(Message(fr: "EXEMPLES", en: "EXAMPLES")[language])
    for name in CommandName.allCases {
      for example in CommandInfo.of(name).examples { page.item(example.line, example.text[language]) }
    }
    return page.text
  }

  private static let everywhere: [OptionName] = [.help, .version]

  private static let subject = Message(
    fr: "vérifie l’en-tête et le texte de fiches de poste en Markdown",
    en: "check the front matter and the text of job postings in Markdown")

  private static func spelling(_ option: OptionName, _ language: Language) -> String {
    let info = OptionInfo.of(option)
    let letter = info.letter.map { "-\(Character(Unicode.Scalar($0))), " } ?? ""
    let placeholder = info.placeholder[language]
    return letter + option.spelling + (placeholder.isEmpty ? "" : " " + placeholder)
  }

  private static func meaning(_ option: OptionName, _ command: CommandInfo, _ language: Language) -> String {
    let info = OptionInfo.of(option)
    let words: [String] =
      switch info.value {
      case .word(let words), .words(let words), .rule(let words): words
      case .wordAndFile: command.formats
      case .none, .text, .file, .folder, .rules, .textAndFile, .number, .day, .address: []
      }
    let text = info.summary[language]
    return words.isEmpty
      ? text : text + Message(fr: "\u{A0}: ", en: ": ")[language] + words.joined(separator: ", ")
  }

  private static let statuses: [(String, Message)] = [
    (
      "0",
      Message(
        fr: "rien de ce niveau (error, ou celui de --fail-on) ne reste à corriger",
        en: "nothing of that level (error, or that of --fail-on) is left")
    ),
    (
      "1",
      Message(
        fr: "il en reste\u{A0}; avec --diff, ou il y aurait un changement",
        en: "something is left; with --diff, or something would change")
    ),
    (
      "2",
      Message(
        fr: "la commande n’a pas pu tout faire\u{A0}; l’erreur standard dit pourquoi",
        en: "the command could not do everything; standard error says why")
    ),
    ("130, 143", Message(fr: "interrompue\u{A0}; les fichiers sont entiers", en: "interrupted; files are whole")),
  ]

  private static let configuration = Message(
    fr:
      "les réglages d’un dossier et de tout ce qu’il contient\u{A0}; «\u{A0}posting-lint init\u{A0}» en écrit un de départ",
    en: "the settings of a folder and of all that is in it; “posting-lint init” writes one to start with")

  private static let environment: [(String, Message)] = [
    ("LC_ALL, LC_MESSAGES, LANG", Message(fr: "la langue des messages", en: "the language of the messages")),
    (
      "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR",
      Message(fr: "couleurs, là où --color ne dit rien", en: "colours, where --color says nothing")
    ),
  ]
}

/// Lines of troff, in which no text is taken for a request.
private struct Troff {
  private(set) var text = ""

  mutating func request(_ name: String, _ arguments: String...) {
    text += "." + name
    for argument in arguments { text += " \"" + Self.escaped(argument) + "\"" }
    text += "\n"
  }

  mutating func section(_ title: String) { request("SH", title) }

  /// A line of text; it may begin with a dot or an apostrophe.
  mutating func line(_ words: String, bold: Bool = false) {
    text += bold ? "\\fB" + Self.escaped(words) + "\\fR\n" : "\\&" + Self.escaped(words) + "\n"
  }

  /// A term, and below it what it means.
  mutating func item(_ term: String, _ meaning: String) {
    request("TP")
    line(term, bold: true)
    line(meaning)
  }

  private static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\u{A0}": result += "\\~"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
