import SourceText

extension MailtoURI.Field {
  /// The field of a mail program that this one was meant to be, in lower case; `nil` where it is one, or where nobody can
  /// know. A program passes over the fields that it does not know (RFC 6068, 4).
  public var meantName: String? {
    guard !name.isEmpty, !Self.known.contains(where: { name.elementsEqual($0.utf8) }) else { return nil }
    for (meant, words) in Self.translated where words.contains(where: { name.elementsEqual($0.utf8) }) { return meant }
    return ["subject", "body"].first {
      EditDistance.distance(name, Array($0.utf8), limit: $0.utf8.count > 4 ? 2 : 1) != nil
    }
  }

  private static let known = [
    "subject", "body", "to", "cc", "bcc", "reply-to", "in-reply-to", "references", "keywords", "comments", "from",
    "importance", "priority", "x-priority",
  ]

  private static let translated: [(meant: String, words: [String])] = [
    ("subject", ["sujet", "objet", "object", "titre", "title", "asunto", "betreff", "oggetto", "onderwerp"]),
    ("body", ["corps", "texte", "text", "message", "contenu", "content", "cuerpo"]),
    ("cc", ["copie", "copy", "ccc"]),
    ("bcc", ["cci", "copie-cachee", "bbc"]),
  ]
}
