import SourceText

/// Rules in the order of their ids, found by their names.
public struct RuleList: Sendable {
  /// The rules.
  public let all: [any Rule.Type]
  private let numbers: NameMap<Int>

  /// A list of rules.
  public init(_ rules: [any Rule.Type]) {
    all = rules
    var numbers = NameMap<Int>()
    for (number, rule) in rules.enumerated() {
      let info = rule.info
      for name in [info.id] + info.aliases { numbers.set(Array(name.utf8), to: number) }
    }
    self.numbers = numbers
  }

  /// The rule with an id or an alias, or `nil`.
  public func info(_ id: String) -> RuleInfo? { number(id).map { all[$0].info } }

  /// The rule with an id, but for an alias.
  func rule(_ id: String) -> (any Rule.Type)? {
    number(id).map { all[$0] }.flatMap { $0.info.id == id ? $0 : nil }
  }

  /// The place in ``all`` of the rule with an id or an alias.
  func number(_ id: String) -> Int? { numbers[Array(id.utf8)] }

  /// The id nearest to a text, for "did you mean".
  public func nearest(_ text: String) -> String? {
    let ids = all.map { $0.info.id }
    return EditDistance.nearest(to: Array(text.utf8), among: ids.map { Array($0.utf8) }).map { ids[$0.index] }
  }
}
