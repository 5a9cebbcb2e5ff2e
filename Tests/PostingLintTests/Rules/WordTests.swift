import JSON
import PostingLint
import SourceText
import TOML
import TestSupport
import Testing
import YAML

/// What people read is in plain words: no name of what stands behind the program, and always what to do.
@Suite struct WordTests {
  /// Words of programmers, and words for which there is a plainer one; matched at the start of a word.
  private static let forbidden = (
    fr: [
      "yaml", "schéma", "scalaire", "%tag", "ancre", "alias", "étiquette", "motif", "octet", "encodé", "hexadécimal",
      "expression régulière", "chaîne de caractères", "booléen", "enlev", "retirez", "effac", "taire",
      "vouliez-vous dire",
    ],
    en: [
      "yaml", "schema", "scalar", "%tag", "anchor", "alias", "pattern", "byte", "blank", "boolean",
      "regular expression",
    ]
  )

  /// What a message tells people to do; every one says one of them, or asks.
  private static let verbs = (
    fr: [
      "ajoutez", "écrivez", "mettez", "gardez", "déplacez", "remplacez", "supprimez", "séparez", "corrigez", "renommez",
      "vérifiez", "choisissez", "?",
    ],
    en: [
      "add", "write", "put", "keep", "move", "replace", "delete", "remove", "split", "separate", "correct", "rename",
      "check", "choose", "start", "?",
    ]
  )

  /// The text without what it quotes of a file or shows as it is to be typed.
  private static func own(_ text: String) -> String {
    var result = ""
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«", "“": depth += 1
      case "»", "”": depth = max(0, depth - 1)
      default: if depth == 0 { result.unicodeScalars.append(scalar) }
      }
    }
    return result.lowercased()
  }

  private static func contains(_ word: String, in text: String) -> Bool {
    let (word, text) = (Array(word.utf8), Array(text.utf8))
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      text[start..<start + word.count].elementsEqual(word)
        && (start == 0
          || !(text[start - 1] >= 0x61 && text[start - 1] <= 0x7A) && text[start - 1] < 0x80 && text[start - 1] != 0x2D)
    }
  }

  static func check(_ message: Message, isInstruction: Bool, _ origin: String) {
    for (text, words) in [(own(message.fr), forbidden.fr), (own(message.en), forbidden.en)] {
      for word in words { #expect(!contains(word, in: text), "\(origin): \(word) in \(text)") }
    }
    // Which quotes is said, or none are wanted.
    let pieces = own(message.fr).split(separator: "guillemets", omittingEmptySubsequences: false)
    for (before, after) in zip(pieces, pieces.dropFirst()) {
      let isSaid =
        ["\u{A0}droits", " droits", " typographiques", " \u{A0}", "  "].contains { after.hasPrefix($0) }
        || before.hasSuffix("sans ") || message.fr.contains("guillemets “") || message.fr.contains("guillemets «")
        || message.fr.contains("guillemets autour")
      #expect(isSaid, "\(origin): \(message.fr)")
    }
    guard isInstruction else { return }
    for (text, words) in [(message.fr, verbs.fr), (message.en, verbs.en)] {
      #expect(words.contains { text.lowercased().contains($0) }, "\(origin): \(text)")
    }
    for text in [own(message.fr), own(message.en)] {
      // The colon of a time of day is none of the sentence.
      let colons = text.split(separator: ":").dropFirst().count { $0.utf8.first.map { $0 < 0x30 || $0 > 0x39 } ?? true }
      #expect(colons <= 1 && text.count { $0 == ";" } <= 1, "\(origin): \(text)")
      #expect(!text.hasSuffix("."), "\(origin): \(text)")
    }
  }

  @Test(arguments: YAMLErrorCode.allCases)
  func mistakesOfYAML(_ code: YAMLErrorCode) {
    Self.check(code.message(showing: "x"), isInstruction: true, "\(code)")
    Self.check(code.relatedMessage, isInstruction: false, "\(code)")
  }

  @Test(arguments: TOMLErrorCode.allCases)
  func mistakesOfTOML(_ code: TOMLErrorCode) { Self.check(code.message, isInstruction: true, "\(code)") }

  @Test(arguments: JSONMistake.Code.allCases)
  func mistakesOfJSON(_ code: JSONMistake.Code) { Self.check(code.message, isInstruction: true, "\(code)") }

  @Test(arguments: ExampleCase.all)
  func examplesOfRules(_ sample: ExampleCase) throws {
    let linter = try Harness.linter(Harness.everything, startups: ["exemple"])
    for diagnostic in linter.lint(sample.source).diagnostics { Self.check(diagnostic) }
  }

  @Test(arguments: (try? checkoutNames("fixtures/rules")) ?? [])
  func fixturesOfRules(_ rule: String) throws {
    let linter = try Harness.linter(extra: [rule], startups: ["atlas", "phare"])
    for file in try checkoutNames("fixtures/rules/\(rule)") where !file.hasSuffix(".expected") {
      let source = Source(path: SourcePath(file), bytes: try checkoutFile("fixtures/rules/\(rule)/\(file)"))
      for diagnostic in linter.lint(source).diagnostics { Self.check(diagnostic) }
    }
  }

  private static func check(_ diagnostic: Diagnostic) {
    check(diagnostic.message, isInstruction: true, diagnostic.rule)
    for note in diagnostic.notes { check(note.message, isInstruction: false, diagnostic.rule) }
    if let title = diagnostic.fix?.title { check(title, isInstruction: false, diagnostic.rule) }
  }
}
