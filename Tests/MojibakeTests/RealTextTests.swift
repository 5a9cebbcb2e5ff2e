import SourceText
import TestSupport
import Testing

@testable import Mojibake

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Text as people wrote it, and one file that was damaged on its way.
@Suite struct RealTextTests {
  static let damaged = "corpus/examples/data-gouv-developpeur.md"
  static let postings = "corpus/postings"

  @Test(.enabled(if: SharedData.exists(Self.damaged), Comment(rawValue: SharedData.why)))
  func everyDamagedRunOfARealFileIsRepairedSafely() throws {
    let bytes = try SharedData.bytes(Self.damaged)
    let findings = MojibakeScan.findings(in: bytes)
    let lines = LineIndex(bytes)
    #expect(Set(findings.map { lines.line(at: $0.range.start) }).count == 20)
    #expect(findings.allSatisfy { $0.applicability == .safe })
    let repaired = bytes.applying(
      findings.compactMap { finding in finding.replacement.map { Edit(finding.range, $0) } })
    let text = String(decoding: repaired, as: UTF8.self)
    #expect(text.utf8.count == repaired.count)
    #expect(!text.unicodeScalars.contains { "ÃÂâğ€œ™".unicodeScalars.contains($0) })
    for piece in ["À bientôt 😀", "ré•utilisateurs", "intéressé·e", "l’équipe", "Nous sommes à"] {
      #expect(Array(text.utf8).contains(Array(piece.utf8)), "\(piece)")
    }
    #expect(MojibakeScan.findings(in: repaired).isEmpty)
  }

  @Test(.enabled(if: SharedData.exists(Self.postings), Comment(rawValue: SharedData.why)))
  func noFindingInTextThatIsInOrder() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SharedData.url(Self.postings).path)
    try #require(!names.isEmpty)
    for name in names {
      let bytes = try SharedData.bytes(Self.postings + "/" + name)
      #expect(MojibakeScan.findings(in: bytes).isEmpty, "\(name)")
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ piece: [UInt8]) -> Bool {
    guard !piece.isEmpty, count >= piece.count else { return false }
    return (0...(count - piece.count)).contains { Array(self[$0..<($0 + piece.count)]) == piece }
  }
}
