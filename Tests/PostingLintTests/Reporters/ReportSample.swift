import DataTree
import JSON
import PostingLint
import SourceText

/// Hand-made findings for the tests of output formats.
enum ReportSample {
  /// A name that every format must escape in its own way.
  static let hostileName = "d é/na,me:1 100% \"q\" <b>&'##[error]|`.md"

  /// A file with text outside the Basic Multilingual Plane and CRLF line ends, and one finding on `😀`.
  static func astral(path: String = "jobs/a.md") -> FileReport {
    let text = "---\r\n🚀é: \"😀\" # x\r\n---\r\n"
    let source = Source(path: path, text: text)
    let start = Array("---\r\n🚀é: \"".utf8).count
    let range = ByteRange(start, start + 4)
    var diagnostic = finding("unknown-value", .error, range, "100% wrong, a: b\n::error::x ##[error] \u{1B}[31m")
    diagnostic.pointer = "/🚀é"
    diagnostic.fix = Fix(Message(fr: "corriger", en: "mend"), .safe, Edit(range, "😀\u{1}"))
    diagnostic.notes = [Diagnostic.Note(ByteRange(5, 9), Message(fr: "ici", en: "here"))]
    return FileReport(source: source, diagnostics: [diagnostic])
  }

  /// A finding with one text in both languages.
  static func finding(_ rule: String, _ severity: Severity, _ range: ByteRange, _ text: String = "wrong") -> Diagnostic
  {
    Diagnostic(rule: rule, severity: severity, range: range, message: Message(fr: text + " (fr)", en: text))
  }

  /// A file of `count` lines with a finding on each.
  static func many(_ count: Int, _ severity: Severity, path: String) -> FileReport {
    let source = Source(path: path, text: String(repeating: "abc\n", count: count))
    return FileReport(
      source: source,
      diagnostics: (0..<count).map { finding("trailing-space", severity, ByteRange($0 * 4, $0 * 4 + 3)) })
  }

  /// What a format writes of these files.
  static func text(
    _ format: ReportFormat, _ reports: [FileReport], _ options: ReportOptions = ReportOptions()
  ) -> String {
    var reporter = format.reporter(options)
    var output: [UInt8] = []
    var summary = Summary()
    reporter.begin(&output)
    for report in reports {
      summary.add(report)
      reporter.add(report, &output)
    }
    reporter.end(summary, &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Options in these languages with a failing level.
  static func options(_ languages: [Language], failLevel: Severity = .error) -> ReportOptions {
    var options = ReportOptions(languages: languages)
    options.failLevel = failLevel
    return options
  }
}

/// A value of a JSON text by a simple path: keys and indices between slashes.
struct JSONReading {
  private let tree: DataTree
  private let bytes: [UInt8]

  /// Reads a JSON text; throws where it is none.
  init(_ text: String) throws {
    bytes = Array(text.utf8)
    tree = try JSONParser.parse(bytes)
  }

  /// The JSON of the value at `path`, or `nil` where there is none.
  subscript(path: String) -> String? {
    guard var node = tree.root else { return nil }
    for part in path.split(separator: "/") {
      var next: NodeID?
      if let index = Int(part) {
        for (position, child) in tree.children(of: node).enumerated() where position == index { next = child }
      } else {
        for (key, value) in tree.pairs(of: node) where raw(key) == "\"\(part)\"" { next = value }
      }
      guard let next else { return nil }
      node = next
    }
    return raw(node)
  }

  private func raw(_ node: NodeID) -> String {
    String(decoding: bytes[tree.range(of: node).indices], as: UTF8.self)
  }
}
