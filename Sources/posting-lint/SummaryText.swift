import Files
import PostingLint
import SourceText

/// The last lines of a run, for people.
enum SummaryText {
  /// The noun for a file of a run.
  static let file = Message(fr: "fichier", en: "file")

  /// `5 files, 2 errors, 1 warning; 1 can be fixed with --fix, 2 more with --unsafe-fixes`. Where advice is counted but not shown, it says how to
  /// see it; fixes that are shown as a diff are not made.
  static func line(
    _ summary: Summary, of files: Message = file, fixed: Int, areShown: Bool = false, hidesAdvice: Bool = false,
    language: Language
  ) -> String {
    // Three noughts would look like a good result.
    if summary.files == 0, files == file {
      return Message(fr: "aucun fichier vérifié", en: "no file was checked")[language]
    }
    var line = count(summary.files, files, language)
    line += ", " + count(summary.errors, Message(fr: "erreur", en: "error"), language)
    line += ", " + count(summary.warnings, Message(fr: "avertissement", en: "warning"), language)
    if summary.infos > 0 {
      let hint =
        hidesAdvice
        ? Message(
          fr: " (affiché\(summary.infos > 1 ? "s" : "") avec --advice)", en: " (shown with --advice)")[language] : ""
      line += ", " + count(summary.infos, Message(fr: "conseil", en: "piece of advice"), language) + hint
    }
    if fixed > 0 { line += (Message(fr: "\u{A0}; ", en: "; ")[language]) + fixes(fixed, areShown, language) }
    if summary.fixable > 0 {
      line +=
        Message(
          fr: "\u{A0}; \(summary.fixable) à corriger avec --fix", en: "; \(summary.fixable) can be fixed with --fix")[
          language]
    }
    let number = summary.unsafelyFixable - (hidesAdvice ? summary.unsafelyFixableInfos : 0)
    if number > 0 {
      line +=
        summary.fixable > 0
        ? Message(fr: ", \(number) de plus avec --unsafe-fixes", en: ", \(number) more with --unsafe-fixes")[language]
        : Message(
          fr: "\u{A0}; \(number) à corriger avec --unsafe-fixes, puis à relire",
          en: "; \(number) can be fixed with --unsafe-fixes, to be reviewed")[language]
    }
    // The messages that say what may stand far above.
    if summary.failureCount > 0 {
      line += Message(fr: "\u{A0}; tout n’a pas pu être vérifié", en: "; not everything could be checked")[language]
    }
    return line
  }

  /// What `--since` leaves to count; `nil` where it was not asked for.
  static func changes(_ summary: Summary, _ request: LintRequest) -> Message? {
    guard let reference = request.since, !request.isOfStandardInput else { return nil }
    let name = reference.printable
    guard request.countsChangedLines else {
      return Message(
        fr: "seuls les fichiers changés depuis \(fr: name) comptent, en entier",
        en: "only the files that changed since \(en: name) count, as a whole")
    }
    let number = summary.silenced.onUnchangedLines
    return Message(
      fr: "seules les lignes changées depuis \(fr: name) comptent\u{A0}; "
        + (number == 0
          ? "les autres n’ont pas de constat"
          : number == 1
            ? "1 constat d’une autre ligne n’est pas montré"
            : "\(number) constats d’autres lignes ne sont pas montrés"),
      en: "only the lines that changed since \(en: name) count; "
        + (number == 0
          ? "the others have no finding"
          : number == 1 ? "1 finding on another line is not shown" : "\(number) findings on other lines are not shown"))
  }

  private static func fixes(_ number: Int, _ areShown: Bool, _ language: Language) -> String {
    switch (language, areShown) {
    case (.fr, true): "\(number) \(number > 1 ? "corrections proposées" : "correction proposée")"
    case (.fr, false): "\(number) \(number > 1 ? "corrections faites" : "correction faite")"
    case (.en, true): "\(number) would be fixed"
    case (.en, false): "\(number) fixed"
    }
  }

  /// `123 files checked…`, while a run goes on: how many there are is not known before all folders are read.
  static func progress(_ done: Int, language: Language) -> String {
    switch language {
    case .fr: "\(count(done, file, language)) vérifié\(done > 1 ? "s" : "")…"
    case .en: "\(count(done, file, language)) checked…"
    }
  }

  private static func count(_ number: Int, _ noun: Message, _ language: Language) -> String {
    switch language {
    // In French the plural starts at two, in English it is everything but one.
    case .fr: return "\(number) \(noun.fr)\(number > 1 ? "s" : "")"
    case .en:
      if number == 1 { return "1 \(noun.en)" }
      return noun.en == "piece of advice" ? "\(number) pieces of advice" : "\(number) \(noun.en)s"
    }
  }

  /// A table with a line a rule: the findings, the files that have some, how many `--fix` would mend, the gravest
  /// severity and the rule; the most findings first.
  static func statistics(_ tally: [String: RuleTally], language: Language) -> String {
    let head = Message(
      fr: "constats fichiers   --fix  niveau   règle\n", en: "findings    files   --fix  severity rule\n")[language]
    func column(_ number: Int) -> String {
      let digits = String(number)
      return String(repeating: " ", count: max(0, 8 - digits.utf8.count)) + digits
    }
    let rows = tally.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }.map { rule, numbers in
      let severity = numbers.severity.name
      return column(numbers.findings) + " " + column(numbers.files) + column(numbers.fixable) + "  " + severity
        + String(repeating: " ", count: max(1, 9 - severity.utf8.count)) + rule + "\n"
    }
    return head + rows.joined()
  }
}
