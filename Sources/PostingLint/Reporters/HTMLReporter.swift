import Files
import SourceText

/// One page on its own for the person who answers for a site: totals, tables by folder and rule, filters, and every finding
/// with its line and what a fix would make of it.
///
/// The page loads nothing, can be read without its script, and holds no text of a file but as text. Lines count from 1.
/// As the totals stand at the head, the findings are held until the end of the run.
public struct HTMLReporter: Reporter {
  private let language: Language
  private let paths: ReportPaths
  private let links: SourceLinks
  private var body: [UInt8] = []
  private var folders: [[UInt8]: Totals] = [:]
  private var rules: [String: Totals] = [:]
  private var totals = Totals()

  /// Writes paths relative to the root of the repository.
  public init(_ options: ReportOptions) {
    language = options.language
    paths = options.paths
    links = SourceLinks(root: options.sourceAddress)
  }

  /// Writes nothing: what stands first holds the totals.
  public mutating func begin(_ output: inout [UInt8]) {}

  /// Keeps the findings of one file, and counts them.
  public mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    let told = report.told.diagnostics
    guard !told.isEmpty else { return }
    let path = paths.reported(report.source.path)
    let state = PostingState(report.source)
    for diagnostic in report.diagnostics {
      totals.add(diagnostic)
      folders[path.folder.bytes, default: Totals()].add(diagnostic)
      rules[diagnostic.rule, default: Totals()].add(diagnostic)
    }
    let section = HTMLFileSection(
      source: report.source, path: path, address: links.address(of: path), state: state, language: language)
    section.append(told, to: &body)
  }

  /// Writes the page.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    let words = HTMLWords(language)
    output += words.head(title: words.title(summary))
    output += "<body>\n<header>\n<h1>".utf8
    HTMLText.append(words.title(summary).utf8, to: &output)
    output += "</h1>\n<p>".utf8
    HTMLText.append(words.introduction.utf8, to: &output)
    output += "</p>\n</header>\n<main>\n".utf8
    if !summary.notices.isEmpty {
      output += "<section aria-labelledby=\"notices\">\n<h2 id=\"notices\">\(words.notices(summary))</h2>\n<ul>\n".utf8
      for notice in summary.notices {
        output += "<li>".utf8
        HTMLText.append(notice.message[language].utf8, to: &output)
        output += "</li>\n".utf8
      }
      output += "</ul>\n</section>\n".utf8
    }
    if totals.all > 0 {
      output += "<section aria-labelledby=\"totals\">\n<h2 id=\"totals\">\(words.totals(summary))</h2>\n".utf8
      appendTable(words.byFolder, words.folder, folders.map { ($0.key, $0.value) }, words, to: &output) {
        name, output in
        HTMLText.append(name, to: &output)
      }
      appendTable(words.byRule, words.rule, rules.map { (Array($0.key.utf8), $0.value) }, words, to: &output) {
        name, output in
        output += "<code>".utf8
        HTMLText.append(name, to: &output)
        output += "</code> ".utf8
        let info = RuleRegistry.info(String(decoding: name, as: UTF8.self))
        HTMLText.append((info?.summary[language] ?? "").utf8, to: &output)
      }
      output += "</section>\n".utf8
      appendFilters(words, to: &output)
      output += "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">\(words.findings)</h2>\n".utf8
      output += body
      output += "</section>\n".utf8
    }
    output += "</main>\n".utf8
    output += HTMLWords.script
    output += "</body>\n</html>\n".utf8
  }

  /// A table of numbers; the rows with the most errors first, then by name.
  private func appendTable(
    _ caption: String, _ first: String, _ rows: [(name: [UInt8], totals: Totals)], _ words: HTMLWords,
    to output: inout [UInt8], _ title: ([UInt8], inout [UInt8]) -> Void
  ) {
    output += "<table>\n<caption>\(caption)</caption>\n<thead><tr><th scope=\"col\">\(first)</th>".utf8
    for title in words.columns { output += "<th scope=\"col\">\(title)</th>".utf8 }
    output += "</tr></thead>\n<tbody>\n".utf8
    let sorted = rows.sorted { left, right in
      left.totals.rank == right.totals.rank
        ? left.name.lexicographicallyPrecedes(right.name) : left.totals.rank > right.totals.rank
    }
    for row in sorted {
      output += "<tr><th scope=\"row\">".utf8
      title(row.name, &output)
      output += "</th>".utf8
      for number in row.totals.columns { output += "<td>\(number)</td>".utf8 }
      output += "</tr>\n".utf8
    }
    output += "</tbody>\n</table>\n".utf8
  }

  private func appendFilters(_ words: HTMLWords, to output: inout [UInt8]) {
    output += "<form id=\"filters\" hidden data-count=\"\(words.count)\">\n".utf8
    output += "<fieldset><legend>\(words.severity)</legend>\n".utf8
    for severity in [Severity.error, .warning, .info] where totals.count(severity) > 0 {
      output +=
        "<label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.name)\" checked> \(words.plural(severity))</label>\n"
        .utf8
    }
    output += "</fieldset>\n".utf8
    appendChoice("rule", words.rule, [("", words.all)] + rules.keys.sorted().map { ($0, $0) }, to: &output)
    appendChoice(
      "state", words.state,
      [("", words.all)] + [PostingState.open, .closed, .unknown].map { ($0.rawValue, words.name($0)) }, to: &output)
    appendChoice(
      "fix", words.fix, [("", words.all)] + HTMLWords.fixes.map { ($0, words.name(ofFix: $0)) }, to: &output)
    output += "<button type=\"reset\">\(words.reset)</button>\n<p role=\"status\" id=\"count\"></p>\n</form>\n".utf8
  }

  private func appendChoice(
    _ name: String, _ title: String, _ choices: [(value: String, title: String)], to output: inout [UInt8]
  ) {
    output += "<label>\(title) <select name=\"\(name)\">\n".utf8
    for choice in choices { output += "<option value=\"\(choice.value)\">\(choice.title)</option>\n".utf8 }
    output += "</select></label>\n".utf8
  }

  /// How many findings there are of each kind.
  private struct Totals {
    private var bySeverity = [0, 0, 0]
    private var safe = 0

    mutating func add(_ diagnostic: Diagnostic) {
      bySeverity[Self.place(diagnostic.severity)] += 1
      if diagnostic.fix?.applicability == .safe { safe += 1 }
    }

    func count(_ severity: Severity) -> Int { bySeverity[Self.place(severity)] }
    var all: Int { bySeverity.reduce(0, +) }
    var columns: [Int] { bySeverity + [safe] }
    var rank: (Int, Int, Int) { (bySeverity[0], bySeverity[1], bySeverity[2]) }

    private static func place(_ severity: Severity) -> Int {
      switch severity {
      case .error: 0
      case .warning: 1
      case .info: 2
      }
    }
  }
}

/// Whether one can apply for a posting.
enum PostingState: String {
  case open, closed, unknown

  /// Reads the key `open` of a file.
  init(_ source: Source) {
    switch Document(source).text("open").map({ String(decoding: $0, as: UTF8.self) }) {
    case "true": self = .open
    case "false": self = .closed
    default: self = .unknown
    }
  }
}
