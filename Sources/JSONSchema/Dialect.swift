/// An edition of the JSON Schema specification.
public enum Dialect: UInt8, Sendable, CaseIterable {
  /// http://json-schema.org/draft-07/schema#
  case draft07
  /// https://json-schema.org/draft/2019-09/schema: understood where another schema refers to one that is written in it.
  case draft201909
  /// https://json-schema.org/draft/2020-12/schema
  case draft202012

  /// The address of the edition's metaschema, without a fragment.
  public var metaschema: String {
    switch self {
    case .draft07: "http://json-schema.org/draft-07/schema"
    case .draft201909: "https://json-schema.org/draft/2019-09/schema"
    case .draft202012: "https://json-schema.org/draft/2020-12/schema"
    }
  }
}

/// Several editions.
struct DialectSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let draft07 = DialectSet(.draft07)
  static let draft201909 = DialectSet(.draft201909)
  static let draft202012 = DialectSet(.draft202012)
  static let all: DialectSet = [.draft07, .draft201909, .draft202012]
  static let since201909: DialectSet = [.draft201909, .draft202012]
  static let before202012: DialectSet = [.draft07, .draft201909]

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  private init(_ dialect: Dialect) {
    rawValue = 1 << dialect.rawValue
  }

  func contains(_ dialect: Dialect) -> Bool { contains(DialectSet(dialect)) }
}

/// A group of keywords that a metaschema may switch on (2020-12 core, 8.1.2).
enum Vocabulary: String, Sendable, CaseIterable {
  case core = "core"
  case applicator = "applicator"
  case unevaluated = "unevaluated"
  case validation = "validation"
  case metaData = "meta-data"
  case format = "format-annotation"
  case content = "content"

  /// The vocabulary of an address under either edition, and whether it asks for formats to be asserted.
  static func named(_ address: [UInt8]) -> (vocabularies: [Vocabulary], assertsFormat: Bool)? {
    for edition in ["2020-12", "2019-09"] {
      let prefix = Array("https://json-schema.org/draft/\(edition)/vocab/".utf8)
      guard address.starts(with: prefix) else { continue }
      let name = address.dropFirst(prefix.count)
      if name.elementsEqual("format-assertion".utf8) { return ([.format], true) }
      if name.elementsEqual("format".utf8) { return ([.format], false) }
      guard let found = allCases.first(where: { name.elementsEqual($0.rawValue.utf8) }) else { return nil }
      // The applicators of 2019-09 include the unevaluated ones.
      return (edition == "2019-09" && found == .applicator ? [found, .unevaluated] : [found], false)
    }
    return nil
  }
}
