import DataTree
import Files
import SourceText

/// What a folder is, as far as postings go, where no configuration says it.
enum FolderKind: Hashable, Sendable {
  /// Its Markdown files are postings; the name is that of the folder that makes them so.
  case postings(String)
  /// Its Markdown files are the ids of a list, such as products or people.
  case ids(String)
  /// Only the keys of a file can tell.
  case any
}

/// Tells folders of postings from others, each once.
struct PostingFolders: Sendable {
  /// The collection that the site of the model keeps its postings in; with folders below it.
  private static let collection = "_jobs"
  /// Names that folders of postings have, and others too: one of the files must show it.
  private static let likely = ["jobs", "postings", "fiches", "offres"]
  /// How much of each file of such a folder is read to find one that is a posting, in bytes.
  private static let headSize = 1 << 14

  private var known = NameMap<FolderKind>()

  /// The kind of the folder of `file`, which is asked first; `lists` are the folders of ids that the posting schema
  /// names.
  mutating func kind(around file: SourcePath, lists: [ReferenceFolder]) -> FolderKind {
    let folder = file.folder
    if let known = known[folder.bytes] { return known }
    let kind = find(FolderListing.absolute(folder), Array(file.fileName), lists)
    known.set(folder.bytes, to: kind)
    return kind
  }

  private func find(_ folder: SourcePath, _ file: [UInt8], _ lists: [ReferenceFolder]) -> FolderKind {
    // Above the repository names say nothing of the site.
    let root = Repository.root(around: folder) ?? SourcePath("/")
    let below = (folder.rest(in: root) ?? SourcePath("")).bytes.split(separator: Byte.slash).map(Array.init)
    for list in lists where Self.holds(below, Array(list.folder.utf8).split(separator: Byte.slash).map(Array.init)) {
      return .ids(list.folder)
    }
    if below.contains(Array(Self.collection.utf8)) { return .postings(Self.collection) }
    guard let name = below.last, let likely = Self.likely.first(where: { name.elementsEqual($0.utf8) }) else {
      return .any
    }
    return Self.holdsPosting(folder, file) ? .postings(likely) : .any
  }

  /// Whether the components of `inner` follow each other among those of `path`.
  private static func holds(_ path: [[UInt8]], _ inner: [[UInt8]]) -> Bool {
    guard !inner.isEmpty, path.count >= inner.count else { return false }
    return (0...path.count - inner.count).contains { path[$0..<$0 + inner.count].elementsEqual(inner) }
  }

  /// Whether one of the Markdown files of a folder has the key `roles`: `first`, or any other.
  private static func holdsPosting(_ folder: SourcePath, _ first: [UInt8]) -> Bool {
    (FileFinder.isMarkdown(first) && isPosting(folder.appending(first)))
      || FolderListing.containsMarkdown(in: folder) { $0 != first && isPosting(folder.appending($0)) }
  }

  private static func isPosting(_ path: SourcePath) -> Bool {
    guard let head = FileReader.readHead(path, headSize), ByteSearch.contains(Array("roles".utf8), in: head) else {
      return false
    }
    return Document(Source(path: path, bytes: head)).value("roles") != nil
  }
}
