package import SourceText

/// What a file is, whatever name it goes by.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The identity of the regular file that `path` stands for; `nil` where it is none.
  package init?(_ path: SourcePath) {
    guard let status = try? FileStatus(path), status.kind == .regular else { return nil }
    device = status.device
    inode = status.inode
  }
}
