package import SourceText

/// Every option of the command, by its long name.
package enum OptionName: String, CaseIterable, Sendable {
  case advice
  case `as`
  case assertFormat = "assert-format"
  case baseURI = "base-uri"
  case baseline
  case changedLines = "changed-lines"
  case color
  case config
  case configFrom = "config-from"
  case diff
  case exitZero = "exit-zero"
  case failOn = "fail-on"
  case fix
  case format
  case from
  case help
  case ignore
  case jobs
  case lang
  case map
  case linkBase = "link-base"
  case maxFindings = "max-findings"
  case noBaseline = "no-baseline"
  case noConfig = "no-config"
  case quiet
  case reader
  case schema
  case schemaDir = "schema-dir"
  case select
  case severity
  case since
  case statistics
  case stdinFilename = "stdin-filename"
  case stdio
  case strict
  case threshold
  case today
  case toml
  case tomlVersion = "toml-version"
  case unsafeFixes = "unsafe-fixes"
  case verbose
  case version
  case writeBaseline = "write-baseline"
  case yaml

  /// The option with a long name. Compared one by one: `init(rawValue:)` makes a dictionary of all names first.
  package static func named(_ name: some Collection<UInt8>) -> OptionName? {
    allCases.first { $0.rawValue.utf8.elementsEqual(name) }
  }

  /// The option as it is written.
  package var spelling: String { "--" + rawValue }
}

/// What an option wants after its name.
package enum OptionValue: Hashable, Sendable {
  /// Nothing.
  case none
  /// Any text.
  case text
  /// The name of a file that need not exist.
  case file
  /// The name of a folder.
  case folder
  /// One of these words.
  case word([String])
  /// Some of these words, with commas between them.
  case words([String])
  /// Rule names, with commas between them.
  case rules
  /// A rule name, `=`, and one of these words.
  case rule([String])
  /// One of these words; `=` and a file may follow.
  case wordAndFile([String])
  /// A text, `=` and a file.
  case textAndFile
  /// A whole number of this range.
  case number(ClosedRange<Int>)
  /// A day as YYYY-MM-DD.
  case day
  /// An address on the web.
  case address
}

/// What there is to know of one option.
package struct OptionInfo: Hashable, Sendable {
  /// The long name.
  package let name: OptionName
  /// The letter of its short form, if it has one.
  package let letter: UInt8?
  /// What follows the name.
  package let value: OptionValue
  /// What stands for the value in help texts, empty for none.
  package let placeholder: Message
  /// What the option does, in a few words: for completions.
  package let summary: Message
  /// Options that make no sense beside this one.
  package let conflicts: [OptionName]
  /// An option that must be there as well.
  package let needs: OptionName?

  init(
    _ name: OptionName, letter: Character? = nil, _ value: OptionValue = .none, _ placeholder: Message? = nil,
    conflicts: [OptionName] = [], needs: OptionName? = nil, fr: String, en: String
  ) {
    self.name = name
    self.letter = letter?.asciiValue
    self.value = value
    self.placeholder = placeholder ?? Message(fr: "", en: "")
    self.conflicts = conflicts
    self.needs = needs
    summary = Message(fr: fr, en: en)
  }

  /// Whether each use adds to those before; the last use of another option counts.
  package var isRepeatable: Bool {
    switch value {
    case .rules, .rule, .wordAndFile, .textAndFile: true
    case .none, .text, .file, .folder, .word, .words, .number, .day, .address: false
    }
  }
}

extension OptionInfo {
  /// Every option, sorted by name.
  package static let all: [OptionInfo] = [
    OptionInfo(.advice, fr: "afficher aussi les conseils", en: "print advice too"),
    OptionInfo(
      .as, .word(["json", "tree", "events", "tagged", "values", "email", "mailto", "role"]), same("FORM"),
      fr: "forme de la réponse, ou nature du texte", en: "form of the answer, or kind of the text"),
    OptionInfo(.assertFormat, fr: "vérifier aussi «\u{A0}format\u{A0}»", en: "check “format” too"),
    OptionInfo(
      .baseURI, .text, same("URI"), needs: .schemaDir, fr: "adresse du dossier de schémas",
      en: "address of the folder of schemas"),
    OptionInfo(
      .baseline, .file, file, fr: "ignorer les constats notés dans ce fichier",
      en: "leave out the findings noted in this file"),
    OptionInfo(
      .changedLines, conflicts: [.fix, .unsafeFixes, .diff, .writeBaseline], needs: .since,
      fr: "ne compter que les lignes changées", en: "count only the lines that changed"),
    OptionInfo(
      .color, .word(["auto", "always", "never"]), Message(fr: "QUAND", en: "WHEN"), fr: "couleurs", en: "colours"),
    OptionInfo(
      .config, .file, file, conflicts: [.noConfig], fr: "lire ces réglages", en: "read these settings"),
    OptionInfo(
      .configFrom, .text, Message(fr: "RÉF", en: "REF"), conflicts: [.config, .noConfig],
      fr: "lire les réglages de cette référence git", en: "read the settings of this git reference"),
    OptionInfo(.diff, fr: "montrer les corrections sans les écrire", en: "show the fixes, write nothing"),
    OptionInfo(.exitZero, fr: "statut 0 au lieu de 1", en: "exit status 0 instead of 1"),
    OptionInfo(
      .failOn, .word(["error", "warning", "info"]), level, conflicts: [.strict],
      fr: "statut 1 dès ce niveau", en: "exit status 1 from this level on"),
    OptionInfo(.fix, fr: "appliquer les corrections sans risque", en: "apply the safe fixes"),
    OptionInfo(
      .format, .wordAndFile(formats + ["yaml"]), Message(fr: "FORMAT[=FICHIER]", en: "FORMAT[=FILE]"),
      fr: "forme des constats",
      en: "form of the findings"),
    OptionInfo(
      .from, .file, Message(fr: "FICHIER[#COLLECTION]", en: "FILE[#COLLECTION]"),
      fr: "la configuration à lire", en: "the configuration to read"),
    OptionInfo(.help, letter: "h", fr: "afficher cette aide", en: "print this help"),
    OptionInfo(
      .ignore, .rules, Message(fr: "RÈGLE,…", en: "RULE,…"), fr: "sans ces règles", en: "without these rules"),
    OptionInfo(
      .jobs, .number(1...1024), same("N"), fr: "fichiers traités en même temps",
      en: "files linted at the same time"),
    OptionInfo(
      .lang, .words(Language.allCases.map(\.rawValue)), Message(fr: "LANGUE", en: "LANG"),
      fr: "langue des messages", en: "language of the messages"),
    OptionInfo(
      .linkBase, .address, same("URL"), fr: "adresse des sources sur le web, pour les liens des rapports",
      en: "address of the sources on the web, for the links of reports"),
    OptionInfo(.map, .textAndFile, same("URI=PATH"), fr: "fichier d’un schéma", en: "file of a schema"),
    OptionInfo(
      .maxFindings, .number(0...1_000_000_000), same("N"), fr: "constats d’un fichier montrés au plus, 0 pour tous",
      en: "findings of one file shown at most, 0 for all"),
    OptionInfo(
      .noBaseline, conflicts: [.baseline, .writeBaseline], fr: "montrer aussi les constats acceptés",
      en: "show accepted findings too"),
    OptionInfo(.noConfig, conflicts: [.config], fr: "ne lire aucun réglage", en: "read no settings"),
    OptionInfo(
      .quiet, conflicts: [.verbose], fr: "sans résumé ni progression", en: "no summary, no progress"),
    OptionInfo(
      .reader, .word(readers), Message(fr: "LECTEUR", en: "READER"),
      fr: "lire comme ce programme", en: "read as this program does"),
    OptionInfo(.schema, .file, Message(fr: "SCHÉMA", en: "SCHEMA"), fr: "le schéma", en: "the schema"),
    OptionInfo(
      .schemaDir, .folder, Message(fr: "DOSSIER", en: "FOLDER"), needs: .baseURI, fr: "dossier de schémas",
      en: "folder of schemas"),
    OptionInfo(
      .select, .rules, Message(fr: "RÈGLE,…", en: "RULE,…"), fr: "seulement ces règles", en: "only these rules"),
    OptionInfo(
      .severity, .rule(["error", "warning", "info", "off"]), Message(fr: "RÈGLE=NIVEAU", en: "RULE=LEVEL"),
      fr: "niveau d’une règle", en: "level of a rule"),
    OptionInfo(
      .since, .text, Message(fr: "RÉF", en: "REF"), fr: "seulement ce qui a changé depuis cette référence git",
      en: "only what changed since this git reference"),
    OptionInfo(.statistics, fr: "compter les constats par règle", en: "count the findings of each rule"),
    OptionInfo(
      .stdinFilename, .file, Message(fr: "CHEMIN", en: "PATH"), fr: "nom du texte lu sur l’entrée standard",
      en: "name of the text read from standard input"),
    OptionInfo(.stdio, fr: "parler sur l’entrée et la sortie standard", en: "talk on standard input and output"),
    OptionInfo(.strict, conflicts: [.failOn], fr: "comme --fail-on warning", en: "like --fail-on warning"),
    OptionInfo(
      .threshold, .number(50...100), same("N"), fr: "part, en %, qui fait une règle",
      en: "share, in %, that makes a rule"),
    OptionInfo(
      .today, .day, Message(fr: "AAAA-MM-JJ", en: "YYYY-MM-DD"), fr: "le jour tenu pour aujourd’hui",
      en: "the day taken for today"),
    OptionInfo(
      .toml, conflicts: [.yaml], fr: "le fichier est du TOML sans texte autour",
      en: "the file is TOML without text around it"),
    OptionInfo(
      .tomlVersion, .word(["1.0", "1.1"]), same("VERSION"), needs: .toml, fr: "version de TOML",
      en: "version of TOML"),
    OptionInfo(.unsafeFixes, fr: "appliquer aussi les corrections à relire", en: "apply the fixes to be reviewed too"),
    OptionInfo(
      .verbose, conflicts: [.quiet], fr: "tout montrer, et nommer ce qui est laissé de côté",
      en: "fold nothing, and name what is passed over"),
    OptionInfo(.version, letter: "V", fr: "afficher la version", en: "print the version"),
    OptionInfo(
      .writeBaseline, fr: "écrire les constats dans le fichier des constats acceptés",
      en: "write the findings to the file of accepted findings"),
    OptionInfo(.yaml, fr: "le fichier est du YAML sans texte autour", en: "the file is YAML without text around it"),
  ]

  /// The formats of findings: help, completions and what is accepted follow from this list.
  package static let formats = [
    "human", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html", "markdown",
  ]

  /// The readers of front matter, and other names of them.
  package static let readers = [
    "jekyll", "jekyll-psych", "hugo", "hugo-0.111", "gray-matter", "js-yaml", "yaml", "pyyaml", "python-frontmatter",
    "mkdocs", "myst-parser", "ruamel", "nikola", "pelican", "pandoc", "symfony", "zensical", "go-yaml", "markata",
    "decap", "sveltia", "pages-cms", "front-matter-cms", "tina",
    "astro", "docusaurus", "eleventy", "hexo",
  ]

  /// What there is to know of `name`.
  package static func of(_ name: OptionName) -> OptionInfo {
    all.first { $0.name == name } ?? OptionInfo(name, fr: "", en: "")
  }

  private static let file = Message(fr: "FICHIER", en: "FILE")
  private static let level = Message(fr: "NIVEAU", en: "LEVEL")

  private static func same(_ text: String) -> Message { Message(fr: text, en: text) }
}
