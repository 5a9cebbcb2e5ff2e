import SourceText

/// Workflow commands that GitHub shows as annotations of a pull request.
///
/// Lines and columns count from 1, columns in code points; columns are given only for a range within one line. GitHub
/// drops what goes past ten annotations of a level in one step, so those that are written are chosen here: the first of
/// each file before the second of any. A last plain line says how many findings were left out.
public struct GitHubReporter: Reporter {
  /// How many annotations of one level GitHub shows of one step.
  public static let limit = 10

  private let language: Language
  private let paths: ReportPaths
  private var kept: [Severity: [Annotation]] = [:]
  private var total = 0

  /// An annotation, and where it stands in the order of choice.
  private struct Annotation {
    /// How many of its file and level come before it.
    var round: Int
    /// How many findings of the run come before it.
    var number: Int
    var line: [UInt8]
  }

  /// Writes paths relative to the root of the repository.
  public init(_ options: ReportOptions) {
    language = options.language
    paths = options.paths
  }

  /// Writes nothing.
  public mutating func begin(_ output: inout [UInt8]) {}

  /// Chooses among the findings of one file; they are written at the end, errors first.
  public mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    total += report.leftOut
    guard !report.diagnostics.isEmpty else { return }
    var path: [UInt8]?
    let positions = PositionReader(report, unit: .codePoints)
    var rounds: [Severity: Int] = [:]
    for diagnostic in report.diagnostics {
      total += 1
      let round = rounds[diagnostic.severity, default: 0]
      rounds[diagnostic.severity] = round + 1
      guard let place = room(for: diagnostic.severity, round: round) else { continue }
      let file = path ?? Self.property(paths.reported(report.source.path).bytes)
      path = file
      let line = command(diagnostic, file: file, positions.visiblePlace(diagnostic.range))
      if place < kept[diagnostic.severity, default: []].count { kept[diagnostic.severity]?.remove(at: place) }
      kept[diagnostic.severity, default: []].append(Annotation(round: round, number: total, line: line))
    }
  }

  /// Writes what could not be checked, the annotations, and how many findings have none.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    var written = 0
    var room: [Severity: Int] = [:]
    let notices = summary.notices
    for notice in notices where room[notice.severity, default: 0] < Self.limit {
      room[notice.severity, default: 0] += 1
      output += command(notice)
      written += 1
    }
    for severity in Severity.allCases.reversed() {
      let all = kept[severity, default: []].sorted { ($0.round, $0.number) < ($1.round, $1.number) }
      let annotations = all.prefix(Self.limit - room[severity, default: 0]).sorted { $0.number < $1.number }
      for annotation in annotations { output += annotation.line }
      written += annotations.count
    }
    let rest = total + notices.count - written
    guard rest > 0 else { return }
    let text =
      Message(
        fr: "\(rest) \(rest > 1 ? "autres constats" : "autre constat") sans annotation",
        en: "\(rest) more \(rest > 1 ? "findings" : "finding") not annotated")[language]
    output += Array("\(text)\n".utf8)
  }

  /// The index of the annotation that gives way to one of `round`, the number of annotations where there is room for one
  /// more, or `nil` where there is none.
  private func room(for severity: Severity, round: Int) -> Int? {
    let annotations = kept[severity, default: []]
    guard annotations.count >= Self.limit else { return annotations.count }
    var last = 0
    for (index, annotation) in annotations.enumerated()
    where (annotation.round, annotation.number) > (annotations[last].round, annotations[last].number) {
      last = index
    }
    return round < annotations[last].round ? last : nil
  }

  private func command(_ notice: RunNotice) -> [UInt8] {
    var line = Array("::\(Self.name(notice.severity)) ".utf8)
    if let path = notice.path {
      line += Array("file=".utf8) + Self.property(paths.reported(path).bytes) + Array(",".utf8)
    }
    line += Array("title=\(Tool.name)::".utf8)
    return line + Self.data(Array(notice.message[language].utf8)) + [Byte.lineFeed]
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private func command(_ diagnostic: Diagnostic, file: [UInt8], _ place: PositionReader.Place) -> [UInt8] {
    var line = Array("::\(Self.name(diagnostic.severity)) file=".utf8)
    line += file
    line += Array(",line=\(place.start.line),endLine=\(place.end.line)".utf8)
    if place.start.line == place.end.line {
      line += Array(",col=\(place.start.column),endColumn=\(place.end.column)".utf8)
    }
    line += Array(",title=".utf8)
    line += Self.property(Array(diagnostic.rule.utf8))
    line += Array("::".utf8)
    line += Self.data(Array(diagnostic.message[language].utf8))
    line.append(0x0A)
    return line
  }

  /// The text of a message: `%` and line ends are escaped, so that it stays one line and is what it says.
  private static func data(_ text: [UInt8]) -> [UInt8] {
    escaped(text, also: [])
  }

  /// The text of a property, which a comma or colon would end.
  private static func property(_ text: [UInt8]) -> [UInt8] {
    escaped(text, also: [UInt8(ascii: ":"), UInt8(ascii: ",")])
  }

  private static func escaped(_ text: [UInt8], also others: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    SafeText.append(text, to: &safe)
    var result: [UInt8] = []
    result.reserveCapacity(safe.count)
    for byte in safe {
      switch byte {
      case UInt8(ascii: "%"): result += Array("%25".utf8)
      case UInt8(ascii: ":") where others.contains(byte): result += Array("%3A".utf8)
      case UInt8(ascii: ",") where others.contains(byte): result += Array("%2C".utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}
