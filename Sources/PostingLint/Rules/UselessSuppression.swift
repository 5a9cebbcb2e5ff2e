import SourceText

/// A comment that silences nothing.
enum UselessSuppression: Rule {
  static let info = RuleInfo(
    id: "useless-suppression", group: .control, severity: .warning, runsLast: true, fixability: .unsafe,
    summary: Message(
      fr: "un commentaire «\u{A0}posting-lint-disable\u{A0}» ne sert à rien",
      en: "a “posting-lint-disable” comment is of no use"),
    rationale: Message(
      fr: """
        Le commentaire demande de désactiver une règle qui ne trouve rien à cet endroit, ou qui n’existe pas. Il \
        cacherait une vraie erreur plus tard\u{A0}: supprimez-le.
        """,
      en: """
        The comment asks to disable a rule that finds nothing there, or that does not exist. It would hide a real \
        mistake later: remove it.
        """),
    examples: [
      .bad(
        .frontMatter, "techno: Ruby # posting-lint-disable-line empty-value\n", fixed: "techno: Ruby\n"),
      .good(.frontMatter, "techno: # posting-lint-disable-line empty-value\n"),
    ])

  /// For how many unknown names of a file a rule is looked for that may be meant.
  private static let suggestionLimit = 50

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    var suggestionsLeft = suggestionLimit
    for entry in context.suppressions.entries {
      if entry.rules.isEmpty { findings.add(Self.self, at: entry.comment, messageWithoutRule) }
      // Where no name of the comment is of use, the comment is none.
      let fix =
        entry.used.isEmpty && !entry.rules.isEmpty
        ? Fix(title, .unsafe, CommentRemoval.edit(entry.comment, in: context.bytes)) : nil
      for rule in entry.rules where !entry.used.contains(rule.id) {
        guard findings.rules.info(rule.id) == nil else {
          findings.add(Self.self, at: rule.range, message(rule.id), fix: fix)
          continue
        }
        suggestionsLeft -= 1
        let near = suggestionsLeft >= 0 ? findings.rules.nearest(rule.id) : nil
        findings.add(Self.self, at: rule.range, unknownMessage(rule.id, near: near), fix: fix)
      }
    }
  }

  private static let title = Message(fr: "Supprimer le commentaire", en: "Remove the comment")
  private static let messageWithoutRule = Message(
    fr:
      "ce commentaire ne dit pas quelle règle désactiver\u{A0}: ajoutez le nom de la règle, ou supprimez le commentaire",
    en: "this comment does not say which rule to disable: add the rule’s name, or remove the comment")
  private static func message(_ id: String) -> Message {
    Message(
      fr: "\(fr: id) ne trouve rien à cet endroit\u{A0}: supprimez ce nom du commentaire",
      en: "\(en: id) finds nothing here: remove the name from the comment")
  }
  private static func unknownMessage(_ id: String, near: String?) -> Message {
    guard let near else {
      return Message(
        fr:
          "la règle \(fr: id) n’existe pas\u{A0}: corrigez son nom («\u{A0}posting-lint explain\u{A0}» donne la liste), ou supprimez le commentaire",
        en:
          "there is no rule \(en: id): correct its name (“posting-lint explain” lists them), or remove the comment")
    }
    return Message(
      fr: "la règle \(fr: id) n’existe pas\u{A0}: vouliez-vous écrire \(fr: near)\u{A0}?",
      en: "there is no rule \(en: id): did you mean \(en: near)?")
  }
}
