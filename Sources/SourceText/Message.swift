/// A language that the program speaks.
public enum Language: String, Sendable, CaseIterable {
  /// French, with French typography.
  case fr
  /// English.
  case en
}

/// One text for people, in every language of the program.
///
/// Messages are plain text on one line; text quoted from a file stands between « » in French and “ ” in English.
public struct Message: Hashable, Sendable {
  /// The French text, with non-breaking spaces where French typography wants them.
  public var fr: String
  /// The English text.
  public var en: String

  /// Makes a message from its two texts.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .fr: fr
    case .en: en
    }
  }
}

extension Message {
  /// The title of a fix that writes a text.
  package static func write(_ text: String) -> Message { Message(fr: "Écrire \(fr: text)", en: "Write \(en: text)") }
}

extension DefaultStringInterpolation {
  /// Quotes a text as French does: `«\u{A0}…\u{A0}»`.
  package mutating func appendInterpolation(fr text: some Any) { appendLiteral("«\u{A0}\(text)\u{A0}»") }

  /// Quotes a text as English does: `“…”`.
  package mutating func appendInterpolation(en text: some Any) { appendLiteral("“\(text)”") }
}
