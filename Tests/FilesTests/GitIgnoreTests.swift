import SourceText
import Testing

@testable import Files

struct GitIgnoreTests {
  /// Files of patterns that try each sentence of gitignore(5), and the odd corners of git's own reading.
  static let contents: [String] = [
    "*.md\n!keep.md\n",
    "keep.md\n*.md\n",
    "/a.md\nsub/b.md\n",
    "sub/\n",
    "/sub/deep\n",
    "**/deep\n",
    "sub/**\n",
    "sub/**/b.md\n",
    "sub/*/b.md\n",
    "**/deep/**/b.md\n",
    "deep/b.md\n",
    "a?md\nsub?deep\n",
    "[ab].md\n",
    "[!a].md\n",
    "[^a].md\n",
    "[a-c]*\n",
    "[[:alpha:]].md\n[[:nope:]]x\n",
    "[]x].md\n",
    "[\n[a\n[a-\n",
    "[z-a].md\n",
    "\\#hash.md\n\\!bang.md\n",
    "#hash.md\n!bang.md\n",
    "a.md   \n",
    #"a.md\ "# + "\nspace \\ \n",
    "space .md\ntrail.md\\ \n",
    "a.md\r\nb.md\r\n",
    "\u{FEFF}a.md\n",
    "*\n!*/\n!*.md\n",
    "*\n!sub\n!sub/deep/b.md\n",
    "/*\n!/sub\n/sub/*\n!/sub/deep\n",
    "a**d\n",
    "**b.md\n",
    "***/b.md\n",
    "sub/**deep/b.md\n",
    "/**\n",
    "/**/b.md\n",
    "**\n!**/\n",
    "/\n",
    "\\\n",
    "a.md\\\n",
    #"a\.md"# + "\n",
    #"[\]].md"# + "\n" + #"[\\].md"# + "\n",
    "sub//\n",
    "sub/deep/\n!sub/deep/b.md\n",
    "!\n!!\n!!bang.md\n",
    "   \n\t\n",
    "é*.md\n",
    "?.md\n??.md\n",
    "*.MD\n",
    "*/b.md\n",
    "*/*/b.md\n",
    "*b*\n",
    "s*b/d*p/?.md\n",
    "[a-]*.md\n[-b]*.md\n",
    "sub[/]deep\n",
    "[!/]ub\n",
    "b.md",
  ]

  static let files = [
    "a.md", "b.md", "keep.md", "é.md", "ab.md", "x].md", "].md", "-b.md", "#hash.md", "!bang.md", "space .md",
    "trail.md ",
    "axxd", "a.MD", "z.md", "sub/a.md", "sub/b.md", "sub/deep/b.md", "sub/deep/keep.md", "sub/deep/er/b.md",
    "other/sub/b.md", "other/deep/x/b.md", "other/sub/deep/b.md", "axx/b.md",
  ]

  @Test(.enabled(if: Machine.hasGit, "needs git"), arguments: contents)
  func agreesWithGit(content: String) throws {
    let folder = try Folder()
    for name in Self.files { try folder.write(name) }
    try folder.write(".gitignore", content)
    try folder.shell("git init -q .; git config core.excludesFile /dev/null")
    let list = try folder.shell("git ls-files -z --others --exclude-standard")
    let expected = Set(list.split(separator: "\0").map(String.init)).subtracting([".gitignore"])
    #expect(Set(Self.kept(GitIgnore(Array(content.utf8)))) == expected)
  }

  /// The files that one set of patterns at the top keeps, a file in an ignored folder being ignored with it.
  private static func kept(_ patterns: GitIgnore) -> [String] {
    files.filter { file in
      let path = Array(file.utf8)
      for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
        if patterns.verdict(on: Array(path[..<index]), isFolder: true) == .ignored { return false }
      }
      return patterns.verdict(on: path, isFolder: false) != .ignored
    }
  }

  @Test func readsTheDocumentedExample() {
    let patterns = GitIgnore(Array("# exclude everything except foo/bar\n/*\n!/foo\n/foo/*\n!/foo/bar\n".utf8))
    #expect(patterns.verdict(on: Array("foo".utf8), isFolder: true) == .kept)
    #expect(patterns.verdict(on: Array("foo/bar".utf8), isFolder: true) == .kept)
    #expect(patterns.verdict(on: Array("foo/baz".utf8), isFolder: false) == .ignored)
    #expect(patterns.verdict(on: Array("foo/bar/x".utf8), isFolder: false) == .silent)
  }

  @Test(.enabled(if: Machine.hasGit, "needs git"))
  func aWalkAgreesWithGit() throws {
    let folder = try Folder()
    for name in Self.files.filter({ $0.hasSuffix(".md") }) { try folder.write(name) }
    try folder.write(".gitignore", "sub/deep/er\n*p.md\n/b.md\n")
    try folder.write("other/.gitignore", "b.md\n!sub/b.md\n/deep/\n")
    try folder.write("sub/deep/.gitignore", "!*\n")
    try folder.shell("git init -q .; git config core.excludesFile /dev/null; echo 'z.md' >> .git/info/exclude")
    let list = try folder.shell("git ls-files -z --others --exclude-standard -- '*.md'")
    #expect(
      folder.found()
        == list.split(separator: "\0").map(String.init).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
