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
    func zsh(_ line: String) throws -> String {
      let completions = Completions.script(for: .zsh, in: .en, rules: Self.rules)
      // A terminal of its own, in which the line is typed and the tab key is pressed.
      let script = """
        zmodload zsh/zpty
        zpty z zsh -f -i
        send() { zpty -w z "$1" }
        send 'PS1= ; autoload -U compinit; compinit -u -D; zstyle ":completion:*" verbose no; LISTMAX=1000'
        send 'eval "$SCRIPT"'
        send 'echo REA''DY'
        zpty -r z text '*READY*'
        zpty -w -n z \(Self.quoted(line))$'\\t'
        sleep 0.3
        zpty -w -n z $'\\x15echo EN""D\\n'
        zpty -r z text '*END*'
        print -r -- "$text"
        """
      let screen = try #require(
        try Self.output(["env", "SCRIPT=\(completions)", "TERM=dumb", "zsh", "-f", "-c", script]))
      return String(screen.filter { !$0.unicodeScalars.contains { $0.value < 0x20 } })
    }
    #expect(try zsh("posting-lint --unsafe").contains("--unsafe-fixes"))
    #expect(try zsh("posting-lint expl").contains("explain"))
    #expect(try zsh("posting-lint explain unk").contains("unknown-key"))
    #expect(try zsh("posting-lint completions f").contains("fish"))
    #expect(try zsh("posting-lint --format=sar").contains("sarif"))
    #expect(try zsh("posting-lint explain --format hum").contains("human"))
    #expect(try zsh("posting-lint --select moji").contains("mojibake"))
    #expect(try zsh("posting-lint lint --exit").contains("--exit-zero"))
    #expect(try zsh("posting-lint validate --ass").contains("--assert-format"))
  }

  private static func quoted(_ text: String) -> String { "'" + text + "'" }
}
