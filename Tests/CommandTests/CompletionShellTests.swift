import Foundation
import TestSupport
import Testing

/// The lines of the manual that switch completion on, in the shells themselves, with the built command.
@Suite struct CompletionShellTests {
  static func isInstalled(_ shell: String) -> Bool {
    (try? CommandFolder().shell("command -v \(shell)").status) == 0
  }

  /// What a script prints, run by a shell in which `posting-lint` is the built command.
  private func run(_ shell: String, _ script: String) throws -> [String] {
    let folder = try CommandFolder()
    try folder.write("script", script)
    let result = try folder.shell(
      "PATH=\"$(dirname \"$0\"):$PATH\" HOME=\"$PWD\" TERM=dumb LC_ALL=C.UTF-8 timeout 60 \(shell) script")
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(result.status == 0)
    return result.text.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: isInstalled("bash"), "skipped: bash is not installed"))
  func bash() throws {
    let script = """
      source <(posting-lint completions bash)
      complete -p posting-lint
      COMP_WORDS=(posting-lint explain impossible) COMP_CWORD=2
      _posting_lint
      echo "${COMPREPLY[@]}"
      """
    let lines = try run("bash --norc", script)
    #expect(lines.first?.hasSuffix(" posting-lint") == true)
    #expect(lines.last == "impossible-date")
  }

  @Test(.enabled(if: isInstalled("zsh"), "skipped: zsh is not installed"))
  func zsh() throws {
    let script = """
      autoload -U compinit
      compinit -u -D
      source <(posting-lint completions zsh)
      echo $_comps[posting-lint]
      """
    #expect(try run("zsh -f", script) == ["_posting_lint"])
  }

  @Test(.enabled(if: isInstalled("fish"), "skipped: fish is not installed"))
  func fish() throws {
    let script = """
      posting-lint completions fish | source
      complete -C 'posting-lint explain impossible'
      complete -C 'posting-lint lint --unsafe'
      """
    let lines = try run("fish --no-config", script)
    #expect(lines.map { $0.prefix { $0 != "\t" } } == ["impossible-date", "--unsafe-fixes"])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func theScriptIsWholeInBothLanguages(_ shell: String) throws {
    let folder = try CommandFolder()
    for language in ["fr", "en"] {
      let result = try folder.run("completions", shell, "--lang", language)
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
      for word in ["validate", "mojibake", "checkstyle", "stdin-filename"] { #expect(result.text.contains(word)) }
    }
  }
}
