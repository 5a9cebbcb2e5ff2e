import DataTree
import Files
import SourceText
import Synchronization

/// What the files of folders say under some keys, each folder read once, whichever thread asks first.
///
/// The memory grows with the values under the keys.
package final class SiblingValues: Sendable {
  /// Where a value stands.
  struct Place: Hashable, Sendable {
    /// The file, an absolute path.
    let path: SourcePath
    /// The line, from 1.
    let line: Int
    /// The column in code points, from 1.
    let column: Int
  }

  private struct Key: Hashable {
    let folder: SourcePath
    let key: String
  }

  /// What is known of the folders that were asked for; a class, made when the first is: the type of an empty dictionary
  /// would be looked up by every run.
  private final class Folders {
    var values: [Key: [[UInt8]: [Place]]] = [:]
  }

  private let known = Mutex<Folders?>(nil)

  /// How deep folders are looked into, and how much of a file.
  private static let limit = (depth: 16, bytes: 1 << 18)

  /// Knows nothing yet.
  package init() {}

  /// The first two places of a value under a key in the files of a folder, an absolute path.
  func places(of value: [UInt8], under key: String, in folder: SourcePath) -> [Place] {
    known.withLock { known in
      let folders = known ?? Folders()
      known = folders
      let name = Key(folder: folder, key: key)
      if let values = folders.values[name] { return values[value] ?? [] }
      var values: [[UInt8]: [Place]] = [:]
      Self.read(folder, key, &values, depth: 0)
      folders.values[name] = values
      return values[value] ?? []
    }
  }

  private static func read(_ folder: SourcePath, _ key: String, _ values: inout [[UInt8]: [Place]], depth: Int) {
    for name in FolderListing.markdownFiles(in: folder) ?? [] {
      let path = folder.appending(name)
      guard let head = FileReader.readHead(path, limit.bytes) else { continue }
      let document = Document(Source(path: path, bytes: head))
      guard let value = document.value(key), let text = document.text(key), !text.isEmpty else { continue }
      guard values[text]?.count ?? 0 < 2 else { continue }
      let start = document.tree.range(of: value).start
      let position = LineIndex(head).position(at: start, in: head, unit: .codePoints)
      values[text, default: []].append(Place(path: path, line: position.line + 1, column: position.column + 1))
    }
    guard depth < limit.depth else { return }
    for name in FolderListing.folders(in: folder) { read(folder.appending(name), key, &values, depth: depth + 1) }
  }
}
