import DataTree
import SourceText

/// js-yaml, versions 3 and 4, and `yaml` 2 of eemeli: values are JavaScript's.
struct JavaScriptComposer: GraphComposer {
  /// Whose rules hold.
  enum Library {
    case jsYAML3
    case jsYAML4
    case eemeli
  }

  var core: ComposerCore
  let library: Library

  private func plain(_ text: [UInt8]) -> ReaderValue {
    if library == .eemeli {
      return core.graph.version == YAMLVersion(major: 1, minor: 1)
        ? CoreScalars.resolve11(text) : CoreScalars.resolve(text)
    }
    return JSYAMLScalars(isVersion3: library == .jsYAML3).resolve(text)
  }

  func scalar(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    guard let tag = core.tag(node) else {
      return node.style == .plain ? plain(core.text(node)) : .string(core.text(node))
    }
    if tag == [Byte.exclamation] {
      return library != .eemeli && core.text(node).isEmpty && node.style == .plain ? .null : .string(core.text(node))
    }
    guard library != .eemeli else { return eemeliTag(CoreTag.name(tag), node, plain(core.text(node))) }
    let value = plain(core.text(node))
    switch (CoreTag.name(tag), value) {
    case ("str", _): return .string(core.text(node))
    case ("null", .null), ("bool", .bool), ("timestamp", .dateTime): return value
    case ("int", .float):
      guard JSYAMLScalars(isVersion3: library == .jsYAML3).integer(core.text(node)) != nil else {
        throw Refusal(.tag, node.range)
      }
      return value
    case ("float", .float):
      guard let number = JSYAMLScalars(isVersion3: library == .jsYAML3).float(core.text(node)) else {
        throw Refusal(.tag, node.range)
      }
      return .float(number)
    case ("merge", _) where core.text(node).isOne(of: "<<"): return .string(core.text(node))
    case ("binary", _):
      guard let bytes = Base64.decode(core.text(node), isStrict: true) else { throw Refusal(.tag, node.range) }
      return .bytes(bytes)
    default: throw Refusal(.tag, node.range)
    }
  }

  /// `yaml` warns of a tag that it cannot use, and takes the text.
  private func eemeliTag(_ name: String?, _ node: GraphNode, _ plain: ReaderValue) -> ReaderValue {
    switch (name, plain) {
    case ("int", .float), ("float", .float), ("bool", .bool), ("null", .null): plain
    case ("binary", _): Base64.decode(core.text(node)).map { .bytes($0) } ?? .string(core.text(node))
    case ("timestamp", _):
      WrittenTime(core.text(node)).map { .dateTime(JSYAMLScalars.date($0)) } ?? .string(core.text(node))
    default: .string(core.text(node))
    }
  }

  mutating func sequence(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let name = CoreTag.name(core.tag(node))
    let isKnown =
      core.tag(node) == nil || core.tag(node) == [Byte.exclamation] || name == "seq" || name == "omap"
      || name == "pairs"
    guard isKnown || library == .eemeli else { throw Refusal(.tag, node.range) }
    let items = try items(node)
    guard name == "omap" || name == "pairs" else { return .sequence(items) }
    var pairs: [ReaderPair] = []
    for item in items {
      guard case .mapping(let one) = item, one.count == 1 else { throw Refusal(.tag, node.range) }
      pairs += one
    }
    if library == .eemeli, name == "omap" { return .mapping(pairs) }
    return name == "pairs" && library != .eemeli
      ? .sequence(pairs.map { .sequence([$0.key, $0.value]) }) : .sequence(items)
  }

  mutating func mapping(_ node: GraphNode) throws(Refusal) -> ReaderValue {
    let name = CoreTag.name(core.tag(node))
    let isKnown = core.tag(node) == nil || core.tag(node) == [Byte.exclamation] || name == "map" || name == "set"
    guard isKnown || library == .eemeli else { throw Refusal(.tag, node.range) }
    var builder = MappingBuilder()
    var overridable: Set<[UInt8]> = []
    for (key, child) in core.pairs(node) {
      if library != .eemeli, core.isMergeKey(key) {
        try merge(child, into: &builder, &overridable)
        continue
      }
      let range = core.graph.nodes[key].range
      let typed = try value(key)
      let keyValue = try keyText(typed, key)
      let identity =
        library == .eemeli
        ? MappingBuilder.identity(typed, booleansAreNumbers: false) : MappingBuilder.identity(keyValue)
      if builder.place(of: identity) != nil, overridable.remove(identity) == nil { throw Refusal(.duplicateKey, range) }
      let item = try value(child)
      builder.set(identity, ReaderPair(keyValue, item))
      if name == "set", library != .eemeli, case .null = item {
      } else if name == "set", library != .eemeli {
        throw Refusal(.tag, range)
      }
    }
    if name == "set", library == .eemeli { return .set(builder.pairs.map(\.key)) }
    return .mapping(Self.ordered(builder.pairs))
  }

  private mutating func merge(
    _ child: Int, into builder: inout MappingBuilder, _ overridable: inout Set<[UInt8]>
  ) throws(Refusal) {
    let range = core.graph.nodes[child].range
    var sources: [[ReaderPair]] = []
    switch try value(child) {
    case .mapping(let pairs): sources = [pairs]
    case .sequence(let items):
      for item in items {
        guard case .mapping(let pairs) = item else { throw Refusal(.merge, range) }
        sources.append(pairs)
      }
    default: throw Refusal(.merge, range)
    }
    for pair in sources.joined() {
      let identity = MappingBuilder.identity(pair.key)
      if !builder.set(identity, pair, replaces: false) { overridable.insert(identity) }
    }
  }

  // MARK: Keys

  private func keyText(_ key: ReaderValue, _ node: Int) throws(Refusal) -> ReaderValue {
    if library == .eemeli {
      switch key {
      case .null: return .string([])
      case .sequence, .mapping:
        guard let index = core.resolved(node) else { return .string([]) }
        return .text(flowText(index))
      default: return .text(Self.string(of: key))
      }
    }
    guard case .sequence(let items) = key else { return .text(Self.string(of: key)) }
    if items.contains(where: { if case .sequence = $0 { true } else { false } }) {
      throw Refusal(.keyType, core.graph.nodes[node].range)
    }
    return .text(
      items.map { item in
        switch item {
        case .null: ""
        default: Self.string(of: item)
        }
      }.joined(separator: ","))
  }

  /// What `String()` makes of a value.
  static func string(of value: ReaderValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .int(let text): text
    case .float(let double): number(double)
    case .string(let text): String(decoding: text, as: UTF8.self)
    case .dateTime(let time): date(time)
    case .sequence(let items): items.map(string).joined(separator: ",")
    default: "[object Object]"
    }
  }

  private static func number(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    if abs(number) < 1e21, Numbers.isWhole(number) { return Numbers.whole(number) }
    let (digits, exponent) = Notation.shortest(number)
    let sign = number < 0 ? "-" : ""
    if exponent < -6 || exponent >= 21 {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  private static func date(_ time: CalendarTime) -> String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekday = ((time.dayNumber + 4) % 7 + 7) % 7
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = String(repeating: "0", count: max(0, 4 - String(time.year).utf8.count)) + String(time.year)
    let month = months.indices.contains(time.month - 1) ? months[time.month - 1] : ""
    return
      "\(days[weekday]) \(month) \(two(time.day)) \(year) \(two(time.hour)):\(two(time.minute)):\(two(time.second)) GMT+0000 (Coordinated Universal Time)"
  }

  /// How `yaml` writes a collection that is a key.
  private func flowText(_ index: Int) -> String {
    let node = core.graph.nodes[index]
    switch node.kind {
    case .scalar, .alias: return String(decoding: core.text(node), as: UTF8.self)
    case .sequence:
      let items = core.children(node).map(flowText)
      return items.isEmpty ? "[]" : "[ " + items.joined(separator: ", ") + " ]"
    case .mapping:
      let pairs = core.pairs(node).map { flowText($0.key) + ": " + flowText($0.value) }
      return pairs.isEmpty ? "{}" : "{ " + pairs.joined(separator: ", ") + " }"
    }
  }

  /// The order of an object's keys: whole numbers first, by size.
  private static func ordered(_ pairs: [ReaderPair]) -> [ReaderPair] {
    var numbers: [(UInt32, ReaderPair)] = []
    var others: [ReaderPair] = []
    for pair in pairs {
      if case .string(let text) = pair.key, let number = UInt32(String(decoding: text, as: UTF8.self)),
        number < .max, Array(String(number).utf8) == text
      {
        numbers.append((number, pair))
      } else {
        others.append(pair)
      }
    }
    if numbers.isEmpty { return pairs }
    return numbers.sorted { $0.0 < $1.0 }.map(\.1) + others
  }
}
