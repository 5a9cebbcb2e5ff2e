import DataTree
import JSONSchema
import SourceText

extension PostingVocabulary.Keyword {
  /// `ruleName: true`: a text that is the id of a rule of this program; for its own configuration.
  static let ruleName = Self("ruleName", metaschema: #"{"type": "boolean"}"#) { value, schema, options in
    guard schema.text(of: value) == "true", let rules = options.rules else { return nil }
    return { node, tree in
      guard tree[node].kind == .scalar, rules.info(tree.text(of: node)) == nil else { return [] }
      return [CustomFailure(UnknownRule(), at: node)]
    }
  }
}

/// A text that is the id of no rule.
struct UnknownRule: Hashable, Sendable {}
