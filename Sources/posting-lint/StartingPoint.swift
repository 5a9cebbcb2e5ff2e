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

  /// What pre-commit and CI need. Lines with an indentation are files as they are to be written.
  static let snippets = Message(
    fr: """
      Pour vérifier chaque commit, dans .pre-commit-config.yaml\u{A0}:

      \(readyHook)
      Ou bien, là où Swift est installé\u{A0}:

      \(hook("ADRESSE-DU-DEPOT-DE-POSTING-LINT"))
      Pour vérifier chaque «\u{A0}pull request\u{A0}» sur GitHub, dans .github/workflows/posting-lint.yml
      (PROPRIETAIRE est le compte où se trouve posting-lint)\u{A0}:

      \(workflow("PROPRIETAIRE"))
      Pour vérifier chaque «\u{A0}merge request\u{A0}» sur GitLab, dans .gitlab-ci.yml\u{A0}:

      \(job)
      """,
    en: """
      To check every commit, in .pre-commit-config.yaml:

      \(readyHook)
      Or, where Swift is installed:

      \(hook("ADDRESS-OF-THE-POSTING-LINT-REPOSITORY"))
      To check every pull request on GitHub, in .github/workflows/posting-lint.yml
      (OWNER is the account that holds posting-lint):

      \(workflow("OWNER"))
      To check every merge request on GitLab, in .gitlab-ci.yml:

      \(job)
      """)

  /// The hook that installs the program ready to run, from Python's index of packages.
  private static let readyHook = """
      repos:
        - repo: local
          hooks:
            - id: posting-lint
              name: posting-lint
              entry: posting-lint lint
              language: python
              additional_dependencies: [posting-lint==\(Tool.version)]
              types_or: [markdown, mdx]
              require_serial: true

    """

  private static func hook(_ address: String) -> String {
    """
      repos:
        - repo: \(address)
          rev: v\(Tool.version)
          hooks:
            - id: posting-lint

    """
  }

  private static func workflow(_ owner: String) -> String {
    """
      name: posting-lint
      on: pull_request
      permissions:
        contents: read
      jobs:
        posting-lint:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
              with:
                persist-credentials: false
            - uses: \(owner)/posting-lint/.github/actions/posting-lint@v\(Tool.version)

    """
  }

  private static let job = """
      posting-lint:
        image: python:3
        script:
          - pip install --quiet posting-lint==\(Tool.version)
          - posting-lint --format human --format gitlab=gl-code-quality-report.json
        artifacts:
          when: always
          reports:
            codequality: gl-code-quality-report.json

    """
}
