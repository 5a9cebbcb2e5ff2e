import SourceText
import Synchronization

/// Settings of rules that depend on what the front matter of a file says.
package struct ConditionalRules: Sendable {
  /// What is asked of a file.
  private let conditions: [FrontMatterCondition]
  /// The settings where exactly those of the conditions are met.
  private let settings: @Sendable ([Bool]) -> RuleSettings

  /// Settings that depend on which of the conditions a file meets.
  init(_ conditions: [FrontMatterCondition], _ settings: @escaping @Sendable ([Bool]) -> RuleSettings) {
    self.conditions = conditions
    self.settings = settings
  }

  /// Which of the conditions a document meets, in their order.
  func met(by document: Document) -> [Bool] { conditions.map { $0.isMet(by: document) } }

  /// The settings for documents that meet exactly those of the conditions.
  func settings(_ met: [Bool]) -> RuleSettings { settings(met) }
}

/// The linters of one schema for files that meet different conditions: each is made when the first such file comes.
final class LinterVariants: Sendable {
  let rules: ConditionalRules
  private let known = Mutex(NameMap<Linter>())

  init(_ rules: ConditionalRules) {
    self.rules = rules
  }

  /// The linter for a document; `base` is that for documents that meet no condition.
  func linter(for document: Document, _ base: Linter) -> Linter {
    let met = rules.met(by: document)
    guard met.contains(true) else { return base }
    let key = met.map { $0 ? UInt8(1) : 0 }
    return known.withLock { known in
      if let linter = known[key] { return linter }
      let made = Linter(settings: rules.settings(met), options: base.options, schema: base.schema)
      known.set(key, to: made)
      return made
    }
  }
}
