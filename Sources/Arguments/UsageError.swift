package import SourceText

/// What is wrong with a command line; always exit status 2, and nothing is linted.
package enum UsageError: Error, Hashable, Sendable {
  /// No option has this name; the nearest one that the command understands.
  case unknownOption(SourcePath, suggestion: OptionName?)
  /// The option exists, but not for this command.
  case optionOfAnotherCommand(OptionName, CommandName)
  /// Nothing follows an option that wants a value.
  case missingValue(OptionName)
  /// A value is given to an option that takes none.
  case unexpectedValue(OptionName)
  /// The value is none of the words that the option takes; the nearest of them.
  case unknownValue(OptionName, SourcePath, suggestion: String?, allowed: [String])
  /// The value is no rule; the nearest one. For the client, which knows the rules.
  case unknownRule(SourcePath, suggestion: String?)
  /// The value is no whole number of this range.
  case notANumber(OptionName, SourcePath, ClosedRange<Int>)
  /// The value is no day as YYYY-MM-DD.
  case notADay(OptionName, SourcePath)
  /// The value is no address that begins with http:// or https://.
  case notAnAddress(OptionName, SourcePath)
  /// The value is not of the form NAME=VALUE.
  case notAPair(OptionName, SourcePath)
  /// Two options that contradict each other.
  case conflict(OptionName, OptionName)
  /// An option that makes no sense without another.
  case needs(OptionName, OptionName)
  /// Two formats that go to one file, to standard output where there is none.
  case sameOutput(SourcePath?)
  /// `--stdin-filename` where nothing is read from standard input.
  case needsStandardInput
  /// The command lacks an option without which it makes no sense.
  case missingOption(CommandName, OptionName)
  /// The command lacks a file, a text or a word.
  case missingOperand(CommandName)
  /// The command takes no such file, text or word.
  case unexpectedOperand(CommandName, SourcePath)
  /// The word is none of those that the command takes; the nearest of them.
  case unknownWord(CommandName, SourcePath, suggestion: String?, allowed: [String])
  /// A word that is neither a command nor a file. For the client, which looks at the files.
  case unknownCommand(SourcePath, suggestion: CommandName)

  /// What to tell a person.
  package var message: Message {
    switch self {
    case .unknownOption(let text, let suggestion):
      Self.unknownOption(text, suggestion)
    case .optionOfAnotherCommand(let option, let command):
      Message(
        fr: "l’option \(option.spelling) n’existe pas pour \(fr: command.rawValue)",
        en: "the command \(en: command.rawValue) has no option \(option.spelling)")
    case .missingValue(let option):
      Message(
        fr: "il manque une valeur après \(option.spelling)\u{A0}: \(Self.form(option, .fr))",
        en: "a value is missing after \(option.spelling): \(Self.form(option, .en))")
    case .unexpectedValue(let option):
      Message(
        fr: "\(option.spelling) ne prend pas de valeur, écrivez seulement \(option.spelling)",
        en: "\(option.spelling) takes no value, write just \(option.spelling)")
    case .unknownValue(let option, let value, let suggestion, let allowed):
      Self.unknown(option.spelling, option.spelling, value, suggestion, allowed)
    case .unknownRule(let name, let suggestion):
      Self.unknownRule(name, suggestion)
    case .notANumber(let option, let value, let range):
      Self.wrong(
        option, value, fr: "n’est pas un nombre entier de \(range.lowerBound) à \(range.upperBound)",
        en: "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .notADay(let option, let value):
      Self.wrong(
        option, value, fr: "n’est pas un jour, écrivez AAAA-MM-JJ, par exemple 2022-07-01",
        en: "is not a day, write YYYY-MM-DD, for example 2022-07-01")
    case .notAnAddress(let option, let value):
      Self.wrong(
        option, value, fr: "n’est pas une adresse qui commence par https:// ou http://",
        en: "is not an address that starts with https:// or http://")
    case .notAPair(let option, let value):
      Self.wrong(
        option, value, fr: "n’est pas de la forme \(OptionInfo.of(option).placeholder.fr)",
        en: "is not of the form \(OptionInfo.of(option).placeholder.en)")
    case .conflict(let one, let other):
      Message(
        fr: "\(one.spelling) et \(other.spelling) se contredisent\u{A0}: gardez l’une des deux",
        en: "\(one.spelling) and \(other.spelling) contradict each other: keep one of them")
    case .needs(let option, let other):
      Message(
        fr: "\(option.spelling) n’a de sens qu’avec \(Self.form(other, .fr))",
        en: "\(option.spelling) makes sense only with \(Self.form(other, .en))")
    case .sameOutput(let file):
      Message(
        fr:
          "deux formats iraient vers \(file?.quoted ?? "la sortie standard")\u{A0}; donnez un fichier à chacun\u{A0}: "
          + "--format FORMAT=FICHIER",
        en: "two formats would go to \(file?.quoted ?? "standard output"); give each a file: --format FORMAT=FILE")
    case .needsStandardInput:
      Message(
        fr: "--stdin-filename n’a de sens qu’avec «\u{A0}-\u{A0}», l’entrée standard",
        en: "--stdin-filename makes sense only with “-”, standard input")
    case .missingOption(let command, let option):
      Message(
        fr: "\(fr: command.rawValue) a besoin de \(Self.form(option, .fr))",
        en: "\(en: command.rawValue) needs \(Self.form(option, .en))")
    case .missingOperand(let command):
      Message(
        fr: "la commande est incomplète\u{A0}: écrivez posting-lint \(CommandInfo.of(command).usage.fr)",
        en: "the command is incomplete: write posting-lint \(CommandInfo.of(command).usage.en)")
    case .unexpectedOperand(let command, let text):
      Message(
        fr: "\(fr: text.quoted) est de trop\u{A0}: écrivez posting-lint \(CommandInfo.of(command).usage.fr)",
        en: "\(en: text.quoted) is one too many: write posting-lint \(CommandInfo.of(command).usage.en)")
    case .unknownWord(let command, let word, let suggestion, let allowed):
      Self.unknown("\(fr: command.rawValue)", "\(en: command.rawValue)", word, suggestion, allowed)
    case .unknownCommand(let text, let suggestion):
      Message(
        fr: "\(fr: text.quoted) n’est ni un fichier ni une commande\u{A0}; vouliez-vous écrire "
          + "\(fr: suggestion.rawValue)\u{A0}?",
        en: "\(en: text.quoted) is neither a file nor a command; did you mean \(en: suggestion.rawValue)?")
    }
  }

  private static func wrong(_ option: OptionName, _ value: SourcePath, fr: String, en: String) -> Message {
    Message(
      fr: "\(option.spelling)\u{A0}: \(fr: value.quoted) \(fr)",
      en: "\(option.spelling): \(en: value.quoted) \(en)")
  }

  private static func unknownOption(_ text: SourcePath, _ suggestion: OptionName?) -> Message {
    let fr = "l’option \(text.quoted) n’existe pas"
    let en = "there is no option \(text.quoted)"
    if let suggestion {
      return Message(
        fr: "\(fr)\u{A0}; vouliez-vous écrire \(suggestion.spelling)\u{A0}?",
        en: "\(en); did you mean \(suggestion.spelling)?")
    }
    return Message(
      fr: "\(fr)\u{A0}; si c’est un fichier, écrivez ./\(text.quoted)",
      en: "\(en); if it is a file, write ./\(text.quoted)")
  }

  private static func unknown(
    _ frenchName: String, _ englishName: String, _ value: SourcePath, _ suggestion: String?, _ allowed: [String]
  ) -> Message {
    let list = allowed.joined(separator: ", ")
    let fr = "\(fr: value.quoted) n’est pas possible après \(frenchName)\u{A0}: "
    let en = "\(en: value.quoted) is not possible after \(englishName): "
    if let suggestion {
      return Message(
        fr: "\(fr)vouliez-vous écrire \(fr: suggestion)\u{A0}? (valeurs\u{A0}: \(list))",
        en: "\(en)did you mean \(en: suggestion)? (values: \(list))")
    }
    return Message(fr: "\(fr)choisissez parmi \(list)", en: "\(en)choose one of \(list)")
  }

  private static func unknownRule(_ name: SourcePath, _ suggestion: String?) -> Message {
    let fr = "la règle \(fr: name.quoted) n’existe pas\u{A0}; "
    let en = "there is no rule \(en: name.quoted); "
    if let suggestion {
      return Message(
        fr: "\(fr)vouliez-vous écrire \(fr: suggestion)\u{A0}?", en: "\(en)did you mean \(en: suggestion)?")
    }
    return Message(
      fr: "\(fr)«\u{A0}posting-lint explain\u{A0}» en donne la liste", en: "\(en)“posting-lint explain” lists them")
  }

  /// The option with what follows it.
  private static func form(_ option: OptionName, _ language: Language) -> String {
    let placeholder = OptionInfo.of(option).placeholder[language]
    return placeholder.isEmpty ? option.spelling : "\(option.spelling) \(placeholder)"
  }
}

extension SourcePath {
  /// The text for a message on one line: control characters and bad bytes become U+FFFD, and a long text is cut.
  var quoted: String {
    var result = ""
    var count = 0
    for scalar in display.unicodeScalars {
      if count == 80 { return result + "…" }
      count += 1
      switch scalar {
      case "[" where HostileText.opensCommand(after: Array(result.utf8)): result += "\\["
      case _ where HostileText.isUnprintable(scalar): result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
