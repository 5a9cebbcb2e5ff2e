import JSONSchema
import SourceText

/// A key that the schema does not have; found by the schema.
enum UnknownKey: Rule {
  static let info = RuleInfo(
    id: "unknown-key", group: .values, severity: .warning,
    exceptions: [
      SeverityException(.error, fr: "pour une clé proche d’une clé connue", en: "for a key near a known one")
    ], fixability: .safe,
    summary: Message(fr: "une clé n’existe pas", en: "a key is not known"),
    rationale: Message(
      fr: """
        Une clé est le mot avant les deux-points. Le site ignore, sans le dire, les lignes dont il ne connaît pas la \
        clé\u{A0}: «\u{A0}externalUrl\u{A0}» au lieu de «\u{A0}externalURL\u{A0}», et l’adresse est perdue. Une clé proche d’une clé \
        connue est une erreur, une autre un avertissement.
        """,
      en: """
        A key is the word before the colon. The site silently ignores lines whose key it does not know: write \
        “externalUrl” instead of “externalURL”, and the address is lost. A key near a known one is an error, any other \
        a warning.
        """),
    examples: [
      .bad(
        .frontMatter, "externalUrl: https://exemple.fr/offre\n", fixed: "externalURL: https://exemple.fr/offre\n"),
      .bad(.frontMatter, "salaire: selon profil\n"),
      .good(.frontMatter, "externalURL: https://exemple.fr/offre\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    switch failure.kind {
    case .unknownKey(_, let nearest):
      Finding(
        failure.range, failure.message, severity: nearest == nil ? .warning : .error,
        fix: nearest.flatMap { nearest in
          // Two keys of one name would be an error for many readers, and which of them was meant is not known.
          context.hasRival(failure)
            ? nil
            : context.renaming(failure.instance, to: nearest).flatMap {
              Fix(Message(fr: "Écrire «\u{A0}\(nearest)\u{A0}»", en: "Write “\(nearest)”"), .safe, $0)
            }
        })
    case .forbiddenKey: Finding(failure.range, failure.message)
    default: nil
    }
  }

  static func message(unknown name: String, _ nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        fr: "la clé «\u{A0}\(name)\u{A0}» n’existe pas ici\u{A0}; corrigez son nom ou supprimez-la",
        en: "there is no key “\(name)” here; correct its name or remove it")
    }
    return Message(
      fr: "la clé «\u{A0}\(name)\u{A0}» n’existe pas\u{A0}; vouliez-vous écrire «\u{A0}\(nearest)\u{A0}»\u{A0}?",
      en: "there is no key “\(name)”; did you mean “\(nearest)”?")
  }

  static func message(forbidden name: String) -> Message {
    Message(fr: "la clé «\u{A0}\(name)\u{A0}» ne doit pas être présente ici", en: "the key “\(name)” must not be here")
  }
}
