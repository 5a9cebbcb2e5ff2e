import Arguments
import Files
import SourceText
import Testing

/// The scripts are tried in the shells themselves, where those are installed.
struct CompletionsTests {
  private static let rules = ["duplicate-key", "mojibake", "unknown-key"]

  private static func isInstalled(_ shell: Shell) -> Bool {
    (try? output([shell.rawValue, "-c", "exit 0"])) != nil
  }

  private static func output(_ command: [String]) throws -> String? {
    let result = try Subprocess.run(command.map { Array($0.utf8) })
    return result.status == 0 ? String(decoding: result.output, as: UTF8.self) : nil
  }

  private static func run(_ shell: Shell, _ after: String, flags: [String] = []) throws -> [String] {
    let script = Completions.script(for: shell, in: .fr, rules: rules) + "\n" + after
    let text = try #require(try output([shell.rawValue] + flags + ["-c", script]))
    return text.split(separator: "\n").map(String.init)
  }

  private static func bash(_ words: String...) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    return try run(
      .bash,
      """
      COMP_WORDS=(posting-lint \(list)); COMP_CWORD=\(words.count); _posting_lint 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
  }

  @Test(.enabled(if: isInstalled(.bash), "needs bash"))
  func completesInBash() throws {
    #expect(try Self.bash("--unsafe") == ["--unsafe-fixes"])
    #expect(try Self.bash("exp") == ["explain"])
    #expect(try Self.bash("explain", "unk") == ["unknown-key"])
    #expect(try Self.bash("explain", "--f") == ["--format"])
    #expect(try Self.bash("explain", "--format", "") == ["human", "json"])
    #expect(try Self.bash("--format", "=", "js") == ["json", "jsonl"])
    #expect(try Self.bash("--format", "=") == OptionInfo.formats)
    #expect(try Self.bash("--select", "mojibake,du") == ["mojibake,duplicate-key"])
    #expect(try Self.bash("completions", "") == ["bash", "zsh", "fish"])
    #expect(try Self.bash("--schema-dir", "x").isEmpty)
    #expect(try Self.bash("validate", "--schema-dir", "/et").contains("/etc"))
  }

  @Test(.enabled(if: isInstalled(.fish), "needs fish"))
  func completesInFish() throws {
    func fish(_ line: String) throws -> [String] {
      let lines = try Self.run(.fish, "complete -C \"posting-lint \(line)\"", flags: ["--no-config"])
      return lines.map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(try fish("--unsafe") == ["--unsafe-fixes"])
    #expect(try fish("expl") == ["explain"])
    #expect(try fish("explain unk") == ["unknown-key"])
    #expect(try fish("explain --format ") == ["human", "json"])
    #expect(try fish("--format js") == ["json", "jsonl"])
    #expect(try fish("--select mojibake,du") == ["mojibake,duplicate-key"])
    #expect(try fish("explain --fi").isEmpty)
  }

  @Test(.enabled(if: isInstalled(.zsh), "needs zsh"))
  func completesInZsh() throws {
    let completions = Completions.script(for: .zsh, in: .en, rules: Self.rules)
    // A terminal of its own, in which each line is typed and the tab key is pressed; what the line must become is
    // waited for, as a key that is pressed too early keeps zsh from showing anything.
    let script = """
      zmodload zsh/zpty
      zpty z zsh -f -i
      zpty -w z 'PS1= ; autoload -U compinit; compinit -u -D; zstyle ":completion:*" verbose no; LISTMAX=1000'
      zpty -w z 'eval "$SCRIPT"'
      zpty -w z 'echo REA''DY'
      zpty -r z text '*READY*'
      try() {
        zpty -w -n z "posting-lint $1"$'\\t'
        local text= chunk= i
        for ((i = 0; i < 200; i++)); do
          while zpty -rt z chunk; do text+=$chunk; done
          [[ ${text//[^[:print:]]/} == *$2* ]] && break
          sleep 0.1
        done
        (( i < 200 )) || print -r -- "$1 does not become $2: $text"
        zpty -w -n z $'\\x15'
      }
      \(Self.zshCases.map { "try '\($0.typed)' '\($0.completed)'" }.joined(separator: "\n"))
      print done
      """
    let output = try Self.output(["env", "SCRIPT=\(completions)", "TERM=dumb", "zsh", "-f", "-c", script])
    #expect(output == "done\n")
  }

  private static let zshCases: [(typed: String, completed: String)] = [
    ("--unsafe", "--unsafe-fixes"), ("expl", "explain"), ("explain unk", "unknown-key"), ("completions f", "fish"),
    ("--format=sar", "--format=sarif"), ("explain --format hum", "--format human"),
    ("--select moji", "--select mojibake"),
    ("lint --exit", "--exit-zero"), ("validate --ass", "--assert-format"),
  ]
}
