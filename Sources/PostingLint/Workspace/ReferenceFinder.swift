import DataTree
import Files
import SourceText

/// A list of ids that a schema names, and the folder whose Markdown files bear the ids as names.
struct ReferenceFolder: Hashable, Sendable {
  /// The name of the list.
  let list: String
  /// The folder, relative to the repository.
  let folder: String

  /// Those of the posting schema that is part of the program; a test keeps them equal to it.
  static let ofPostings = [
    ReferenceFolder(list: "startups", folder: "content/_startups"),
    ReferenceFolder(list: "authors", folder: "content/_authors"),
  ]

  /// Those that a schema speaks of: `list` and `folder` of its `reference` and `members` objects.
  static func declared(in schema: DataTree) -> [ReferenceFolder] {
    var result: [ReferenceFolder] = []
    let keywords = ["reference", "members"].map { Array($0.utf8) }
    for index in schema.nodes.indices where schema.nodes[index].kind == .mapping {
      for pair in schema.pairs(of: NodeID(index)) {
        guard schema[pair.value].kind == .mapping,
          keywords.contains(where: { schema.scalar(pair.key, equals: $0) }),
          let list = schema.value(of: "list", in: pair.value), schema.type(of: list) == .string,
          let folder = schema.value(of: "folder", in: pair.value), schema.type(of: folder) == .string
        else { continue }
        let found = ReferenceFolder(list: schema.text(of: list), folder: schema.text(of: folder))
        if !found.leadsOutside, !result.contains(found) { result.append(found) }
      }
    }
    return result
  }

  /// Whether the folder is not below the place that it starts from.
  private var leadsOutside: Bool {
    folder.utf8.first == UInt8(ascii: "/")
      || folder.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }
}

/// Finds and reads the folders whose files are the ids that values may name, each once.
struct ReferenceFinder {
  private var lists = NameMap<ReferenceList?>()
  /// The folders that were looked for.
  private(set) var foundation = Foundations()

  /// The nearest folder upward from a file that has one of the folders of ids, up to the root of the repository.
  mutating func root(for path: SourcePath, _ folders: [ReferenceFolder]) -> SourcePath? {
    Repository.folders(upFrom: FolderListing.absolute(path).folder).first { folder in
      folders.contains { list(of: folder.appending($0.folder), $0.folder) != nil }
    }
  }

  /// The lists of the folders below `root`.
  mutating func references(in root: SourcePath?, _ folders: [ReferenceFolder]) -> References {
    var result = References()
    guard let root else { return result }
    for item in folders { result[item.list] = list(of: root.appending(item.folder), item.folder) }
    return result
  }

  /// The names of a folder's files; `nil` where there is no such folder, or where a link leads out of the repository
  /// to it. `origin` is its name for people.
  mutating func list(of folder: SourcePath, _ origin: String) -> ReferenceList? {
    if let known = lists[folder.bytes] { return known }
    foundation.add(folder)
    var list: ReferenceList?
    if let names = FolderListing.markdownNames(in: folder), Repository.holds(folder) {
      list = ReferenceList(ids: names, origin: origin)
    }
    lists.set(folder.bytes, to: list)
    return list
  }
}
