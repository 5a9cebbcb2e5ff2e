import JSONSchema
import SourceText

/// The forms that texts are counted by.
enum TextForm: Int, CaseIterable {
  /// `date` of JSON Schema: a day.
  case date
  /// `date-time` of JSON Schema: a day, a time and a zone.
  case dateTime
  /// An e-mail address.
  case email
  /// A web address, or another address with a scheme.
  case uri

  /// The forms that a text has, at most one; `nil` for any other text.
  init?(_ text: [UInt8]) {
    guard let first = text.first, text.count <= Self.longest else { return nil }
    if first.isDigit, text.count >= 10, text[4] == Byte.dash {
      if StandardFormats.isValid(name: "date", text: text) == true {
        self = .date
        return
      }
      if StandardFormats.isValid(name: "date-time", text: text) == true {
        self = .dateTime
        return
      }
    }
    if Self.hasScheme(text) {
      guard StandardFormats.isValid(name: "uri", text: text) == true else { return nil }
      self = .uri
    } else if text.contains(UInt8(ascii: "@")), StandardFormats.isValid(name: "email", text: text) == true {
      self = .email
    } else {
      return nil
    }
  }

  private static let longest = 4096

  /// Whether a text begins with `mailto:` or with a scheme and `//`: a title with a colon does not.
  private static func hasScheme(_ text: [UInt8]) -> Bool {
    if text.starts(with: "mailto:".utf8) { return true }
    guard let colon = text.prefix(16).firstIndex(of: Byte.colon), colon > 1 else { return false }
    return text[..<colon].allSatisfy(\.isLetter) && text[colon...].starts(with: "://".utf8)
  }

  /// The name of the format in JSON Schema.
  var format: String {
    switch self {
    case .date: "date"
    case .dateTime: "date-time"
    case .email: "email"
    case .uri: "uri"
    }
  }
}
