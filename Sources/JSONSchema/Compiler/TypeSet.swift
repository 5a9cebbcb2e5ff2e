import DataTree

/// The types of JSON Schema.
public enum SchemaType: UInt8, Sendable, CaseIterable {
  case null, boolean, integer, number, string, array, object
}

/// Several types; `number` includes `integer`.
struct TypeSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ type: SchemaType) {
    rawValue = 1 << type.rawValue
  }

  static let all = TypeSet(rawValue: .max)
  static let integer = TypeSet(.integer)
  static let number = TypeSet(.number)

  /// The type of this name in a schema.
  init?(name: [UInt8]) {
    guard let type = SchemaType.allCases.first(where: { name.elementsEqual($0.name.utf8) }) else { return nil }
    self.init(type)
  }

  /// Whether values of this kind are allowed; that a number has no fraction is another question.
  @inline(__always)
  func allows(_ type: ValueType) -> Bool {
    switch type {
    case .null: contains(TypeSet(.null))
    case .boolean: contains(TypeSet(.boolean))
    case .integer: contains(.integer) || contains(.number)
    case .float: contains(.number)
    case .string: contains(TypeSet(.string))
    case .sequence: contains(TypeSet(.array))
    case .mapping: contains(TypeSet(.object))
    }
  }

  /// The types, in the order of `SchemaType`; `integer` is left out beside `number`.
  var types: [SchemaType] {
    SchemaType.allCases.filter { contains(TypeSet($0)) && !($0 == .integer && contains(.number)) }
  }
}

extension SchemaType {
  /// The name in a schema.
  var name: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
