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

  /// What a rule wants, why, a bad and a good example, and how to disable it.
  package static func page(_ info: RuleInfo, _ language: Language) -> String {
    let (summary, level, fixability) = (info.summary, level(info), fixability(info))
    let head = Message(
      fr: "\(info.id)\u{A0}: \(summary.fr)\n\(level.fr). \(fixability.fr)\n\n",
      en: "\(info.id): \(summary.en)\n\(level.en). \(fixability.en)\n\n")
    var text = head[language]
    text += wrapped(info.rationale[language]) + "\n"
    for example in info.examples where example.isBad {
      text += "\n" + title(example, language) + "\n"
      text += example.shown(example.snippet, in: info.group).map(indented) ?? ""
      guard let fixed = example.fixed else { continue }
      text += "\n" + fixedTitle[language] + "\n" + (example.shown(fixed, in: info.group).map(indented) ?? "")
    }
    for example in info.examples where !example.isBad {
      text += "\n" + title(example, language) + "\n"
      text += example.shown(example.snippet, in: info.group).map(indented) ?? ""
    }
    for comment in info.disableComments {
      text += "\n" + disableTitle(comment)[language] + "\n" + indented(comment.text(info.id) + "\n")
    }
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
  static let goodTitle = Message(fr: "À faire", en: "Like this")

  /// The heading of an example, with what of it is not in its lines: the name of the file, the key that is missing.
  static func title(_ example: RuleExample, _ language: Language) -> String {
    let title = (example.isBad ? badTitle : goodTitle)[language]
    if example.path != RuleExample.defaultPath {
      let file = Message(fr: "le fichier \(fr: example.path)", en: "the file \(en: example.path)")
      return "\(title)\(language == .fr ? "\u{A0}" : ""): \(file[language])"
    }
    guard let key = example.without.first, example.place == .frontMatter else { return title }
    let missing = Message(fr: "sans la clé \(fr: key)", en: "without the key \(en: key)")
    return "\(title) (\(missing[language]))"
  }

  /// The heading of a comment that disables the rule.
  static func disableTitle(_ comment: DisableComment) -> Message {
    Message(
      fr: "Pour désactiver la règle \(comment.place.fr)", en: "To disable the rule \(comment.place.en)")
  }

  /// The lines of a snippet; an end of line that is no line feed is shown by its name.
  static func lines(_ snippet: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in snippet.unicodeScalars {
      if scalar == "\n" {
        lines.append(SafeText.make(String(line)) + (isAfterReturn ? "⟨CRLF⟩" : ""))
        line.removeAll()
      } else {
        if isAfterReturn { line.append(contentsOf: "⟨CR⟩".unicodeScalars) }
        if scalar != "\r" { line.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    if isAfterReturn { line.append(contentsOf: "⟨CR⟩".unicodeScalars) }
    return lines + [SafeText.make(String(line))]
  }

  private static func level(_ info: RuleInfo) -> Message {
    guard info.isOnByDefault else { return Message(fr: "Inactive par défaut", en: "Off by default") }
    let words = info.exceptions.reduce(info.severity.word) { text, exception in
      let (other, findings) = (exception.severity.word, exception.findings)
      return Message(
        fr: "\(text.fr), \(other.fr) \(findings.fr)", en: "\(text.en), \(other.en) \(findings.en)")
    }
    return Message(fr: capitalized(words.fr), en: capitalized(words.en))
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func fixability(_ info: RuleInfo) -> Message {
    switch info.fixability {
    case .safe:
      Message(fr: "Se corrige avec --fix quand il n’y a aucun doute.", en: "Fixed by --fix where there is no doubt.")
    case .unsafe:
      Message(fr: "Se corrige avec --unsafe-fixes, à relire ensuite.", en: "Fixed by --unsafe-fixes, to be reviewed.")
    case .displayOnly, nil: Message(fr: "Se corrige à la main.", en: "To be corrected by hand.")
    }
  }

  private static func indented(_ snippet: String) -> String {
    var lines = lines(snippet)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
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
