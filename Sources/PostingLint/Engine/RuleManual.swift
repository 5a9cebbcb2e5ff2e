package import SourceText

/// The rules' own metadata as text for people, and as JSON.
package enum RuleManual {
  /// One line a rule, by group: id, default, summary.
  package static func list(_ language: Language) -> String {
    var text = ""
    let width = RuleRegistry.all.map { $0.info.id.utf8.count }.max() ?? 0
    for group in RuleGroup.allCases {
      let infos = RuleRegistry.all.map { $0.info }.filter { $0.group == group }
      guard !infos.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + group.title[language] + "\n"
      for info in infos {
        let padding = String(repeating: " ", count: width - info.id.utf8.count + 2)
        let gap = String(repeating: " ", count: max(1, 22 - info.level.utf8.count))
        text += "  \(info.id)\(padding)\(info.level)\(gap)\(info.summary[language])\n"
      }
    }
    return text
  }

  /// What a rule wants, why, a bad and a good example, and how to silence it.
  package static func page(_ info: RuleInfo, _ language: Language) -> String {
    let (summary, level, fixability) = (info.summary, level(info), fixability(info))
    let head = Message(
      fr: "\(info.id)\u{A0}: \(summary.fr)\n\(level.fr)\u{A0}; \(fixability.fr)\n\n",
      en: "\(info.id): \(summary.en)\n\(level.en); \(fixability.en)\n\n")
    var text = head[language]
    text += wrapped(info.rationale[language]) + "\n"
    for example in info.examples where example.isBad {
      text += "\n" + badTitle[language] + place(example, language) + "\n"
      text += indented(example.snippet)
      guard let fixed = example.fixed else { continue }
      text += "\n" + fixedTitle[language] + "\n" + indented(fixed)
    }
    for example in info.examples where !example.isBad {
      text +=
        "\n" + goodTitle[language] + place(example, language) + "\n"
        + indented(example.snippet)
    }
    text += "\n" + silenceTitle[language] + "\n"
    text += indented("# posting-lint-disable-next-line \(info.id)\n<!-- posting-lint-disable-file \(info.id) -->\n")
    return text
  }

  /// The rules as a JSON array.
  package static func json(_ infos: [RuleInfo], _ language: Language) -> String {
    var json = JSONWriter()
    json.array { list in
      for info in infos {
        list.breakLine()
        list.object {
          $0.member("id", info.id)
          $0.member("aliases", info.aliases)
          $0.member("group", info.group.rawValue)
          $0.member("severity", info.severity.name)
          $0.member("severities", info.severities.map(\.name))
          $0.member("default", info.isOnByDefault)
          $0.member("fix", info.fixability?.name ?? "none")
          $0.member("summary", info.summary[language])
          $0.member("rationale", info.rationale[language])
        }
      }
      list.breakLine()
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  static let badTitle = Message(fr: "À éviter", en: "Not like this")
  static let fixedTitle = Message(fr: "Après correction", en: "After the fix")
  static let goodTitle = Message(fr: "Bien", en: "Like this")
  static let silenceTitle = Message(fr: "Pour la taire", en: "To silence it")

  private static func level(_ info: RuleInfo) -> Message {
    guard info.isOnByDefault else { return Message(fr: "Inactive par défaut", en: "Off by default") }
    return info.exceptions.reduce(name(info.severity)) { text, exception in
      let (other, findings) = (name(exception.severity), exception.findings)
      return Message(
        fr: "\(text.fr), \(other.fr.lowercased()) \(findings.fr)",
        en: "\(text.en), \(other.en.lowercased()) \(findings.en)")
    }
  }

  private static func name(_ severity: Severity) -> Message {
    switch severity {
    case .error: Message(fr: "Erreur", en: "Error")
    case .warning: Message(fr: "Avertissement", en: "Warning")
    case .info: Message(fr: "Conseil", en: "Advice")
    }
  }

  private static func fixability(_ info: RuleInfo) -> Message {
    switch info.fixability {
    case .safe: Message(fr: "à corriger avec --fix quand c’est sûr", en: "fixed by --fix where that is safe")
    case .unsafe:
      Message(fr: "à corriger avec --unsafe-fixes, puis à relire", en: "fixed by --unsafe-fixes, to be reviewed")
    case .displayOnly, nil: Message(fr: "à corriger à la main", en: "to be mended by hand")
    }
  }

  private static func place(_ example: RuleExample, _ language: Language) -> String {
    example.path == RuleExample.defaultPath ? "" : " (\(example.path))"
  }

  private static func indented(_ snippet: String) -> String {
    var lines = snippet.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "    \(SafeText.make(String($0)))\n" }.joined()
  }

  /// The text in lines of at most 80 characters.
  private static func wrapped(_ text: String) -> String {
    var lines = ""
    var width = 0
    for word in text.split(separator: " ") {
      let count = word.unicodeScalars.count
      if width > 0, width + 1 + count > 80 {
        lines += "\n"
        width = 0
      } else if width > 0 {
        lines += " "
        width += 1
      }
      lines += word
      width += count
    }
    return lines
  }
}
