package import SourceText

/// What the environment variables of a command decide where its options are silent.
package struct Surroundings: Sendable {
  private let variable: @Sendable (String) -> String?

  /// Reads variables through `variable`, which returns `nil` for one that is not set.
  package init(variable: @escaping @Sendable (String) -> String?) {
    self.variable = variable
  }

  private func value(_ name: String) -> String? {
    variable(name).flatMap { $0.utf8.isEmpty ? nil : $0 }
  }

  /// The language of the locale: the first of LC_ALL, LC_MESSAGES and LANG that says anything; French for French,
  /// English for all others.
  package var language: Language {
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
    return locale.utf8.starts(with: "fr".utf8) ? .fr : .en
  }

  /// Whether a build server runs the command that takes commands out of its log.
  package var readsLog: Bool {
    ["GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"].contains { value($0) != nil }
  }

  /// The address of the folder of sources that a job on GitHub checks, without a slash at its end; `nil` elsewhere.
  package var sourceAddress: String? {
    guard let server = value("GITHUB_SERVER_URL"), let repository = value("GITHUB_REPOSITORY"),
      let commit = value("GITHUB_SHA")
    else { return nil }
    let address = "\(server)/\(repository)/blob/\(commit)"
    // It goes into Markdown as it is.
    return address.utf8.allSatisfy { $0.isUnreserved || ":/".utf8.contains($0) } ? address : nil
  }

  /// Whether Emacs runs the command for its list of places: `28.2,compile`.
  private var isRunByCompile: Bool {
    (value("INSIDE_EMACS") ?? "").utf8.split(separator: UInt8(ascii: ",")).contains { $0.elementsEqual("compile".utf8) }
  }

  /// Whether a terminal is read by people as it is: that of Emacs' `compile` looks for lines that name places.
  package func showsPages(isTerminal: Bool) -> Bool {
    isTerminal && value("TERM") != "dumb" && !isRunByCompile
  }

  /// The cells of the terminal as `COLUMNS` has them; `nil` where it says nothing of use.
  package var columns: Int? { value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }

  /// Whether an output is coloured: `option`, the word of `--color`, decides; else NO_COLOR, FORCE_COLOR and
  /// CLICOLOR_FORCE, in this order; else whether it is a terminal that knows colours and is read by people.
  package func colors(option: String?, isTerminal: Bool) -> Bool {
    if option == "always" { return true }
    if option == "never" || value("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let forced = value(name) { return forced != "0" }
    }
    return showsPages(isTerminal: isTerminal) && value("CLICOLOR") != "0"
  }
}
