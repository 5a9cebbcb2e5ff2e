import SourceText
import Testing

@testable import Files

struct GlobTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "deep/er/a.md", true), ("*.md", "a.mdx", false), ("*.md", ".md", true),
    ("/*.md", "a.md", true), ("/*.md", "deep/a.md", false),
    ("jobs/**/*.md", "jobs/a.md", true), ("jobs/**/*.md", "jobs/x/y/a.md", true), ("jobs/**/*.md", "a.md", false),
    ("jobs/**", "jobs/a", true), ("jobs/**", "jobs", false), ("**/a.md", "a.md", true), ("**/a.md", "x/y/a.md", true),
    ("**/x/**/a.md", "p/x/q/x/a.md", true), ("jobs/*.md", "jobs/x/a.md", false), ("a**b.md", "axxb.md", true),
    ("**", "x/y", true), ("a/**/**/b", "a/b", true), ("a/**/**/b", "a/x/b", true),
    ("*.{md,mdx}", "x/a.mdx", true), ("{jobs,posts}/*.md", "posts/a.md", true), ("{a,b{c,d}}.md", "bd.md", true),
    ("{a,b{c,d}}.md", "b.md", false), ("a{,b}.md", "a.md", true),
    ("?.md", "é.md", true), ("?.md", "ab.md", false), ("[a-c]*.md", "b1.md", true), ("[!a-c].md", "b.md", false),
    ("[^a-c].md", "d.md", true), ("[]a].md", "].md", true), ("[[:digit:]].md", "7.md", true),
    ("a[/]b", "a/b", false), ("a?b/c", "a/b/c", false), (#"\*.md"#, "*.md", true), (#"\*.md"#, "a.md", false),
    (#"\{a\}.md"#, "{a}.md", true), ("*a*b*c", "xaxbxaxbxc", true), ("*a*b*c", "xaxbxaxbx", false),
    ("*/x", "a/x", true), ("*/x", "a/b/x", false), ("été/*", "été/a", true),
  ])
  func matches(pattern: String, path: String, expected: Bool) throws {
    #expect(try Glob(pattern).matches(SourcePath(path)) == expected)
  }

  @Test func comparesBytesNotCharacters() throws {
    #expect(try !Glob("e\u{301}.md").matches(SourcePath("é.md")))
  }

  @Test(arguments: [
    ("archive/", "archive/a.md", true), ("archive/", "x/archive/y/a.md", true), ("archive/", "archive", false),
    ("/archive", "archive/a.md", true), ("/archive", "x/archive/a.md", false), ("*.tmp", "a.tmp/x.md", true),
    ("jobs/old", "jobs/old/a.md", true), ("jobs/old", "jobs/older/a.md", false),
  ])
  func covers(pattern: String, path: String, expected: Bool) throws {
    #expect(try Glob(pattern).covers(SourcePath(path)) == expected)
  }

  @Test(arguments: [
    ("", Glob.Failure.empty), ("[a", .unclosedSet), ("[]", .unclosedSet), ("{a", .unclosedBraces),
    ("a\\", .danglingEscape), (String(repeating: "{a,b}", count: 20), .tooManyAlternatives),
    (String(repeating: "a", count: 5000), .tooLong),
  ])
  func refuses(pattern: String, failure: Glob.Failure) {
    #expect(throws: failure) { try Glob(pattern) }
  }

  @Test func hostilePatternsEnd() throws {
    let stars = String(repeating: "*a", count: 200) + "b"
    #expect(try !Glob(stars).matches(SourcePath(String(repeating: "a", count: 4000))))
    let folders = String(repeating: "**/*a/", count: 100) + "b"
    #expect(try !Glob(folders).matches(SourcePath(String(repeating: "aa/", count: 1300))))
    #expect(throws: Glob.Failure.self) { try Glob(String(repeating: "{", count: 4000)) }
    #expect(try Glob(String(repeating: "{", count: 2000) + String(repeating: "}", count: 2000)).text.utf8.count == 4000)
  }
}
