import Markdown
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is known to be wrong with the links of real postings is found, and little else.
@Suite(.enabled(if: SharedData.exists("corpus/gold/errors.tsv"), Comment(rawValue: SharedData.why)))
struct CorpusTests {
  private struct Row {
    var file: String
    var line: Int
    var kind: String
  }

  /// The flags by which a rule would find a mistake of a class, where flags alone tell.
  private static let flags: [String: MarkdownLink.Flags] = [
    "empty-link-text": .emptyText, "empty-link-url": .emptyTarget, "nested-link": [.linkInText, .linkInTarget],
    "link-escaped-bracket": [.escapedOpening, .escapedClosing], "link-space-before-paren": .spaceBeforeTarget,
  ]
  /// Those that CommonMark readers meet on purpose.
  private static let harmless: MarkdownLink.Flags = [.templateInTarget, .insideTarget]

  private func rows() throws -> [Row] {
    let text = String(decoding: try SharedData.bytes("corpus/gold/errors.tsv"), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, fields[5] == "certain", let number = Int(fields[1]) else { return nil }
      return Row(file: fields[0], line: number, kind: fields[2])
    }
  }

  private func links(of file: String) throws -> (bytes: [UInt8], links: [(line: Int, link: MarkdownLink)]) {
    let bytes = try SharedData.bytes("corpus/" + file)
    let index = LineIndex(bytes)
    // The front matter, whose comments and lists are no Markdown, ends at the second `---`.
    let close = index.lineStarts.indices.dropFirst().first { line in
      Array(bytes[index.contentRange(ofLine: line, in: bytes).indices]) == Array("---".utf8)
    }
    let start = close.map { index.range(ofLine: $0).end } ?? 0
    let body = MarkdownScan.scan(bytes, in: ByteRange(start, bytes.count))
    return (bytes, body.links.map { (index.line(at: $0.range.start) + 1, $0) })
  }

  @Test func everyKnownMistakeIsALinkOnItsLine() throws {
    let all = try rows()
    let known = all.filter { row in
      Self.flags[row.kind] != nil || row.kind.hasPrefix("mailto-") || row.kind.hasPrefix("url-")
    }
    #expect(known.count >= 25)
    for row in known {
      let (bytes, links) = try links(of: row.file)
      let onLine = links.filter { $0.line == row.line }.map(\.link)
      let isFound = onLine.contains { link in
        if let flags = Self.flags[row.kind] { return !link.flags.isDisjoint(with: flags) }
        let target = String(decoding: bytes[link.targetRange.indices], as: UTF8.self)
        switch row.kind {
        case "url-malformed-scheme": return target.hasPrefix("https://https://")
        case "url-missing-scheme": return !target.contains("://")
        default: return target.hasPrefix("mailto:")
        }
      }
      #expect(isFound, "\(row.file):\(row.line) \(row.kind)")
    }
  }

  @Test func littleElseIsFlagged() throws {
    let known = Set(try rows().map { "\($0.file):\($0.line)" })
    var files: [String] = []
    for folder in ["postings", "examples"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: SharedData.url("corpus/" + folder).path)
      files += names.sorted().map { folder + "/" + $0 }
    }
    #expect(files.count > 300)
    var total = 0
    var unexpected: [String] = []
    for file in files {
      for (line, link) in try links(of: file).links {
        total += 1
        if link.flags.subtracting(Self.harmless).isEmpty || known.contains("\(file):\(line)") { continue }
        unexpected.append("\(file):\(line)")
      }
    }
    print("links: \(total), flagged outside the gold set: \(unexpected.count) \(unexpected)")
    #expect(total > 1000 && unexpected.count <= 2)
  }

  @Test func mistakesOfTheHistoryAreSeen() throws {
    let text = String(decoding: try SharedData.bytes("corpus/gold/history-mistakes.md"), as: UTF8.self)
    let expected: [String: MarkdownLink.Flags] = [
      "19": .spaceBeforeTarget, "20": .spaceBeforeTarget, "21": .spaceBeforeTarget, "22": .spaceBeforeTarget,
      "27": .parenthesisBeforeTarget, "33": .escapedOpening,
    ]
    var number = ""
    var seen = 0
    for line in text.split(separator: "\n") {
      if let dot = line.firstIndex(of: "."), line[..<dot].allSatisfy(\.isNumber) { number = String(line[..<dot]) }
      guard let flag = expected[number], line.hasPrefix("   - before: `") else { continue }
      let before = Array(line.dropFirst("   - before: `".count).dropLast().utf8)
      seen += 1
      #expect(MarkdownScan.scan(before).links.contains { !$0.flags.isDisjoint(with: flag) }, "\(line)")
    }
    #expect(seen == expected.count)
  }
}
