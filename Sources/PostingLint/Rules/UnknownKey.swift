import DataTree
import JSONSchema
import SourceText

/// A key that the schema does not have; found by the schema.
enum UnknownKey: FailureRule {
  static let info = RuleInfo(
    id: "unknown-key", group: .values, severity: .warning,
    exceptions: [
      SeverityException(.error, fr: "pour une clé proche d’une clé connue", en: "for a key near a known one")
    ], fixability: .safe,
    summary: Message(fr: "une clé n’existe pas", en: "a key is not known"),
    rationale: Message(
      fr: """
        Une clé est le mot avant les deux-points. Le site ignore, sans prévenir, les lignes dont il ne connaît pas la \
        clé. Avec «\u{A0}externalUrl\u{A0}» au lieu de «\u{A0}externalURL\u{A0}», l’adresse est perdue. Une clé proche d’une clé \
        connue, ou son nom en français, est une erreur\u{A0}; une autre est un avertissement.
        """,
      en: """
        A key is the word before the colon. The site ignores lines whose key it does not know, and does not say so. \
        With “externalUrl” in place of “externalURL”, the address is lost. A key near a known one, or its name in \
        French, is an error; any other is a warning.
        """),
    examples: [
      .bad(
        .frontMatter, "externalUrl: https://exemple.fr/offre\n", fixed: "externalURL: https://exemple.fr/offre\n"),
      .bad(
        .frontMatter, "Date de fin: 2022-07-31\n", fixed: "depublication_date: 2022-07-31\n"),
      .bad(.frontMatter, "salaire: selon profil\n"),
      .good(.frontMatter, "externalURL: https://exemple.fr/offre\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    switch failure.kind {
    case .unknownKey(let name, let nearest?):
      // Two keys of one name would be an error for many readers, and which of them was meant is not known.
      let edits = context.hasRival(failure) ? nil : context.renaming(failure.instance, to: nearest)
      return Finding(
        failure.range, message(unknown: name, nearest), severity: .error,
        fix: edits.flatMap {
          Fix(.write(nearest), isSlip(failure, of: nearest, context) ? .safe : .unsafe, $0)
        })
    case .unknownKey(let name, nil):
      if let meant = meant(failure, context) { return Finding(failure.range, message(name, isAlso: meant)) }
      return Finding(failure.range, message(name, failure, context))
    case .forbiddenKey: return Finding(failure.range, failure.message)
    default: return nil
    }
  }

  /// Whether a key is `name` with a slip; its name in another language is none.
  private static func isSlip(_ failure: SchemaFailure, of name: String, _ context: RuleContext) -> Bool {
    EditDistance.nearest(to: context.tree.utf8(of: failure.instance), among: [Array(name.utf8)]) != nil
  }

  /// The key that is there and that this one is another word for.
  private static func meant(_ failure: SchemaFailure, _ context: RuleContext) -> String? {
    guard failure.container == context.document.root,
      let meant = KeySynonyms.meant(by: context.tree.utf8(of: failure.instance)), context.hasKey(meant)
    else { return nil }
    return String(decoding: meant, as: UTF8.self)
  }

  /// Names the keys that are not there yet; in a posting, what has no key belongs in the text.
  private static func message(_ name: String, _ failure: SchemaFailure, _ context: RuleContext) -> Message {
    let free = failure.container == context.document.root ? context.freeKeys : []
    guard !free.isEmpty else { return message(unknown: name, nil) }
    let shown = free.prefix(10).joined(separator: ", ") + (free.count > 10 ? "…" : "")
    let rest =
      context.options.isPosting
      ? Message(fr: "déplacez la ligne dans le texte", en: "move the line to the text")
      : Message(fr: "supprimez la ligne", en: "remove the line")
    return Message(
      fr: "la clé \(fr: name) n’existe pas\u{A0}: choisissez une clé connue (\(shown)), ou \(rest.fr)",
      en: "there is no key \(en: name): choose a known key (\(shown)), or \(rest.en)")
  }

  private static func message(_ name: String, isAlso key: String) -> Message {
    Message(
      fr: "\(fr: name) s’écrit \(fr: key), qui est déjà là\u{A0}: gardez une seule des deux lignes",
      en: "\(en: name) is written \(en: key), which is there already: keep only one of the two lines")
  }

  static func message(unknown name: String, _ nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        fr: "la clé \(fr: name) n’existe pas ici\u{A0}: corrigez son nom, ou supprimez la ligne",
        en: "there is no key \(en: name) here: correct its name, or remove the line")
    }
    return Message(
      fr: "la clé \(fr: name) n’existe pas\u{A0}: vouliez-vous écrire \(fr: nearest)\u{A0}?",
      en: "there is no key \(en: name): did you mean \(en: nearest)?")
  }

  static func message(forbidden name: String) -> Message {
    Message(
      fr: "la clé \(fr: name) est en trop ici\u{A0}: supprimez cette ligne",
      en: "the key \(en: name) is extra here: remove this line")
  }
}
