import Schemas
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct EmbeddingTests {
  private static let texts: [(name: String, file: String, about: String)] = [
    ("posting", "posting.schema.json", "The schema of postings"),
    ("config", "config.schema.json", "The schema of the configuration"),
    ("diagnostics", "diagnostics.schema.json", "The schema of the JSON output"),
    ("vocabulary", "posting-lint.vocabulary.json", "The metaschema with the program's own keywords"),
    ("jekyll", "jekyll.schema.json", "The keys of Jekyll"),
    ("hugo", "hugo.schema.json", "The keys of Hugo"),
    ("docusaurus", "docusaurus.schema.json", "The keys of a documentation page of Docusaurus"),
    ("myst", "myst.schema.json", "The keys of a page of MyST"),
    ("skill", "skill.schema.json", "The keys of an agent skill"),
    ("agentRules", "agent-rules.schema.json", "The keys of instructions for agents"),
    ("agentPrompt", "agent-prompt.schema.json", "The keys of a prompt for agents"),
  ]

  @Test func embeddedTextsEqualTheirFiles() throws {
    let folder = SharedData.package.appendingPathComponent("schemas")
    var source = """
      /// The schemas and vocabularies of the folder, embedded: the test `embeddedTextsEqualTheirFiles` keeps them equal to
      /// the files, and rewrites this one when UPDATE_EXPECTED=1 is set.
      public enum BundledSchemas {

      """
    for (index, text) in Self.texts.enumerated() {
      let content = String(decoding: try Data(contentsOf: folder.appendingPathComponent(text.file)), as: UTF8.self)
      let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
      source += index > 0 ? "\n" : ""
      source += "  /// \(text.about): the text of `\(text.file)`.\n"
      source += "  public static let \(text.name): StaticString = #\"\"\"\n"
      source += lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
      source += "    \"\"\"#\n"
    }
    source += "}\n"
    let file = folder.appendingPathComponent("BundledSchemas.swift")
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(source.utf8).write(to: file)
    }
    #expect(try Data(contentsOf: file) == Data(source.utf8), "run the tests with UPDATE_EXPECTED=1")
  }
}
