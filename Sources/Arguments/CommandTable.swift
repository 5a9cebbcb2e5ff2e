package import SourceText

/// Every command, by its name.
package enum CommandName: String, CaseIterable, Sendable {
  case lint
  case explain
  case validate
  case infer
  case schema
  case inspect
  case config
  case lsp
  case `init`
  case completions
  case manual
}

/// What there is to know of one command.
package struct CommandInfo: Hashable, Sendable {
  /// What may follow the options.
  package enum Operands: Hashable, Sendable {
    /// Nothing.
    case none
    /// Files and folders, any number.
    case paths
    /// Files, at least one.
    case files
    /// One file.
    case file
    /// One file, or with `--as email`, `mailto` or `role` one text.
    case fileOrText
    /// The name of a rule, or nothing.
    case rule
    /// One of these words.
    case word([String])
  }

  /// A line of the help: options that belong together, and what they do.
  package struct Row: Hashable, Sendable {
    /// The options, at least one.
    package let options: [OptionName]
    /// What they do; `nil` where the help lists the formats of the command.
    package let text: Message?

    init(_ options: OptionName..., fr: String, en: String) {
      self.options = options
      text = Message(fr: fr, en: en)
    }

    init(ofFormats option: OptionName) {
      options = [option]
      text = nil
    }
  }

  /// A command line, and what it does.
  package struct Example: Hashable, Sendable {
    /// What to type.
    package let line: String
    /// What happens.
    package let text: Message

    init(_ line: String, fr: String, en: String) {
      self.line = line
      text = Message(fr: fr, en: en)
    }
  }

  /// The name.
  package let name: CommandName
  /// What it does, in one line.
  package let summary: Message
  /// The command line after `posting-lint`, options apart.
  package let usage: Message
  /// What may follow the options.
  package let operands: Operands
  /// The options, as the help shows them; no others are understood, `--help`, `--version` and `--stdio` apart.
  package let rows: [Row]
  /// The formats that `--format` takes here.
  package let formats: [String]
  /// An option without which the command makes no sense.
  package let requires: OptionName?
  /// Two command lines to begin with.
  package let examples: [Example]

  init(
    _ name: CommandName, summary: Message, usage: Message, _ operands: Operands, formats: [String] = [],
    requires: OptionName? = nil, rows: [Row], examples: [Example]
  ) {
    self.name = name
    self.summary = summary
    self.usage = usage
    self.operands = operands
    self.formats = formats
    self.requires = requires
    self.rows = rows
    self.examples = examples
  }

  /// The options that the command understands.
  package var options: [OptionName] {
    rows.flatMap(\.options) + (name == .lsp ? [.stdio, .help, .version] : [.help, .version])
  }

  /// What there is to know of `name`.
  package static func of(_ name: CommandName) -> CommandInfo {
    switch name {
    case .lint: lint
    case .explain: explain
    case .validate: validate
    case .infer: infer
    case .schema: schema
    case .inspect: inspect
    case .config: config
    case .lsp: lsp
    case .`init`: `init`
    case .completions: completions
    case .manual: manual
    }
  }
}

extension CommandInfo {
  private static let color = Row(.color, fr: "auto, always (toujours) ou never (jamais)", en: "auto, always or never")
  private static let language = Row(.lang, fr: "fr ou en", en: "fr or en")

  private static let lint = CommandInfo(
    .lint,
    summary: Message(
      fr: "Vérifie des offres\u{A0}: fichiers, dossiers, ou - pour l’entrée standard.",
      en: "Checks job postings: files, folders, or - for standard input."),
    usage: Message(fr: "[lint] [OPTION…] [CHEMIN…]", en: "[lint] [OPTION…] [PATH…]"),
    .paths, formats: OptionInfo.formats,
    rows: [
      Row(
        .fix, .unsafeFixes, .diff, fr: "corrige\u{A0}; tout, à relire\u{A0}; montre",
        en: "apply safe fixes; all, to review; show"),
      Row(ofFormats: .format),
      Row(.stdinFilename, fr: "avec -\u{A0}: le nom du texte lu", en: "with -: the name of the text"),
      Row(
        .select, .ignore, fr: "ces règles (all\u{A0}: toutes)\u{A0}; sauf elles",
        en: "only these (all: every one); not these"),
      Row(.severity, fr: "error, warning, info ou off", en: "error, warning, info or off"),
      Row(
        .failOn, .strict, fr: "échec dès ce niveau\u{A0}; dès warning",
        en: "fail from this level on; from warning on"),
      Row(.exitZero, .advice, fr: "jamais d’échec\u{A0}; affiche les conseils", en: "never fail; show advice too"),
      Row(
        .quiet, .verbose, .statistics, fr: "moins de texte\u{A0}; davantage\u{A0}; totaux",
        en: "less text; more text; totals by rule"),
      Row(
        .maxFindings, .linkBase, fr: "constats par fichier\u{A0}; sources",
        en: "findings of a file; sources"),
      Row(
        .color, .jobs, fr: "auto, always, never\u{A0}; fichiers à la fois", en: "auto, always, never; files at a time"),
      Row(
        .config, .configFrom, fr: "lit ces réglages\u{A0}; ceux d’un commit", en: "read these settings; a commit’s"),
      Row(
        .noConfig, .noBaseline, fr: "sans réglages\u{A0}; sans constats notés",
        en: "without settings; without noted findings"),
      Row(.today, .lang, fr: "date du jour\u{A0}; fr, en ou fr,en", en: "date of today; fr, en or fr,en"),
      Row(
        .baseline, .writeBaseline, fr: "masque les constats notés\u{A0}; les note",
        en: "hide the noted findings; note them"),
      Row(
        .since, .changedLines, fr: "fichiers changés selon git\u{A0}; lignes",
        en: "only files changed, by git; lines"),
    ],
    examples: [
      Example("posting-lint --fix jobs", fr: "vérifie un dossier et corrige", en: "check a folder and fix it"),
      Example("posting-lint --since main", fr: "vérifie ma branche", en: "check my branch"),
    ])

  private static let explain = CommandInfo(
    .explain,
    summary: Message(
      fr: "Dit ce que veut une règle et pourquoi, avec exemples\u{A0}; sans RÈGLE, la liste.",
      en: "Says what a rule wants and why, with examples; without RULE, lists them."),
    usage: Message(fr: "explain [OPTION…] [RÈGLE]", en: "explain [OPTION…] [RULE]"),
    .rule, formats: ["human", "json"],
    rows: [Row(.format, fr: "human ou json", en: "human or json"), color, language],
    examples: [
      Example("posting-lint explain", fr: "toutes les règles", en: "all rules"),
      Example("posting-lint explain unknown-key", fr: "une règle", en: "one rule"),
    ])

  private static let validate = CommandInfo(
    .validate,
    summary: Message(
      fr: "Vérifie du JSON, du YAML ou du Markdown avec n’importe quel schéma JSON.",
      en: "Checks JSON, YAML or Markdown against any JSON Schema."),
    usage: Message(
      fr: "validate [--schema SCHÉMA] [OPTION…] FICHIER…", en: "validate [--schema SCHEMA] [OPTION…] FILE…"),
    .files, formats: ["human", "json"],
    rows: [
      Row(
        .schema, fr: "le schéma, en JSON ou en YAML\u{A0}; sans lui, celui des réglages",
        en: "the schema, in JSON or YAML; without it, that of the settings"),
      Row(.config, .noConfig, fr: "cette configuration\u{A0}; aucune", en: "this configuration; none"),
      Row(
        .map, fr: "le fichier d’un schéma cité\u{A0}; répétable", en: "the file of a schema it refers to; repeatable"),
      Row(.schemaDir, .baseURI, fr: "un dossier de schémas et son adresse", en: "a folder of schemas, its address"),
      Row(.assertFormat, fr: "vérifie aussi «\u{A0}format\u{A0}»", en: "check “format” too"),
      Row(.format, fr: "human ou json", en: "human or json"), Row(.quiet, fr: "sans résumé", en: "no summary"), color,
      language,
    ],
    examples: [
      Example("posting-lint validate --schema s.json a.yml", fr: "un fichier", en: "one file"),
      Example("posting-lint validate --schema s.json *.md", fr: "plusieurs", en: "several"),
    ])

  private static let infer = CommandInfo(
    .infer,
    summary: Message(
      fr: "Écrit le schéma que respectent les en-têtes d’un dossier, et dit les écarts.",
      en: "Writes the schema that the front matter of a folder meets; names what does not."),
    usage: Message(fr: "infer [OPTION…] DOSSIER…", en: "infer [OPTION…] FOLDER…"),
    .files, formats: ["yaml", "json"],
    rows: [
      Row(
        .threshold, fr: "la part des fichiers qui fait une règle (95), de 50 à 100",
        en: "the share of the files that makes a rule (95), 50 to 100"),
      Row(.format, fr: "yaml (avec commentaires) ou json", en: "yaml (with comments) or json"),
      Row(.config, .noConfig, fr: "cette configuration\u{A0}; aucune", en: "this configuration; none"),
      Row(.quiet, fr: "sans résumé", en: "no summary"), language,
    ],
    examples: [
      Example("posting-lint infer jobs > schema.yml", fr: "un schéma d’un dossier", en: "a schema of a folder"),
      Example("posting-lint infer --format json jobs", fr: "en JSON", en: "in JSON"),
    ])

  private static let schema = CommandInfo(
    .schema,
    summary: Message(
      fr: "Écrit le schéma que dit la configuration d’un CMS, ou un archétype de Hugo.",
      en: "Writes the schema that a CMS’ configuration or Hugo’s archetype says."),
    usage: Message(
      fr: "schema --from FICHIER[#COLLECTION] [OPTION…]", en: "schema --from FILE[#COLLECTION] [OPTION…]"),
    .none, formats: ["yaml", "json"], requires: .from,
    rows: [
      Row(
        .from,
        fr:
          "config.yml (Decap, Netlify, Sveltia), frontmatter.json, .pages.yml, JSON de TinaCMS, archétype de Hugo",
        en: "config.yml (Decap, Netlify, Sveltia), frontmatter.json, .pages.yml, JSON of TinaCMS, archetype of Hugo"),
      Row(.format, fr: "yaml (avec commentaires) ou json", en: "yaml (with comments) or json"),
      Row(.quiet, fr: "sans la liste de ce qui ne peut pas être dit", en: "no list of what cannot be said"), language,
    ],
    examples: [
      Example(
        "posting-lint schema --from admin/config.yml#jobs", fr: "une collection", en: "one collection"),
      Example("posting-lint schema --from archetypes/jobs.md", fr: "un archétype", en: "an archetype"),
    ])

  private static let inspect = CommandInfo(
    .inspect,
    summary: Message(fr: "Montre ce que le programme a lu.", en: "Shows what the program has read."),
    usage: Message(
      fr: "inspect [OPTION…] FICHIER | --as email|mailto|role TEXTE",
      en: "inspect [OPTION…] FILE | --as email|mailto|role TEXT"),
    .fileOrText,
    rows: [
      Row(
        .as,
        fr:
          "json, tree (arbre), events (événements) ou tagged (types) d’un fichier\u{A0}; email, mailto ou role d’un texte",
        en: "json, tree, events or tagged (types) of a file; email, mailto or role of a text"),
      Row(
        .reader, fr: "avec --as values ou json\u{A0}: ce qu’en fait jekyll, hugo, mkdocs…",
        en: "with --as values or json: what jekyll, hugo, mkdocs… makes of it"),
      Row(.yaml, .toml, fr: "tout le fichier est du YAML, du TOML", en: "the whole file is YAML, TOML"),
      Row(.tomlVersion, fr: "1.0 ou 1.1", en: "1.0 or 1.1"), language,
    ],
    examples: [
      Example(
        "posting-lint inspect --reader hugo --as values poste.md", fr: "ce que lit Hugo", en: "what Hugo reads"),
      Example("posting-lint inspect --as email a@b.fr", fr: "une adresse", en: "an address"),
    ])

  private static let config = CommandInfo(
    .config,
    summary: Message(
      fr: "Montre les réglages d’un fichier, et d’où vient chacun.",
      en: "Shows the settings of a file, and where each one comes from."),
    usage: Message(fr: "config [OPTION…] FICHIER", en: "config [OPTION…] FILE"),
    .file, formats: ["human", "json"],
    rows: [
      Row(.config, .noConfig, fr: "lit ces réglages\u{A0}; aucun réglage", en: "read these settings; no settings"),
      Row(.format, fr: "human ou json", en: "human or json"), color, language,
    ],
    examples: [
      Example("posting-lint config jobs/poste.md", fr: "les réglages d’un fichier", en: "the settings of a file"),
      Example("posting-lint config --no-config a.md", fr: "ceux par défaut", en: "the defaults"),
    ])

  private static let lsp = CommandInfo(
    .lsp,
    summary: Message(
      fr: "Serveur de langage pour éditeurs, sur l’entrée et la sortie standard.",
      en: "Language server for editors, on standard input and output."),
    usage: Message(fr: "lsp [OPTION…]", en: "lsp [OPTION…]"),
    .none,
    rows: [
      Row(.config, .noConfig, fr: "lit ces réglages\u{A0}; aucun réglage", en: "read these settings; no settings"),
      language,
    ],
    examples: [
      Example("posting-lint lsp", fr: "ce que l’éditeur doit lancer", en: "what the editor has to start"),
      Example("posting-lint lsp --lang fr", fr: "messages en français", en: "messages in French"),
    ])

  private static let `init` = CommandInfo(
    .`init`,
    summary: Message(
      fr: "Crée un fichier .posting-lint.yml\u{A0}; affiche de quoi régler pre-commit et la CI.",
      en: "Creates a .posting-lint.yml; prints what to add for pre-commit and CI."),
    usage: Message(fr: "init [OPTION…]", en: "init [OPTION…]"),
    .none, rows: [language],
    examples: [
      Example("posting-lint init", fr: "dans le dossier courant", en: "in the current folder"),
      Example("posting-lint init --lang fr", fr: "commentaires en français", en: "comments in French"),
    ])

  private static let completions = CommandInfo(
    .completions,
    summary: Message(
      fr: "Affiche le script qui complète les commandes dans un terminal.",
      en: "Prints the script that completes commands in a shell."),
    usage: Message(fr: "completions bash|zsh|fish", en: "completions bash|zsh|fish"),
    .word(["bash", "zsh", "fish"]), rows: [language],
    examples: [
      Example("source <(posting-lint completions bash)", fr: "bash, zsh", en: "bash, zsh"),
      Example("posting-lint completions fish | source", fr: "fish", en: "fish"),
    ])

  private static let manual = CommandInfo(
    .manual,
    summary: Message(
      fr: "Affiche la page de manuel, pour la commande man.", en: "Prints the manual page, for the command man."),
    usage: Message(fr: "manual [OPTION…]", en: "manual [OPTION…]"),
    .none, rows: [language],
    examples: [
      Example("posting-lint manual | man -l -", fr: "pour la lire", en: "to read it"),
      Example("posting-lint manual > posting-lint.1", fr: "pour l’installer", en: "to install it"),
    ])
}
