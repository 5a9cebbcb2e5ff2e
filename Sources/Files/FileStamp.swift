package import SourceText

/// Tells whether something on disk was changed since it was looked at: its identity, size and time of modification.
package struct FileStamp: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int
  private let seconds: Int64
  private let nanoseconds: Int

  /// The stamp of what `path` leads to; `nil` where there is nothing.
  package init?(_ path: SourcePath) {
    guard let status = try? FileStatus(path) else { return nil }
    device = status.device
    inode = status.inode
    size = status.size
    seconds = status.modified
    nanoseconds = status.modifiedNanoseconds
  }
}
