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

  @Test func listsTheLinesThatChanged() throws {
    let names = ["a.md", "b \u{E9}\t\"c.md", "sub/deleted.md", "moved.md", "same.md"]
    for name in names { try folder.write(name, "1\n2\n3\n4\n5\n6\n7\n8\n9\n") }
    try folder.shell(
      """
      git init -q -b main . && git config user.email a@example.org && git config user.name A
      git config diff.noprefix true && git config color.ui always && git add . && git commit -qm one
      git mv moved.md new.md
      """)
    try folder.write("a.md", "1\n2\n3x\n4\n5\n+++ b/x\n7\n8\n9")
    try folder.write("b \u{E9}\t\"c.md", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n")
    try folder.write("sub/deleted.md", "1\n2\n3\n4\n7\n8\n9\n")
    try folder.write("new.md", "1\n2\n3\n4\n5\n6\n7\n8\nx\n")
    try folder.write("fresh.md", "1\n2\n")
    let lines = try Git.changedLines(since: Array("HEAD".utf8), around: folder.path)
    #expect(Set(lines.keys) == (try Git.changedFiles(since: Array("HEAD".utf8), around: folder.path)))
    #expect(lines[folder("a.md")] == ChangedLines([2..<3, 5..<6, 8..<9]))
    #expect(lines[folder("b \u{E9}\t\"c.md")] == ChangedLines([0..<1]))
    // Where lines are gone, those beside them count.
    #expect(lines[folder("sub/deleted.md")] == ChangedLines([3..<5]))
    #expect(lines[folder("new.md")] == ChangedLines([8..<9]))
    #expect(lines[folder("fresh.md")] == .all)
    #expect(ChangedLines([0..<1, 2..<9]).bytes(in: Array("ab\nc\nd\ne".utf8)) == [ByteRange(0, 3), ByteRange(5, 8)])
    #expect(ChangedLines.all.bytes(in: Array("a\nb".utf8)) == [ByteRange(0, 3)])
  }

  @Test func findsWhereFilesWent() throws {
    try folder.write("old name.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n")
    try folder.write("list.json", "{}")
    #expect(Git.renames(sinceChangeOf: folder("list.json")).isEmpty)
    try folder.shell(
      """
      git init -q -b main . && git config user.email a@example.org && git config user.name A
      git config diff.renames false && git add . && git commit -qm one
      git mv 'old name.md' sub.md && git commit -qm two && git mv sub.md 'nouveau \u{E9}.md'
      """)
    let renames = Git.renames(sinceChangeOf: folder("list.json"))
    #expect(renames.map(\.from) == [folder("old name.md")])
    #expect(renames.map(\.to) == [folder("nouveau \u{E9}.md")])
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
