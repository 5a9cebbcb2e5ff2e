import SourceText
import Testing

@testable import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

struct OutputWriterTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func writesMoreThanItsBuffer() throws {
    let text = String(repeating: "0123456789", count: 30_000)
    var output = try OutputWriter.file(folder("out"))
    for part in [text, "", text] { output.write(part) }
    try output.finish()
    #expect(try folder.text("out") == text + text)
    output.write("more")
    try output.finish()
    #expect(try folder.text("out") == text + text)
  }

  @Test(.enabled(if: (try? FileStatus(SourcePath("/dev/full"))) != nil, "needs /dev/full"))
  func saysThatTheDiskIsFull() throws {
    var output = try OutputWriter.file(SourcePath("/dev/full"))
    output.write("text")
    do throws(FileError) {
      try output.finish()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error == .diskFull(SourcePath("/dev/full")))
    }
    #expect(output.isClosed)
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    ProcessSetup.prepare()
    try folder.shell("mkfifo pipe")
    let reader = try Descriptor(opening: folder("pipe"), flags: O_RDONLY | O_NONBLOCK)
    var output = try OutputWriter.file(folder("pipe"))
    output.write("seen")
    try output.flush()
    #expect(!output.isClosed)
    drop(reader)
    output.write("unseen")
    try output.flush()
    #expect(output.isClosed)
    try output.finish()
  }

  private func drop(_ reader: consuming Descriptor) {}

  @Test func saysWhyAnOutputCannotBeMade() {
    #expect(throws: FileError.missing(folder("gone/out"))) { _ = try OutputWriter.file(folder("gone/out")) }
    #expect(throws: FileError.isFolder(folder.path)) { _ = try OutputWriter.file(folder.path) }
  }

  @Test func messagesNameThePathOnOneLine() {
    let path = SourcePath("a\n::error::b")
    let errors: [FileError] = [
      .missing(path), .notReadable(path), .isFolder(path), .notRegular(path), .tooLarge(path, limit: 1 << 30),
      .linkLoop(path), .notWritable(path), .ownerNotKept(path), .changedMeanwhile(path), .busy(path),
      .linkLeadsOutside(path), .linkNotFollowed(path), .writtenThroughLink(path), .isReport(path), .belowGit(path),
      .diskFull(path),
      .system(path, code: 5),
    ]
    for error in errors {
      #expect(error.path == path)
      #expect(error.message.fr.hasPrefix("a\\n::error::b\u{A0}: "))
      #expect(error.message.en.hasPrefix("a\\n::error::b: "))
    }
  }

  @Test func aFileIsWholeOrAsItWas() throws {
    try folder.shell("echo old > out; chmod 640 out")
    var output = try OutputWriter.file(folder("out"))
    output.write("new")
    try output.flush()
    #expect(try folder.text("out") == "old\n")
    output.discard(removesOld: false)
    #expect(try folder.shell("ls -A; cat out") == "out\nold\n")
    output = try OutputWriter.file(folder("out"))
    output.write("new")
    try output.finish()
    #expect(try folder.shell("ls -A; cat out; stat -c %a out") == "out\nnew640\n")
  }

  @Test func aLinkIsNotWrittenThrough() throws {
    try folder.shell("echo old > file; ln -s file link; ln -s gone dangling; mkfifo pipe")
    for name in ["link", "dangling"] {
      #expect(throws: FileError.writtenThroughLink(folder(name))) { _ = try OutputWriter.file(folder(name)) }
    }
    #expect(throws: FileError.notRegular(folder("pipe"))) { _ = try OutputWriter.file(folder("pipe")) }
    #expect(try folder.text("file") == "old\n")
  }
}
