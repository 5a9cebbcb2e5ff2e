import SourceText

/// JUnit's XML: one test case a file, which fails where the file has findings that count,
/// and an error for what could not be checked.
///
/// Lines and columns count from 1, columns in code points. A suite has its totals at its head, so its cases are kept until
/// it ends; a run of many files has several suites, which keep little, and no totals of all.
public struct JUnitReporter: Reporter {
  private let language: Language
  private let failLevel: Severity
  /// The cases of the suite that has not ended yet.
  private var cases: [UInt8] = []
  private var suites = 0
  /// The most cases of one suite.
  private static let longestSuite = 1000
  private var count = 0
  private var failures = 0
  private var errors = 0

  /// Files fail from the severity on that makes the whole run fail.
  public init(_ options: ReportOptions) {
    language = options.language
    failLevel = options.failLevel
  }

  /// Writes the head.
  public mutating func begin(_ output: inout [UInt8]) {
    output += XMLText.declaration
    output += Array("<testsuites name=\"\(Tool.name)\">\n".utf8)
  }

  /// Keeps the test case of one file, and writes a suite that is full.
  public mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    if count == Self.longestSuite { endSuite(&output) }
    count += 1
    let path = ReportPaths().reported(report.source.path)
    cases += Array("    <testcase".utf8)
    XMLText.append("name", path.bytes, to: &cases)
    XMLText.append("classname", Tool.name, to: &cases)
    XMLText.append("file", path.bytes, to: &cases)
    if report.diagnostics.isEmpty, report.leftOut == 0 {
      cases += Array("/>\n".utf8)
      return
    }
    cases += Array(">\n".utf8)
    let lines = lines(of: report, path)
    var failing: [[UInt8]] = []
    var passing: [[UInt8]] = []
    var first: Diagnostic?
    for (diagnostic, line) in zip(report.diagnostics, lines) {
      if diagnostic.severity >= failLevel {
        failing.append(line)
        // The heading of the failure is the first of the worst.
        if first.map({ $0.severity < diagnostic.severity }) ?? true { first = diagnostic }
      } else {
        passing.append(line)
      }
    }
    if report.leftOut > 0 { passing.append(Array(RunNotice.leftOut(report.leftOut, of: nil).message[language].utf8)) }
    if let first {
      failures += 1
      cases += Array("      <failure".utf8)
      XMLText.append("type", first.rule, to: &cases)
      XMLText.append("message", heading(first, others: failing.count - 1), to: &cases)
      cases.append(UInt8(ascii: ">"))
      append(failing)
      cases += Array("</failure>\n".utf8)
    }
    if !passing.isEmpty {
      cases += Array("      <system-out>".utf8)
      append(passing)
      cases += Array("</system-out>\n".utf8)
    }
    cases += Array("    </testcase>\n".utf8)
  }

  /// Keeps the test case of what could not be checked.
  private mutating func add(_ notice: RunNotice) {
    count += 1
    errors += 1
    let name = notice.path.map { ReportPaths().reported($0).bytes } ?? Array(Tool.name.utf8)
    cases += Array("    <testcase".utf8)
    XMLText.append("name", name, to: &cases)
    XMLText.append("classname", Tool.name, to: &cases)
    if notice.path != nil { XMLText.append("file", name, to: &cases) }
    cases += Array(">\n      <error".utf8)
    XMLText.append("type", notice.kind.rawValue, to: &cases)
    XMLText.append("message", notice.message[language], to: &cases)
    cases += Array("/>\n    </testcase>\n".utf8)
  }

  /// Writes the last suite, with what there is to say of the run.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    for notice in summary.notices where notice.kind == .notChecked { add(notice) }
    for notice in summary.notices where notice.kind != .notChecked {
      cases += Array("    <system-out>".utf8)
      XMLText.append(notice.message[language].utf8, to: &cases)
      cases += Array("</system-out>\n".utf8)
    }
    endSuite(&output)
    output += Array("</testsuites>\n".utf8)
  }

  /// Writes the cases that are kept, as a suite of a name of its own, by which reports tell it from the others.
  private mutating func endSuite(_ output: inout [UInt8]) {
    suites += 1
    let name = suites == 1 ? Tool.name : "\(Tool.name) \(suites)"
    let totals = "tests=\"\(count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    output += Array("  <testsuite name=\"\(name)\" \(totals)>\n".utf8)
    output += cases
    output += Array("  </testsuite>\n".utf8)
    cases.removeAll(keepingCapacity: true)
    (count, failures, errors) = (0, 0, 0)
  }

  private func heading(_ diagnostic: Diagnostic, others: Int) -> String {
    let message = diagnostic.message[language]
    guard others > 0 else { return message }
    return message + (Message(fr: " (et \(others) de plus)", en: " (and \(others) more)")[language])
  }

  private mutating func append(_ lines: [[UInt8]]) {
    for line in lines {
      XMLText.append(line, to: &cases)
      cases.append(0x0A)
    }
  }

  /// The findings as lines for people.
  private func lines(of report: FileReport, _ path: SourcePath) -> [[UInt8]] {
    let positions = PositionReader(report, unit: .codePoints)
    return report.diagnostics.map { diagnostic in
      let start = positions.place(diagnostic.range).start
      var line: [UInt8] = []
      SafeText.appendPath(path.bytes, to: &line)
      line += Array(":\(start.line):\(start.column): \(diagnostic.severity.name): ".utf8)
      SafeText.append(diagnostic.message[language].utf8, to: &line)
      line += Array(" [\(diagnostic.rule)]".utf8)
      return line
    }
  }
}
