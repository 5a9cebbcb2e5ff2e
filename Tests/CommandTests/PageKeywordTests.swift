import Foundation
import TestSupport
import Testing

/// Keywords that look at other files, and the fix that moves keys.
@Suite struct PageKeywordTests {
  private func folder(_ schema: String) throws -> CommandFolder {
    let folder = try CommandFolder()
    try folder.write(".git/HEAD", "ref: refs/heads/main\n")
    try folder.write("schema.yml", schema)
    try folder.write(".posting-lint.yml", "schema: schema.yml\n")
    return folder
  }

  private func places(_ text: String) -> [String] {
    text.matches(of: #/(?m)^(\S+:\d+:\d+): .*\[([a-z-]+)\]$/#).map { "\($0.output.1) \($0.output.2)" }
  }

  @Test func aFileMustExist() throws {
    let folder = try folder(
      """
      properties:
        image: {existingFile: {folder: static}}
        sheet: {existingFile: {}}

      """)
    try folder.write("static/a b.png", "x")
    try folder.write("content/good.md", "---\nimage: /a b.png\nsheet: ../content/other.md#part\n---\n")
    try folder.write("content/other.md", "---\nimage: https://exemple.fr/x.png\nsheet: ../../etc/passwd\n---\n")
    try folder.write("content/bad.md", "---\nimage: b.png\nsheet: non.md\n---\n")
    let result = try folder.run("content")
    #expect(places(result.text) == ["content/bad.md:2:8 unknown-reference", "content/bad.md:3:8 unknown-reference"])
    #expect(result.text.contains("there is no file “b.png” in static"))
  }

  @Test func aValueBelongsToOneFile() throws {
    let folder = try folder("uniqueInFolder: {folder: content, keys: [slug, id]}\n")
    try folder.write("content/a.md", "---\nslug: x\nid: 1\n---\n")
    try folder.write("content/deep/b.md", "---\ntitle: B\nslug: x\nid: 2\n---\n")
    try folder.write("content/c.md", "---\nslug: y\n---\n")
    try folder.write("drafts/d.md", "---\nslug: x\n---\n")
    for jobs in ["1", "8"] {
      let result = try folder.run("--jobs", jobs, ".")
      #expect(places(result.text) == ["content/a.md:2:7 schema", "content/deep/b.md:3:7 schema"])
      #expect(result.text.contains("“x” is already the “slug” of another page (content/deep/b.md:3:7)"))
      #expect(result.text.contains("(content/a.md:2:7)"))
    }
  }

  @Test func keysAreMovedWithTheirComments() throws {
    let folder = try folder("keyOrder: [title, date, tags]\n")
    try folder.write(
      "a.md",
      """
      ---
      # $schema: schema.yml
      # The tags.
      tags:
        - a # one

      # When it was.
      date: 2022-05-30 # a Monday
      other: 1

      title: |
        A title
        of two lines
      # The end.
      ---
      Text.

      """)
    let result = try folder.run("--unsafe-fixes", "a.md")
    #expect(result.status == 0, "\(result.text)")
    #expect(
      String(decoding: try folder.bytes("a.md"), as: UTF8.self) == """
        ---
        # $schema: schema.yml
        title: |
          A title
          of two lines
        # The end.
        # When it was.
        date: 2022-05-30 # a Monday
        other: 1

        # The tags.
        tags:
          - a # one

        ---
        Text.

        """)
  }

  @Test(arguments: [
    "b: &x 1\na: *x\n", "b: {c: 1}\n\"a\": 1\nb: 2\n", "{b: 1, a: 2}\n", "b: 1\n<<: {a: 2}\na: 3\n",
  ])
  func whatCouldChangeItsMeaningIsNotMoved(text: String) throws {
    let folder = try folder("keyOrder: [a, b]\n")
    try folder.write("a.md", "---\n\(text)---\n")
    _ = try folder.run("--unsafe-fixes", "--select", "schema", "a.md")
    #expect(try folder.bytes("a.md") == Array("---\n\(text)---\n".utf8))
  }
}
