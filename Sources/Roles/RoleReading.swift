public import SourceText

/// What a title says.
public struct RoleReading: Hashable, Sendable {
  /// The canonical names of the roles, in the order of the title, each once.
  public let roles: [String]
  /// The domains that the roles imply, each once; empty where the title cannot tell.
  public let domains: [String]
  /// Whether the title addresses both genders on purpose.
  public let isInclusive: Bool
  /// The devices of inclusive writing that it uses, joined by `; `; `masculine only` or `none` where there is none.
  public let form: String
  /// Seniority, contract and working time, in the order of the vocabulary.
  public let modifiers: [String]
  /// The words that name the roles, in the order of the title, as ranges of the bytes that were read.
  public let ranges: [ByteRange]
  /// The masculine nouns and articles that have no feminine beside them, each with a text that has both; empty unless
  /// the title is in the masculine alone.
  public let masculines: [MasculineWording]

  /// The reading as one line of JSON: `roles`, `domains`, `inclusive`, `form`, `modifiers`.
  public var json: String {
    var json = JSONWriter(isSpaced: true)
    json.object {
      $0.member("roles", roles)
      $0.member("domains", domains)
      $0.member("inclusive", isInclusive)
      $0.member("form", form)
      $0.member("modifiers", modifiers)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// A masculine wording of a title, and one with both genders in its place.
public struct MasculineWording: Hashable, Sendable {
  /// The noun, with its article and the words that agree with it.
  public let range: ByteRange
  /// The doublet, feminine first, in the writer's case: `une développeuse ou un développeur`.
  public let doublet: String
}
