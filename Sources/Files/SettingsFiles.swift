package import SourceText

/// Where settings, and what they name, are read from: the files themselves, or what a commit has for them, so that a
/// change that is being checked cannot change how it is checked.
package struct SettingsFiles: Sendable {
  private struct Commit: Sendable {
    let root: SourcePath
    let hash: [UInt8]
    let names: Set<[UInt8]>
  }

  private var commit: Commit?

  /// The files themselves.
  package init() {}

  /// What the commit that `reference` names has for them.
  package init(_ reference: [UInt8], around folder: SourcePath = SourcePath(".")) throws(Git.Failure) {
    let (root, hash) = try Git.commit(reference, around: folder)
    commit = Commit(root: root, hash: hash, names: try Git.files(of: hash, in: root))
  }

  /// Whether there is something at `path`.
  package func exists(_ path: SourcePath) -> Bool {
    guard let commit else { return FolderListing.exists(path) }
    return name(of: path, in: commit).map(commit.names.contains) ?? false
  }

  /// The bytes of the file at `path`.
  package func read(_ path: SourcePath) throws(FileError) -> [UInt8] {
    guard let commit else { return try FileReader.read(path) }
    guard let name = name(of: path, in: commit), commit.names.contains(name),
      let bytes = try? Git.content(of: name, in: commit.hash, commit.root)
    else { throw .missing(path) }
    return bytes
  }

  private func name(of path: SourcePath, in commit: Commit) -> [UInt8]? {
    let whole = FolderListing.absolute(path)
    let folder = (try? whole.folder.resolved()) ?? whole.folder
    return folder.appending(Array(whole.fileName)).rest(in: commit.root)?.bytes
  }
}
