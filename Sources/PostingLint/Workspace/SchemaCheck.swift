package import DataTree
import JSONSchema
import SourceText

/// Checks whole trees, such as configurations, against a schema, without the rules for postings.
package struct SchemaCheck: Sendable {
  private let schema: FrontMatterSchema?

  /// A check against a schema that is part of the program.
  package static func bundled(_ text: StaticString, today: CalendarDate) -> SchemaCheck {
    let document = FrontMatterSchema.bundled(text)
    return SchemaCheck(schema: try? FrontMatterSchema(document: document, options: LintOptions(today: today)))
  }

  /// What is wrong with a tree, by position.
  package func diagnostics(for tree: DataTree) -> [Diagnostic] {
    guard let schema, let root = tree.root else { return [] }
    var findings = Findings(settings: RuleSettings(isPosting: true))
    schema.check(tree, root, as: .data, &findings)
    return findings.diagnostics.sorted { $0.range < $1.range }
  }
}
