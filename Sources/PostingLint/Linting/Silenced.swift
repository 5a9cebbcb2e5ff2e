package import SourceText

/// What somebody else than the reader of a report kept out of it: nobody sees it otherwise, and whoever merges a change
/// of settings or comments has to know.
public struct Silenced: Hashable, Sendable {
  /// Findings that comments of the files silence.
  public var byComments = 0
  /// Findings of rules that are on by themselves and that a configuration switches off.
  public var byConfiguration = 0
  /// Findings that a baseline accepts.
  public var byBaseline = 0
  /// Findings that have to do with no line that changed, where only those count.
  public var onUnchangedLines = 0
  /// Findings that are shown, and that a configuration makes less grave than they are by themselves.
  public var madeLessGrave = 0
  /// Files whose front matter names the schema that it must meet.
  public var filesWithOwnSchema = 0
  /// Files that a configuration excludes, as far as they were met.
  public var excludedFiles = 0
  /// Folders that a configuration excludes.
  public var excludedFolders = 0
  /// Files that git ignores, as far as they were met.
  public var ignoredFiles = 0

  /// Nothing.
  public init() {}

  /// The number of findings that are not shown.
  public var findings: Int { byComments + byConfiguration + byBaseline }

  /// Adds what was silenced elsewhere.
  public mutating func add(_ other: Silenced) {
    byComments += other.byComments
    byConfiguration += other.byConfiguration
    byBaseline += other.byBaseline
    onUnchangedLines += other.onUnchangedLines
    madeLessGrave += other.madeLessGrave
    filesWithOwnSchema += other.filesWithOwnSchema
    excludedFiles += other.excludedFiles
    excludedFolders += other.excludedFolders
    ignoredFiles += other.ignoredFiles
  }

  /// What to tell of the findings, on one line; `nil` where there is nothing.
  package var ofFindings: Message? {
    guard findings + madeLessGrave + filesWithOwnSchema > 0 else { return nil }
    let causes = Self.list([
      (byComments, fr: "par des commentaires", en: "by comments"),
      (byConfiguration, fr: "par les réglages", en: "by the settings"),
      (byBaseline, fr: "par la liste des constats acceptés", en: "by the baseline"),
    ])
    let sentences = [
      causes.map { causes in
        Message(
          fr: "\(findings) \(findings > 1 ? "constats masqués" : "constat masqué")\u{A0}: \(causes.fr)",
          en: "\(findings) \(findings > 1 ? "findings" : "finding") hidden: \(causes.en)")
      },
      Self.list([
        (
          madeLessGrave,
          fr: "rendu\(madeLessGrave > 1 ? "s" : "") moins grave\(madeLessGrave > 1 ? "s" : "") par les "
            + "réglages", en: "made less grave by the settings"
        )
      ]),
      Self.list([
        (
          filesWithOwnSchema, fr: "fichier\(filesWithOwnSchema > 1 ? "s" : "") avec un schéma à soi",
          en:
            "\(filesWithOwnSchema > 1 ? "files" : "file") under a schema of \(filesWithOwnSchema > 1 ? "their" : "its") own"
        )
      ]),
    ].compactMap { $0 }
    return Self.joined(sentences)
  }

  /// What to tell of all, on one line; `nil` where there is nothing.
  package var message: Message? {
    let files = Self.list([
      (
        excludedFiles, fr: "fichier\(excludedFiles > 1 ? "s exclus" : " exclu") par les réglages",
        en: "\(excludedFiles > 1 ? "files" : "file") excluded by the settings"
      ),
      (
        excludedFolders, fr: "dossier\(excludedFolders > 1 ? "s exclus" : " exclu") par les réglages",
        en: "\(excludedFolders > 1 ? "folders" : "folder") excluded by the settings"
      ),
      (
        ignoredFiles, fr: "fichier\(ignoredFiles > 1 ? "s ignorés" : " ignoré") par git",
        en: "\(ignoredFiles > 1 ? "files" : "file") ignored by git"
      ),
    ])
    return Self.joined([ofFindings, files].compactMap { $0 })
  }

  private static func joined(_ sentences: [Message]) -> Message? {
    if sentences.isEmpty { return nil }
    return Message(
      fr: sentences.map(\.fr).joined(separator: "\u{A0}; "), en: sentences.map(\.en).joined(separator: "; "))
  }

  /// The parts of which there are some, each behind its number.
  private static func list(_ parts: [(count: Int, fr: String, en: String)]) -> Message? {
    let parts = parts.filter { $0.count > 0 }
    if parts.isEmpty { return nil }
    return Message(
      fr: parts.map { "\($0.count) \($0.fr)" }.joined(separator: ", "),
      en: parts.map { "\($0.count) \($0.en)" }.joined(separator: ", "))
  }
}
