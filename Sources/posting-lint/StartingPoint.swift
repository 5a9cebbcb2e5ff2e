import PostingLint
import SourceText

/// The texts of `init`.
enum StartingPoint {
  /// A configuration that changes nothing but the language, and shows what can be set.
  static let configuration = Message(
    fr: """
      # Réglages de posting-lint, pour ce dossier et tout ce qu’il contient.
      # «\u{A0}posting-lint config FICHIER\u{A0}» dit ce qui vaut pour un fichier, et d’où cela vient.

      # La langue des messages\u{A0}: fr ou en.
      language: fr

      # Ce qui n’est jamais vérifié\u{A0}: des chemins à partir d’ici\u{A0}; * vaut pour un nom, ** pour plusieurs dossiers.
      # exclude:
      #   - "brouillons/**"

      # La gravité d’une règle\u{A0}: off, info, warning ou error. «\u{A0}posting-lint explain\u{A0}» donne la liste des règles.
      # rules:
      #   file-name-without-date: off
      #   role-domain-mismatch: warning

      # Où se trouvent les identifiants que les fiches peuvent nommer.
      # Sans ces lignes, posting-lint cherche les dossiers content/_startups et content/_authors.
      # references:
      #   startups:
      #     folder: content/_startups
      #   authors:
      #     file: membres.txt

      # D’autres fichiers, d’autres réglages\u{A0}; le dernier qui convient l’emporte.
      # Le schéma est posting (fiche de poste), none (aucun) ou le chemin d’un schéma JSON.
      # overrides:
      #   - files: "content/_startups/*.md"
      #     schema: schemas/produit.schema.json
      #     rules:
      #       empty-value: info

      """,
    en: """
      # Settings of posting-lint, for this folder and everything in it.
      # “posting-lint config FILE” says what holds for a file, and where it comes from.

      # The language of messages: fr or en.
      language: en

      # What is never checked: paths from here; * stands for one name, ** for any number of folders.
      # exclude:
      #   - "drafts/**"

      # How much a rule matters: off, info, warning or error. “posting-lint explain” lists the rules.
      # rules:
      #   file-name-without-date: off
      #   role-domain-mismatch: warning

      # Where the ids are that postings may name.
      # Without these lines, posting-lint looks for the folders content/_startups and content/_authors.
      # references:
      #   startups:
      #     folder: content/_startups
      #   authors:
      #     file: members.txt

      # Other files, other settings; the last that fits wins.
      # The schema is posting, none, or the path of a JSON Schema.
      # overrides:
      #   - files: "content/_startups/*.md"
      #     schema: schemas/product.schema.json
      #     rules:
      #       empty-value: info

      """)

  /// What pre-commit and CI need.
  static let snippets = Message(
    fr: """
      Pour vérifier chaque commit, dans .pre-commit-config.yaml\u{A0}:

        repos:
          - repo: ADRESSE_DU_DEPOT_DE_POSTING_LINT
            rev: v\(Tool.version)
            hooks:
              - id: posting-lint

      Pour vérifier chaque demande de fusion sur GitHub, une étape du workflow\u{A0}:

        - run: posting-lint --format github

      et sur GitLab\u{A0}:

        script:
          - posting-lint --format human --format gitlab=gl-code-quality-report.json
        artifacts:
          reports:
            codequality: gl-code-quality-report.json

      """,
    en: """
      To check every commit, in .pre-commit-config.yaml:

        repos:
          - repo: ADDRESS_OF_THE_POSTING_LINT_REPOSITORY
            rev: v\(Tool.version)
            hooks:
              - id: posting-lint

      To check every pull request on GitHub, a step of the workflow:

        - run: posting-lint --format github

      and on GitLab:

        script:
          - posting-lint --format human --format gitlab=gl-code-quality-report.json
        artifacts:
          reports:
            codequality: gl-code-quality-report.json

      """)
}
