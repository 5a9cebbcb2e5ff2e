import SourceText
import Testing

@testable import Files

struct FileFinderTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func findsMarkdownInAnyDepthSortedByBytes() throws {
    for name in ["b.md", "a/z.MD", "a.md", "a-b.markdown", "a/deep/er/x.mdx", "é.md", "note.txt", "md"] {
      try folder.write(name, "text")
    }
    #expect(folder.found() == ["a-b.markdown", "a.md", "a/deep/er/x.mdx", "a/z.MD", "b.md", "é.md"])
  }

  @Test func passesOverHiddenNames() throws {
    for name in ["a.md", ".hidden.md", ".git/x.md", ".obsidian/y.md"] { try folder.write(name) }
    let found = FileFinder().find([folder.path])
    #expect(folder.relative(found) == ["a.md"])
    #expect(found.passedOver[.hidden] == 1)
  }

  @Test func passesOverConventionalFilesWithoutFrontMatter() throws {
    for name in ["README.md", "readme.fr.md", "LICENSE", "SECURITY.markdown", "Contributing.md", "CODE_OF_CONDUCT.md"] {
      try folder.write(name, "# Title\n")
    }
    try folder.write("CHANGELOG.md", "---\ntitle: x\n---\n")
    let found = FileFinder().find([folder.path])
    #expect(folder.relative(found) == ["CHANGELOG.md"])
    #expect(found.passedOver[.conventional] == 6)
    #expect(folder.relative(FileFinder().find([folder("README.md")])) == ["README.md"])
  }

  @Test func findsFrontMatterInFilesWithoutExtension() throws {
    try folder.write("2022-01-01-dev", "---\nroles: x\n---\n")
    try folder.write("Makefile", "all:\n")
    #expect(folder.found() == ["2022-01-01-dev"])
  }

  @Test func takesAnyNamedFileAndEveryFileOnce() throws {
    try folder.write("sub/a.md")
    try folder.write("b.txt")
    try folder.shell("ln -s sub/a.md link.md")
    let given = ["b.txt", "sub", "sub/a.md", "sub/../sub//./a.md", "link.md", "b.txt"].map { folder($0) }
    let found = FileFinder().find(given)
    #expect(folder.relative(found) == ["b.txt", "sub/../sub/a.md"])
    #expect(found.files.allSatisfy { $0.isNamed })
  }

  @Test func keepsTheOwnNameOfALinkedFile() throws {
    try folder.write("z.md")
    try folder.shell("ln -s z.md a.md")
    #expect(folder.found() == ["z.md"])
    #expect(folder.relative(FileFinder().find([folder("a.md")])) == ["a.md"])
  }

  @Test func doesNotFollowLinksToFoldersInsideAFolder() throws {
    try folder.write("real/a.md")
    try folder.shell("ln -s .. real/loop; ln -s real other; ln -s gone.md dead.md; mkfifo pipe.md")
    let found = FileFinder().find([folder.path])
    #expect(folder.relative(found) == ["real/a.md"])
    #expect(found.errors == [.missing(folder("dead.md"))])
    #expect(folder.relative(FileFinder().find([folder("other")])) == ["other/a.md"])
  }

  @Test func collectsErrorsAndGoesOn() throws {
    try folder.write("a.md")
    try folder.shell("mkfifo pipe")
    let found = FileFinder().find([folder("gone"), folder("a.md"), folder("pipe")])
    #expect(folder.relative(found) == ["a.md"])
    #expect(found.errors == [.missing(folder("gone")), .notRegular(folder("pipe"))])
  }

  @Test func namesFoldersWithoutMarkdown() throws {
    try folder.shell("mkdir empty full")
    try folder.write("full/a.md")
    let found = FileFinder().find([folder("empty"), folder("full")])
    #expect(found.emptyFolders == [folder("empty")])
  }

  @Test func anExcludedFileStaysExcludedWhenItIsNamed() throws {
    for name in ["a.md", "archive/b.md", "archive/deep/c.md"] { try folder.write(name) }
    let glob = try Glob("archive/")
    let length = folder.path.bytes.count + 1
    let finder = FileFinder { path, isFolder in
      glob.covers(SourcePath(bytes: Array(path.bytes.dropFirst(length))), isFolder: isFolder)
    }
    #expect(folder.found(finder) == ["a.md"])
    let named = finder.find([folder("archive/deep/c.md"), folder("a.md")])
    #expect(folder.relative(named) == ["a.md"])
    #expect(named.passedOver[.excluded] == 1)
  }

  @Test func limitsTheRunToChangedFiles() throws {
    for name in ["a.md", "b.md"] { try folder.write(name) }
    let found = FileFinder(only: [folder("b.md")]).find([folder.path])
    #expect(folder.relative(found) == ["b.md"])
    #expect(found.passedOver[.unchanged] == 1)
  }

  @Test func reportsPathsOfTheCurrentFolderWithoutDot() {
    #expect(SourcePath("./a//b/./c.md").tidied == SourcePath("a/b/c.md"))
    #expect(SourcePath("./").tidied == SourcePath("."))
    #expect(SourcePath("//a/../b/").tidied == SourcePath("/a/../b"))
    #expect(SourcePath(".").appending([0x61]) == SourcePath("a"))
  }

  @Test func tellsWhatWasPassedOver() {
    var passedOver = FoundFiles.PassedOver()
    #expect(passedOver.message == nil)
    passedOver[.conventional] = 2
    passedOver[.ignored] = 1
    #expect(passedOver.message?.en == "Not checked: 2 README and the like, without front matter, 1 ignored by git")
    #expect(
      passedOver.message?.fr == "Non vérifiés\u{A0}: 2 README et semblables, sans en-tête, 1 ignoré par git")
  }

  // MARK: .gitignore

  @Test func respectsIgnoreFilesOfEveryLevel() throws {
    try folder.shell("mkdir -p .git/info")
    try folder.write(".git/info/exclude", "private.md\n")
    try folder.write(".gitignore", "*.draft.md\n/build/\n!keep.draft.md\n")
    try folder.write("site/.gitignore", "local/\n*.tmp.md\n!important.tmp.md\n")
    for name in [
      "a.md", "private.md", "x.draft.md", "keep.draft.md", "build/a.md", "site/build/a.md", "site/local/a.md",
      "site/a.tmp.md", "site/important.tmp.md", "site/deep/b.tmp.md", "site/deep/private.md",
    ] { try folder.write(name) }
    let kept = ["a.md", "keep.draft.md", "site/build/a.md", "site/important.tmp.md"]
    #expect(folder.found() == kept)
    #expect(FileFinder().find([folder.path]).passedOver[.ignored] == 5)
    // The files above a walked folder hold as well.
    let inside = FileFinder().find([folder("site"), folder("site/deep")])
    #expect(folder.relative(inside) == ["site/build/a.md", "site/important.tmp.md"])
    #expect(folder.found(FileFinder(respectsGitIgnore: false)).count == 11)
    #expect(folder.relative(FileFinder().find([folder("x.draft.md")])) == ["x.draft.md"])
  }

  @Test func aRepositoryInsideAnotherHasItsOwnIgnoreFiles() throws {
    try folder.shell("mkdir -p .git inner/.git")
    try folder.write(".gitignore", "a.md\n")
    for name in ["a.md", "inner/a.md"] { try folder.write(name) }
    #expect(folder.found() == ["inner/a.md"])
  }

  @Test func doesNotReadThroughLinksThatLeadOut() throws {
    try folder.write("outside/secret.md")
    try folder.write("site/a.md")
    try folder.write("site/deep/b.md")
    try folder.shell(
      """
      cd site && ln -s ../outside/secret.md out.md && ln -s ../outside out && ln -s ../a.md deep/in.md
      ln -s ../outside/secret.md text && cd .. && mkdir links && cd links && ln -s ../site/deep given
      ln -s ../outside/secret.md given.md
      """)
    // Without a repository only what was given counts.
    let found = FileFinder().find([folder("site")])
    #expect(folder.relative(found) == ["site/a.md", "site/deep/b.md"])
    #expect(found.errors == [.linkNotFollowed(folder("site/out.md"))])
    // Shells complete the name of a link to a folder with a slash: it is the same link.
    for name in ["links/given", "links/given/", "links/given.md", "site/out", "site/out/", "site/out.md"] {
      #expect(FileFinder().find([folder(name)]).errors == [.linkNotFollowed(folder(name))], "\(name)")
    }
    #expect(FileFinder().find([folder("site"), folder("outside")]).errors.isEmpty)
    // With one, all that lies in it.
    try folder.write(".git/HEAD")
    for name in ["site", "links/given", "links/given.md", "site/out", "site/out.md"] {
      #expect(FileFinder().find([folder(name)]).errors.isEmpty, "\(name)")
    }
  }
}
