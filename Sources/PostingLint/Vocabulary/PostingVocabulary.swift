import DataTree
package import JSONSchema
import SourceText

/// The keywords that the program adds to JSON Schema; `schemas/README.md` describes them.
///
/// A keyword measures: each of its failures carries a payload of the keyword's own, which a rule puts into words.
package enum PostingVocabulary {
  /// The address that names the vocabulary in `$vocabulary`.
  package static let address = "urn:posting-lint:vocabulary:1"
  /// The address of the metaschema that holds the standard's keywords and these.
  package static let metaschemaAddress = "urn:posting-lint:metaschema:1"

  /// What is wrong with one value.
  typealias Check = @Sendable (_ node: NodeID, _ tree: DataTree) -> [CustomFailure]

  /// One keyword: its name, the schema of its value, and how its value becomes a check.
  struct Keyword: Sendable {
    let name: String
    /// The schema of the keyword's value, as JSON.
    let metaschema: String
    /// Reads the keyword's value; `nil` for a keyword that only says something to the program.
    let compile: (@Sendable (_ value: NodeID, _ schema: DataTree, _ options: LintOptions) -> Check?)?

    init(
      _ name: String, metaschema: String,
      compile: (@Sendable (NodeID, DataTree, LintOptions) -> Check?)? = nil
    ) {
      self.name = name
      self.metaschema = metaschema
      self.compile = compile
    }
  }

  /// All keywords, by name.
  static let keywords: [Keyword] = [
    .addressList, .assertFormat, .containsValueOf, .dateAfter, .dateOrder, .descriptionIn, .existingFile, .keyOrder,
    .knownWords, .orderedBy, .readerName, .reference, .report, .reviewPeriods, .roleTitle, .ruleName, .staleAfter,
    .timestamp, .uniqueBy, .uniqueInFolder, .unquotedDate, .webAddress,
  ]

  /// The keywords for the schema compiler, with what the user asked for.
  package static func customKeywords(_ options: LintOptions) -> [CustomKeyword] {
    keywords.map { keyword in
      CustomKeyword(keyword.name, vocabulary: address, metaschema: keyword.metaschema) { tree, node in
        keyword.compile?(node, tree, options).map(KeywordCheck.init)
      }
    }
  }

  /// The same keywords in the same order, each of which has a check wherever it could have one: for an image of a schema,
  /// which serves any options.
  static var speakingKeywords: [CustomKeyword] {
    keywords.map { keyword in
      CustomKeyword(keyword.name, vocabulary: address, metaschema: keyword.metaschema) { _, _ in
        keyword.compile == nil ? nil : KeywordCheck { _, _ in [] }
      }
    }
  }

  /// Runs a keyword's check for the schema engine.
  private struct KeywordCheck: CustomCheck {
    let check: Check

    func failures(of node: NodeID, in tree: DataTree) -> [CustomFailure] { check(node, tree) }
  }
}
