package import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Rewrites files so that at every moment each is either as it was or as it shall be.
///
/// The new content goes to a temporary file of a fixed name beside the target, with the target's owner, group and mode,
/// and takes the target's place by `rename`. A run that is killed leaves at most that temporary file, whose name begins
/// with a dot; the next run that calls ``write(_:to:replacing:)`` for the file removes it. A lock on the temporary file
/// keeps two runs from writing it at once; the system drops the lock of a run that is killed.
///
/// A hard link does not survive: the path gets the new content in a file of its own, and the other names keep the old
/// content, as with every tool that replaces files, git included. Access control lists and extended attributes are not
/// carried over.
package struct AtomicWriter: Sendable {
  private let folders: [SourcePath]

  /// A writer that follows a symbolic link only to a file in one of `folders`, in the folder of the link or in the
  /// repository that the link lies in. Those of `folders` that are no folders are passed over.
  package init(linksMayLeadInto folders: [SourcePath]) {
    self.folders = folders.compactMap { path in
      guard (try? FileStatus(path))?.kind == .folder else { return nil }
      return try? path.resolved()
    }
  }

  /// Gives the file at `path` the content `bytes`, if it still has the content `original`; says whether it was written.
  ///
  /// When both are equal the file is not touched, only what a killed run left is removed. A link is kept, its target
  /// is rewritten. Whatever is thrown, the file is as it was.
  @discardableResult
  package func write(
    _ bytes: [UInt8], to path: SourcePath, replacing original: [UInt8]
  ) throws(FileError) -> Bool {
    let target = try self.target(of: path)
    if bytes != original, try Self.isBelowGit(target, reportedAs: path) { throw .belowGit(path) }
    let temporary = target.folder.appending(Self.temporaryName(for: target.fileName))
    if bytes == original {
      _ = Self.removeLeftOver(temporary)
      return false
    }
    let status = try Self.check(target, holds: original, reportedAs: path)
    do throws(ErrorNumber) {
      try Self.replace(target, status, by: bytes, through: temporary)
    } catch {
      switch error.code {
      case Self.changed: throw .changedMeanwhile(path)
      case Self.locked: throw .busy(path)
      case Self.foreignOwner: throw .ownerNotKept(path)
      default: throw .writing(path, error.code)
      }
    }
    return true
  }

  // Causes that are no `errno` of their own.
  private static let changed: Int32 = -1
  static let locked: Int32 = -2
  private static let foreignOwner: Int32 = -3

  /// The name of the temporary file for a file called `name`: fixed, hidden, and within the 255 bytes of a name.
  static func temporaryName(for name: some Collection<UInt8>) -> [UInt8] {
    var shown = Array(name)
    if shown.count > 220 {
      // FNV-1a tells long names with the same beginning apart.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in shown { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      shown = shown.prefix(200) + Array(String(hash, radix: 16).utf8)
    }
    return [UInt8(ascii: ".")] + shown + Array(".posting-lint.tmp".utf8)
  }

  // MARK: The target

  /// The file that `path` stands for: itself, or what it links to where that may be written.
  private func target(of path: SourcePath) throws(FileError) -> SourcePath {
    do throws(ErrorNumber) {
      guard try FileStatus(path, followLinks: false).kind == .link else { return path }
      let target = try path.resolved()
      let home = try path.folder.resolved()
      if target.isInside(home) || folders.contains(where: { target.isInside($0) }) { return target }
      if let repository = Repository.root(around: home), target.isInside(repository) { return target }
    } catch {
      throw error.code == ENOENT ? .changedMeanwhile(path) : .writing(path, error.code)
    }
    throw .linkLeadsOutside(path)
  }

  /// Whether a file lies in the folder in which git keeps a repository, whatever name it goes by.
  private static func isBelowGit(_ target: SourcePath, reportedAs path: SourcePath) throws(FileError) -> Bool {
    let folder: SourcePath
    do throws(ErrorNumber) {
      folder = try target.folder.resolved()
    } catch {
      throw error.code == ENOENT ? .changedMeanwhile(path) : .writing(path, error.code)
    }
    return isGit(folder)
  }

  /// Whether a folder, without links, is that in which git keeps a repository, or lies below it.
  static func isGit(_ folder: SourcePath) -> Bool {
    folder.bytes.split(separator: Byte.slash).contains { $0.map(\.lowercased).elementsEqual(".git".utf8) }
  }

  /// The status of `target`, once it is certain that it is a writable regular file with the content `original`.
  private static func check(
    _ target: SourcePath, holds original: [UInt8], reportedAs path: SourcePath
  ) throws(FileError) -> FileStatus {
    do throws(ErrorNumber) {
      let file = try Descriptor(opening: target, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
      let status = try file.status()
      guard status.kind == .regular, status.size == original.count,
        try file.readAll(expected: status.size, limit: original.count) == original
      else { throw ErrorNumber(code: changed) }
      try checkWritable(target, status)
      return status
    } catch {
      switch error.code {
      case changed, ENOENT, ENOTDIR, ELOOP, EFBIG: throw .changedMeanwhile(path)
      default: throw .writing(path, error.code)
      }
    }
  }

  /// Throws where a file may not be written. The superuser may write every file: the mode tells what its owner wants.
  static func checkWritable(_ path: SourcePath, _ status: FileStatus) throws(ErrorNumber) {
    guard status.mode & 0o222 != 0 else { throw ErrorNumber(code: EACCES) }
    try unsafe path.withCString { name throws(ErrorNumber) in
      _ = try ErrorNumber.retrying { unsafe access(name, W_OK) }
    }
  }

  // MARK: Replacing

  private static func replace(
    _ target: SourcePath, _ status: FileStatus, by bytes: [UInt8], through temporary: SourcePath
  ) throws(ErrorNumber) {
    let file = try lockedFile(at: temporary)
    do throws(ErrorNumber) {
      let fresh = try file.status()
      if fresh.user != status.user || fresh.group != status.group {
        guard fchown(file.number, status.user, status.group) == 0 else { throw ErrorNumber(code: foreignOwner) }
      }
      _ = try ErrorNumber.retrying { fchmod(file.number, status.mode) }
      try file.writeAll(bytes)
      // Or a power cut could leave an empty file under the name. That the name itself is changed on the disk is not
      // waited for: at worst the old file comes back.
      _ = try ErrorNumber.retrying { fsync(file.number) }
      // The last look before the new file takes the place of the old one.
      guard let now = try? FileStatus(target, followLinks: false), now == status else {
        throw ErrorNumber(code: changed)
      }
      try rename(temporary, to: target)
    } catch {
      remove(temporary)
      throw error
    }
  }

  /// A new, empty, locked file at `temporary`; what a killed run left there is removed first.
  static func lockedFile(at temporary: SourcePath, mode: mode_t = 0o600) throws(ErrorNumber) -> Descriptor {
    for _ in 0..<16 {
      do throws(ErrorNumber) {
        let file = try Descriptor(
          opening: temporary, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        // Another run may have taken the new file for a left-over before it was locked.
        if lock(file), isStill(file, at: temporary) { return file }
      } catch {
        guard error.code == EEXIST else { throw error }
        guard removeLeftOver(temporary) else { throw ErrorNumber(code: locked) }
      }
    }
    throw ErrorNumber(code: locked)
  }

  /// Removes what a killed run left at `temporary`; false when a run that is alive is writing it.
  private static func removeLeftOver(_ temporary: SourcePath) -> Bool {
    do throws(ErrorNumber) {
      let file = try Descriptor(opening: temporary, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      guard lock(file) else { return false }
      // While the lock was waited for, the file may have become the target.
      if isStill(file, at: temporary) { remove(temporary) }
    } catch {
      if error.code != ENOENT { remove(temporary) }
    }
    return true
  }

  /// Takes the lock on `file`; true too where the file system knows no locks.
  static func lock(_ file: borrowing Descriptor) -> Bool {
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { return true }
    }
    return true
  }

  private static func isStill(_ file: borrowing Descriptor, at path: SourcePath) -> Bool {
    guard let there = try? FileStatus(path, followLinks: false), let here = try? file.status() else { return false }
    return there.inode == here.inode && there.device == here.device
  }

  static func rename(_ old: SourcePath, to new: SourcePath) throws(ErrorNumber) {
    try unsafe old.withCString { oldName throws(ErrorNumber) in
      try unsafe new.withCString { newName throws(ErrorNumber) in
        #if canImport(Darwin)
          _ = try ErrorNumber.retrying { unsafe Darwin.rename(oldName, newName) }
        #elseif canImport(Glibc)
          _ = try ErrorNumber.retrying { unsafe Glibc.rename(oldName, newName) }
        #else
          _ = try ErrorNumber.retrying { unsafe Musl.rename(oldName, newName) }
        #endif
      }
    }
  }

  static func remove(_ path: SourcePath) {
    try? unsafe path.withCString { name throws(ErrorNumber) in
      unsafe _ = unlink(name)
    }
  }
}
