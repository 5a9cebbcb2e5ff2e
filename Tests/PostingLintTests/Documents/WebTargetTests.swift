import Addresses
import Markdown
import SourceText
import TestSupport
import Testing

@testable import PostingLint

/// The target of a link that the scan of Markdown takes for a good address of the web is looked at by no rule.
@Suite struct WebTargetTests {
  private static let pieces = [
    "https://", "http://", "http:/", "www.", "mailto:", "exemple", "fr", "h", "ht", "htt", ".", "..", "-", "/", "?",
    "#", "&", "a=b", "@",
    ":8080", "é", "%20", " ", "(", ")", "{{", "}}", "[", "]", "\\", "'", "\"", "<", ">", ",", ";", "~", "_", "*", "|",
    "`", "\n",
  ]

  @Test func whatIsTakenForGoodIsGood() throws {
    var generator = SeededGenerator(seed: 17)
    var taken = 0
    for _ in 0..<40_000 {
      let count = Int.random(in: 0..<8, using: &generator)
      let start = Bool.random(using: &generator) ? "https://exemple.fr" : ""
      let parts = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
      let bytes = Array("[texte](\(start)\(parts.joined())) et [un](autre)".utf8)
      for link in MarkdownScan.scan(bytes).links where link.isWebAddress {
        taken += 1
        let target = DecodedText(bytes, link.targetRange, .markdown)
        let whole = ByteRange(0, target.bytes.count)
        let shown = String(decoding: bytes, as: UTF8.self)
        #expect(target.bytes == Array(bytes[link.targetRange.indices]), "\(shown)")
        #expect(
          link.kind == .inline && link.flags.isDisjoint(with: [.malformedTarget, .unclosed, .emptyTarget]), "\(shown)")
        #expect(!MarkdownScan.holdsTemplate(bytes, in: link.targetRange), "\(shown)")
        #expect(WebAddress(target.bytes, whole) == nil, "\(shown)")
        #expect(!MailtoURI.isMeant(target.bytes, in: whole), "\(shown)")
      }
    }
    #expect(taken > 4_000)
  }

  @Test(arguments: [
    "https://exemple.fr", "http://exemple.fr/", "https://www.exemple.fr/a/b_c-d?e=f%20g#h", "https://exemple.fr/@nom,1",
  ])
  func mostAreTaken(_ address: String) {
    let links = MarkdownScan.scan(Array("[a](\(address))".utf8)).links
    #expect(links.map(\.isWebAddress) == [true])
  }
}
