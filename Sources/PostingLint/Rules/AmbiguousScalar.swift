import JSONSchema
import SourceText
import YAML

/// A value that readers of YAML 1.1 and 1.2 take for different things.
enum AmbiguousScalar: Rule {
  static let info = RuleInfo(
    id: "ambiguous-scalar", group: .frontMatter, severity: .warning, fixability: .safe,
    summary: Message(
      fr: "une valeur que les outils lisent différemment", en: "a value that tools read in different ways"),
    rationale: Message(
      fr: """
        Selon l’outil, « yes » est un mot ou vaut « true », « 12:30 » est un texte ou le nombre 750, « 010 » vaut dix ou \
        huit. Écrivez « true » ou « false », ou mettez le texte entre guillemets.
        """,
      en: """
        Depending on the tool, “yes” is a word or “true”, “12:30” is a text or the number 750, “010” is ten or eight. \
        Write “true” or “false”, or put the text between quotes.
        """),
    examples: [
      .bad(.frontMatter, "open: yes\n", fixed: "open: true\n"),
      .good(.frontMatter, "open: true\n"),
    ])

  /// Reports a wrong type that only readers of YAML 1.2 see; says whether it did.
  static func report(_ failure: SchemaFailure, _ context: RuleContext, _ findings: inout Findings) -> Bool {
    false
  }
}
