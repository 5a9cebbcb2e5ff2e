import SourceText
import Testing

@testable import Mojibake

/// The text after every repair of at least `applicability`.
func repaired(_ text: String, _ applicability: Applicability = .unsafe) -> String {
  let bytes = Array(text.utf8)
  let edits = MojibakeScan.findings(in: bytes).compactMap { finding -> Edit? in
    guard let replacement = finding.replacement, finding.applicability >= applicability else { return nil }
    return Edit(finding.range, replacement)
  }
  return String(decoding: bytes.applying(edits), as: UTF8.self)
}

@Suite struct MojibakeScanTests {
  @Test(arguments: [
    ("un dÃ©veloppeur", "un développeur"),
    ("lâ€™Ã©quipe", "l’équipe"),
    ("Ã€ bientÃ´t ğŸ˜€", "À bientôt 😀"),
    ("rÃ©â€¢utilisateurs", "ré•utilisateurs"),
    ("unÂ·e dÃ©v", "un·e dév"),
    ("mise en Å“uvre", "mise en œuvre"),
    ("la crÃƒÂ©ation", "la création"),
    ("dГ©ploiement", "déploiement"),
    ("d├⌐veloppement", "développement"),
    ("d├®veloppement", "développement"),
    ("d√©veloppement", "développement"),
    ("dΓ©veloppement", "développement"),
    ("modalitĆ©s", "modalités"),
    ("modalitĂ©s", "modalités"),
    ("TrackdĂŠchets", "Trackdéchets"),
    ("d&Atilde;&copy;montrer", "démontrer"),
    ("d&#195;&#169;montrer", "démontrer"),
  ])
  func repairsSafely(damaged: String, meant: String) {
    #expect(Array(repaired(damaged, .safe).utf8) == Array(meant.utf8))
  }

  @Test(arguments: [
    "« É » “É” ‘É’ É© É® É™", "5×£35", "IRMÃ\u{A0}MARIA", "Le « Ã » portugais et le « Â » français", "10 Å—", "∆°",
    "Привет, мир! «Ёж»", "développeur·euse à l’État", "45 k€™",
  ])
  func leavesCorrectTextAlone(text: String) {
    #expect(MojibakeScan.findings(in: Array(text.utf8)).isEmpty)
  }

  @Test func rangesAreExact() {
    let bytes = Array("Vous rejoindrez lâ€™Ã©quipe".utf8)
    let findings = MojibakeScan.findings(in: bytes)
    #expect(findings.map(\.range) == [ByteRange(17, 29)])
    #expect(findings.map(\.misreadings) == [[Misreading(readAs: .windows1252)]])
  }

  @Test func namesTheCodePage() {
    let bytes = Array("Ã€ bientÃ´t ğŸ˜€".utf8)
    let pages = Set(MojibakeScan.findings(in: bytes).flatMap(\.misreadings).map(\.readAs))
    #expect(pages == [.windows1254])
  }

  @Test func protectedRangesStayAndGiveNoEvidence() {
    let bytes = Array("`Ã©` et Ã©tÃ©".utf8)
    let findings = MojibakeScan.findings(in: bytes, protected: [ByteRange(0, 6)])
    #expect(findings.map(\.range.start) == [10, 15])
  }

  @Test func lostInformationIsReportedWithoutAGuess() {
    let findings = MojibakeScan.findings(in: Array("les dï¿½marches".utf8))
    #expect(findings.map(\.replacement) == [nil])
    #expect(findings.map(\.range) == [ByteRange(5, 11)])
    #expect(findings.map(\.applicability) == [.displayOnly])
  }

  @Test func anyBytesAreTaken() {
    var state: UInt64 = 1
    for length in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(
          [0xC3, 0x83, 0xC2, 0xA9, 0xE2, 0x80, 0x99, 0x20, 0x26, 0xF0, 0xFF, UInt8(state >> 56)][Int(state >> 40) % 12])
      }
      let findings = MojibakeScan.findings(
        in: bytes, protected: [ByteRange(length / 3, length / 2), ByteRange(5, 2000)])
      for (left, right) in zip(findings, findings.dropFirst()) { #expect(left.range.end <= right.range.start) }
      for finding in findings { #expect(finding.range.end <= length) }
      for finding in Composition.findings(in: bytes) { #expect(finding.range.end <= length) }
      for finding in LegacyDecoding.findings(in: bytes) { #expect(finding.range.end <= length) }
    }
  }
}

@Suite struct CompositionTests {
  @Test(arguments: [
    ("e\u{301}te\u{301}", "\u{E9}t\u{E9}"), ("c\u{327}a", "\u{E7}a"), ("a\u{302}\u{323}", "\u{1EAD}"),
    ("\u{1EA1}\u{302}", "\u{1EAD}"), ("x\u{302}", "x\u{302}"), ("e\u{34F}\u{301}", "e\u{34F}\u{301}"),
    ("a\u{323}\u{302}\u{301}", "\u{1EAD}\u{301}"), ("\u{3B1}\u{301}", "\u{3AC}"),
    ("\u{438}\u{306}", "\u{439}"), ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "\u{D55C}\u{AE00}"),
    ("\u{1100}\u{1161}a", "\u{AC00}a"), ("a\u{1161}", "a\u{1161}"), ("\u{304B}\u{3099}", "\u{304C}"),
    ("\u{30CF}\u{309A}", "\u{30D1}"), ("\u{30A6}\u{3099}", "\u{30F4}"), ("\u{3042}\u{3099}", "\u{3042}\u{3099}"),
    ("\u{304B}\u{309A}", "\u{304B}\u{309A}"),
    ("\u{304B}\u{309B}", "\u{304B}\u{309B}"),
  ])
  func composes(decomposed: String, composed: String) {
    let bytes = Array(decomposed.utf8)
    let edits = Composition.findings(in: bytes).map { Edit($0.range, $0.replacement) }
    #expect(bytes.applying(edits) == Array(composed.utf8))
  }
}

@Suite struct LegacyDecodingTests {
  /// The text after every replacement.
  func repaired(_ bytes: [UInt8]) -> [UInt8] {
    bytes.applying(
      LegacyDecoding.findings(in: bytes).compactMap { finding in
        finding.replacement.map { Edit(finding.range, $0) }
      })
  }

  /// The bytes of `text` in `page`; characters that the page lacks stay UTF-8.
  func encoded(_ text: String, _ page: CodePage) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      for byte in UInt8.min...UInt8.max where page.scalar(of: byte) == scalar { return [byte] }
      return Array(String(Character(scalar)).utf8)
    }
  }

  static let text = "Développeur·euse à l’État : « données ouvertes », déploiement, évaluation, œuvre, intérêt général"

  @Test(arguments: [CodePage.windows1252, .macRoman, .codePage850])
  func readsAWholeFile(page: CodePage) {
    #expect(repaired(encoded(Self.text, page)) == Array(Self.text.utf8))
  }

  @Test func readsStrayBytesInAnUTF8File() {
    let bytes = Array("élève et d".utf8) + [0xE9] + Array("veloppeur".utf8)
    let findings = LegacyDecoding.findings(in: bytes)
    #expect(findings.map(\.range) == [ByteRange(12, 13)])
    #expect(findings.map(\.page) == [.windows1252])
    #expect(repaired(bytes) == Array("élève et développeur".utf8))
  }

  /// What reads well in a wrong encoding does so by chance: a file of one that is not known keeps its bytes.
  @Test(
    arguments: [
      // KOI8-R, Windows-1255 and Thai, in turn.
      [
        0xED, 0xD9, 0x20, 0xC9, 0xDD, 0xC5, 0xCD, 0x20, 0xD2, 0xC1, 0xDA, 0xD2, 0xC1, 0xC2, 0xCF, 0xD4, 0xDE, 0xC9,
        0xCB,
        0xC1, 0x20, 0xD7, 0x20, 0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC5,
      ],
      [0xE0, 0xF0, 0xE7, 0xF0, 0xE5, 0x20, 0xEE, 0xE7, 0xF4, 0xF9, 0xE9, 0xED, 0x20, 0xEE, 0xF4, 0xFA, 0xE7],
      [0xE0, 0xC3, 0xD2, 0xA1, 0xD3, 0xC5, 0xD1, 0xA7, 0xC1, 0xCD, 0xA7, 0xCB, 0xD2],
    ] as [[UInt8]])
  func doesNotGuessAtPartsOfAFile(_ bytes: [UInt8]) {
    #expect(LegacyDecoding.findings(in: bytes).allSatisfy { $0.replacement == nil })
  }

  /// Once the rest is UTF-8, nobody could tell what a rare word was.
  @Test func readsRareWordsOfAFileThatIsReadOtherwise() {
    let text = "Мы ищем разработчика в Москве, удалённо."
    #expect(repaired(encoded(text, .windows1251)) == Array(text.utf8))
  }

  @Test func doesNotGuessAtACutOffCharacter() {
    let bytes = Array("l".utf8) + [0xE2, 0x80] + Array("équipe des".utf8)
    #expect(LegacyDecoding.findings(in: bytes).map(\.replacement) == [nil])
    #expect(LegacyDecoding.findings(in: bytes).map(\.applicability) == [.displayOnly])
  }

  @Test func wellFormedTextHasNoFinding() {
    #expect(LegacyDecoding.findings(in: Array("été 😀 Привет".utf8)).isEmpty)
  }
}
