import DataTree
import JSONSchema
import Readers
import SourceText

/// A value that is not one of a list, or a slip of a known word.
enum UnknownValue: FailureRule {
  static let info = RuleInfo(
    id: "unknown-value", group: .values, severity: .error,
    exceptions: [
      SeverityException(
        .warning, fr: "pour un mot presque connu d’un texte libre", en: "for a slip of a known word in free text")
    ], yieldsTo: ["invalid-utf8", "mojibake", "placeholder-left", "typographic-quotes"],
    fixability: .unsafe,
    summary: Message(fr: "une valeur n’est pas dans la liste", en: "a value is not in the list"),
    rationale: Message(
      fr: """
        Certaines lignes n’acceptent que des valeurs d’une liste, à la lettre près, accents et majuscules compris\u{A0}: le \
        site range les offres par elles. Dans un texte libre comme «\u{A0}contrat\u{A0}», seul un mot presque connu est signalé.
        """,
      en: """
        Some lines only take values of a list, to the letter, accents and capitals included: the site sorts postings \
        by them. In free text such as “contrat” only a slip of a known word is reported.
        """),
    examples: [
      .bad(.frontMatter, "domaines:\n  - developpement\n", fixed: "domaines:\n  - Développement\n"),
      .bad(.frontMatter, "contrat: indépendent\n", fixed: "contrat: indépendant\n"),
      .good(.frontMatter, "contrat: CDD de 3 ans, renouvelable\n"),
    ])

  static func finding(_ failure: SchemaFailure, _ context: RuleContext) -> Finding? {
    switch failure.kind {
    case .notAmong(_, _, let nearest?, let actual) where nearest == actual.text && actual.type != .string:
      // The word is in the list, but as a text.
      let written = context.written(context.tree.utf8(of: failure.instance), at: .flow, like: context.quotes)
      return Finding(
        failure.range, WrongType.message([.string], actual),
        fix: written.map { Fix(.write(Quoted.text($0)), .unsafe, Edit(failure.range, $0)) })
    case .notAmong(_, _, let nearest, let actual):
      return Finding(
        failure.range, failure.message,
        fix: nearest.flatMap { actual.type == .string ? fix($0, failure, context) : nil })
    case .custom:
      if let slip = failure.payload as? Slip {
        let (shown, wanted) = (Quoted.text(slip.found), Quoted.text(slip.wanted))
        let edit =
          slip.mended.map { context.replacing(failure.instance, with: $0) } ?? Edit(failure.range, slip.wanted)
        return Finding(
          failure.range,
          Message(
            fr: "\(fr: shown) ressemble à un mot connu\u{A0}: vouliez-vous écrire \(fr: wanted)\u{A0}?",
            en: "\(en: shown) looks like a known word: did you mean \(en: wanted)?"),
          severity: .warning, fix: edit.map { Fix(.write(wanted), .unsafe, $0) })
      }
      // Words are compared for what is told, not for each that is wrong.
      let name = context.tree.utf8(of: failure.instance)
      if failure.payload is UnknownReader {
        let names = Reader.allNames
        let near = EditDistance.nearest(to: name, among: names.map { Array($0.utf8) }).map { names[$0.index] }
        return Finding(
          failure.range, message(reader: Quoted.text(name), near), fix: near.flatMap { fix($0, failure, context) })
      }
      guard failure.payload is UnknownRule else { return nil }
      let near = context.options.rules?.nearest(String(decoding: name, as: UTF8.self))
      return Finding(
        failure.range, message(rule: Quoted.text(name), near), fix: near.flatMap { fix($0, failure, context) })
    default: return nil
    }
  }

  private static func fix(_ wanted: String, _ failure: SchemaFailure, _ context: RuleContext) -> Fix? {
    context.replacing(failure.instance, with: Array(wanted.utf8)).map {
      Fix(.write(Quoted.text(wanted)), .unsafe, $0)
    }
  }

  private static func message(rule name: String, _ near: String?) -> Message {
    guard let near else {
      return Message(
        fr:
          "la règle \(fr: name) n’existe pas\u{A0}: corrigez son nom («\u{A0}posting-lint explain\u{A0}» donne la liste)",
        en: "there is no rule \(en: name): correct its name (“posting-lint explain” lists them)")
    }
    return Message(
      fr: "la règle \(fr: name) n’existe pas\u{A0}: vouliez-vous écrire \(fr: near)\u{A0}?",
      en: "there is no rule \(en: name): did you mean \(en: near)?")
  }

  private static func message(reader name: String, _ near: String?) -> Message {
    let names = Reader.allNames.joined(separator: ", ")
    return Message(
      fr: "il n’y a pas de lecteur \(fr: name)\u{A0}: "
        + (near.map { "vouliez-vous écrire \(fr: $0)\u{A0}? (lecteurs connus\u{A0}: \(names))" }
          ?? "choisissez parmi \(names)"),
      en: "there is no reader \(en: name): "
        + (near.map { "did you mean \(en: $0)? (known readers: \(names))" } ?? "choose one of \(names)"))
  }

  static func message(
    among allowed: [String], _ total: Int, nearest: String?, _ actual: FoundValue
  ) -> Message {
    let subject =
      actual.text.isEmpty
      ? Message(fr: "cette valeur n’est pas dans la liste", en: "this value is not in the list")
      : Message(fr: "\(fr: actual.text) n’est pas dans la liste", en: "\(en: actual.text) is not in the list")
    if let nearest {
      return Message(
        fr: "\(subject.fr)\u{A0}: vouliez-vous écrire \(fr: nearest)\u{A0}?",
        en: "\(subject.en): did you mean \(en: nearest)?")
    }
    let shown = allowed.filter { !$0.isEmpty }
    guard !shown.isEmpty else {
      return Message(fr: "\(subject.fr)\u{A0}: corrigez-la", en: "\(subject.en): correct it")
    }
    let more = total > 12 ? Message(fr: "… (\(total) en tout)", en: "… (\(total) in all)") : Message(fr: "", en: "")
    let fr = shown.prefix(12).map { "«\u{A0}\($0)\u{A0}»" }
    let en = shown.prefix(12).map { "“\($0)”" }
    let choice =
      total > 12
      ? Message(fr: fr.joined(separator: ", "), en: en.joined(separator: ", "))
      : Message(fr: SchemaRule.joined(fr, "ou"), en: SchemaRule.joined(en, "or"))
    return Message(
      fr: "\(subject.fr)\u{A0}: choisissez \(choice.fr)\(more.fr)",
      en: "\(subject.en): choose \(choice.en)\(more.en)")
  }
}
