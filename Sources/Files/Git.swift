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
    /// The repository belongs to somebody else, and git does not read it (`safe.directory`).
    case notTrusted(SourcePath)
    /// The repository is a submodule of another one, and has no such name in its own history.
    case unknownInSubmodule(SourcePath, [UInt8])
    /// The commit that the reference has for a submodule is not in the submodule's history.
    case commitOfSubmoduleMissing(SourcePath)
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
          fr: "git est introuvable\u{A0}; --since et --config-from en ont besoin",
          en: "git cannot be found; --since and --config-from need it")
      case .noRepository(let folder):
        Message(
          fr:
            "\(folder.printable)\u{A0}: ce dossier n’est pas dans un dépôt git, --since et --config-from n’y ont pas de sens",
          en:
            "\(folder.printable): this folder is not in a git repository, where --since and --config-from have no meaning"
        )
      case .notTrusted(let folder):
        Message(
          fr:
            "\(folder.printable)\u{A0}: git refuse ce dépôt, car il appartient à quelqu’un d’autre\u{A0}; ajoutez-le à "
            + "safe.directory (git config --global --add safe.directory CHEMIN)",
          en: "\(folder.printable): git refuses this repository, as it belongs to somebody else; add it to "
            + "safe.directory (git config --global --add safe.directory PATH)")
      case .unknownInSubmodule(let folder, let name):
        Message(
          fr: "\(folder.printable) est un sous-module, dont l’historique ne contient pas "
            + "\(fr: SourcePath(bytes: name).printable)\u{A0}; donnez une référence du sous-module, ou lancez "
            + "la commande depuis le dépôt qui le contient",
          en: "\(folder.printable) is a submodule, whose history does not contain "
            + "\(en: SourcePath(bytes: name).printable); give a reference of the submodule, or run the command from the "
            + "repository around it")
      case .commitOfSubmoduleMissing(let folder):
        Message(
          fr: "l’historique du sous-module \(folder.printable) ne contient pas son ancien commit\u{A0}; récupérez-le "
            + "(git submodule update --init, fetch-depth: 0)",
          en: "the history of the submodule \(folder.printable) does not contain its earlier commit; fetch it "
            + "(git submodule update --init, fetch-depth: 0)")
      case .unknownReference(let name):
        Message(
          fr: "git ne connaît pas la référence \(fr: SourcePath(bytes: name).printable)\u{A0}; "
            + "donnez une branche, une étiquette ou un commit (peut-être faut-il un «\u{A0}git fetch\u{A0}» avant)",
          en: "git does not know the reference \(en: SourcePath(bytes: name).printable); "
            + "give a branch, a tag or a commit (perhaps “git fetch” is needed first)")
      case .noCommonHistory(let name):
        Message(
          fr: "git ne trouve aucun historique commun avec \(fr: SourcePath(bytes: name).printable)\u{A0}: "
            + "récupérez l’historique complet (`fetch-depth: 0`)",
          en: "git finds no common history with \(en: SourcePath(bytes: name).printable): "
            + "fetch the whole history (`fetch-depth: 0`)")
      case .failed(let status):
        Message(fr: "git a échoué (statut \(status))", en: "git failed (status \(status))")
      }
    }
  }

  /// The files of the repository around `folder` that are not as they were where the current branch left `reference`:
  /// committed since, staged, changed or new and not ignored; deleted files are not among them. Those of submodules are
  /// compared with the commit that the repository had for the submodule. The paths are absolute, without links to
  /// folders.
  package static func changedFiles(
    since reference: [UInt8], around folder: SourcePath = SourcePath(".")
  ) throws(Failure) -> Set<SourcePath> {
    var changes = Changes()
    _ = try trees(since: reference, around: folder, &changes)
    return changes.known.union(changes.fresh)
  }

  /// The files of ``changedFiles(since:around:)`` with the lines of each that are not as they were. A file that git
  /// takes for another one under a new name is compared with that one; of a file that git does not know yet, all lines
  /// are new.
  package static func changedLines(
    since reference: [UInt8], around folder: SourcePath = SourcePath(".")
  ) throws(Failure) -> [SourcePath: ChangedLines] {
    var changes = Changes()
    let trees = try trees(since: reference, around: folder, &changes)
    var result: [SourcePath: ChangedLines] = [:]
    for path in changes.known { result[path] = ChangedLines([]) }
    for path in changes.fresh { result[path] = .all }
    // The contents of a file, its name and its kind are what counts, whatever the user's settings show.
    let question = bytes([
      "diff", "--unified=0", "--find-renames", "--diff-filter=d", "--text", "--no-color", "--no-ext-diff",
      "--no-textconv", "--no-indent-heuristic", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all",
    ])
    for tree in trees {
      let patch = try answer(tree.root, question + [tree.base, Array("--".utf8)], mustSucceed: true) ?? []
      for (name, lines) in PatchReader.lines(of: patch) { result[tree.root.appending(name)] = lines }
    }
    return result
  }

  /// The names that files had in the commit that changed `file` last, with those that git finds them under now; in the
  /// current commit where none has the file. Empty where git gives no answer. The paths are absolute.
  package static func renames(sinceChangeOf file: SourcePath) -> [(from: SourcePath, to: SourcePath)] {
    guard let root = try? root(around: file.folder) else { return [] }
    let last = bytes(["log", "-1", "--format=%H", "--"]) + [FolderListing.absolute(file).bytes]
    let commit = (try? answer(root, last)).flatMap { $0 }.map { Array(withoutLineEnd($0)) } ?? []
    let question = bytes([
      "diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", "--ignore-submodules=all",
    ])
    let start = commit.isEmpty ? Array("HEAD".utf8) : commit
    guard let answer = (try? answer(root, question + [start, Array("--".utf8)])).flatMap({ $0 }) else { return [] }
    // `R100`, NUL, the old name, NUL, the new one, NUL.
    var fields = answer.split(separator: 0).makeIterator()
    var result: [(from: SourcePath, to: SourcePath)] = []
    while fields.next() != nil, let from = fields.next(), let to = fields.next() {
      result.append((root.appending(Array(from)), root.appending(Array(to))))
    }
    return result
  }

  /// Files that are not as they were.
  private struct Changes {
    /// Those that git knows.
    var known: Set<SourcePath> = []
    /// Those that it does not know yet.
    var fresh: Set<SourcePath> = []
  }

  /// Adds what changed since the current branch left `reference`; gives the working tree and its submodules that are
  /// not as they were, each with the commit to compare it with.
  private static func trees(
    since reference: [UInt8], around folder: SourcePath, _ changes: inout Changes
  ) throws(Failure) -> [(root: SourcePath, base: [UInt8])] {
    let (root, hash) = try commit(reference, around: folder)
    guard let base = try answer(root, bytes(["merge-base", "HEAD"]) + [hash]) else {
      throw .noCommonHistory(reference)
    }
    // Submodules may hold submodules; the list of those to read is also a bound against one that leads to itself.
    var seen: Set<SourcePath> = [root]
    var result = [(root: root, base: Array(withoutLineEnd(base).prefix { $0 != 0x0A }))]
    var next = 0
    while next < result.count {
      for submodule in try collect(in: result[next].root, since: result[next].base, &changes)
      where seen.insert(submodule.root).inserted {
        result.append(submodule)
      }
      next += 1
    }
    return result
  }

  /// The root of the working tree around a folder, and the hash of the commit that a reference names.
  static func commit(
    _ reference: [UInt8], around folder: SourcePath
  ) throws(Failure) -> (root: SourcePath, hash: [UInt8]) {
    let root = try root(around: folder)
    // A reference must never be read as an option.
    var name = bytes(["rev-parse", "--verify", "--quiet", "--end-of-options"])
    name.append(reference + Array("^{commit}".utf8))
    guard let commit = try answer(root, name) else {
      let outer = try answer(root, ["rev-parse", "--show-superproject-working-tree"])
      throw outer.map { !withoutLineEnd($0).isEmpty } ?? false
        ? .unknownInSubmodule(root, reference) : .unknownReference(reference)
    }
    return (root, Array(withoutLineEnd(commit)))
  }

  /// The names of the regular files of a commit, from the root.
  static func files(of hash: [UInt8], in root: SourcePath) throws(Failure) -> Set<[UInt8]> {
    let list = try answer(root, bytes(["ls-tree", "-r", "-z"]) + [hash], mustSucceed: true) ?? []
    var names: Set<[UInt8]> = []
    // `MODE blob HASH`, a tab, the name, NUL.
    for entry in list.split(separator: 0) where entry.starts(with: "100".utf8) {
      if let tab = entry.firstIndex(of: 0x09) { names.insert(Array(entry[(tab + 1)...])) }
    }
    return names
  }

  /// The content that a commit has for a file.
  static func content(of name: [UInt8], in hash: [UInt8], _ root: SourcePath) throws(Failure) -> [UInt8] {
    try answer(root, bytes(["cat-file", "blob"]) + [hash + [Byte.colon] + name], mustSucceed: true) ?? []
  }

  /// The files below `root`, an absolute path without links, that git keeps although its patterns ignore them, and the
  /// folders on the way to them; none where git gives no answer.
  package static func keptAlthoughIgnored(in root: SourcePath) -> Set<SourcePath> {
    let question = ["ls-files", "--cached", "--ignored", "--exclude-standard", "-z"]
    guard let answer = (try? answer(root, question)).flatMap({ $0 }) else { return [] }
    var result: Set<SourcePath> = []
    for name in answer.split(separator: 0) {
      var path = root.appending(Array(name))
      while path != root, result.insert(path).inserted { path = path.folder }
    }
    return result
  }

  /// The top folder of the working tree around a folder.
  private static func root(around folder: SourcePath) throws(Failure) -> SourcePath {
    let question = ["rev-parse", "--show-toplevel"]
    if let top = try answer(folder, question) { return SourcePath(bytes: Array(withoutLineEnd(top))) }
    // The same question to a git that trusts everybody tells why there was no answer; nothing else is asked of it.
    let trusting = ["-c", "safe.directory=*"] + question
    throw try answer(folder, trusting) == nil ? .noRepository(folder) : .notTrusted(folder)
  }

  /// Adds the files below `root` that are not as they were in the commit `base`, and gives the submodules that are not,
  /// with the commit that each had.
  private static func collect(
    in root: SourcePath, since base: [UInt8], _ changes: inout Changes
  ) throws(Failure) -> [(root: SourcePath, base: [UInt8])] {
    let question = bytes([
      "diff", "--raw", "--no-abbrev", "-z", "--diff-filter=d", "--no-renames", "--no-ext-diff",
      "--ignore-submodules=none",
    ])
    let raw = try answer(root, question + [base, Array("--".utf8)], mustSucceed: true) ?? []
    var submodules: [(root: SourcePath, base: [UInt8])] = []
    // `:MODE MODE HASH HASH LETTER`, NUL, the path, NUL.
    var fields = raw.split(separator: 0).makeIterator()
    while let entry = fields.next(), let path = fields.next() {
      let words = entry.split(separator: UInt8(ascii: " "))
      let file = root.appending(Array(path))
      guard words.count >= 4, words[1].elementsEqual("160000".utf8) else {
        changes.known.insert(file)
        continue
      }
      // A submodule that is not checked out has no files to lint.
      guard FolderListing.exists(file.appending(".git")) else { continue }
      if words[0].elementsEqual(":160000".utf8) {
        let old = Array(words[2])
        let isThere = try answer(file, bytes(["cat-file", "-e"]) + [old + Array("^{commit}".utf8)]) != nil
        guard isThere else { throw .commitOfSubmoduleMissing(file) }
        submodules.append((file, old))
      } else {
        submodules.append((file, Array(Self.emptyTree.utf8)))
      }
    }
    let fresh = try answer(root, ["ls-files", "--others", "--exclude-standard", "-z"], mustSucceed: true) ?? []
    for path in fresh.split(separator: 0) { changes.fresh.insert(root.appending(Array(path))) }
    return submodules
  }

  /// The hash that git gives to a tree without files, known to every repository of SHA-1.
  private static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

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
    // A folder of a working tree that has the shape of a bare repository is none: its settings could start programs. Nor
    // does a repository start the one that it may name to watch its files.
    let command =
      bytes(["git", "--no-optional-locks", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-C"])
      + [folder.bytes] + words
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
