import PostingLint
import SourceText
import Testing

/// What the rules about characters and encodings say of a body, or of a whole file.
private struct Reading {
  let linter: Linter

  init(_ rules: String...) {
    let options = LintOptions(today: CalendarDate.latest)
    linter = Linter(settings: RuleSettings(only: rules), options: options, schema: nil)
  }

  func report(_ bytes: [UInt8]) -> FileReport { linter.lint(Source(path: SourcePath("2022-05-30-a.md"), bytes: bytes)) }

  func findings(_ body: String, header: String = "title: a") -> [Diagnostic] {
    report(Array("---\n\(header)\n---\n\n\(body)\n".utf8)).diagnostics
  }

  /// The body after the fixes that are at least as free as `threshold`.
  func fixed(_ body: String, header: String = "title: a", _ threshold: Applicability = .safe) -> String {
    let text = "---\n\(header)\n---\n\n\(body)\n"
    let result = Fixer(linter, threshold: threshold).fix(Source(path: "2022-05-30-a.md", text: text))
    return String(String(decoding: result.bytes, as: UTF8.self).dropLast())
      .replacing("---\n\(header)\n---\n\n", with: "")
  }
}

@Suite struct InvisibleCharacterTests {
  private let reading = Reading("invisible-character")

  @Test(arguments: [
    "ព័ត៌មាន\u{200B}ថ្មី", "การ\u{200B}ทำงาน", "ວຽກ\u{200B}ງານ", "အလုပ်\u{200B}ရုံ", "נכתב ב-C#\u{200E} בלבד",
    "تطوير C++\u{200E} فقط", "قائمة:\n\n- C++\u{200F}\n", "نرم\u{200C}افزار و \u{200C}وب", "👩\u{200D}🔬",
    #""\U0001F469"# + "\u{200D}" + #"\U0001F52C""#, #""\u2764\uFE0F"# + "\u{200D}" + #"\U0001F525""#,
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
  ])
  func whatDoesItsWorkStays(_ text: String) {
    #expect(reading.findings(text).isEmpty)
    #expect(reading.findings("", header: "title: " + text.split(separator: "\n")[0]).isEmpty)
  }

  @Test(arguments: [
    ("mo\u{200B}t", "mot"), ("\u{AD}mot", "mot"), ("Le\u{2060} mot.\u{200B}", "Le mot."), ("a\u{200D}b", "ab"),
    ("[le plan](https://exemple.org/plan\u{200B})", "[le plan](https://exemple.org/plan)"),
  ])
  func whatNobodyWantsGoes(_ text: String, _ fixed: String) {
    #expect(reading.fixed(text) == fixed)
  }

  @Test(arguments: [
    "`a\u{200B}b`", "@\u{200B}equipe", "*a*\u{200B}*b*", "[a]\u{200B}(b)", "\u{200B}# non", "mot\u{200E}",
    "a \u{202E}b\u{202C}", "mot\u{E0068}\u{E0069}", "une\u{2028}deux",
  ])
  func whatAPersonMustDecideIsNotSafe(_ text: String) {
    #expect(!reading.findings(text).isEmpty)
    #expect(reading.fixed(text) == text)
  }

  @Test func aRunOfTagsIsOneFinding() {
    let found = reading.findings("mot\u{E0068}\u{E0069}\u{E0020} fin")
    #expect(found.map(\.range.count) == [12])
  }

  /// A separator is what people get for a line end inside a paragraph: a space, unless the next line begins an item.
  @Test(arguments: [
    ("une\u{2028}deux", "une deux"), ("- une\u{2028}- deux", "- une\n- deux"),
    ("  1. une\u{2029}2. deux", "  1. une\n  2. deux"),
    ("une\u{2028} deux", "une deux"), ("une.\u{2028}", "une."), ("[\u{2028}une](deux)", "[une](deux)"),
    ("# Une\u{2028}deux", "# Une deux"), ("| une\u{2028}deux |\n|---|", "| une deux |\n|---|"),
    ("`une\u{2028}deux`", "`une\u{2028}deux`"),
  ])
  func lineSeparatorsBecomeSpacesOrItems(_ text: String, _ fixed: String) {
    #expect(reading.fixed(text, .unsafe).utf8.elementsEqual(fixed.utf8))
  }

  @Test(arguments: ["mo\u{34F}t", "mo\u{61C}t", "mo\u{3164}t", "mo\u{1160}t"])
  func whatOtherScriptsNeedIsFoundInLatinText(_ text: String) {
    #expect(reading.findings(text).count == 1)
    #expect(reading.fixed(text) == text)
    #expect(reading.fixed(text, .unsafe) == "mot")
  }

  @Test(arguments: ["e\u{34F}\u{301}", "ㄱ\u{3164}", "٪\u{61C}٥", "<code>a\u{200B}b</code>"])
  func theirOwnTextsNeedThem(_ text: String) {
    #expect(reading.fixed(text) == text)
  }
}

@Suite struct DecomposedCharacterTests {
  private let reading = Reading("decomposed-character")

  @Test(arguments: [
    "[a](/docs/e\u{301}te\u{301}.pdf)", "<img src=\"/e\u{301}.png\">", "`e\u{301}`", "```\ne\u{301}\n```",
    "[a]\n\n[a]: /e\u{301}.html",
    "voir e\u{301}te\u{301}.odt",
    "<https://exemple.org/e\u{301}>", "écrire à e\u{301}quipe@exemple.org",
  ])
  func namesAreNotTouched(_ text: String) {
    #expect(reading.findings(text).isEmpty)
  }

  @Test(arguments: [
    "startup: e\u{301}clair", "image: /img/e\u{301}te\u{301}.png", "cle\u{301}: oui", "tags: [a, e\u{301}te\u{301}]",
  ])
  func idsAndPathsOfTheFrontMatterAreNotTouched(_ header: String) {
    #expect(reading.findings("", header: header).isEmpty)
  }

  @Test(arguments: [
    ("<p>e\u{301}te\u{301}</p>", "<p>été</p>"), ("\u{1112}\u{1161}\u{11AB}글", "한글"), ("か\u{3099}き", "がき"),
    ("<code>e\u{301}</code>", "<code>e\u{301}</code>"),
  ])
  func textOfElementsAndOfOtherScriptsIsComposedToo(_ text: String, _ fixed: String) {
    #expect(reading.fixed(text).utf8.elementsEqual(fixed.utf8))
  }

  @Test func wordsAreComposed() {
    #expect(
      reading.fixed("[l’e\u{301}te\u{301}](/e\u{301}.pdf) _e\u{301}quipe_").utf8.elementsEqual(
        "[l’été](/e\u{301}.pdf) _équipe_".utf8))
    #expect(reading.findings("", header: "title: Une e\u{301}quipe").count == 1)
    #expect(reading.findings("", header: "domaines: [De\u{301}veloppement]").count == 1)
  }
}

@Suite struct EncodingMistakeTests {
  /// One cause, one finding: readers that see one long line have nothing to add.
  @Test func carriageReturnsAloneAreOneFinding() throws {
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    let source = Source(path: "2022-05-30-a.md", text: "---\rtitle: Une page\r---\r\rTexte.\r")
    #expect(linter.lint(source).diagnostics.filter { $0.severity == .error }.map(\.rule) == ["mixed-line-endings"])
    let fixed = Fixer(linter, threshold: .safe).fix(source).bytes
    #expect(String(decoding: fixed, as: UTF8.self) == "---\ntitle: Une page\n---\n\nTexte.\n")
  }

  /// What looks like the opening line and is none.
  @Test(arguments: ["\u{A0}---", "\u{3000}---", "−−−"])
  func anOddOpeningLineIsMended(_ line: String) throws {
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    let source = Source(path: "2022-05-30-a.md", text: "\(line)\ntitle: Une page\n---\n\nTexte.\n")
    #expect(linter.lint(source).diagnostics.contains { $0.rule == "text-before-front-matter" && $0.severity == .error })
    let fixed = Fixer(linter, threshold: .safe).fix(source).bytes
    #expect(String(decoding: fixed, as: UTF8.self) == "---\ntitle: Une page\n---\n\nTexte.\n")
  }
}

@Suite struct TextFormTests {
  private let text = "---\nroles: Coach\nopen: true\n---\n\nUne équipe à côté, cœur « net ».\n"

  private func wide(_ width: Int, isBigEndian: Bool, hasMark: Bool) -> [UInt8] {
    let units: [UInt32] = (hasMark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)
    return units.flatMap { unit in
      let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: [2, 4], [true, false])
  func wideTextIsNamedAndLeftAlone(_ width: Int, _ isBigEndian: Bool) throws {
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    for hasMark in [true, false] {
      let source = Source(
        path: SourcePath("2022-05-30-a.md"), bytes: wide(width, isBigEndian: isBigEndian, hasMark: hasMark))
      let found = linter.lint(source).diagnostics
      #expect(found.map(\.rule) == ["invalid-utf8"])
      #expect(found.first?.message.fr.contains("UTF-\(width * 8) \(isBigEndian ? "BE" : "LE")") == true)
      #expect(found.first?.range == ByteRange(0, width))
      #expect(Fixer(linter, threshold: .displayOnly).fix(source).bytes == source.bytes)
    }
  }

  @Test(arguments: [
    Array("a \u{0} b  \u{200B}\r\n\n".utf8), [UInt8](repeating: 0, count: 5000),
    [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0xC3],
  ])
  func aFileWithNullCharactersGetsOneErrorAndIsNeverWritten(_ bytes: [UInt8]) throws {
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    let source = Source(path: SourcePath("2022-05-30-a.md"), bytes: bytes)
    let found = linter.lint(source).diagnostics
    #expect(found.map(\.rule) == ["control-character"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.range.start == bytes.firstIndex(of: 0))
    #expect(Fixer(linter, threshold: .displayOnly).fix(source).bytes == bytes)
  }

  /// At every place among eight bytes, which are looked at together.
  @Test(arguments: Array(1...31) + [0x7F])
  func everyControlCharacterIsFoundWhereverItStands(_ control: Int) throws {
    let allowed: Set<Int> = [0x09, 0x0A, 0x0D]
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    for place in 0..<9 {
      let text = Array("abcdefghijklmnopq\n".utf8)
      let bytes = text[..<place] + [UInt8(control)] + text[place...]
      let found = linter.lint(Source(path: SourcePath("2022-05-30-a.md"), bytes: Array(bytes))).diagnostics
      let ranges = found.filter { $0.rule == "control-character" }.map(\.range)
      #expect(ranges == (allowed.contains(control) ? [] : [ByteRange(place, place + 1)]), "at \(place)")
    }
  }

  @Test func bytesOfNoKnownEncodingGetOneFinding() throws {
    let linter = Linter(settings: Harness.everything, options: try Harness.options(), schema: nil)
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<4000).map { _ in UInt8.random(in: 1...255, using: &generator) }
    let found = linter.lint(Source(path: SourcePath("2022-05-30-a.md"), bytes: noise)).diagnostics
    #expect(found.map(\.rule) == ["invalid-utf8"])
    #expect(found.first?.fix == nil)
  }

  @Test func aFileInAnOlderEncodingIsText() {
    let bytes =
      Array("---\ntitle: D".utf8) + [0xE9] + Array("veloppeur\n---\n\nUne ".utf8) + [0xE9] + Array("quipe.\n".utf8)
    let found = Reading("invalid-utf8").report(bytes).diagnostics
    #expect(found.count == 2 && found.allSatisfy { $0.fix != nil })
  }
}

@Suite struct LineEndTests {
  private let reading = Reading("mixed-line-endings")

  @Test func carriageReturnsAloneAreAnError() {
    let found = reading.report(Array("---\rtitle: a\r---\rUn.\r".utf8)).diagnostics
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.message.en.contains("most are") == false)
  }

  @Test func doubledCarriageReturnsMakeOneLineEnd() {
    let source = Source(path: "a.md", text: "a\r\r\nb\r\r\nc\r\n")
    #expect(Fixer(reading.linter, threshold: .safe).fix(source).bytes == Array("a\r\nb\r\nc\r\n".utf8))
  }
}

@Suite struct LostLetterTests {
  private let reading = Reading("replacement-character")

  /// One in a title, where a letter in its place makes a role: nothing else is said of the title.
  @Test(arguments: [("D?veloppeuse", true), ("Chargée de d?ploiement", true), ("Pourquoi pas?oui", false)])
  func aLoneQuestionMarkThatHidesARole(_ title: String, _ isFound: Bool) throws {
    let linter = try Harness.linter(RuleSettings(only: ["replacement-character", "unknown-role"]))
    let found = linter.lint(
      Source(path: SourcePath("2022-05-30-a.md"), bytes: Array("---\nroles: \(title)\n---\n".utf8)))
    let place = 11 + (Array(title.utf8).firstIndex(of: 0x3F) ?? 0)
    #expect(found.diagnostics.map(\.rule) == [isFound ? "replacement-character" : "unknown-role"])
    if isFound { #expect(found.diagnostics.map(\.range) == [ByteRange(place, place + 1)]) }
  }

  @Test(arguments: [
    "Un m?tier, une ?quipe d?di?e.", "L'?quipe et l’?t?, o? d?cider.", "Le fl?né, la m?re, le mûr?tre.",
  ])
  func questionMarksInWordsAreFound(_ text: String) {
    #expect(reading.findings(text).count > 1)
  }

  @Test(arguments: [
    "Qui?Vous. Où?Ici.", "https://exemple.org/a?bcd=e et /x?yz=1", "`a?bc` et `d?ef`", "Quoi ?oui, non ?non.",
    "Hein?non.",
    "[a](/b?cd=e) [f](/g?hi=j)",
  ])
  func otherQuestionMarksAreNot(_ text: String) {
    #expect(reading.findings(text).isEmpty)
  }
}

@Suite struct MojibakeRuleTests {
  private let reading = Reading("mojibake")

  /// Where the text is damaged its addresses are, and a person decides of them.
  @Test(arguments: [
    ("RÃ©sumÃ© : https://exemple.org/aÂ\u{A0}!", "Résumé : https://exemple.org/a\u{A0}!"),
    ("Ã‰tÃ© <img src=\"/a.png\" alt=\"LÃ©gende\">", "Été <img src=\"/a.png\" alt=\"Légende\">"),
    ("Ã‰tÃ©, <https://exemple.org/mÃ©mo>", "Été, <https://exemple.org/mémo>"),
    ("Ã‰tÃ© : [plan](/mÃ©mo.pdf)", "Été : [plan](/mémo.pdf)"),
  ])
  func addressesOfADamagedTextAreMendedByHand(_ text: String, _ mended: String) {
    #expect(reading.fixed(text) != mended)
    #expect(reading.fixed(text, .unsafe) == mended)
  }

  @Test(arguments: ["[plan](/mÃ©mo.pdf)", "`Ã©` et `Ã¨`", "<img src=\"/Ã©.png\">"])
  func addressesAndCodeOfOtherTextsAreLeftAlone(_ text: String) {
    #expect(reading.findings("Une équipe. \(text)").isEmpty)
  }
}
