import SourceText

/// Rules in the order of their ids, found by their names.
public struct RuleList: Sendable {
  /// The rules.
  public let all: [any Rule.Type]
  /// Those that speak of failures of the schema, each with its place in ``all``.
  let failureRules: [(number: Int, rule: any FailureRule.Type)]
  /// What is asked of each rule in every run: a look at its ``RuleInfo`` copies all texts of it.
  let traits: [Traits]
  /// All ids and aliases, sorted, and the place in ``all`` of each.
  private let names: [String]
  private let places: [Int]

  /// What a rule is, without its texts.
  struct Traits: Sendable {
    let id: String
    let severity: Severity
    let scope: RuleScope
    let isOnByDefault: Bool
    let isValidity: Bool
    let runsLast: Bool
    let yieldsTo: [String]

    fileprivate init(_ info: RuleInfo) {
      id = info.id
      severity = info.severity
      scope = info.scope
      isOnByDefault = info.isOnByDefault
      isValidity = info.isValidity
      runsLast = info.runsLast
      yieldsTo = info.yieldsTo
    }
  }

  /// A list of rules.
  public init(_ rules: [any Rule.Type]) {
    all = rules
    failureRules = rules.enumerated().compactMap { number, rule in rule.failureRule.map { (number, $0) } }
    var traits: [Traits] = []
    var names: [String] = []
    var places: [Int] = []
    traits.reserveCapacity(rules.count)
    names.reserveCapacity(rules.count + 16)
    places.reserveCapacity(rules.count + 16)
    for (number, rule) in rules.enumerated() {
      let info = rule.info
      traits.append(Traits(info))
      func add(_ name: String) {
        let place = Self.place(of: name, in: names)
        names.insert(name, at: place)
        places.insert(number, at: place)
      }
      add(info.id)
      info.aliases.forEach(add)
    }
    self.traits = traits
    self.names = names
    self.places = places
  }

  /// The rule with an id or an alias, or `nil`.
  public func info(_ id: String) -> RuleInfo? { number(id).map { all[$0].info } }

  /// The rule with an id, but for an alias.
  func rule(_ id: String) -> (any Rule.Type)? { number(id).flatMap { traits[$0].id == id ? all[$0] : nil } }

  /// The place in ``all`` of the rule with an id or an alias.
  func number(_ id: String) -> Int? {
    let place = Self.place(of: id, in: names)
    return place < names.count && names[place] == id ? places[place] : nil
  }

  /// The rules whose findings explain those of the rule with an id.
  func rivals(of id: String) -> [String] { number(id).map { traits[$0].yieldsTo } ?? [] }

  /// The id nearest to a text, for "did you mean".
  public func nearest(_ text: String) -> String? {
    EditDistance.nearest(to: Array(text.utf8), among: traits.map { Array($0.id.utf8) }).map { traits[$0.index].id }
  }

  /// The place of the first of sorted names that does not come before `name`.
  private static func place(of name: String, in names: [String]) -> Int {
    // Rules mostly come in their order.
    if let last = names.last, last < name { return names.count }
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
