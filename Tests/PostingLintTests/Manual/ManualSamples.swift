import DataTree
import JSON
import PostingLint
import SourceText
import YAML

// The Swift code of the manual and of the README, as it stands there: `ManualTests` compares and runs it.

func findings(in text: String, named name: String, today: CalendarDate) -> [String] {
  let options = LintOptions(today: today)
  let schema = DocumentSchema.posting(options: options)
  let linter = Linter(settings: RuleSettings(), options: options, schema: schema)
  let report = linter.lint(Source(path: name, text: text))
  let lines = LineIndex(report.source.bytes)
  return report.diagnostics.map { diagnostic in
    "line \(lines.line(at: diagnostic.range.start) + 1): \(diagnostic.message.en) [\(diagnostic.rule)]"
  }
}

func strictSettings() -> RuleSettings {
  var settings = RuleSettings()
  settings.set("file-name-without-date", to: .error)
  settings.enable("trailing-space")
  settings.disable("masculine-only-role")
  return settings
}

func mended(_ text: String, named name: String, with linter: Linter) -> String {
  let result = Fixer(linter, threshold: .safe).fix(Source(path: name, text: text))
  return String(decoding: result.bytes, as: UTF8.self)
}

enum ShoutedRole: Rule {
  static let info = RuleInfo(
    id: "shouted-role", group: .roles, scope: .postings, severity: .info,
    summary: Message(fr: "le titre du poste est en capitales", en: "the title of the post is in capitals"),
    rationale: Message(
      fr: "Un titre en capitales se lit moins vite. Écrivez-le en minuscules.",
      en: "A title in capitals is slower to read. Write it in small letters."),
    examples: [
      .bad(.frontMatter, "roles: COACH\n"),
      .good(.frontMatter, "roles: Coach\n"),
    ])

  static func check(_ context: RuleContext, _ findings: inout Findings) {
    guard let id = context.document.value("roles"), let text = context.document.text("roles"), isShouted(text)
    else { return }
    findings.add(Self.self, at: context.tree.range(of: id), message, pointer: "/roles")
  }

  static func isShouted(_ text: [UInt8]) -> Bool {
    text.contains { $0 >= 0x41 && $0 <= 0x5A } && !text.contains { $0 >= 0x61 && $0 <= 0x7A }
  }

  private static let message = Message(
    fr: "ce titre est en capitales\u{A0}: écrivez-le en minuscules",
    en: "this title is in capitals: write it in small letters")
}

func linter(for schema: String, today: CalendarDate) throws -> Linter {
  let options = LintOptions(today: today)
  let document = try JSONParser.parse(Array(schema.utf8))
  let compiled = try DocumentSchema(document: document, options: options, checksSchema: true)
  return Linter(settings: RuleSettings(isPosting: false), options: options, schema: compiled)
}

struct TabReporter: Reporter {
  private let language: Language

  init(_ options: ReportOptions) {
    language = options.languages.first ?? .en
  }

  mutating func begin(_ output: inout [UInt8]) {
    output += Array("path\tline\trule\tmessage\n".utf8)
  }

  mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    let lines = LineIndex(report.source.bytes)
    for diagnostic in report.diagnostics {
      SafeText.appendPath(report.source.path.bytes, to: &output)
      output += Array("\t\(lines.line(at: diagnostic.range.start) + 1)\t\(diagnostic.rule)\t".utf8)
      SafeText.append(diagnostic.message[language].utf8, to: &output)
      output += Array("\n".utf8)
    }
  }

  mutating func end(_ summary: Summary, _ output: inout [UInt8]) {}
}

func reading(of text: String) -> (tree: String, mistakes: [String]) {
  let result = YAMLParser.parse(Array(text.utf8), options: .frontMatter)
  let tree = String(decoding: TreePrinter.print(result.tree), as: UTF8.self)
  return (tree, result.errors.map(\.message.en))
}

func garbled(in text: String, today: CalendarDate) -> [(wrong: String, right: String)] {
  let settings = RuleSettings(only: ["mojibake"])
  let linter = Linter(settings: settings, options: LintOptions(today: today), schema: nil)
  let report = linter.lint(Source(path: "texte.md", text: text))
  return report.diagnostics.compactMap(\.fix).flatMap(\.edits).map { edit in
    let wrong = report.source.bytes[edit.range.indices]
    return (String(decoding: wrong, as: UTF8.self), String(decoding: edit.replacement, as: UTF8.self))
  }
}
