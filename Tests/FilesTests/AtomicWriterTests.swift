import SourceText
import Testing

@testable import Files

struct AtomicWriterTests {
  private let folder: Folder
  private let writer: AtomicWriter
  private let old = Array("old".utf8)
  private let new = Array("new text".utf8)

  init() throws {
    folder = try Folder()
    writer = AtomicWriter(linksMayLeadInto: [])
  }

  private func identity(_ name: String) throws -> FileStatus {
    try FileStatus(folder(name), followLinks: false)
  }

  @Test func replacesTheContentAndKeepsMode() throws {
    let file = try folder.write("a.md", "old")
    try folder.shell("chmod 0640 a.md")
    #expect(try writer.write(new, to: file, replacing: old))
    #expect(try folder.text("a.md") == "new text")
    #expect(try identity("a.md").mode == 0o640)
    #expect(try folder.names() == ["a.md"])
  }

  @Test(.enabled(if: Machine.isSuperuser, "only the superuser gives files away"))
  func keepsTheOwner() throws {
    let file = try folder.write("a.md", "old")
    try folder.shell("chown 12:34 a.md; chmod 2755 a.md")
    try writer.write(new, to: file, replacing: old)
    let status = try identity("a.md")
    #expect(status.user == 12 && status.group == 34 && status.mode == 0o2755)
  }

  @Test func doesNotTouchAFileThatStaysTheSame() throws {
    let file = try folder.write("a.md", "old")
    let before = try identity("a.md")
    #expect(try !writer.write(old, to: file, replacing: old))
    #expect(try identity("a.md") == before)
  }

  @Test func leavesAFileThatChangedMeanwhile() throws {
    let file = try folder.write("a.md", "other")
    #expect(throws: FileError.changedMeanwhile(file)) { try writer.write(new, to: file, replacing: old) }
    #expect(try folder.text("a.md") == "other")
    try folder.write("a.md", "odd")
    #expect(throws: FileError.changedMeanwhile(file)) { try writer.write(new, to: file, replacing: old) }
    try folder.shell("rm a.md")
    #expect(throws: FileError.changedMeanwhile(file)) { try writer.write(new, to: file, replacing: old) }
    try folder.shell("mkfifo a.md")
    #expect(throws: FileError.changedMeanwhile(file)) { try writer.write(new, to: file, replacing: old) }
    #expect(try folder.names() == ["a.md"])
  }

  @Test func removesWhatAKilledRunLeft() throws {
    let file = try folder.write("a.md", "old")
    for leftOver in [
      "printf half > .a.md.posting-lint.tmp", "ln -s a.md .a.md.posting-lint.tmp", "mkfifo .a.md.posting-lint.tmp",
    ] {
      try folder.shell("printf old > a.md; \(leftOver)")
      #expect(try !writer.write(old, to: file, replacing: old))
      #expect(try folder.names() == ["a.md"])
      try folder.shell(leftOver)
      #expect(try writer.write(new, to: file, replacing: old))
      #expect(try folder.names() == ["a.md"])
      #expect(try folder.text("a.md") == "new text")
    }
  }

  @Test func refusesWhileAnotherRunWrites() throws {
    let file = try folder.write("a.md", "old")
    let temporary = try folder.write(".a.md.posting-lint.tmp", "half")
    let other = try Descriptor(opening: temporary, flags: 0)
    let isLocked = AtomicWriter.lock(other)
    #expect(isLocked)
    #expect(throws: FileError.busy(file)) { try writer.write(new, to: file, replacing: old) }
    #expect(try folder.text(".a.md.posting-lint.tmp") == "half")
    #expect(try folder.text("a.md") == "old")
    _ = other
  }

  @Test func refusesAReadOnlyFile() throws {
    let file = try folder.write("a.md", "old")
    try folder.shell("chmod 444 a.md")
    #expect(throws: FileError.notWritable(file)) { try writer.write(new, to: file, replacing: old) }
    #expect(try folder.names() == ["a.md"])
  }

  @Test(.enabled(if: !Machine.isSuperuser, "the superuser may write everywhere"))
  func refusesAReadOnlyFolder() throws {
    let file = try folder.write("a.md", "old")
    try folder.shell("chmod 555 .")
    #expect(throws: FileError.notWritable(file)) { try writer.write(new, to: file, replacing: old) }
    #expect(try folder.text("a.md") == "old")
  }

  @Test func keepsALinkAndRewritesItsTarget() throws {
    try folder.write("sub/a.md", "old")
    try folder.shell("ln -s sub/a.md link.md")
    #expect(try writer.write(new, to: folder("link.md"), replacing: old))
    #expect(try identity("link.md").kind == .link)
    #expect(try folder.text("sub/a.md") == "new text")
  }

  @Test func followsALinkOnlyToWhereItMayWrite() throws {
    try folder.write("outside/a.md", "old")
    try folder.shell("mkdir inside; ln -s ../outside/a.md inside/link.md")
    let link = folder("inside/link.md")
    for roots in [[], [folder("inside")], [link]] {
      #expect(throws: FileError.linkLeadsOutside(link)) {
        try AtomicWriter(linksMayLeadInto: roots).write(new, to: link, replacing: old)
      }
    }
    #expect(try folder.text("outside/a.md") == "old")
    try AtomicWriter(linksMayLeadInto: [folder("outside")]).write(new, to: link, replacing: old)
    #expect(try folder.text("outside/a.md") == "new text")
    try folder.shell("printf old > outside/a.md; mkdir .git")
    try writer.write(new, to: link, replacing: old)
    #expect(try folder.text("outside/a.md") == "new text")
  }

  @Test func leavesTheOtherNamesOfAFileAlone() throws {
    let file = try folder.write("a.md", "old")
    try folder.shell("ln a.md b.md")
    try writer.write(new, to: file, replacing: old)
    #expect(try folder.text("b.md") == "old")
  }

  @Test func writesTheLongestNames() throws {
    let name = String(repeating: "é", count: 126) + ".md"
    try writer.write(new, to: folder.write(name, "old"), replacing: old)
    #expect(try folder.text(name) == "new text")
    #expect(AtomicWriter.temporaryName(for: Array(repeating: 0x61, count: 255)).count <= 255)
  }
}
