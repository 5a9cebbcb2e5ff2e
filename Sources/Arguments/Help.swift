package import SourceText

/// The help texts: one screen of 24 lines and 80 columns each, made of the tables.
package enum Help {
  /// The help of `command`, of the whole program for `nil`; ends with a line end.
  package static func text(for command: CommandName?, in language: Language) -> String {
    guard let command else { return overview(language) }
    let info = CommandInfo.of(command)
    var lines = [heading(language) + "posting-lint " + info.usage[language], info.summary[language], ""]
    lines += table(
      info.rows.map { (left(of: $0, language), $0.text?[language] ?? info.formats.joined(separator: ", ")) })
    lines += ["", examplesHeading[language]]
    lines += table(info.examples.map { ($0.line, $0.text[language]) })
    return lines.joined(separator: "\n") + "\n"
  }

  /// What to read after a usage error: one line.
  package static func hint(for command: CommandName) -> Message {
    let line = command == .lint ? "posting-lint --help" : "posting-lint \(command.rawValue) --help"
    return Message(fr: "Pour l’aide\u{A0}: \(line)", en: "For help: \(line)")
  }

  private static func overview(_ language: Language) -> String {
    var lines = [
      heading(language)
        + Message(fr: "posting-lint [COMMANDE] [OPTION…]", en: "posting-lint [COMMAND] [OPTION…]")[language],
      Message(
        fr: "Vérifie l’en-tête et le texte de fiches de poste en Markdown.",
        en: "Checks the front matter and the text of job postings in Markdown.")[language],
      "",
    ]
    lines += table(CommandName.allCases.map { ($0.rawValue, shortSummary($0)[language]) })
    lines += [""]
    lines += table([
      (
        Message(fr: "COMMANDE --help", en: "COMMAND --help")[language],
        Message(fr: "les options d’une commande", en: "the options of a command")[language]
      ),
      ("--fix", OptionInfo.of(.fix).summary[language]),
      ("--lang fr|en", OptionInfo.of(.lang).summary[language]),
      ("-V, --version", OptionInfo.of(.version).summary[language]),
    ])
    lines += ["", examplesHeading[language]]
    lines += table(CommandInfo.of(.lint).examples.map { ($0.line, $0.text[language]) })
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ language: Language) -> String {
    Message(fr: "Usage\u{A0}: ", en: "Usage: ")[language]
  }

  private static let examplesHeading = Message(fr: "Exemples\u{A0}:", en: "Examples:")

  /// What a command does, in a few words.
  static func shortSummary(_ command: CommandName) -> Message {
    switch command {
    case .lint:
      Message(
        fr: "vérifie des fichiers et des dossiers (par défaut)",
        en: "check files and folders (the default)")
    case .explain: Message(fr: "dit ce que veut une règle, et pourquoi", en: "say what a rule wants, and why")
    case .validate: Message(fr: "vérifie des données avec un schéma JSON", en: "check data against a JSON Schema")
    case .infer: Message(fr: "déduit un schéma d’un dossier", en: "infer a schema from a folder")
    case .schema:
      Message(fr: "tire un schéma de la configuration d’un CMS", en: "make a schema of a CMS’ configuration")
    case .inspect: Message(fr: "montre ce qui a été lu", en: "show what was read")
    case .config: Message(fr: "montre les réglages d’un fichier", en: "show the settings of a file")
    case .lsp: Message(fr: "serveur de langage pour éditeurs", en: "language server for editors")
    case .`init`: Message(fr: "écrit une configuration de départ", en: "write a configuration to start with")
    case .completions: Message(fr: "complétion pour bash, zsh ou fish", en: "completions for bash, zsh or fish")
    case .manual: Message(fr: "page de manuel, pour man", en: "manual page, for man")
    }
  }

  /// The options of a row; a placeholder that several share stands after the last of them.
  private static func left(of row: CommandInfo.Row, _ language: Language) -> String {
    var parts: [String] = []
    for (index, option) in row.options.enumerated() {
      let placeholder = OptionInfo.of(option).placeholder[language]
      let next = index + 1 < row.options.count ? OptionInfo.of(row.options[index + 1]).placeholder[language] : ""
      parts.append(placeholder.isEmpty || placeholder == next ? option.spelling : "\(option.spelling) \(placeholder)")
    }
    return parts.joined(separator: ", ")
  }

  /// Two columns, the right one folded at 80 columns; every letter of these texts is one column wide.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.unicodeScalars.count }.max() ?? 0
    var lines: [String] = []
    for (left, right) in rows {
      var line = "  " + left + String(repeating: " ", count: width - left.unicodeScalars.count + 2)
      var column = width + 4
      for (index, word) in right.utf8.split(separator: 0x20).enumerated() {
        let word = String(decoding: word, as: UTF8.self)
        let length = word.unicodeScalars.count
        if index > 0, column + 1 + length > 80 {
          lines.append(line)
          line = String(repeating: " ", count: width + 4)
          column = width + 4
        } else if index > 0 {
          line += " "
          column += 1
        }
        line += word
        column += length
      }
      lines.append(line)
    }
    return lines
  }
}
