package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is asked of git, by its own command.
package enum Git {
  /// Why git gave no answer.
  package enum Failure: Error, Hashable, Sendable {
    /// The command `git` cannot be run.
    case notInstalled
    /// The folder lies in no repository.
    case noRepository(SourcePath)
    /// Nothing in the repository has this name.
    case unknownReference([UInt8])
    /// The current commit and the reference share no history.
    case noCommonHistory([UInt8])
    /// git ended with this status, or with minus the signal.
    case failed(status: Int32)

    /// What to tell a person.
    package var message: Message {
      switch self {
      case .notInstalled:
        Message(
          fr: "git est introuvable\u{A0}; l’option --since en a besoin",
          en: "git cannot be found; the option --since needs it")
      case .noRepository(let folder):
        Message(
          fr: "\(folder.printable)\u{A0}: ce dossier n’est pas dans un dépôt git, --since n’y a pas de sens",
          en: "\(folder.printable): this folder is not in a git repository, where --since has no meaning")
      case .unknownReference(let name):
        Message(
          fr: "git ne connaît pas la référence «\u{A0}\(SourcePath(bytes: name).printable)\u{A0}»\u{A0}; "
            + "donnez une branche, une étiquette ou un commit (peut-être faut-il un «\u{A0}git fetch\u{A0}» avant)",
          en: "git does not know the reference “\(SourcePath(bytes: name).printable)”; "
            + "give a branch, a tag or a commit (perhaps “git fetch” is needed first)")
      case .noCommonHistory(let name):
        Message(
          fr: "git ne trouve pas d’histoire commune avec «\u{A0}\(SourcePath(bytes: name).printable)\u{A0}»\u{A0}; "
            + "dans une copie superficielle, récupérez plus d’historique (fetch-depth\u{A0}: 0)",
          en: "git finds no common history with “\(SourcePath(bytes: name).printable)”; "
            + "in a shallow clone, fetch more of it (fetch-depth: 0)")
      case .failed(let status):
        Message(fr: "git a échoué (statut \(status))", en: "git failed (status \(status))")
      }
    }
  }

  /// The files of the repository around `folder` that are not as they were where the current branch left `reference`:
  /// committed since, staged, changed or new and not ignored; deleted files are not among them. The paths are absolute,
  /// without links to folders.
  package static func changedFiles(
    since reference: [UInt8], around folder: SourcePath = SourcePath(".")
  ) throws(Failure) -> Set<SourcePath> {
    guard let top = try answer(folder, ["rev-parse", "--show-toplevel"]) else { throw .noRepository(folder) }
    let root = SourcePath(bytes: Array(withoutLineEnd(top)))
    // A reference must never be read as an option.
    var name = bytes(["rev-parse", "--verify", "--quiet", "--end-of-options"])
    name.append(reference + Array("^{commit}".utf8))
    guard let commit = try answer(root, name) else { throw .unknownReference(reference) }
    let hash = Array(withoutLineEnd(commit))
    guard let base = try answer(root, bytes(["merge-base", "HEAD"]) + [hash]) else {
      throw .noCommonHistory(reference)
    }
    let changes = bytes([
      "diff", "--name-only", "-z", "--diff-filter=d", "--no-renames", "--no-ext-diff", "--ignore-submodules",
    ])
    let first = Array(withoutLineEnd(base).prefix { $0 != 0x0A })
    let tracked = try answer(root, changes + [first, Array("--".utf8)], mustSucceed: true) ?? []
    let fresh =
      try answer(root, ["ls-files", "--others", "--exclude-standard", "-z"], mustSucceed: true) ?? []
    var result = Set<SourcePath>()
    for list in [tracked, fresh] {
      for path in list.split(separator: 0) { result.insert(root.appending(Array(path))) }
    }
    return result
  }

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  private static func withoutLineEnd(_ text: [UInt8]) -> ArraySlice<UInt8> {
    text.last == 0x0A ? text.dropLast() : text[...]
  }

  private static func answer(
    _ folder: SourcePath, _ words: [String], mustSucceed: Bool = false
  ) throws(Failure) -> [UInt8]? {
    try answer(folder, bytes(words), mustSucceed: mustSucceed)
  }

  /// What `git` with the arguments `words` prints in `folder`; `nil` when it ends with another status than 0.
  private static func answer(
    _ folder: SourcePath, _ words: [[UInt8]], mustSucceed: Bool = false
  ) throws(Failure) -> [UInt8]? {
    let command = bytes(["git", "--no-optional-locks", "-C"]) + [folder.bytes] + words
    let result: (output: [UInt8], status: Int32)
    do throws(ErrorNumber) {
      result = try Subprocess.run(command)
    } catch {
      throw error.code == ENOENT || error.code == EACCES ? .notInstalled : .failed(status: error.code)
    }
    if result.status == 0 { return result.output }
    if result.status == 127 { throw .notInstalled }
    if mustSucceed { throw .failed(status: result.status) }
    return nil
  }
}
