import DataTree
import SourceText
import TOML
import TestSupport
import Testing

/// One mistake: the text with its place marked, what is said, and the text after the fix.
struct Mistake: Sendable, CustomTestStringConvertible {
  let code: TOMLErrorCode
  let text: String
  /// The text after the fix; `nil` where there is no fix.
  let fixed: String?

  init(_ code: TOMLErrorCode, _ text: String, _ fixed: String? = nil) {
    self.code = code
    self.text = text
    self.fixed = fixed
  }

  var testDescription: String { "\(code): \(text)" }
}

struct MistakeTests {
  static let mistakes: [Mistake] = [
    // Lines and keys.
    Mistake(.colonForEquals, "role1️⃣:2️⃣ \"Chimiste\"\nopen = true", "role = \"Chimiste\"\nopen = true"),
    Mistake(.colonForEquals, "ville1️⃣:2️⃣ Brest\nopen = true", "ville = \"Brest\"\nopen = true"),
    Mistake(.missingEquals, "ville 1️⃣\"2️⃣Brest\"", "ville = \"Brest\""),
    Mistake(.keyWithoutValue, "a = 1\n1️⃣ville2️⃣\nb = 2"),
    Mistake(.missingValue, "a = 1\nville 1️⃣=2️⃣\nb = 2"),
    Mistake(.missingKey, "a = 1\n1️⃣=2️⃣ \"x\"\nb = 2"),
    Mistake(.keyNeedsQuotes, "1️⃣métier2️⃣ = \"x\"", "\"métier\" = \"x\""),
    Mistake(.keyNeedsQuotes, "1️⃣lieu de travail2️⃣ = \"x\"", "\"lieu de travail\" = \"x\""),
    Mistake(.emptyKeyPart, "a1️⃣.2️⃣ = 1", "a = 1"),
    Mistake(.multilineKey, "1️⃣\"\"\"2️⃣a\"\"\" = 1"),
    Mistake(.missingLineBreak, "a = 1 1️⃣b = 22️⃣", "a = 1 \nb = 2"),
    Mistake(.textAfterValue, "a = 1 # c\nb = \"x\" 1️⃣plus2️⃣ # c"),
    Mistake(.trailingComma, "a = 11️⃣,2️⃣\nb = 2", "a = 1\nb = 2"),
    Mistake(.trailingComma, "a = \"x\"1️⃣;2️⃣ # c", "a = \"x\" # c"),
    Mistake(.slashComment, "1️⃣// une note2️⃣\na = 1", "# une note\na = 1"),
    Mistake(.mergeConflict, "1️⃣<<<<<<< HEAD2️⃣\na = 1"),
    Mistake(.nonBreakingSpace, "a =1️⃣\u{A0}2️⃣1", "a = 1"),
    // Tables.
    Mistake(.unclosedHeader, "1️⃣[lieu2️⃣\na = 1", "[lieu]\na = 1"),
    Mistake(.unclosedHeader, "1️⃣[[lieu]2️⃣\na = 1", "[[lieu]]\na = 1"),
    Mistake(.emptyHeader, "1️⃣[]2️⃣\na = 1"),
    Mistake(.badHeaderBrackets, "[lieu1️⃣]]2️⃣\na = 1", "[lieu]\na = 1"),
    Mistake(.textAfterHeader, "[lieu] 1️⃣a = 12️⃣"),
    Mistake(.duplicateKey, "a = 1\n1️⃣a2️⃣ = 2"),
    Mistake(.duplicateTable, "[a]\nx = 1\n[1️⃣a2️⃣]\nx = 2"),
    Mistake(.notATable, "a = 1\n[1️⃣a2️⃣.b]\nx = 2"),
    Mistake(.closedTable, "a = { b = 1 }\n[1️⃣a2️⃣.c]\nx = 2"),
    Mistake(.tableAndList, "[[a]]\nx = 1\n[1️⃣a2️⃣]\ny = 2"),
    Mistake(.dottedIntoTable, "[a.b]\nx = 1\n[a]\n1️⃣b2️⃣.y = 2"),
    // Strings.
    Mistake(.missingQuotes, "ville = 1️⃣Brest même2️⃣ # c", "ville = \"Brest même\" # c"),
    Mistake(.missingQuotes, "l = [\"a\", 1️⃣bé2️⃣]", "l = [\"a\", \"bé\"]"),
    Mistake(.typographicQuotes, "t = 1️⃣“Chimiste”2️⃣", "t = \"Chimiste\""),
    Mistake(.typographicQuotes, "t = 1️⃣«\u{A0}Chimiste\u{A0}»2️⃣", "t = \"Chimiste\""),
    Mistake(.unclosedQuote, "t = 1️⃣\"2️⃣Chimiste\na = 1", "t = \"Chimiste\"\na = 1"),
    Mistake(.apostropheInQuotes, "t = 'l1️⃣'2️⃣État'", "t = \"l'État\""),
    Mistake(.quoteInQuotes, "t = \"un 1️⃣\"2️⃣vrai\" métier\"", "t = \"un \\\"vrai\\\" métier\""),
    Mistake(.badEscape, "t = \"C:1️⃣\\2️⃣Dossier\"", "t = \"C:\\\\Dossier\""),
    // Other values.
    Mistake(.booleanWord, "open = 1️⃣True2️⃣", "open = true"),
    Mistake(.booleanWord, "open = 1️⃣no2️⃣", "open = false"),
    Mistake(.nullWord, "open = 1️⃣null2️⃣"),
    Mistake(.badNumber, "n = 1️⃣1.2️⃣"),
    Mistake(.leadingZero, "n = 1️⃣0172️⃣", "n = \"017\""),
    Mistake(.decimalComma, "n = 1️⃣1,52️⃣", "n = 1.5"),
    Mistake(.badDate, "d = 1️⃣28/06/20222️⃣"),
    Mistake(.badDate, "d = 1️⃣2022-6-12️⃣"),
    Mistake(.impossibleDate, "d = 1️⃣2022-02-302️⃣"),
    Mistake(.placeholder, "t = 1️⃣{{ title }}2️⃣"),
    Mistake(.unexpectedCharacter, "t = 1️⃣?2️⃣"),
    // Arrays and inline tables.
    Mistake(.extraComma, "l = [1,1️⃣,2️⃣ 2]", "l = [1, 2]"),
    Mistake(.missingComma, "l = [1 1️⃣22️⃣]", "l = [1, 2]"),
    Mistake(.missingComma, "l = [\n  \"a\" # c\n  1️⃣\"2️⃣b\"\n]", "l = [\n  \"a\", # c\n  \"b\"\n]"),
    Mistake(.unclosedBracket, "l = 1️⃣[2️⃣1, 2\nb = 2", "l = [1, 2]\nb = 2"),
    Mistake(.unclosedBracket, "l = 1️⃣[2️⃣[1, 2], \n# c\n[tags]\nb = 3", "l = [[1, 2],] \n# c\n[tags]\nb = 3"),
    Mistake(.wrongBracket, "l = [1, 21️⃣}2️⃣", "l = [1, 2]"),
    // Characters.
    Mistake(.controlCharacter, "a = \"x1️⃣\u{1}2️⃣\""),
    Mistake(.loneCarriageReturn, "a = 11️⃣\r2️⃣b = 2"),
  ]

  @Test(arguments: mistakes)
  func isSaidOnceAtItsPlace(_ mistake: Mistake) throws {
    let marked = MarkedText(mistake.text)
    let result = TOMLParser.parse(marked.bytes)
    #expect(result.errors.map(\.code) == [mistake.code])
    let error = try #require(result.errors.first)
    #expect(error.range == marked.range)
    if let fixed = mistake.fixed {
      let fix = try #require(error.fix)
      let text = marked.bytes.applying(fix.edits)
      #expect(String(decoding: text, as: UTF8.self) == fixed)
      #expect(TOMLParser.parse(text).errors.isEmpty)
    } else {
      #expect(error.fix == nil)
    }
  }

  @Test func whatFollowsAMistakeIsRead() {
    for mistake in Self.mistakes where mistake.text.hasSuffix("\nb = 2") {
      let tree = TOMLParser.parse(MarkedText(mistake.text).bytes).tree
      #expect(tree.root.flatMap { tree.value(of: "b", in: $0) } != nil, "\(mistake.text)")
    }
  }

  @Test func aKeyGivenTwiceNamesBothPlaces() throws {
    let result = TOMLParser.parse(Array("a = 1\nb = 2\na = 3".utf8))
    #expect(result.errors.first?.related == ByteRange(0, 1))
  }

  /// A list in YAML's form, whose key has no value either, is two mistakes at most.
  @Test func aListWithDashesIsOneMistake() {
    let result = TOMLParser.parse(Array("tags =\n- a\n- b\nc = 1".utf8))
    #expect(result.errors.map(\.code) == [.missingValue, .dashList])
  }

  @Test func whatOnlyTheNewVersionTakesIsNoted() {
    let text = "a = { b = 1,\n c = \"\\e\", }\nt = 07:27"
    let result = TOMLParser.parse(Array(text.utf8))
    #expect(result.errors.isEmpty)
    #expect(
      result.newer.map(\.code) == [.lineBreakInInlineTable, .newEscape, .commaInInlineTable, .timeWithoutSeconds])
    #expect(TOMLParser.parse(Array(text.utf8), options: TOMLOptions(version: .toml10)).errors == result.newer)
  }

  @Test func messagesSayWhatToDo() {
    for code in TOMLErrorCode.allCases {
      let message = code.message
      #expect(!message.fr.isEmpty && !message.en.isEmpty)
      #expect(message.fr.count <= 125 && message.en.count <= 125, "\(code)")
      #expect(!message.fr.contains(" :") && !message.fr.contains(" ;") && !message.fr.contains("« "), "\(code)")
    }
  }
}
