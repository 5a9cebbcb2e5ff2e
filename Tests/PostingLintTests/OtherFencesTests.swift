import DataTree
import PostingLint
import SourceText
import Testing

/// Front matter in TOML and JSON: where it is, and what is said of fences that are nearly right.
@Suite struct OtherFencesTests {
  private func document(_ text: String) -> Document {
    Document(Source(path: "page.md", text: text))
  }

  private func body(_ text: String) -> String {
    let document = document(text)
    return document.source.text(in: document.frontMatter.body)
  }

  @Test(arguments: [
    "+++\na = 1\n+++\nTexte", "+++\r\na = 1\r\n+++\r\nTexte", "\u{FEFF}+++\na = 1\n+++\nTexte", "{\"a\": 1}\nTexte",
    "{\n  \"a\": 1\n}\nTexte", "\u{FEFF}{ \"a\": 1 }\nTexte",
  ])
  func isFound(_ text: String) {
    let document = document(text)
    #expect(document.frontMatter.problems.isEmpty)
    #expect(document.errors.isEmpty)
    #expect(document.text("a") == Array("1".utf8))
    #expect(body(text) == "Texte")
  }

  @Test(arguments: [
    "+++ toml\na = 1\n+++\nTexte", "---toml\na = 1\n---\nTexte", "---json\n{\"a\": 1}\n---\nTexte",
    ";;;\n{\"a\": 1}\n;;;\nTexte", " +++\na = 1\n+++\nTexte", "\n+++\na = 1\n+++\nTexte", "+++\na = 1\n  +++\nTexte",
    "+++\na = 1\n++++\nTexte", "<!-- note -->\n+++\na = 1\n+++\nTexte",
  ])
  func isNearlyRight(_ text: String) {
    let document = document(text)
    #expect(document.frontMatter.problems.count == 1 || text.hasPrefix("---toml"))
    #expect(document.text("a") == Array("1".utf8))
    #expect(body(text) == "Texte")
  }

  @Test(arguments: [
    "+ un\n+ deux\n", "+++\n\nTexte\n", "{{< figure >}}\n", "{% include a %}\n", "{: .classe }\n", "[a](b)\n",
    "# +++\n",
    "{\n}", "{texte} libre\n",
  ])
  func ordinaryTextIsNone(_ text: String) {
    let document = document(text)
    #expect(document.frontMatter.syntax == .yaml || document.root == nil || document.tree.nodes.count < 2)
  }

  @Test func aFenceInATextIsSaid() {
    let document = document("+++\nt = \"\"\"\n+++ x\n\"\"\"\na = 1\n+++\nTexte")
    #expect(document.text("a") == Array("1".utf8))
    #expect(document.frontMatter.problems == [.delimiterInside(ByteRange(12, 17))])
  }

  @Test func aBlockWithoutItsEndIsRead() {
    let document = document("+++\na = 1\nb = 2\n\nTexte")
    #expect(document.text("b") == Array("2".utf8))
    #expect(document.frontMatter.closing == nil)
  }
}
