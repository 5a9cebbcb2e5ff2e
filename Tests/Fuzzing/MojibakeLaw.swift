import Mojibake
import SourceText

/// What the finders of damaged text promise of any bytes.
enum MojibakeLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    try checkFindings(bytes, protected: [])
    let ends = [0, 4, bytes.count / 3, bytes.count / 2].map { wholeOffset(min($0, bytes.count), bytes) }
    let protected = [ByteRange(ends[2], ends[3]), ByteRange(ends[0], ends[1])].filter { !$0.isEmpty }
    try checkFindings(bytes, protected: protected)
    try checkRepair(bytes, .safe)
    try checkRepair(bytes, .unsafe)
    try checkComposition(bytes)
    try checkLegacy(bytes)
    try checkCleanText(bytes)
  }

  /// The offset, or the start of the character that it is inside.
  private static func wholeOffset(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var offset = offset
    while RangeLaw.splitsCharacter(offset, bytes) { offset -= 1 }
    return offset
  }

  private static func checkFindings(_ bytes: [UInt8], protected: [ByteRange]) throws(BrokenLaw) {
    let findings = MojibakeScan.findings(in: bytes, protected: protected)
    try RangeLaw.checkApart(findings.map(\.range), bytes, "mojibake")
    for finding in findings {
      try RangeLaw.checkWhole(finding.range, bytes, "mojibake")
      try require(!finding.range.isEmpty, "an empty finding")
      try RangeLaw.checkMessage(finding.message(in: bytes), "mojibake")
      try require(!protected.contains { $0.overlaps(finding.range) }, "a protected range is touched")
      if let replacement = finding.replacement {
        try require(RangeLaw.isUTF8(replacement), "the replacement is no text")
        try require(replacement != Array(bytes[finding.range.indices]), "the replacement changes nothing")
      } else {
        try require(finding.applicability == .displayOnly, "a fix without a replacement")
      }
    }
    if !bytes.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "&") }) {
      try require(findings.isEmpty, "plain ASCII is damaged")
    }
    try require(MojibakeScan.findings(in: bytes, protected: protected) == findings, "a second scan differs")
  }

  private static func repaired(_ bytes: [UInt8], _ least: Applicability) -> [UInt8] {
    bytes.applying(
      MojibakeScan.findings(in: bytes).compactMap { finding in
        finding.applicability >= least ? finding.replacement.map { Edit(finding.range, $0) } : nil
      })
  }

  /// Repair comes to an end.
  private static func checkRepair(_ bytes: [UInt8], _ least: Applicability) throws(BrokenLaw) {
    var text = bytes
    for _ in 0..<10 {
      let next = repaired(text, least)
      if next == text { return }
      text = next
    }
    throw BrokenLaw(description: "repair does not come to an end (\(least))")
  }

  private static func checkComposition(_ bytes: [UInt8]) throws(BrokenLaw) {
    let findings = Composition.findings(in: bytes)
    try RangeLaw.checkApart(findings.map(\.range), bytes, "composition")
    for finding in findings {
      try RangeLaw.checkWhole(finding.range, bytes, "composition")
      try require(RangeLaw.isUTF8(finding.replacement), "a composed form is no text")
    }
    let composed = bytes.applying(findings.map { Edit($0.range, $0.replacement) })
    try require(Composition.findings(in: composed).isEmpty, "composed text can be composed")
    if let text = String(validating: bytes, as: UTF8.self), let other = String(validating: composed, as: UTF8.self) {
      // Swift compares texts by canonical equivalence.
      try require(text == other, "composition makes another text")
    }
  }

  private static func checkLegacy(_ bytes: [UInt8]) throws(BrokenLaw) {
    let findings = LegacyDecoding.findings(in: bytes)
    try RangeLaw.checkApart(findings.map(\.range), bytes, "invalid UTF-8")
    for finding in findings {
      try RangeLaw.checkWhole(finding.range, bytes, "invalid UTF-8")
      try RangeLaw.checkMessage(finding.message, "invalid UTF-8")
      if let replacement = finding.replacement { try require(RangeLaw.isUTF8(replacement), "decoded text is no text") }
    }
    if RangeLaw.isUTF8(bytes) {
      try require(findings.isEmpty, "good text is said to be bad")
    } else {
      try require(!findings.isEmpty, "bad bytes are not found")
      let text = bytes.applying(findings.compactMap { finding in finding.replacement.map { Edit(finding.range, $0) } })
      try require(
        RangeLaw.isUTF8(text) || findings.contains { $0.replacement == nil }, "decoded text has bad bytes still")
    }
  }

  // MARK: Clean text

  private static let words: [String] = [
    "développeur", "développeuse", "à", "l’État", "où", "être", "«", "»", "créée", "déjà", "chargé·e", "de",
    "déploiement", "·", "œuvre", "Noël", "ça", "20 000 €", "–", "2022", "naïf", "intérêt", "général", "évaluation",
    "d’accès", "aux", "données", "ouvertes", "\n\n", "- ", "équipe", "bénéfice", "maître", "août", "\u{A0}!", "😀",
    "Élève", "À", "Être", "contact@exemple.fr", "https://exemple.fr/é", "…", "“oui”", "n°", "m²", "½", "É.",
  ]

  /// Sentences of clean words stay as they are.
  private static func checkCleanText(_ bytes: [UInt8]) throws(BrokenLaw) {
    let text = bytes.prefix(64).map { words[Int($0) % words.count] }.joined(separator: " ")
    let findings = MojibakeScan.findings(in: Array(text.utf8))
    try require(findings.isEmpty, "clean text is changed | \(text)")
  }
}
