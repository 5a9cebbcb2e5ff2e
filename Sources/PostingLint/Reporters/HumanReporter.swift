import SourceText

/// The form for people and the programs that read lines: one line `path:line:col: severity: message [rule]`, the excerpt behind a gutter, the fix.
///
/// Lines and columns count from 1, columns in code points. Advice is left out unless asked for.
public struct HumanReporter: Reporter {
  private let language: Language
  private let showsAdvice: Bool
  private let standsAlone: Bool
  private let style: TerminalStyle

  /// Writes in the first language, with terminal colours or without.
  public init(_ options: ReportOptions) {
    language = options.language
    showsAdvice = options.showsAdvice
    standsAlone = options.standsAlone
    style = TerminalStyle(usesColor: options.usesColor)
  }

  /// Writes nothing.
  public mutating func begin(_ output: inout [UInt8]) {}

  /// Writes what could not be checked, where the text stands alone: elsewhere that is told on standard error, as is the
  /// summary.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    guard standsAlone else { return }
    for notice in summary.notices {
      for line in notice.message[language].utf8.split(separator: Byte.lineFeed) {
        output += Array("\(Tool.name): ".utf8)
        SafeText.append(line, to: &output)
        output.append(Byte.lineFeed)
      }
    }
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    var output: [UInt8] = []
    let shown = report.diagnostics.filter { showsAdvice || $0.severity > .info }
    guard !shown.isEmpty || report.leftOut > 0 else { return [] }
    let lines = report.lines
    let positions = PositionReader(report.source, lines, unit: .codePoints)
    for diagnostic in shown { append(diagnostic, of: report.source, lines, positions, to: &output) }
    if report.leftOut > 0 {
      SafeText.appendPath(report.source.path.bytes, to: &output)
      output += Array(": \(RunNotice.leftOut(report.leftOut, of: nil).message[language])\n".utf8)
    }
    return output
  }

  private func append(
    _ diagnostic: Diagnostic, of source: Source, _ lines: LineIndex, _ positions: PositionReader,
    to output: inout [UInt8]
  ) {
    let position = positions.position(diagnostic.range.start)
    style.bold(&output) { output in
      SafeText.appendPath(source.path.bytes, to: &output)
      output.append(Byte.colon)
      output += String(position.line).utf8
      output.append(Byte.colon)
      output += String(position.column).utf8
      output += ": ".utf8
    }
    style.severity(diagnostic.severity, &output) {
      $0 += diagnostic.severity.name.utf8
      $0 += ": ".utf8
    }
    SafeText.append(diagnostic.message[language].utf8, to: &output)
    style.dim(&output) {
      $0 += " [".utf8
      $0 += diagnostic.rule.utf8
      $0 += "]".utf8
    }
    output.append(0x0A)
    // A finding about the whole file has no line to show.
    if !diagnostic.isAboutWholeFile {
      Excerpt(source, lines, style).append(diagnostic.range, severity: diagnostic.severity, to: &output)
    }
    for note in diagnostic.notes {
      let line = lines.line(at: note.range.start) + 1
      appendRemark("\(note.message[language]) (\(lineWord) \(line))", to: &output)
    }
    if let fix = diagnostic.fix { append(fix, to: &output) }
  }

  private var lineWord: String { Message(fr: "ligne", en: "line")[language] }

  private func append(_ fix: Fix, to output: inout [UInt8]) {
    let option =
      switch fix.applicability {
      case .safe: " (--fix)"
      case .unsafe: " (--unsafe-fixes)"
      case .displayOnly: ""
      }
    // What no option does is not called by the name of what one does.
    let label =
      option.isEmpty
      ? Message(fr: "à la main\u{A0}: ", en: "by hand: ") : Message(fr: "correction\u{A0}: ", en: "fix: ")
    output += "      = ".utf8
    output += label[language].utf8
    SafeText.append(fix.titleBehindColon(language).utf8, to: &output)
    output += option.utf8
    output.append(0x0A)
  }

  private func appendRemark(_ text: String, to output: inout [UInt8]) {
    output += "      = ".utf8
    SafeText.append(text.utf8, to: &output)
    output.append(0x0A)
  }
}

/// Terminal colours, or none.
struct TerminalStyle: Sendable {
  let usesColor: Bool

  func bold(_ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) { wrap("1", &output, body) }

  func dim(_ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) { wrap("2", &output, body) }

  func severity(_ severity: Severity, _ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
    switch severity {
    case .error: wrap("1;31", &output, body)
    case .warning: wrap("1;33", &output, body)
    case .info: wrap("1;36", &output, body)
    }
  }

  /// What can be applied blindly.
  func safe(_ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) { wrap("32", &output, body) }

  /// What is to be looked at before it is kept.
  func unsafe(_ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) { wrap("33", &output, body) }

  private func wrap(_ code: String, _ output: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
    if usesColor { output += Array("\u{1B}[\(code)m".utf8) }
    body(&output)
    if usesColor { output += Array("\u{1B}[0m".utf8) }
  }
}
