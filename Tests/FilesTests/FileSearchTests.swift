import SourceText
import Testing

@testable import Files

struct FileSearchTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private func name(_ step: FileSearch.Step?) -> String? {
    switch step {
    case .file(let file): String(decoding: file.path.bytes.dropFirst(folder.path.bytes.count + 1), as: UTF8.self)
    case .failure(let error): "failure: \(error.path.display.dropFirst(folder.path.display.count + 1))"
    case .passedOver(let path, _): "passed over: \(path.display)"
    case nil: nil
    }
  }

  private func rest(_ search: inout FileSearch) -> [String] {
    var names: [String] = []
    while let name = name(search.next { _, _ in false }) { names.append(name) }
    return names
  }

  @Test func filesComeBeforeTheRestIsLookedAt() throws {
    for name in ["a.md", "b/c.md"] { try folder.write(name) }
    var search = FileSearch([folder.path])
    #expect(name(search.next { _, _ in false }) == "a.md")
    // Nobody has looked into the folder yet.
    try folder.write("b/d.md")
    #expect(rest(&search) == ["b/c.md", "b/d.md"])
    #expect(search.next { _, _ in false } == nil)
  }

  @Test func aFolderThatGoesAwayMeanwhileIsToldAndTheRestIsFound() throws {
    for name in ["a.md", "b/c.md", "d.md"] { try folder.write(name) }
    var search = FileSearch([folder.path])
    #expect(name(search.next { _, _ in false }) == "a.md")
    try folder.shell("rm -r b")
    #expect(rest(&search) == ["failure: b", "d.md"])
    // A file in its place is no folder either.
    try folder.write("b/c.md")
    search = FileSearch([folder.path])
    #expect(name(search.next { _, _ in false }) == "a.md")
    try folder.shell("rm -r b; printf x > b")
    #expect(rest(&search) == ["failure: b", "d.md"])
  }

  @Test func whatMayBeAnotherNameWaitsForTheEnd() throws {
    for name in ["a.md", "d.md", "f.md"] { try folder.write(name) }
    try folder.shell("ln -s f.md b.md; ln -s a.md c.md; ln -s d.md e.md; printf x > o; ln -s o g.md; ln -s o h.md")
    var search = FileSearch([folder.path])
    #expect(name(search.next { _, _ in false }) == "a.md")
    #expect(rest(&search) == ["d.md", "f.md", "g.md"])
  }

  @Test func aFolderDeeperThanAnyPathIsToldAndTheRestIsFound() throws {
    try folder.write("z.md")
    // The system takes no path of more than 4,096 bytes, but a deep folder can be moved into another.
    let name = String(repeating: "d", count: 250)
    let chain = [String](repeating: name, count: 10).joined(separator: "/")
    for root in ["one", "two"] { try folder.shell("mkdir -p \(root)/\(chain); printf x > \(root)/\(chain)/a.md") }
    try folder.shell("mv two one/\(chain)")
    let found = FileFinder().find([folder.path])
    #expect(found.errors.count == 1)
    #expect(found.files.count == 2)
    #expect(folder.relative(found).last == "z.md")
  }
}
