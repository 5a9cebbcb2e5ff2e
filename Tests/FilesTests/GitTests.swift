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

  @Test func looksIntoSubmodules() throws {
    try folder.write("inner/old.md")
    try folder.write("inner/kept.md")
    try folder.shell(
      """
      cd inner && git init -q -b main . && git config user.email a@example.org && git config user.name A
      git add . && git commit -qm one && cd ..
      git init -q -b main outer && cd outer && git config user.email a@example.org && git config user.name A
      git -c protocol.file.allow=always submodule --quiet add ../inner texts && git commit -qm one && git tag base
      cd texts && git config user.email a@example.org && git config user.name A
      """)
    try folder.write("outer/texts/committed.md")
    try folder.shell("cd outer/texts && git add . && git commit -qm two")
    try folder.write("outer/texts/fresh.md")
    let base = Array("base".utf8)
    #expect(
      try Git.changedFiles(since: base, around: folder("outer"))
        == [folder("outer/texts/committed.md"), folder("outer/texts/fresh.md")])
    #expect(throws: Git.Failure.unknownInSubmodule(folder("outer/texts"), base)) {
      try Git.changedFiles(since: base, around: folder("outer/texts"))
    }
  }

  @Test func takesNoFolderForARepositoryByItsShape() throws {
    try repository()
    try folder.shell("git clone -q --bare . shaped && git -C shaped config core.fsmonitor 'touch pwned; false'")
    #expect(try Git.changedFiles(since: Array("main".utf8), around: folder.path).contains(folder("changed.md")))
    #expect(throws: Git.Failure.noRepository(folder("shaped"))) {
      try Git.changedFiles(since: Array("main".utf8), around: folder("shaped"))
    }
  }

  @Test(.enabled(if: Machine.isSuperuser, "needs to give a folder to somebody else"))
  func tellsARepositoryOfSomebodyElse() throws {
    try repository()
    try folder.shell("chown 12345 . .git")
    #expect(throws: Git.Failure.notTrusted(folder.path)) {
      try Git.changedFiles(since: Array("main".utf8), around: folder.path)
    }
  }
}
