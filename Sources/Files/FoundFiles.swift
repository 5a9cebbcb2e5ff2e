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

  /// Why a Markdown file is left out.
  package enum Reason: CaseIterable, Sendable {
    /// README, CHANGELOG and their like, without front matter.
    case conventional
    /// Ignored by git; files in ignored folders are not counted, as those are not entered.
    case ignored
    /// Excluded by the settings; files in excluded folders are not counted one by one unless they were named.
    case excluded
    /// A folder that the configuration excludes, with all that is in it.
    case excludedFolder
    /// The name begins with a dot.
    case hidden
    /// Not among the files that the run is limited to, those that changed since a git reference.
    case unchanged
  }

  /// How many Markdown files were left out, by the reason.
  package struct PassedOver: Hashable, Sendable {
    private var counts: [Reason: Int] = [:]

    /// None.
    package init() {}

    /// How many were left out for a reason.
    package subscript(reason: Reason) -> Int {
      get { counts[reason] ?? 0 }
      set { counts[reason] = newValue }
    }

    /// How many in all.
    package var total: Int { counts.values.reduce(0, +) }
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
    let reasons = FoundFiles.Reason.allCases.filter { self[$0] > 0 }
    if reasons.isEmpty { return nil }
    func list(_ language: Language) -> String {
      reasons.map { "\(self[$0]) \($0.description(isPlural: self[$0] > 1)[language])" }.joined(separator: ", ")
    }
    return Message(fr: "Non vérifiés\u{A0}: \(list(.fr))", en: "Not checked: \(list(.en))")
  }
}

extension FoundFiles.Reason {
  /// What to tell of one file that was left out.
  package func note(on path: SourcePath) -> Message {
    let reason = description(isPlural: false)
    return Message(
      fr: "\(path.printable)\u{A0}: non vérifié (\(reason.fr))", en: "\(path.printable): not checked (\(reason.en))")
  }

  fileprivate func description(isPlural: Bool) -> Message {
    let mark = isPlural ? "s" : ""
    return switch self {
    case .conventional:
      isPlural
        ? Message(fr: "README et semblables, sans en-tête", en: "README and the like, without front matter")
        : Message(fr: "README ou semblable, sans en-tête", en: "README or the like, without front matter")
    case .ignored: Message(fr: "ignoré\(mark) par git", en: "ignored by git")
    case .excluded: Message(fr: "exclu\(mark) par les réglages", en: "excluded by the settings")
    case .excludedFolder:
      isPlural
        ? Message(fr: "dossiers exclus par les réglages", en: "folders excluded by the settings")
        : Message(fr: "dossier exclu par les réglages", en: "folder excluded by the settings")
    case .hidden: Message(fr: "caché\(mark)", en: "hidden")
    case .unchanged: Message(fr: "inchangé\(mark)", en: "unchanged")
    }
  }
}
