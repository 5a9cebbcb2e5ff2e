import PostingLint
import SourceText
import Testing

/// The comments that the manual shows do what it says.
@Suite struct DisableCommentTests {
  @Test(arguments: ExampleCase.all.filter(\.example.isBad))
  func disablesTheRule(_ sample: ExampleCase) throws {
    let info = sample.rule.info
    let linter = try Harness.linter(
      extra: [info.id], startups: ["exemple"], hasSchema: sample.example.isPosting)
    #expect(!info.disableComments.isEmpty || info.runsLast)
    for comment in info.disableComments {
      guard let text = text(of: sample, comment, linter) else { continue }
      let left = linter.lint(Source(path: sample.example.path, text: text)).diagnostics
      #expect(!left.contains { $0.rule == info.id || $0.rule == "useless-suppression" }, "\(comment): \(text)")
    }
  }

  /// The example with the comment; `nil` where the finding stands in another part of the file.
  private func text(of sample: ExampleCase, _ comment: DisableComment, _ linter: Linter) -> String? {
    let source = sample.source
    let written = comment.text(sample.rule.info.id)
    if comment == .file {
      let text = source.text(in: ByteRange(0, source.bytes.count))
      let end = text.utf8.contains(0x0D) && sample.example.place == .file ? "\r\n" : "\n"
      return text + end + end + written + end
    }
    // Of the name of the file, no line can speak.
    guard sample.example.path == RuleExample.defaultPath else { return nil }
    let isFrontMatter = sample.example.place == .frontMatter || sample.example.place == .toml
    let isBody = sample.example.place == .body
    guard comment == .frontMatterLine ? isFrontMatter : isBody else { return nil }
    let lines = LineIndex(source.bytes)
    let places = Set(
      linter.lint(source).diagnostics.filter { $0.rule == sample.rule.info.id }.map {
        lines.position(at: $0.range.start, in: source.bytes, unit: .codePoints).line
      })
    var text = source.text(in: ByteRange(0, source.bytes.count)).split(
      separator: "\n", omittingEmptySubsequences: false)
    for place in places.sorted().reversed() { text.insert(Substring(written), at: place) }
    return text.joined(separator: "\n")
  }
}
