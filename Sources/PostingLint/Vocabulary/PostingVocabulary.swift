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
  /// As above, where it may be as much as the value has words: `take` is given one failure after the other, until it says
  /// no.
  typealias Walk = @Sendable (_ node: NodeID, _ tree: DataTree, _ take: (CustomFailure) -> Bool) -> Void

  /// One keyword: its name, the schema of its value, and how its value becomes a check.
  struct Keyword: Sendable {
    let name: String
    /// The schema of the keyword's value, as JSON.
    let metaschema: String
    /// Reads the keyword's value; `nil` for a keyword that only says something to the program.
    let compile: (@Sendable (_ value: NodeID, _ schema: DataTree, _ options: LintOptions) -> (any CustomCheck)?)?

    init(
      _ name: String, metaschema: String,
      compile: (@Sendable (NodeID, DataTree, LintOptions) -> Check?)? = nil
    ) {
      self.name = name
      self.metaschema = metaschema
      guard let compile else {
        self.compile = nil
        return
      }
      self.compile = { value, schema, options in
        compile(value, schema, options).map { KeywordCheck(check: $0) }
      }
    }

    init(_ name: String, metaschema: String, compileWalk: @escaping @Sendable (NodeID, DataTree, LintOptions) -> Walk) {
      self.name = name
      self.metaschema = metaschema
      compile = { value, schema, options in KeywordWalk(walk: compileWalk(value, schema, options)) }
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
        keyword.compile?(node, tree, options)
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

  /// Runs a keyword's walk for the schema engine.
  private struct KeywordWalk: CustomCheck {
    let walk: Walk

    func failures(of node: NodeID, in tree: DataTree) -> [CustomFailure] {
      var result: [CustomFailure] = []
      forEachFailure(of: node, in: tree) { failure in
        result.append(failure)
        return true
      }
      return result
    }

    func forEachFailure(of node: NodeID, in tree: DataTree, _ take: (CustomFailure) -> Bool) { walk(node, tree, take) }
  }
}
