import DataTree
import PostingLint
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The safe fixes on real postings.
@Suite(.enabled(if: SharedData.exists("corpus/postings"), Comment(rawValue: SharedData.why)))
struct CorpusFixTests {
  private func sources() throws -> [Source] {
    let folder = SharedData.url("corpus/postings")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      Source(
        path: SourcePath("postings/" + name), bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  private func keys(_ bytes: [UInt8]) -> Set<[UInt8]> {
    let document = Document(Source(path: SourcePath("a"), bytes: bytes))
    guard let root = document.root else { return [] }
    return Set(document.tree.pairs(of: root).map { document.tree.utf8(of: $0.key) })
  }

  @Test func safeFixesTouchOnlyWhatTheyMend() throws {
    let sources = try sources()
    try #require(sources.count > 300)
    let linter = try Harness.linter()
    let fixer = Fixer(linter, threshold: .safe)
    var changed = 0
    var applied = 0
    for source in sources {
      let before = linter.lint(source)
      let result = fixer.fix(source)
      guard result.bytes != source.bytes else { continue }
      changed += 1
      applied += result.applied
      let name = source.path.display
      let again = fixer.fix(Source(path: source.path, bytes: result.bytes))
      #expect(again.bytes == result.bytes, "\(name): a second run changes nothing")
      #expect(result.report.isParsable == before.isParsable, "\(name): still YAML")
      let renamed = before.diagnostics.filter { $0.rule == "unknown-key" && $0.fix != nil }.count
      #expect(keys(result.bytes).symmetricDifference(keys(source.bytes)).count == renamed * 2, "\(name): same keys")
      expectOnlyMendedLinesDiffer(source, result.bytes, before)
    }
    print("corpus: \(applied) fixes in \(changed) of \(sources.count) postings")
    #expect(changed > 10)
  }

  /// Lines are compared one by one, so no fix of the corpus may add or remove one.
  private func expectOnlyMendedLinesDiffer(_ source: Source, _ bytes: [UInt8], _ before: FileReport) {
    let old = LineIndex(source.bytes)
    let new = LineIndex(bytes)
    guard old.lineStarts.count == new.lineStarts.count else {
      Issue.record("\(source.path.display): lines were added or removed")
      return
    }
    var mended: Set<Int> = []
    for edit in before.diagnostics.compactMap(\.fix).filter({ $0.applicability == .safe }).flatMap(\.edits) {
      for line in old.line(at: edit.range.start)...old.line(at: edit.range.end) { mended.insert(line) }
    }
    for line in 0..<old.lineStarts.count where !mended.contains(line) {
      let left = source.bytes[old.range(ofLine: line).indices]
      let right = bytes[new.range(ofLine: line).indices]
      #expect(left == right, "\(source.path.display):\(line + 1) differs without a finding")
    }
  }
}
