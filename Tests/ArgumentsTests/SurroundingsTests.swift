import Arguments
import SourceText
import Testing

struct SurroundingsTests {
  private func with(_ variables: [String: String]) -> Surroundings {
    Surroundings { variables[$0] }
  }

  @Test func takesTheLanguageOfTheLocale() {
    #expect(with(["LANG": "fr_FR.UTF-8"]).language == .fr)
    #expect(with(["LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"]).language == .en)
    #expect(with(["LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_CA"]).language == .fr)
    #expect(with(["LANG": "fr_FR", "LC_ALL": ""]).language == .fr)
    #expect(with([:]).language == .en)
    #expect(with(["LANG": "C.UTF-8"]).language == .en)
  }

  @Test func knowsTheServersThatReadTheirLog() {
    #expect(with(["GITHUB_ACTIONS": "true"]).readsLog && with(["TF_BUILD": "True"]).readsLog)
    #expect(!with([:]).readsLog && !with(["GITHUB_ACTIONS": ""]).readsLog)
  }

  @Test func linksToTheSourcesThatAJobChecks() {
    var variables = [
      "GITHUB_SERVER_URL": "https://exemple.fr", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "0a1b",
    ]
    #expect(with(variables).sourceAddress == "https://exemple.fr/a/b/blob/0a1b")
    variables["GITHUB_SHA"] = "x) [y](z"
    #expect(with(variables).sourceAddress == nil)
    #expect(with([:]).sourceAddress == nil)
  }

  @Test func optionThenNoColorThenForceThenTerminal() {
    #expect(with(["NO_COLOR": "1"]).colors(option: "always", isTerminal: false))
    #expect(!with(["FORCE_COLOR": "1"]).colors(option: "never", isTerminal: true))
    #expect(!with(["NO_COLOR": "1", "FORCE_COLOR": "1"]).colors(option: "auto", isTerminal: true))
    #expect(with(["NO_COLOR": ""]).colors(option: nil, isTerminal: true))
    #expect(with(["FORCE_COLOR": "1"]).colors(option: nil, isTerminal: false))
    #expect(with(["CLICOLOR_FORCE": "1"]).colors(option: "auto", isTerminal: false))
    #expect(!with(["CLICOLOR": "0"]).colors(option: nil, isTerminal: true))
    #expect(!with(["CLICOLOR": "1"]).colors(option: nil, isTerminal: false))
    #expect(!with(["TERM": "dumb"]).colors(option: nil, isTerminal: true))
    #expect(with([:]).colors(option: nil, isTerminal: true))
  }

  @Test func whatEmacsReadsIsNoPage() {
    for name in ["28.2,compile", "30.1,compile"] {
      let emacs = with(["INSIDE_EMACS": name, "TERM": "eterm-color"])
      #expect(!emacs.colors(option: nil, isTerminal: true) && !emacs.showsPages(isTerminal: true))
    }
    let terminal = with(["INSIDE_EMACS": "28.2,term:0.96", "TERM": "eterm-color"])
    #expect(terminal.colors(option: nil, isTerminal: true) && terminal.showsPages(isTerminal: true))
    #expect(!terminal.showsPages(isTerminal: false))
  }
}
