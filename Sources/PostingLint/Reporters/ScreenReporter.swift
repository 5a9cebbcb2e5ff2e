import SourceText

/// The form for people at a terminal: each file once as a heading, its findings with messages wrapped at the width of the
/// screen, their excerpts cropped to it, and what mends them.
///
/// Lines and columns count from 1, columns in code points; the width counts cells of the terminal. Advice is left out
/// unless asked for.
public struct ScreenReporter: Reporter {
  /// The narrowest screen that text is wrapped for, in cells.
  static let leastWidth = 40

  private let language: Language
  private let showsAdvice: Bool
  private let foldsFindings: Bool
  private let style: TerminalStyle
  private let width: Int
  private var isFirst = true

  /// Writes for a screen of `options.screenWidth` cells, 80 where it is unknown.
  public init(_ options: ReportOptions) {
    language = options.language
    showsAdvice = options.showsAdvice
    foldsFindings = options.foldsFindings
    style = TerminalStyle(usesColor: options.usesColor)
    width = max(Self.leastWidth, options.screenWidth ?? 80)
  }

  /// Writes nothing.
  public mutating func begin(_ output: inout [UInt8]) {}

  /// Sets the summary, which is for people on standard error, apart from the findings.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    if !isFirst { output.append(Byte.lineFeed) }
  }

  /// Writes the findings of one file, after a blank line where others stand above.
  public mutating func add(text: [UInt8], _ output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    if !isFirst { output.append(Byte.lineFeed) }
    isFirst = false
    output += text
  }

  /// The findings of one file.
  public func text(of report: FileReport) -> [UInt8]? {
    let shown = report.diagnostics.filter { showsAdvice || $0.severity > .info }
    guard !shown.isEmpty || report.leftOut > 0 else { return [] }
    var output: [UInt8] = []
    style.bold(&output) { SafeText.appendPath(report.source.path.bytes, to: &$0) }
    output.append(Byte.lineFeed)
    let lines = report.lines
    let positions = PositionReader(report.source, lines, unit: .codePoints)
    let places = shown.map { place(of: $0, positions) }
    let page = Page(
      source: report.source, lines: lines, style: style, language: language, width: width,
      margin: (places.map(\.utf8.count).max() ?? 0) + 4)
    var folding = Folding(shown, isOn: foldsFindings)
    for (diagnostic, place) in zip(shown, places) {
      switch folding.next(diagnostic) {
      case .shown: page.append(diagnostic, at: place, to: &output)
      case .lastShown(let hidden):
        page.append(diagnostic, at: place, to: &output)
        page.appendFold(hidden, diagnostic, to: &output)
      case .hidden: break
      }
    }
    if report.leftOut > 0 { page.appendLeftOut(report.leftOut, to: &output) }
    return output
  }

  /// `12:3`, or a word where the finding is about the whole file.
  private func place(of diagnostic: Diagnostic, _ positions: PositionReader) -> String {
    if diagnostic.isAboutWholeFile { return Message(fr: "fichier", en: "file")[language] }
    let start = positions.place(diagnostic.range).start
    return "\(start.line):\(start.column)"
  }

  /// Writes findings in two columns: their places, and all else.
  private struct Page {
    let source: Source
    let lines: LineIndex
    let style: TerminalStyle
    let language: Language
    let width: Int
    /// The cells before the second column.
    let margin: Int

    func append(_ diagnostic: Diagnostic, at place: String, to output: inout [UInt8]) {
      output.append(Byte.lineFeed)
      spaces(margin - 2 - place.utf8.count, &output)
      output += Array("\(place)  ".utf8)
      var text = WrappedText(width: width, margin: margin)
      text.add(diagnostic.severity.word[language] + colon, &output) { body, output in
        style.severity(diagnostic.severity, &output) { $0 += body }
      }
      var message: [UInt8] = []
      SafeText.append(diagnostic.message[language].utf8, to: &message)
      text.add(words: message, &output)
      text.add("[\(diagnostic.rule)]", &output) { body, output in style.dim(&output) { $0 += body } }
      output.append(Byte.lineFeed)
      if !diagnostic.isAboutWholeFile {
        Excerpt(source, lines, style, width: width - margin - 1, margin: margin)
          .append(diagnostic.range, severity: diagnostic.severity, to: &output)
      }
      for note in diagnostic.notes {
        let line = lines.line(at: note.range.start) + 1
        let label = Message(fr: "ligne \(line)\(colon)", en: "line \(line)\(colon)")[language]
        appendRemark(label, note.message[language], to: &output) { $0.dim(&$1, $2) }
      }
      if let fix = diagnostic.fix { append(fix, to: &output) }
    }

    /// What mends a finding: the option that applies it, in the colour of how far it can be trusted.
    private func append(_ fix: Fix, to output: inout [UInt8]) {
      let title = fix.titleBehindColon(language)
      switch fix.applicability {
      case .safe: appendRemark("--fix" + colon, title, to: &output) { $0.safe(&$1, $2) }
      case .unsafe: appendRemark("--unsafe-fixes" + colon, title, to: &output) { $0.unsafe(&$1, $2) }
      case .displayOnly:
        let label = Message(fr: "à la main", en: "by hand")[language]
        appendRemark(label + colon, title, to: &output) { $0.dim(&$1, $2) }
      }
    }

    func appendFold(_ hidden: Int, _ diagnostic: Diagnostic, to output: inout [UInt8]) {
      output.append(Byte.lineFeed)
      spaces(margin, &output)
      let text = Message(
        fr: "… et \(hidden) autres [\(diagnostic.rule)] (--verbose les montre)",
        en: "… and \(hidden) more [\(diagnostic.rule)] (--verbose shows them)")
      style.dim(&output) { $0 += Array(text[language].utf8) }
      output.append(Byte.lineFeed)
    }

    func appendLeftOut(_ count: Int, to output: inout [UInt8]) {
      output.append(Byte.lineFeed)
      spaces(margin, &output)
      var text = WrappedText(width: width, margin: margin)
      text.add(words: Array(RunNotice.leftOut(count, of: nil).message[language].utf8), &output)
      output.append(Byte.lineFeed)
    }

    private func appendRemark(
      _ label: String, _ text: String, to output: inout [UInt8],
      _ paint: (TerminalStyle, inout [UInt8], (inout [UInt8]) -> Void) -> Void
    ) {
      spaces(margin, &output)
      var remark = WrappedText(width: width, margin: margin + 2, column: margin)
      remark.add(label, &output) { body, output in paint(style, &output) { $0 += body } }
      var safe: [UInt8] = []
      SafeText.append(text.utf8, to: &safe)
      remark.add(words: safe, &output)
      output.append(Byte.lineFeed)
    }

    private var colon: String { Message(fr: "\u{A0}:", en: ":")[language] }

    private func spaces(_ count: Int, _ output: inout [UInt8]) {
      output += [UInt8](repeating: Byte.space, count: max(0, count))
    }
  }
}
