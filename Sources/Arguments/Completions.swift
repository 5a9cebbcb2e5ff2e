package import SourceText

/// A shell that completions are written for.
package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

/// Scripts that complete command lines, made of the tables.
package enum Completions {
  /// The script for `shell`, with descriptions in `language` where the shell shows them; `rules` are the names that
  /// `explain`, `--select`, `--ignore` and `--severity` offer.
  package static func script(for shell: Shell, in language: Language, rules: [String]) -> String {
    switch shell {
    case .bash: bash(rules)
    case .zsh: zsh(language, rules)
    case .fish: fish(language, rules)
    }
  }

  /// What a shell can offer for a value.
  private enum Choice {
    case nothing
    case words([String])
    /// Rule names with commas between them.
    case list([String])
    case files
    case folders
  }

  private static func choice(_ option: OptionName, _ command: CommandInfo, _ rules: [String]) -> Choice {
    switch OptionInfo.of(option).value {
    case .none, .text, .number, .day, .address: .nothing
    case .file, .textAndFile: .files
    case .folder: .folders
    case .word(let words), .words(let words): .words(words)
    case .wordAndFile: .words(command.formats)
    case .rules: .list(option == .select ? ["all"] + rules : rules)
    case .rule: .list(rules.map { $0 + "=" })
    }
  }

  private static func operands(_ command: CommandInfo, _ rules: [String]) -> Choice {
    switch command.operands {
    case .none: .nothing
    case .paths, .files, .file, .fileOrText: .files
    case .rule: .words(rules)
    case .word(let words): .words(words)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  // MARK: bash

  private static func bash(_ rules: [String]) -> String {
    var values = ""
    var options = ""
    var operandCases = ""
    for name in CommandName.allCases {
      let command = CommandInfo.of(name)
      options += "    \(name.rawValue)) options=\(quoted(command.options.map(\.spelling).joined(separator: " "))) ;;\n"
      operandCases += "    \(name.rawValue)) \(bashReply(operands(command, rules))) ;;\n"
      for option in command.options {
        let choice = choice(option, command, rules)
        if case .none = OptionInfo.of(option).value { continue }
        values += "    \(name.rawValue):\(option.spelling)) \(bashReply(choice)); return ;;\n"
      }
    }
    let commands = CommandName.allCases.map(\.rawValue)
    return """
      # bash completion for posting-lint
      _posting_lint() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local command=lint options='' first='' i
        COMPREPLY=()
        # bash cuts words at "=": --format=json is three of them.
        if [[ $word == = ]]; then
          word=''
        elif [[ $before == = ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
          \(commands.joined(separator: "|"))) command=${COMP_WORDS[i]}; first=$i; break ;;
          esac
        done
        case $command:$before in
      \(values)  esac
        case $command in
      \(options)  esac
        if [[ $word == -* ]]; then
          COMPREPLY=($(compgen -W "$options" -- "$word"))
          return
        fi
        case $command in
      \(operandCases)  esac
        if [[ -z $first && $COMP_CWORD -eq 1 ]]; then
          COMPREPLY+=($(compgen -W \(quoted(commands.joined(separator: " "))) -- "$word"))
        fi
      }
      # A list with commas: only its last part is completed.
      _posting_lint_list() {
        local head=''
        [[ $word == *,* ]] && head=${word%,*},
        COMPREPLY=($(compgen -P "$head" -W "$1" -- "${word##*,}"))
        compopt -o nospace 2>/dev/null
      }
      _posting_lint_files() {
        local IFS=$'\\n'
        COMPREPLY=($(compgen "$1" -- "$word"))
      }
      complete -o filenames -F _posting_lint posting-lint

      """
  }

  private static func bashReply(_ choice: Choice) -> String {
    switch choice {
    case .nothing: ":"
    case .words(let words): "COMPREPLY=($(compgen -W \(quoted(words.joined(separator: " "))) -- \"$word\"))"
    case .list(let words): "_posting_lint_list \(quoted(words.joined(separator: " ")))"
    case .files: "_posting_lint_files -f"
    case .folders: "_posting_lint_files -d"
    }
  }

  // MARK: zsh

  private static func zsh(_ language: Language, _ rules: [String]) -> String {
    var cases = ""
    for name in CommandName.allCases {
      let command = CommandInfo.of(name)
      cases += "    \(name.rawValue))\n      _arguments -S \\\n"
      for option in command.options {
        cases += "        \(quoted(zshOption(option, command, language, rules))) \\\n"
      }
      cases += "        \(quoted("*: :" + zshAction(operands(command, rules)))) ;;\n"
    }
    let described = CommandName.allCases.map { name in
      "    " + quoted(zshEscaped(name.rawValue) + ":" + Help.shortSummary(name)[language])
    }
    return """
      #compdef posting-lint
      # zsh completion for posting-lint
      _posting_lint_rules() { _values -s , rule \(rules.joined(separator: " ")) }
      _posting_lint() {
        local -a commands=(
      \(described.joined(separator: "\n"))
        )
        local command=lint word
        for word in ${words[2,CURRENT-1]}; do
          case $word in
          \(CommandName.allCases.map(\.rawValue).joined(separator: "|"))) command=$word; break ;;
          esac
        done
        if (( CURRENT == 2 )) && [[ $words[CURRENT] != -* ]]; then
          _describe command commands
        fi
        # The command's name is no operand of its own.
        if [[ $command != lint || $words[2] == lint ]]; then
          (( CURRENT > 2 )) && { words=("${(@)words[1]}" "${(@)words[3,-1]}"); (( CURRENT-- )) }
        fi
        case $command in
      \(cases)  esac
      }
      if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
        _posting_lint "$@"
      else
        compdef _posting_lint posting-lint
      fi

      """
  }

  private static func zshOption(
    _ option: OptionName, _ command: CommandInfo, _ language: Language, _ rules: [String]
  ) -> String {
    let info = OptionInfo.of(option)
    let summary = zshEscaped(info.summary[language])
    let star = info.isRepeatable ? "*" : ""
    if info.value == .none { return "\(star)\(option.spelling)[\(summary)]" }
    let action = zshAction(choice(option, command, rules))
    return "\(star)\(option.spelling)=[\(summary)]:\(zshEscaped(info.placeholder[language])):\(action)"
  }

  private static func zshAction(_ choice: Choice) -> String {
    switch choice {
    case .nothing: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .list(let words) where words.first?.hasSuffix("=") == true: "(\(words.joined(separator: " ")))"
    case .list: "_posting_lint_rules"
    case .files: "_files"
    case .folders: "_files -/"
    }
  }

  private static func zshEscaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == ":" || scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  // MARK: fish

  private static func fish(_ language: Language, _ rules: [String]) -> String {
    let others = CommandName.allCases.filter { $0 != .lint }.map(\.rawValue).joined(separator: " ")
    var lines = ["# fish completion for posting-lint"]
    for name in CommandName.allCases {
      let command = CommandInfo.of(name)
      let condition = quoted(
        name == .lint ? "not __fish_seen_subcommand_from \(others)" : "__fish_seen_subcommand_from \(name.rawValue)")
      lines.append(
        "complete -c posting-lint -n __fish_use_subcommand -a \(name.rawValue) "
          + "-d \(fishQuoted(Help.shortSummary(name)[language]))")
      if case .files = operands(command, rules) {
      } else {
        lines.append("complete -c posting-lint -n \(condition) -f")
      }
      if case .words(let words) = operands(command, rules), !words.isEmpty {
        lines.append("complete -c posting-lint -n \(condition) -a \(quoted(words.joined(separator: " ")))")
      }
      for option in command.options {
        let info = OptionInfo.of(option)
        var line = "complete -c posting-lint -n \(condition) -l \(option.rawValue)"
        if let letter = info.letter { line += " -s \(Character(Unicode.Scalar(letter)))" }
        line += fishValue(choice(option, command, rules), takesValue: info.value != .none)
        lines.append(line + " -d \(fishQuoted(info.summary[language]))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishValue(_ choice: Choice, takesValue: Bool) -> String {
    switch choice {
    case .nothing: takesValue ? " -x" : ""
    case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
    case .list(let words): " -x -a \(quoted("(__fish_append , \(words.joined(separator: " ")))"))"
    case .files: " -r -F"
    case .folders: " -x -a '(__fish_complete_directories)'"
    }
  }

  private static func fishQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }
}
