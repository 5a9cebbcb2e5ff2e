import JSON
import PostingLint
import SourceText
import Testing

/// What is said of the web address under a key, and what the fix makes of it.
@Suite struct WebAddressTests {
  private func mended(_ address: String) throws -> String? {
    let options = try Harness.options()
    let document = try JSONParser.parse(Array(#"{"properties": {"a": {"webAddress": true}}}"#.utf8))
    let schema = try DocumentSchema(document: document, options: options)
    let linter = Linter(settings: RuleSettings(only: ["malformed-url"]), options: options, schema: schema)
    let text = "---\na: '\(address)'\n---\n"
    guard let found = linter.lint(Source(path: "a.md", text: text)).diagnostics.first else { return nil }
    let edits = found.fix?.edits ?? []
    let fixed = String(decoding: Array(text.utf8).applying(edits), as: UTF8.self)
    return edits.isEmpty ? "" : String(fixed.dropFirst(8).dropLast(6))
  }

  @Test(arguments: [
    "https://exemple.fr", "http://exemple.fr/a_(b)?c=d#e", "https://exemple.fr:8080/", "https://été.fr/é",
    "HTTPS://EXEMPLE.FR", "https://user@exemple.fr/", "https://127.0.0.1/", "https://<hôte>:<port>/x", "",
  ])
  func whatWorks(_ address: String) throws {
    #expect(try mended(address) == nil)
  }

  @Test(arguments: [
    ("https://https://exemple.fr", "https://exemple.fr"), ("www.exemple.fr/page", "https://www.exemple.fr/page"),
    ("exemple.fr", "https://exemple.fr"), ("htpps://exemple.fr", "https://exemple.fr"),
    ("https:/exemple.fr", "https://exemple.fr"), ("https//exemple.fr", "https://exemple.fr"),
    ("https://exemple.fr/a b", "https://exemple.fr/a%20b"), ("https: //exemple.fr", "https://exemple.fr"),
    ("http://http//exemple.fr", "http://exemple.fr"), ("\"https://exemple.fr\"", "https://exemple.fr"),
    ("«\u{A0}https://exemple.fr\u{A0}»", "https://exemple.fr"),
    ("(https://exemple.fr/a_(b))", "https://exemple.fr/a_(b)"),
    ("https://exemple.fr\u{A0}", "https://exemple.fr"),
  ])
  func whatIsMended(_ address: String, _ wanted: String) throws {
    #expect(try mended(address) == wanted)
  }

  @Test(arguments: ["https://", "https://exemple..fr", "/page", "#ancre", "exemple"])
  func whatOnlyAPersonCanMend(_ address: String) throws {
    #expect(try mended(address) == "")
  }
}
