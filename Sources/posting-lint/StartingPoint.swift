import Files
import PostingLint
import Readers
import SourceText

/// The texts of `init`, for what a survey found.
struct StartingPoint {
  private let survey: RepositorySurvey

  init(_ survey: RepositorySurvey) {
    self.survey = survey
  }

  /// A configuration: what was found is set, and what else can be set is shown.
  var configuration: Message {
    Message(fr: text(.fr), en: text(.en))
  }

  private func text(_ language: Language) -> String {
    [
      Self.beginning[language], Self.language[language], exclude[language], Self.rules[language], references[language],
      readers[language], overrides[language],
    ].joined(separator: "\n")
  }

  private static let beginning = Message(
    fr: """
      # Réglages de posting-lint, pour ce dossier et tout ce qu’il contient.
      # «\u{A0}posting-lint config FICHIER\u{A0}» montre les réglages d’un fichier, et d’où vient chacun.

      """,
    en: """
      # Settings of posting-lint, for this folder and everything in it.
      # “posting-lint config FILE” shows the settings of a file, and where each one comes from.

      """)

  private static let language = Message(
    fr: "# La langue des messages\u{A0}: fr ou en.\nlanguage: fr\n",
    en: "# The language of messages: fr or en.\nlanguage: en\n")

  private static let rules = Message(
    fr: """
      # Le niveau d’une règle\u{A0}: off (désactivée), info (conseil), warning (avertissement) ou error (erreur).
      # «\u{A0}posting-lint explain\u{A0}» donne la liste des règles.
      # rules:
      #   file-name-without-date: off
      #   role-domain-mismatch: warning

      """,
    en: """
      # The level of a rule: off, info, warning or error. “posting-lint explain” lists the rules.
      # rules:
      #   file-name-without-date: off
      #   role-domain-mismatch: warning

      """)

  private var exclude: Message {
    let comment = Message(
      fr:
        "# Ce qui n’est jamais vérifié\u{A0}: des chemins à partir d’ici\u{A0}; * vaut pour un nom, ** pour plusieurs dossiers.\n",
      en: "# What is never checked: paths from here; * stands for one name, ** for any number of folders.\n")
    guard !survey.excludes.isEmpty else {
      return Message(
        fr: comment.fr + "# exclude:\n#   - \"brouillons/**\"\n", en: comment.en + "# exclude:\n#   - \"drafts/**\"\n")
    }
    let lines = survey.excludes.map { path in
      "  - " + SurveyedPath(path).glob(isFolder: FolderListing.isFolder(path)) + "\n"
    }.joined()
    return Message(fr: comment.fr + "exclude:\n" + lines, en: comment.en + "exclude:\n" + lines)
  }

  private var references: Message {
    let comment = Message(
      fr: "# Où se trouvent les identifiants que les offres peuvent nommer.\n",
      en: "# Where the ids are that postings may name.\n")
    guard !survey.lists.isEmpty else {
      return Message(
        fr: comment.fr + """
          # Sans ces lignes, posting-lint cherche les dossiers content/_startups et content/_authors.
          # references:
          #   startups:
          #     folder: content/_startups
          #   authors:
          #     file: membres.txt

          """,
        en: comment.en + """
          # Without these lines, posting-lint looks for the folders content/_startups and content/_authors.
          # references:
          #   startups:
          #     folder: content/_startups
          #   authors:
          #     file: members.txt

          """)
    }
    let lines = survey.lists.map { "  \($0.name):\n    folder: \(SurveyedPath($0.folder).quoted)\n" }.joined()
    return Message(fr: comment.fr + "references:\n" + lines, en: comment.en + "references:\n" + lines)
  }

  private var readers: Message {
    let comment = Message(
      fr: "# Les programmes qui lisent les pages du site\u{A0}; sans ces lignes, les fichiers du dépôt le disent.\n",
      en: "# The programs that read the pages of the site; without these lines, the files of the repository tell.\n")
    guard !survey.readers.isEmpty else {
      let example = "# readers:\n#   - jekyll\n"
      return Message(fr: comment.fr + example, en: comment.en + example)
    }
    let lines = survey.readers.map { "  - \($0.reader.name) # \($0.file.printable)\n" }.joined()
    return Message(fr: comment.fr + "readers:\n" + lines, en: comment.en + "readers:\n" + lines)
  }

  private var overrides: Message {
    let comment = Message(
      fr: """
        # Des réglages propres à certains fichiers\u{A0}; si plusieurs conviennent, le dernier l’emporte.
        # Le schéma est posting (offre d’emploi), none (aucun), le chemin d’un schéma JSON, ou les clés d’un programme\u{A0}:
        # jekyll, hugo, docusaurus, myst, agents.

        """,
      en: """
        # Settings for some files only; if several fit, the last one wins.
        # The schema is posting, none, the path of a JSON Schema, or the keys of a program: jekyll, hugo, docusaurus,
        # myst, agents.

        """)
    let offers = survey.schemas.map { folder, schema in
      "  # - files: \(SurveyedPath(folder).glob(isFolder: true))\n  #   schema: \(schema)\n"
    }.joined()
    guard !survey.postings.isEmpty else {
      if !offers.isEmpty {
        let lines = "# overrides:\n" + offers.split(separator: "\n").map { "#   " + $0.dropFirst(4) + "\n" }.joined()
        return Message(fr: comment.fr + lines, en: comment.en + lines)
      }
      func example(_ schema: String) -> String {
        """
        # overrides:
        #   - files: "content/_startups/*.md"
        #     schema: schemas/\(schema).schema.json
        #     rules:
        #       empty-value: info

        """
      }
      return Message(fr: comment.fr + example("produit"), en: comment.en + example("product"))
    }
    let lines = survey.postings.map { path in
      "  - files: \(SurveyedPath(path).glob(isFolder: true))\n    schema: posting\n"
    }.joined()
    return Message(fr: comment.fr + "overrides:\n" + offers + lines, en: comment.en + "overrides:\n" + offers + lines)
  }
}
