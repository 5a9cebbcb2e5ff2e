import SourceText
import Testing

@testable import Files

struct FileReaderTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func readsEveryByte() throws {
    let text = String(repeating: "é\0\r\n", count: 100_000)
    #expect(try FileReader.read(folder.write("a.md", text)) == Array(text.utf8))
    #expect(try FileReader.read(folder.write("empty.md", "")) == [])
  }

  @Test(.enabled(if: Machine.takesAnyName, "needs a file system that takes any name"))
  func readsANameThatIsNotUTF8() throws {
    let path = try folder.write(bytes: [0x63, 0x61, 0x66, 0xE9, 0x0A, 0x2E, 0x6D, 0x64], "x")
    #expect(try FileReader.read(path) == [0x78])
    #expect(FileFinder().find([folder.path]).files.map(\.path) == [path])
  }

  @Test func refusesWhatIsNoRegularFileWithoutWaiting() throws {
    try folder.shell("mkfifo pipe.md; ln -s pipe.md link.md; mkdir sub.md")
    for name in ["pipe.md", "link.md"] {
      #expect(throws: FileError.notRegular(folder(name))) { try FileReader.read(folder(name)) }
    }
    #expect(throws: FileError.isFolder(folder("sub.md"))) { try FileReader.read(folder("sub.md")) }
    #expect(throws: FileError.notRegular(SourcePath("/dev/zero"))) { try FileReader.read(SourcePath("/dev/zero")) }
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    try folder.shell("ln -s a b; ln -s b a")
    #expect(throws: FileError.missing(folder("gone.md"))) { try FileReader.read(folder("gone.md")) }
    #expect(throws: FileError.linkLoop(folder("a"))) { try FileReader.read(folder("a")) }
    #expect(throws: FileError.missing(SourcePath(bytes: [0x61, 0]))) {
      try FileReader.read(SourcePath(bytes: [0x61, 0]))
    }
    let file = try folder.write("big.md", "12345")
    #expect(throws: FileError.tooLarge(file, limit: 4)) { try FileReader.read(file, limit: 4) }
    #expect(try FileReader.read(file, limit: 5).count == 5)
  }

  @Test(.enabled(if: !Machine.isSuperuser, "the superuser may read everything"))
  func saysThatAFileMayNotBeRead() throws {
    let file = try folder.write("secret.md")
    try folder.shell("chmod 000 secret.md")
    #expect(throws: FileError.notReadable(file)) { try FileReader.read(file) }
  }

  @Test func seesFrontMatterAtTheStart() throws {
    for text in ["---\n", "---\r\n", "---  \nx", "\u{FEFF}---\n"] {
      #expect(FileReader.startsWithFrontMatter(try folder.write("x", text)), "\(text)")
    }
    for text in ["", "---", "----\n", "--- a\n", "\n---\n", "# Title\n"] {
      #expect(!FileReader.startsWithFrontMatter(try folder.write("x", text)), "\(text)")
    }
  }

  @Test func escapesHostileNames() {
    #expect(SourcePath("a\nb\u{1B}[31m.md").printable == "a\\nb\\x1B[31m.md")
    #expect(SourcePath(bytes: [0x63, 0xE9]).printable == "c\\xE9")
    #expect(SourcePath("##[error]x").printable == "##\\[error]x")
    #expect(SourcePath("é\u{202E}😀").printable == "é\\u{202E}😀")
  }
}
