import SourceText

/// A Markdown table for the summary of a job or a comment.
///
/// Lines count from 1; columns are left out. What would grow past the size that build servers take is only counted.
public struct MarkdownReporter: Reporter {
  /// How many bytes are written before findings are only counted: a job's summary on GitHub holds 1 MiB.
  static let limit = 900_000

  private let language: Language
  private let paths: ReportPaths
  private let links: SourceLinks
  private var written = 0
  private var total = 0
  private var rows = 0

  /// Writes paths relative to the root of the repository.
  public init(_ options: ReportOptions) {
    language = options.language
    paths = options.paths
    links = SourceLinks(root: options.sourceAddress)
  }

  /// Writes the heading.
  public mutating func begin(_ output: inout [UInt8]) {
    output += Array("### \(Tool.name)\n\n".utf8)
  }

  /// Writes the findings of one file.
  public mutating func add(_ report: FileReport, _ output: inout [UInt8]) {
    total += report.diagnostics.count + report.leftOut
    guard !report.diagnostics.isEmpty else { return }
    guard written < Self.limit else { return }
    if rows == 0 { output += Array(head.utf8) }
    let path = paths.reported(report.source.path)
    let name = Self.code(path.bytes)
    let address = links.address(of: path)
    let positions = PositionReader(report, unit: .codePoints)
    for diagnostic in report.diagnostics where written < Self.limit {
      let line = positions.place(diagnostic.range).start.line
      var row = Array((address == nil ? "| <code>" : "| [<code>").utf8)
      row += name
      row += Array(":\(line)</code>".utf8)
      if let address { row += Array("](\(address)#L\(line))".utf8) }
      row += Array(" | \(diagnostic.severity.word[language]) | ".utf8)
      row += Self.text(diagnostic.message[language])
      row += Array(" | <code>\(diagnostic.rule)</code> |\n".utf8)
      output += row
      written += row.count
      rows += 1
    }
  }

  /// Writes the totals.
  public mutating func end(_ summary: Summary, _ output: inout [UInt8]) {
    if rows > 0 { output.append(0x0A) }
    if total > rows {
      let rest = total - rows
      output += Array((Message(fr: "… et \(rest) de plus.\n\n", en: "… and \(rest) more.\n\n")[language]).utf8)
    }
    for notice in summary.notices {
      output += Array("- ".utf8)
      output += Self.text(notice.message[language])
      output.append(Byte.lineFeed)
    }
    if !summary.notices.isEmpty { output.append(Byte.lineFeed) }
    output += Array(totals(summary).utf8)
  }

  private var head: String {
    let titles =
      Message(fr: "| Endroit | Niveau | Constat | Règle |", en: "| Place | Level | Finding | Rule |")[language]
    return titles + "\n| --- | --- | --- | --- |\n"
  }

  private func totals(_ summary: Summary) -> String {
    if summary.failureCount > 0 {
      return Message(
        fr: "Tout n’a pas pu être vérifié (fichiers lus\u{A0}: \(summary.files), constats\u{A0}: \(total)).\n",
        en: "Not everything could be checked (files read: \(summary.files), findings: \(total)).\n")[language]
    }
    guard summary.files > 0 else {
      return Message(fr: "Aucun fichier vérifié.\n", en: "No file was checked.\n")[language]
    }
    guard total > 0 else {
      return Message(
        fr: "Aucun problème trouvé (\(summary.files) fichier\(summary.files > 1 ? "s vérifiés" : " vérifié")).\n",
        en: "No problem found (\(summary.files) file\(summary.files == 1 ? "" : "s") checked).\n")[language]
    }
    let fixable = "**\(summary.fixable)**"
    let parts = [
      Self.count(summary.files, "fichier", "file"), Self.count(summary.errors, "erreur", "error"),
      Self.count(summary.warnings, "avertissement", "warning"),
      Self.count(summary.infos, "conseil", "piece of advice", plural: "pieces of advice"),
    ]
    let last = Message(fr: "\(fixable) à corriger avec --fix", en: "\(fixable) can be fixed with --fix")
    return parts.map { $0[language] }.joined(separator: ", ") + Message(fr: "\u{A0}; ", en: "; ")[language]
      + last[language] + "\n"
  }

  /// A bold number and what is counted: in French the plural starts at two, in English it is everything but one.
  private static func count(_ number: Int, _ fr: String, _ en: String, plural: String? = nil) -> Message {
    Message(
      fr: "**\(number)** \(fr)\(number > 1 ? "s" : "")",
      en: "**\(number)** \(number == 1 ? en : plural ?? en + "s")")
  }

  /// Text inside `<code>`, where Markdown would still see its own marks: each is written as a character reference.
  static func code(_ bytes: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    SafeText.append(bytes, to: &safe)
    var result: [UInt8] = []
    for (index, byte) in safe.enumerated() {
      switch byte {
      case _ where isLinkMark(index, in: safe): result += Array("&#\(byte);".utf8)
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","),
        UInt8(ascii: " "):
        result.append(byte)
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: result += Array("&#\(byte);".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  /// Whether the byte at an index is what GitHub knows a bare address of the web by: the colon of `://` or the point of
  /// `www.`.
  private static func isLinkMark(_ index: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case Byte.colon: bytes[(index + 1)...].starts(with: "//".utf8)
    case Byte.dot: index >= 3 && bytes[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: false
    }
  }

  /// Plain text: what Markdown would read as a mark, a table's bar or HTML is escaped, `@name` and `#1` call nobody, and
  /// an address of the web is no link.
  static func text(_ text: String) -> [UInt8] {
    var safe: [UInt8] = []
    SafeText.append(text.utf8, to: &safe)
    var result: [UInt8] = []
    for (index, byte) in safe.enumerated() {
      switch byte {
      case _ where isLinkMark(index, in: safe): result += Array("&#\(byte);<!-- -->".utf8)
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
        result += Array("&#\(byte);".utf8)
      case UInt8(ascii: "@"), UInt8(ascii: "#"): result += Array("&#\(byte);<!-- -->".utf8)
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"):
        result += [UInt8(ascii: "\\"), byte]
      default: result.append(byte)
      }
    }
    return result
  }
}
