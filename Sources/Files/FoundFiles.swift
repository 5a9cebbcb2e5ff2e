package import SourceText

/// What a run has to lint.
package struct FoundFiles: Sendable {
  /// One file to lint.
  package struct File: Hashable, Sendable {
    /// The path as it was given, or below the folder as that was given; without `./` at its start.
    package var path: SourcePath
    /// Whether the file was named itself, not found in a folder.
    package var isNamed: Bool
  }

  /// The files, once each, sorted by the bytes of their paths.
  package var files: [File] = []
  /// The paths that could not be read; the others are found all the same.
  package var errors: [FileError] = []
  /// The given folders in which there was nothing to lint.
  package var emptyFolders: [SourcePath] = []
  /// The Markdown files that were left out.
  package var passedOver = PassedOver()

  /// How many Markdown files were left out, by the reason.
  package struct PassedOver: Hashable, Sendable {
    /// README, CHANGELOG and their like, without front matter.
    package var conventional = 0
    /// Ignored by git; files in ignored folders are not counted, as those are not entered.
    package var ignored = 0
    /// Excluded by the configuration; files in excluded folders are not counted unless they were named.
    package var excluded = 0
    /// Files whose name begins with a dot.
    package var hidden = 0
    /// Not among the files that the run is limited to, those that changed since a git reference.
    package var unchanged = 0

    /// How many in all.
    package var total: Int { conventional + ignored + excluded + hidden + unchanged }
  }
}

extension FoundFiles {
  /// What to tell of a given folder in which there was nothing to lint.
  package static func note(onEmpty folder: SourcePath) -> Message {
    Message(
      fr: "\(folder.printable)\u{A0}: aucun fichier Markdown dans ce dossier",
      en: "\(folder.printable): no Markdown file in this folder")
  }
}

extension FoundFiles.PassedOver {
  /// What to tell of the files that were left out, on one line; `nil` when there are none.
  package var message: Message? {
    let reasons: [(count: Int, one: Message, many: Message)] = [
      (
        conventional, Message(fr: "README ou semblable, sans en-tête", en: "README or the like, without front matter"),
        Message(fr: "README et semblables, sans en-tête", en: "README and the like, without front matter")
      ),
      (
        ignored, Message(fr: "ignoré par git", en: "ignored by git"),
        Message(fr: "ignorés par git", en: "ignored by git")
      ),
      (
        excluded, Message(fr: "exclu par la configuration", en: "excluded by the configuration"),
        Message(fr: "exclus par la configuration", en: "excluded by the configuration")
      ),
      (hidden, Message(fr: "caché", en: "hidden"), Message(fr: "cachés", en: "hidden")),
      (unchanged, Message(fr: "inchangé", en: "unchanged"), Message(fr: "inchangés", en: "unchanged")),
    ]
    let parts = reasons.filter { $0.count > 0 }
    if parts.isEmpty { return nil }
    func list(_ language: Language) -> String {
      parts.map { "\($0.count) \(($0.count == 1 ? $0.one : $0.many)[language])" }.joined(separator: ", ")
    }
    return Message(fr: "Laissés de côté\u{A0}: \(list(.fr))", en: "Passed over: \(list(.en))")
  }
}
