import SourceText
import Testing

@testable import Files

/// The diffs are applied by git itself.
@Suite(.enabled(if: Machine.hasGit, "needs git"))
struct DiffWithGitTests {
  private static let pairs: [(String, String)] = [
    ("a\nb\nc\n", "a\nx\nc\n"), ("a\nb", "a\nb\n"), ("a\nb\n", "a\nb"), ("a\nb", "a\nc"), ("", "a\n"), ("a", ""),
    ("a\r\nb\r\n", "a\r\nx\r\n"), ("\u{FEFF}a\n", "a\n"), ("a \n\t\n", "a\n\n"),
    ("\n\n\n\n\n\n\n\n\n", "\n\n\n\nx\n\n\n\n\n\n"),
    ("--- a\n+++ b\n@@ -1 +1 @@\n", "--- b\n+++ b\n@@ -1 +1 @@\n"), ("a\rb\rc", "a\rx\rc"),
  ]

  private static let names: [[UInt8]] = [
    Array("a.md".utf8), Array("été 2022.md".utf8), Array("with\ttab \"quotes\" \\.md".utf8), Array("new\nline.md".utf8),
    Array("-dash.md".utf8), Array("sub/b c.md".utf8),
  ]

  @Test(arguments: names + (Machine.takesAnyName ? [[0x63, 0xE9, 0x2E, 0x6D, 0x64]] : []))
  func gitAppliesThem(name: [UInt8]) throws {
    let folder = try Folder()
    try folder.shell("git init -q . && git config core.autocrlf false")
    for (old, new) in Self.pairs {
      let file = try folder.write(bytes: name, old)
      let diff = UnifiedDiff.make(old: Array(old.utf8), new: Array(new.utf8), path: SourcePath(bytes: name))
      var patch = try OutputWriter.file(folder("patch"))
      patch.write(diff)
      try patch.finish()
      try folder.shell("git apply --check patch && git apply --whitespace=nowarn patch")
      #expect(try FileReader.read(file) == Array(new.utf8), "\(old) to \(new)")
    }
  }

  @Test func gitAppliesBadBytes() throws {
    let folder = try Folder()
    try folder.shell("git init -q .")
    let old: [UInt8] = [0x61, 0x0A, 0x63, 0xE9, 0xFF, 0x0D, 0x0A, 0x62]
    let new: [UInt8] = [0x61, 0x0A, 0x63, 0xC3, 0xA9, 0x0D, 0x0A, 0x62]
    for (name, content) in [("a.md", old), ("patch", UnifiedDiff.make(old: old, new: new, path: SourcePath("a.md")))] {
      var output = try OutputWriter.file(folder(name))
      output.write(content)
      try output.finish()
    }
    try folder.shell("git apply --whitespace=nowarn patch")
    #expect(try FileReader.read(folder("a.md")) == new)
  }
}
