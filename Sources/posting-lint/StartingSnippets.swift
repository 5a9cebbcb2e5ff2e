import Files
import PostingLint
import SourceText

/// What pre-commit and CI need, for the folders of postings that a survey found. Lines with an indentation are files as
/// they are to be written.
struct StartingSnippets {
  /// The folders of postings, as seen from the root of the repository.
  private let folders: [SourcePath]
  private let settings: SourcePath

  init(_ survey: RepositorySurvey) {
    let place = survey.place
    folders = survey.postings.map { $0 == SourcePath(".") ? place : place.appending($0.bytes) }.filter {
      !$0.bytes.isEmpty
    }
    settings = place.appending(Configuration.fileName)
  }

  /// All of it.
  var text: Message {
    Message(
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
  }

  /// The line of a hook that limits it to the postings, with its line end.
  private var files: String {
    guard !folders.isEmpty else { return "" }
    let patterns = folders.map { SurveyedPath($0).pattern }
    let pattern = patterns.count == 1 ? patterns[0] : "(" + patterns.joined(separator: "|") + ")"
    // In single quotes a backslash is one.
    return
      "          files: '^\(pattern.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))/'\n"
  }

  /// The hook that installs the program ready to run, from Python's index of packages.
  private var readyHook: String {
    """
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

    """ + files
  }

  private func hook(_ address: String) -> String {
    """
      repos:
        - repo: \(address)
          rev: v\(Tool.version)
          hooks:
            - id: posting-lint

    """ + files
  }

  private func workflow(_ owner: String) -> String {
    let globs = folders.map { "        - " + SurveyedPath($0).glob(isFolder: true) + "\n" }.joined()
    let trigger =
      folders.isEmpty
      ? "  on: pull_request\n"
      : "  on:\n    pull_request:\n      paths:\n" + globs + "        - \(SurveyedPath(settings).quoted)\n"
    let with =
      folders.isEmpty
      ? ""
      : "          with:\n            paths: |\n"
        + folders.map { "              \($0.printable)\n" }.joined()
    let rest = """
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
    return "  name: posting-lint\n" + trigger + rest + with
  }

  private var job: String {
    let paths = folders.map { " " + Self.shellWord($0.printable) }.joined()
    return """
        posting-lint:
          image: python:3
          script:
            - pip install --quiet posting-lint==\(Tool.version)
            - posting-lint --format human --format gitlab=gl-code-quality-report.json\(paths)
          artifacts:
            when: always
            reports:
              codequality: gl-code-quality-report.json

      """
  }

  /// A word as a shell takes it, inside a plain value of YAML.
  private static func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || (byte >= 0x30 && byte <= 0x39)
        || byte >= 0x80 || "/._-".utf8.contains(byte)
    }
    return isPlain
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
