import Pattern
import SourceText

/// Makes a schema of the fields of a form.
struct FieldComposer {
  typealias Member = SchemaDraft.Member

  private(set) var view: FormView

  init(_ view: FormView) { self.view = view }

  /// The keywords of a group of fields; of two with one name the later one counts.
  mutating func group(_ all: [ContentField]) -> [Member] {
    var last: [[UInt8]: Int] = [:]
    for (place, field) in all.enumerated() { last[field.name] = place }
    let fields = all.indices.filter { last[all[$0].name] == $0 }.map { all[$0] }
    let required = fields.filter(\.isRequired)
    var members = [Member("type", .word("object"))]
    if !required.isEmpty { members.append(Member("required", .list(required.map { .text($0.name) }))) }
    var properties: [Member] = []
    for field in fields { properties.append(Member(field.name, .object(value(field)))) }
    members.append(Member("properties", .object(properties)))
    return members
  }

  private mutating func value(_ field: ContentField) -> [Member] {
    var members: [Member] = []
    if let description = field.description, !description.isEmpty {
      members.append(Member("description", .text(description)))
    }
    if let initial = field.initial { members.append(Member("default", initial)) }
    guard field.isList else { return members + single(field, isItem: false) }
    members.append(Member("type", .word("array")))
    let least = field.itemCounts.least ?? (field.isRequired ? 1 : nil)
    if let least, least > 0 { members.append(Member("minItems", .number(least))) }
    if let most = field.itemCounts.most { members.append(Member("maxItems", .number(most))) }
    let items = single(field, isItem: true)
    if !items.isEmpty { members.append(Member("items", .object(items))) }
    return members
  }

  /// The keywords of one value; an optional one that is no item may be left empty.
  private mutating func single(_ field: ContentField, isItem: Bool) -> [Member] {
    let mayBeEmpty = !field.isRequired && !isItem
    switch field.kind {
    case .text:
      var members = [Member("type", .word("string"))]
      if let pattern = pattern(field, mayBeEmpty) {
        members.append(Member("pattern", .text(pattern)))
      } else if !mayBeEmpty {
        members.append(Member("minLength", .number(1)))
      }
      return members
    case .date:
      return [
        Member("type", .word("string")),
        mayBeEmpty ? Member("timestamp", .bool(true)) : Member("format", .word("date")),
      ]
    case .timestamp: return [Member("type", .word("string")), Member("timestamp", .bool(true))]
    case .boolean: return [Member("type", .word("boolean"))]
    case .integer: return number("integer", field, mayBeEmpty)
    case .number: return number("number", field, mayBeEmpty)
    case .choice(let values):
      let all = mayBeEmpty && !values.isEmpty ? values + [.text([])] : values
      return values.isEmpty ? [] : [Member("enum", .list(all))]
    case .group(let fields): return group(fields)
    case .single(let inner): return value(inner)
    case .variants(let key, let variants):
      var branches: [SchemaDraft.Value] = []
      for variant in variants {
        var members = group(variant.fields.filter { $0.name != key })
        let tag = Member(key, .object([Member("const", .text(variant.name))]))
        for place in members.indices where members[place].key == Array("properties".utf8) {
          if case .object(let properties) = members[place].value { members[place].value = .object([tag] + properties) }
        }
        let place = members.firstIndex { $0.key == Array("required".utf8) }
        if let place, case .list(let required) = members[place].value {
          members[place].value = .list([.text(key)] + required)
        } else {
          members.insert(Member("required", .list([.text(key)])), at: 1)
        }
        branches.append(.object(members))
      }
      return [Member("oneOf", .list(branches))]
    case .reference(let list, let folder):
      var members = [Member("list", .text(list))]
      if let folder { members.append(Member("folder", .text(folder))) }
      return [Member("type", .word("string")), Member("reference", .object(members))]
    case .any: return []
    }
  }

  private func number(_ type: String, _ field: ContentField, _ mayBeEmpty: Bool) -> [Member] {
    var members = [Member("type", .word(type))]
    if let least = field.bounds.least { members.append(Member("minimum", .decimal(least))) }
    if let most = field.bounds.most { members.append(Member("maximum", .decimal(most))) }
    guard mayBeEmpty, field.leavesEmptyText else { return members }
    return [Member("if", .object([Member("const", .text([]))])), Member("else", .object(members))]
  }

  /// The regular expression of a field; `nil`, with a remark, where JSON Schema does not take it.
  private mutating func pattern(_ field: ContentField, _ mayBeEmpty: Bool) -> [UInt8]? {
    guard let pattern = field.pattern, !pattern.isEmpty else { return nil }
    guard (try? CompiledPattern.check(pattern)) != nil else {
      view.remark(
        field, fr: "son expression régulière n’est pas valide, elle est laissée de côté",
        en: "its regular expression is not valid, it is left out")
      return nil
    }
    return mayBeEmpty ? Array("^$|(?:".utf8) + pattern + Array(")".utf8) : pattern
  }
}
