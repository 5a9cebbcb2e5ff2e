import DataTree
import SourceText

/// Makes a schema of what values have in common.
struct SchemaComposer {
  typealias Member = SchemaDraft.Member

  let threshold: Threshold
  let lists: [IDList]

  /// How many values there must be before all of them having something means something.
  private static let many = 20

  // MARK: Groups of keys

  /// The keywords of a group of keys, `type` left out.
  func object(_ objects: ObjectStatistics) -> [Member] {
    let slips = slips(objects)
    let keys = objects.keys.enumerated().filter { !slips.contains($0.offset) }.map(\.element)
    let required = keys.filter { threshold.isMet(by: $0.count, of: objects.count) }
    var members: [Member] = []
    if !required.isEmpty { members.append(Member("required", .list(required.map { .text($0.name) }))) }
    members.append(
      Member(
        "properties",
        .object(
          keys.map { key in
            Member(key.name, .object(value(key.values)), comments: [share(key.count, of: objects.count)])
          })))
    if !objects.hasTooManyKeys { members.append(Member("additionalProperties", .bool(false))) }
    return members
  }

  /// The places of keys that stand in very few groups and look like a key of many with values of the same type.
  private func slips(_ objects: ObjectStatistics) -> Set<Int> {
    let names = objects.keys.map(\.name)
    var result: Set<Int> = []
    for (place, key) in objects.keys.enumerated() where key.count * 100 <= objects.count {
      let type = key.values.commonest
      let others = objects.keys.indices.filter {
        $0 != place && objects.keys[$0].count >= key.count * 20 && objects.keys[$0].values.commonest == type
      }
      if let match = EditDistance.nearest(to: key.name, among: others.map { names[$0] }), match.distance <= 1 {
        result.insert(place)
      }
    }
    return result
  }

  private func share(_ part: Int, of whole: Int) -> Message {
    let percent = part * 100 / max(whole, 1)
    let shown = percent == 0 ? "< 1" : "\(percent)"
    return Message(fr: "\(part) sur \(whole) (\(shown)\u{A0}%)", en: "\(part) of \(whole) (\(shown)%)")
  }

  // MARK: Values

  /// The schema of a value.
  func value(_ values: ValueStatistics) -> [Member] {
    let types = types(values)
    var members: [Member] = []
    let names = types.map { SchemaDraft.Value.word(Self.name($0)) }
    if let only = names.first, names.count == 1 {
      members.append(Member("type", only))
    } else if !names.isEmpty {
      members.append(Member("type", .list(names)))
    }
    if types.contains(.string) { members += text(values.texts, isAlone: types == [.string]) }
    if types.contains(.sequence) { members += list(values.lists) }
    if types.contains(.mapping) { members += object(values.objects) }
    return members
  }

  /// The types that are no exceptions, `integer` left out beside `number`.
  private func types(_ values: ValueStatistics) -> [ValueType] {
    let all: [ValueType] = [.string, .boolean, .integer, .float, .sequence, .mapping, .null]
    let whole = values.count
    var types = all.filter { threshold.isNotable(values.count($0), of: whole) }
    if types.isEmpty { types = all.filter { values.count($0) > 0 } }
    if types.contains(.float) { types.removeAll { $0 == .integer } }
    return types
  }

  private static func name(_ type: ValueType) -> String {
    switch type {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .float: "number"
    case .string: "string"
    case .sequence: "array"
    case .mapping: "object"
    }
  }

  // MARK: Texts

  /// The keywords of texts; those that other types would fail only where there are no others.
  private func text(_ texts: TextStatistics, isAlone: Bool) -> [Member] {
    let written = texts.count - texts.empties
    let mayBeEmpty = threshold.isNotable(texts.empties, of: texts.count)
    if let place = lists.indices.first(where: { threshold.isMet(by: texts.ids[$0], of: written) }), written > 1 {
      var members = [Member("list", .word(lists[place].name))]
      if let folder = lists[place].folder { members.append(Member("folder", .word(folder))) }
      return [Member("reference", .object(members))]
    }
    if let form = form(texts, written, mayBeEmpty) { return [form] }
    if isAlone, !mayBeEmpty, let words = texts.listedWords(threshold) {
      return [Member("enum", .list(words.map { .text($0) }))]
    }
    return texts.empties == 0 && written >= Self.many ? [Member("minLength", .number(1))] : []
  }

  /// The form that the texts have; where some may be empty, the keyword that says nothing of these.
  private func form(_ texts: TextStatistics, _ written: Int, _ mayBeEmpty: Bool) -> Member? {
    func has(_ form: TextForm) -> Bool { threshold.isMet(by: texts.forms[form.rawValue], of: written) }
    let days = texts.forms[TextForm.date.rawValue]
    let moments = texts.forms[TextForm.dateTime.rawValue]
    if threshold.isMet(by: days + moments, of: written) {
      if !mayBeEmpty, let form = [TextForm.date, .dateTime].first(where: has) {
        return Member("format", .word(form.format))
      }
      return Member("timestamp", .bool(true))
    }
    guard let form = [TextForm.email, .uri].first(where: has) else { return nil }
    if !mayBeEmpty { return Member("format", .word(form.format)) }
    return form == .uri
      ? Member("webAddress", .bool(true))
      : Member("addressList", .object([Member("accepts", .list([.word("email")]))]))
  }

  // MARK: Lists

  private func list(_ lists: ListStatistics) -> [Member] {
    var members: [Member] = []
    if lists.empties == 0, lists.count >= Self.many { members.append(Member("minItems", .number(1))) }
    if lists.count >= Self.many, lists.items.map({ $0.count > lists.count && $0.count(.string) > 0 }) ?? false,
      threshold.isMet(by: lists.unrepeated, of: lists.count)
    {
      members.append(Member("uniqueItems", .bool(true)))
    }
    if let items = lists.items {
      let schema = value(items)
      if !schema.isEmpty { members.append(Member("items", .object(schema))) }
    }
    return members
  }
}
