import SourceText

/// The words, the style and the script of the HTML page.
struct HTMLWords {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  private func say(_ fr: String, _ en: String) -> String { Message(fr: fr, en: en)[language] }

  // MARK: Words

  var introduction: String {
    say(
      "Ce que posting-lint a trouvé dans les fichiers, et ce qu’il faut écrire à la place. Une correction sûre est faite par la commande «\u{A0}posting-lint --fix\u{A0}»\u{A0}; les autres sont à relire ou à faire à la main.",
      "What posting-lint found in the files, and what to write instead. A safe fix is made by the command “posting-lint --fix”; the others are to be reviewed, or made by hand."
    )
  }
  private var notChecked: String { say("Tout n’a pas pu être relu", "Not everything could be checked") }

  /// The heading of what there is to say beside the findings.
  func notices(_ summary: Summary) -> String {
    summary.failureCount > 0 ? notChecked : say("Ce qui n’est pas montré", "What is not shown")
  }

  /// The heading of the tables, which know only the findings that are shown.
  func totals(_ summary: Summary) -> String {
    summary.leftOut > 0
      ? say("En bref, parmi les constats montrés", "In short, of the findings that are shown")
      : say("En bref", "In short")
  }

  var findings: String { say("Constats", "Findings") }
  var byFolder: String { say("Par dossier", "By folder") }
  var byRule: String { say("Par règle", "By rule") }
  var folder: String { say("Dossier", "Folder") }
  var rule: String { say("Règle", "Rule") }
  var severity: String { say("Gravité", "Severity") }
  var state: String { say("Offre", "Posting") }
  var fix: String { say("Correction", "Fix") }
  var all: String { say("tout", "all") }
  var reset: String { say("Tout montrer", "Show all") }
  var line: String { say("ligne", "line") }
  var colon: String { say("\u{A0}: ", ": ") }
  var before: String { say("avant", "before") }
  var after: String { say("après", "after") }
  /// How many findings are shown, for the script.
  var count: String { say("Constats montrés\u{A0}: {shown} sur {all}", "Findings shown: {shown} of {all}") }
  var columns: [String] {
    [
      say("Erreurs", "Errors"), say("Avertissements", "Warnings"), say("Conseils", "Advice"),
      say("Corrections sûres", "Safe fixes"),
    ]
  }

  /// The title of the page. Three noughts would look like a good result where nothing was read.
  func title(_ summary: Summary) -> String {
    if summary.files == 0, summary.failureCount == 0 {
      return "posting-lint\(colon)\(say("aucun fichier vérifié", "no file was checked"))"
    }
    let numbers =
      "\(summary.files) \(say(summary.files > 1 ? "fichiers" : "fichier", summary.files == 1 ? "file" : "files"))"
    let errors =
      "\(summary.errors) \(say(summary.errors > 1 ? "erreurs" : "erreur", summary.errors == 1 ? "error" : "errors"))"
    let warnings =
      "\(summary.warnings) \(say(summary.warnings > 1 ? "avertissements" : "avertissement", summary.warnings == 1 ? "warning" : "warnings"))"
    let all = "\(numbers), \(errors), \(warnings)"
    guard summary.failureCount > 0 else { return "posting-lint\(colon)\(all)" }
    return "posting-lint\(colon)\(say("tout n’a pas pu être relu", "not everything could be checked")) (\(all))"
  }

  func plural(_ severity: Severity) -> String {
    switch severity {
    case .error: say("erreurs", "errors")
    case .warning: say("avertissements", "warnings")
    case .info: say("conseils", "advice")
    }
  }

  func name(_ state: PostingState) -> String {
    switch state {
    case .open: say("ouverte", "open")
    case .closed: say("fermée", "closed")
    case .unknown: say("sans «\u{A0}open\u{A0}»", "without “open”")
    }
  }

  /// The kinds of fixes as the filter names them.
  static let fixes = ["safe", "unsafe", "display-only", "none"]

  func name(ofFix kind: String) -> String {
    switch kind {
    case "safe": say("correction sûre", "safe fix")
    case "unsafe": say("correction à relire", "fix to review")
    case "none": say("aucune", "none")
    default: say("à la main", "by hand")
    }
  }

  // MARK: The page

  /// The head of the page; nothing but the style and the script in it may be used or loaded.
  func head(title: String) -> [UInt8] {
    var output = Array(
      """
      <!DOCTYPE html>
      <html lang="\(language == .fr ? "fr" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(Self.scriptHash)'">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="\(Tool.name) \(Tool.version)">
      <title>
      """.utf8)
    HTMLText.append(title.utf8, to: &output)
    output += "</title>\n<style>\n\(Self.style)</style>\n</head>\n".utf8
    return output
  }

  private static let style = """
    :root { --paper: #fff; --ink: #1b1b1f; --quiet: #555a60; --rule: #c9cdd2; --panel: #f4f5f7; --error: #a8001c; --warning: #7a4b00;
      --advice: #00538a; --link: #0b4fa8; --mark: #ffe08a; --old: #fde7e9; --oldink: #7a0014; --new: #e2f5e4; --newink: #0a4517; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14161a; --ink: #e7e8ea; --quiet: #a9b0b8; --rule: #454b53;
      --panel: #1f2329; --error: #ffb3ab; --warning: #ffd08a; --advice: #9fceff; --link: #9cc7ff; --mark: #5c4a00; --old: #4a1d22;
      --oldink: #ffd9dc; --new: #143a1d; --newink: #c9f2d0; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2rem; } h3 { font-size: 1.05rem; overflow-wrap: anywhere; }
    a { color: var(--link); } a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    table { border-collapse: collapse; margin: 1rem 0; width: 100%; } caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
    th, td { border-bottom: 1px solid var(--rule); padding: .3rem .6rem; text-align: right; vertical-align: top; }
    th:first-child { text-align: left; font-weight: normal; overflow-wrap: anywhere; } thead th, thead th:first-child { font-weight: bold; }
    form { display: flex; flex-wrap: wrap; gap: .8rem 1.5rem; align-items: center; background: var(--panel); padding: .8rem; border-radius: .4rem; }
    form[hidden], [hidden] { display: none; } fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
    legend { float: left; margin-right: 1rem; } select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; padding: .2rem .5rem; }
    .file { border-top: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 20rem; } .file ul { list-style: none; padding: 0; }
    .finding { margin: 1rem 0; } .finding p { margin: .3rem 0; } .state, .fix { color: var(--quiet); } .state { font-weight: normal; }
    .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--advice); }
    code { font-size: .9em; color: var(--quiet); } pre { margin: .3rem 0; padding: .5rem; background: var(--panel); border-radius: .3rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .9rem; }
    mark { background: var(--mark); color: inherit; outline: 1px solid var(--quiet); }
    del, ins { display: block; text-decoration: none; } del { background: var(--old); color: var(--oldink); } ins { background: var(--new); color: var(--newink); }
    del::before { content: "- "; } ins::before { content: "+ "; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media print { form { display: none; } .file { content-visibility: visible; } .finding { break-inside: avoid; } body { max-width: none; } }

    """

  private static let scriptText = """

    (() => {
      const form = document.getElementById("filters");
      if (!form) return;
      const findings = [...document.querySelectorAll(".finding")];
      const files = [...document.querySelectorAll(".file")];
      const apply = () => {
        const choice = new FormData(form);
        const severities = choice.getAll("severity");
        let shown = 0;
        for (const finding of findings) {
          const data = finding.dataset;
          const fits = severities.includes(data.severity)
            && ["rule", "state", "fix"].every((name) => !choice.get(name) || choice.get(name) === data[name]);
          finding.hidden = !fits;
          if (fits) shown += 1;
        }
        for (const file of files) file.hidden = !file.querySelector(".finding:not([hidden])");
        document.getElementById("count").textContent =
          form.dataset.count.replace("{shown}", shown).replace("{all}", findings.length);
      };
      for (const kind of ["input", "change"]) form.addEventListener(kind, apply);
      form.addEventListener("reset", () => setTimeout(apply));
      form.addEventListener("submit", (event) => event.preventDefault());
      form.hidden = false;
      apply();
    })();

    """

  /// The script, which only hides and shows.
  static let script = Array("<script>\(scriptText)</script>\n".utf8)

  /// The SHA-256 of the script in Base64, by which browsers know it (Content Security Policy Level 3, 2.3.1).
  private static let scriptHash = "2qcXHmcE4z2sOIp0h7vEQqK1Mu0RUY1VmrIrS9sw0vY="
}
