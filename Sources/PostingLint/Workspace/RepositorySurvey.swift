import DataTree
import Files
package import Readers
package import SourceText

/// What the files below a folder tell of the site, for settings to start with.
package struct RepositorySurvey: Sendable {
  /// The folders of postings, none below another, as seen from the folder.
  package private(set) var postings: [SourcePath] = []
  /// Folders whose file names are the ids that postings name, by the name of the list.
  package private(set) var lists: [(name: String, folder: SourcePath)] = []
  /// The readers that were found, and the files that show them, as seen from the folder.
  package private(set) var readers: [(reader: Reader, file: SourcePath)] = []
  /// Folders whose files a schema of another program's keys would hold for, and the name of the schema.
  package private(set) var schemas: [(folder: SourcePath, name: String)] = []
  /// What is no posting in spite of its place, and folders of other people's files.
  package private(set) var excludes: [SourcePath] = []
  /// The folder as seen from the root of its repository; empty for the root itself.
  package let place: SourcePath

  /// How many files are looked at, and how much of each, in bytes.
  private static let limit = (files: 20_000, bytes: 1 << 14)
  /// Folders of installed packages and of built sites, which a repository holds by mistake or in spite of it.
  private static let foreign = ["node_modules", "bower_components", "vendor", "third_party", "_site"].map {
    Array($0.utf8)
  }
  /// The lists that the posting schema knows, and the keys whose values are ids of them.
  private static let keys = [(list: "startups", key: "startup"), (list: "authors", key: "contacts")]

  /// Looks at the files below a folder; what git ignores is passed over.
  package init(of folder: SourcePath) {
    let absolute = FolderListing.absolute(folder)
    place = Repository.root(around: absolute).flatMap { absolute.rest(in: $0) } ?? SourcePath("")
    var walk = SurveyWalk(lists: SchemaDocument.posting.folders)
    var search = FileSearch([folder])
    var count = 0
    var foreign: [SourcePath] = []
    while count < Self.limit.files,
      let step = search.next(excluding: { path, isFolder in
        let isForeign = isFolder && Self.foreign.contains(Array(path.fileName))
        if isForeign, !foreign.contains(path) { foreign.append(path) }
        return isForeign
      })
    {
      guard case .file(let file) = step else { continue }
      count += 1
      walk.add(file.path, limit: Self.limit.bytes)
    }
    postings = walk.postings
    for (list, key) in Self.keys {
      if let found = walk.list(of: key, notIn: postings) { lists.append((list, found)) }
    }
    excludes = foreign + walk.conventional.filter { file in postings.contains { file.isInside($0) } }
    var finder = ReaderFinder()
    readers = finder.found(for: postings.first ?? folder).map { ($0.reader, $0.file.relative(to: folder)) }
    addSchemas(folder, hasAgentFiles: walk.hasAgentFiles)
  }

  /// Offers the schemas of the programs whose files are there.
  private mutating func addSchemas(_ folder: SourcePath, hasAgentFiles: Bool) {
    func offer(_ name: BundledSchema, _ reader: Reader, _ inner: String, _ isSign: (String) -> Bool) {
      guard
        let file = readers.first(where: {
          $0.reader == reader && isSign(String(decoding: $0.file.fileName, as: UTF8.self))
        })?.file
      else { return }
      let place = file.fileName.count == file.bytes.count ? SourcePath(inner) : file.folder.appending(inner)
      if FolderListing.isFolder(folder.appending(place.bytes)) { schemas.append((place, name.rawValue)) }
    }
    offer(.jekyll, .jekyll, "_posts") { $0.hasPrefix("_config.") }
    offer(.hugo, .hugo, "content") { _ in true }
    offer(.docusaurus, .grayMatter, "docs") { $0.hasPrefix("docusaurus.config.") }
    if FolderListing.exists(folder.appending("myst.yml")) {
      schemas.append((SourcePath("."), BundledSchema.myst.rawValue))
    }
    let places = [".claude", ".github/instructions", ".github/prompts", ".cursor/rules"]
    if hasAgentFiles || places.contains(where: { FolderListing.isFolder(folder.appending($0)) }) {
      schemas.append((SourcePath("."), BundledSchema.agents))
    }
  }
}

/// What was seen of the files so far.
private struct SurveyWalk {
  /// A folder that has Markdown files.
  private struct Folder {
    let path: SourcePath
    var files = 0
    var postings = 0
    /// The names of the files, without their extension.
    var names: [[UInt8]] = []
  }

  private let lists: [ReferenceFolder]
  private var kinds = PostingFolders()
  private var numbers = NameIndex()
  private var folders: [Folder] = []
  /// The values of the keys that hold ids.
  private var values: [(key: String, value: [UInt8])] = []
  /// Whether a file is one that agents read.
  private(set) var hasAgentFiles = false
  /// Files that stand in repositories by convention.
  private(set) var conventional: [SourcePath] = []

  init(lists: [ReferenceFolder]) {
    self.lists = lists
  }

  mutating func add(_ path: SourcePath, limit: Int) {
    let name = Array(path.fileName)
    if FileFinder.isConventional(name) {
      conventional.append(path)
      return
    }
    if BundledSchema.ofAgents(path) != nil { hasAgentFiles = true }
    let kind = kinds.kind(around: path, lists: lists)
    var folder = path.folder
    if case .postings(let collection) = kind { folder = Self.folder(named: Array(collection.utf8), around: folder) }
    let (number, isNew) = numbers.insert(folder.bytes)
    if isNew { folders.append(Folder(path: folder)) }
    folders[number].files += 1
    folders[number].names.append(name.lastIndex(of: Byte.dot).map { Array(name[..<$0]) } ?? name)
    if case .ids = kind { return }
    guard let head = FileReader.readHead(path, limit) else { return }
    let document = Document(Source(path: path, bytes: head))
    var isPosting = document.hasPostingKeys
    if case .postings = kind { isPosting = true }
    guard isPosting else { return }
    folders[number].postings += 1
    note(document)
  }

  /// The part of a path up to a folder of this name; the whole path where it has none.
  private static func folder(named name: [UInt8], around path: SourcePath) -> SourcePath {
    var folder = path
    while folder.bytes.contains(Byte.slash), !folder.fileName.elementsEqual(name) { folder = folder.folder }
    return folder.fileName.elementsEqual(name) ? folder : path
  }

  private mutating func note(_ document: Document) {
    for key in ["startup", "contacts"] {
      guard let value = document.value(key) else { continue }
      let isList = document.tree.type(of: value) == .sequence
      for item in isList ? Array(document.tree.children(of: value)) : [value]
      where document.tree.type(of: item) == .string {
        let text = document.tree.utf8(of: item)
        if !values.contains(where: { $0.key == key && $0.value == text }) { values.append((key, text)) }
      }
    }
  }

  /// The folders in which most files are postings, none below another. A root with other folders is none.
  var postings: [SourcePath] {
    var result: [SourcePath] = []
    for folder in folders where folder.postings > 0 && folder.postings * 2 >= folder.files {
      if folder.path == SourcePath("."), folders.count > 1 { continue }
      result.removeAll { $0.isInside(folder.path) }
      if !result.contains(where: { folder.path.isInside($0) }) { result.append(folder.path) }
    }
    return result
  }

  /// The folder whose file names are most of the values of a key.
  func list(of key: String, notIn postings: [SourcePath]) -> SourcePath? {
    let wanted = values.filter { $0.key == key }.map(\.value)
    var best: (folder: SourcePath, count: Int)?
    for folder in folders where !postings.contains(where: { folder.path.isInside($0) }) {
      let names = Set(folder.names)
      let count = wanted.count { names.contains($0) }
      if count * 2 >= wanted.count, count > best?.count ?? 0 { best = (folder.path, count) }
    }
    return best?.folder
  }
}
