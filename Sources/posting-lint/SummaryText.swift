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
    var parts = [count(summary.files, files, language)]
    parts.append(count(summary.errors, Message(fr: "erreur", en: "error"), language))
    parts.append(count(summary.warnings, Message(fr: "avertissement", en: "warning"), language))
    if summary.infos > 0 {
      let hint = hidesAdvice ? Message(fr: " (à lire avec --advice)", en: " (shown with --advice)")[language] : ""
      parts.append(count(summary.infos, Message(fr: "conseil", en: "piece of advice"), language) + hint)
    }
    var line = parts.joined(separator: ", ")
    if fixed > 0 { line += (Message(fr: "\u{A0}; ", en: "; ")[language]) + fixes(fixed, areShown, language) }
    if summary.fixable > 0 {
      line +=
        Message(
          fr: "\u{A0}; \(summary.fixable) à corriger avec --fix", en: "; \(summary.fixable) can be fixed with --fix")[
          language]
    }
    if summary.unsafelyFixable > 0 {
      let number = summary.unsafelyFixable
      line +=
        summary.fixable > 0
        ? Message(fr: ", \(number) de plus avec --unsafe-fixes", en: ", \(number) more with --unsafe-fixes")[language]
        : Message(
          fr: "\u{A0}; \(number) à corriger avec --unsafe-fixes, puis à relire",
          en: "; \(number) can be fixed with --unsafe-fixes, to be reviewed")[language]
    }
    return line
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
    case .fr: "\(count(done, file, language)) relu\(done > 1 ? "s" : "")…"
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

  /// One line a rule with its number of findings, the most first.
  static func statistics(_ tally: [String: Int]) -> [String] {
    tally.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { rule, count in
      String(repeating: " ", count: max(0, 7 - String(count).utf8.count)) + "\(count)  \(rule)"
    }
  }
}
