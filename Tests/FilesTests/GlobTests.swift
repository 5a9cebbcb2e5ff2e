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

  /// Random patterns against the plainest matcher there is, which tries everything.
  @Test func agreesWithTryingEverything() throws {
    var state: UInt64 = 11
    func next(_ bound: UInt64) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % bound)
    }
    let parts = ["a", "b", "/", "*", "**", "?", "/**/", "**/", "/**", "*a", "a*"]
    var matches = 0
    for _ in 0..<50_000 {
      let pattern = Array((0..<(1 + next(6))).map { _ in parts[next(UInt64(parts.count))] }.joined().utf8)
      let path = (0..<(1 + next(8))).map { _ in Array("aab/".utf8)[next(4)] }
      let expected = Self.matches(pattern[...], path[...], atStart: true)
      let found = try GlobPattern(pattern, wholeCharacters: false).matches(path, from: 0, to: path.count)
      if found { matches += 1 }
      if found != expected {
        Issue.record("\(String(decoding: pattern, as: UTF8.self)) \(String(decoding: path, as: UTF8.self)) \(expected)")
        return
      }
    }
    #expect(matches > 1000)
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let slash = UInt8(ascii: "/")
    if first == UInt8(ascii: "*") {
      let stars = pattern.prefix { $0 == first }
      let rest = pattern.dropFirst(stars.count)
      let isWhole = stars.count > 1 && atStart && (rest.isEmpty || rest.first == slash)
      if isWhole, rest.isEmpty { return true }
      if isWhole {
        var path = path
        while true {
          if matches(rest.dropFirst(), path, atStart: true) { return true }
          guard let next = path.firstIndex(of: slash) else { return false }
          path = path[(next + 1)...]
        }
      }
      for end in path.startIndex...path.endIndex {
        if matches(rest, path[end...], atStart: false) { return true }
        if end < path.endIndex, path[end] == slash { return false }
      }
      return false
    }
    guard let byte = path.first, byte == first || (first == UInt8(ascii: "?") && byte != slash) else { return false }
    return matches(pattern.dropFirst(), path.dropFirst(), atStart: first == slash)
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
