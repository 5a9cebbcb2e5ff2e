import SourceText
import Testing

@testable import Files

@Suite(.enabled(if: Machine.hasGit, "needs git"))
struct GitTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private func repository() throws {
    for name in ["same.md", "changed.md", "gone.md", "staged.md", "sub/old name.md"] { try folder.write(name) }
    try folder.write(".gitignore", "ignored.md\n")
    try folder.shell(
      """
      git init -q -b main . && git config user.email a@example.org && git config user.name A
      git add . && git commit -qm one && git tag base && git checkout -qb work
      """)
    try folder.write("committed.md")
    try folder.shell("git add . && git commit -qm two && git checkout -q main")
    try folder.write("elsewhere.md")
    try folder.shell("git add . && git commit -qm three && git checkout -q work")
    for name in ["changed.md", "staged.md"] { try folder.write(name, "new") }
    for name in ["new\nline é.md", "ignored.md", "sub/fresh.md"] { try folder.write(name) }
    try folder.shell(
      "touch -d 2001-01-01 same.md; git add staged.md && rm gone.md && git mv 'sub/old name.md' 'sub/new name.md'")
  }

  @Test func listsWhatChangedSinceTheBranchLeft() throws {
    try repository()
    let expected = Set(
      ["changed.md", "staged.md", "committed.md", "new\nline é.md", "sub/fresh.md", "sub/new name.md"].map {
        folder($0)
      })
    for reference in ["main", "base"] {
      #expect(try Git.changedFiles(since: Array(reference.utf8), around: folder.path) == expected)
      #expect(try Git.changedFiles(since: Array(reference.utf8), around: folder("sub")) == expected)
    }
    let finder = FileFinder(only: expected)
    #expect(folder.relative(finder.find([folder("sub"), folder("same.md")])) == ["sub/fresh.md", "sub/new name.md"])
  }

  @Test func saysWhatIsWrong() throws {
    #expect(throws: Git.Failure.noRepository(folder.path)) {
      try Git.changedFiles(since: Array("main".utf8), around: folder.path)
    }
    try repository()
    for name in ["nowhere", "--output=pwned", "-h", ""] {
      #expect(throws: Git.Failure.unknownReference(Array(name.utf8))) {
        try Git.changedFiles(since: Array(name.utf8), around: folder.path)
      }
    }
    #expect(try !folder.names().contains("pwned"))
    try folder.shell("git checkout -q --orphan lone && git commit -qm lone")
    #expect(throws: Git.Failure.noCommonHistory(Array("main".utf8))) {
      try Git.changedFiles(since: Array("main".utf8), around: folder.path)
    }
  }
}
