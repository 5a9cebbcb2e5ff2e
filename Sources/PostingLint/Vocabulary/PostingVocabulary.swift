import DataTree
package import JSONSchema
import SourceText

/// The keywords that the program adds to JSON Schema; `schemas/README.md` describes them.
package enum PostingVocabulary {
  /// The address that names the vocabulary in `$vocabulary`.
  package static let address = "urn:posting-lint:vocabulary:1"
  /// The address of the metaschema that holds the standard's keywords and these.
  package static let metaschemaAddress = "urn:posting-lint:metaschema:1"

  /// What a keyword's check says of one value.
  typealias Check = @Sendable (_ node: NodeID, _ tree: DataTree) -> [ValueProblem]

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
    .addressList, .containsValueOf, .dateOrder, .descriptionIn, .knownWords, .reference, .report, .roleTitle,
    .ruleName, .timestamp, .uniqueBy, .webAddress,
  ]

  /// The keywords for the schema compiler, with what the user asked for.
  package static func extraKeywords(_ options: LintOptions) -> [ExtraKeyword] {
    keywords.map { keyword in
      ExtraKeyword(keyword.name, vocabulary: address, metaschema: keyword.metaschema) { tree, node in
        .success(keyword.compile?(node, tree, options).map(KeywordCheck.init))
      }
    }
  }

  /// The problems behind a failure of one of these keywords, with their severities, notes and fixes.
  static func problems(behind failure: SchemaFailure, in tree: DataTree, _ options: LintOptions) -> [ValueProblem] {
    guard case .extra(let name, let kind, let message) = failure.kind, let value = failure.annotation(name),
      let check = keywords.first(where: { $0.name == name })?.compile?(value.node, value.tree, options)
    else { return [] }
    // The failure is about a node at or below the one that the keyword stands on.
    for node in [failure.instance, failure.container] {
      let found = check(tree.resolved(node), tree).filter {
        $0.rule.info.id == kind && $0.message == message && $0.range == failure.range
      }
      if !found.isEmpty { return found }
    }
    return []
  }
}

/// Runs a keyword's check for the schema engine.
private struct KeywordCheck: ExtraCheck {
  let check: PostingVocabulary.Check

  func failures(of value: ExtraInstance) -> [ExtraFailure] {
    check(value.node, value.tree).map {
      ExtraFailure($0.rule.info.id, $0.message, at: $0.node, range: $0.range, edits: $0.fix?.edits ?? [])
    }
  }
}
