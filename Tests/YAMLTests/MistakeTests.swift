import DataTree
import SourceText
import TestSupport
import Testing
import YAML

/// One mistake of someone who does not know YAML, as it stands in the front matter of a file.
struct Mistake: CustomTestStringConvertible, Sendable {
  let code: YAMLErrorCode
  /// The text, with the range of the error between marks.
  let text: String
  /// The values that are read all the same, as JSON.
  let json: String
  /// The text after the fix, and how far the fix may be applied; `nil` where there is no fix.
  var fixed: (text: String, applicability: Applicability)?

  var testDescription: String { "\(code): \(text.debugDescription)" }
}

@Suite struct MistakeTests {
  static let indentation: [Mistake] = [
    Mistake(
      code: .tabIndentation, text: "roles:\n1️⃣\t2️⃣- dev\n\t- ops\nopen: true\n",
      json: #"{"roles":["dev","ops"],"open":true}"#, fixed: ("roles:\n  - dev\n  - ops\nopen: true\n", .safe)),
    Mistake(
      code: .badIndentation, text: "roles:\n   - a\n1️⃣  2️⃣- b\nopen: true\n",
      json: #"{"roles":["a","b"],"open":true}"#, fixed: ("roles:\n   - a\n   - b\nopen: true\n", .unsafe)),
    Mistake(
      code: .badIndentation, text: "roles:\n  - a\n1️⃣ 2️⃣- b\nopen: true\n",
      json: #"{"roles":["a","b"],"open":true}"#, fixed: ("roles:\n  - a\n  - b\nopen: true\n", .unsafe)),
    Mistake(
      code: .badIndentation, text: "roles: a\n1️⃣   2️⃣open: true\ntype: b\n",
      json: #"{"roles":"a","open":true,"type":"b"}"#, fixed: ("roles: a\nopen: true\ntype: b\n", .unsafe)),
    Mistake(
      code: .badIndentation, text: "roles:\n  - a\n1️⃣  2️⃣open: true\ntype: b\n",
      json: #"{"roles":["a"],"open":true,"type":"b"}"#, fixed: ("roles:\n  - a\nopen: true\ntype: b\n", .unsafe)),
    Mistake(
      code: .badIndentation, text: "roles:\n  dev\n1️⃣  2️⃣open: true\ntype: b\n",
      json: #"{"roles":"dev","open":true,"type":"b"}"#,
      fixed: ("roles:\n  dev\nopen: true\ntype: b\n", .unsafe)),
    Mistake(
      code: .nonBreakingSpace, text: "roles:\n1️⃣\u{A0}\u{A0}2️⃣- a\n\u{A0}\u{A0}- b\nopen: true\n",
      json: #"{"roles":["a","b"],"open":true}"#, fixed: ("roles:\n  - a\n  - b\nopen: true\n", .safe)),
    Mistake(
      code: .nonBreakingSpace, text: "roles: a\nopen:1️⃣\u{A0}2️⃣true\ntype: b\n",
      json: #"{"roles":"a","open":true,"type":"b"}"#, fixed: ("roles: a\nopen: true\ntype: b\n", .safe)),
    Mistake(
      code: .textUnderIndented, text: "title: \"a\n1️⃣b2️⃣ c\"\nopen: true\n",
      json: #"{"title":"a b c","open":true}"#),
    Mistake(
      code: .blankLineTooIndented, text: "text: |\n1️⃣    2️⃣\n  a\nopen: true\n",
      json: #"{"text":"\na\n","open":true}"#, fixed: ("text: |\n\n  a\nopen: true\n", .safe)),
  ]

  static let lines: [Mistake] = [
    Mistake(
      code: .colonInValue, text: "roles: Développeur 1️⃣:2️⃣ Python\nopen: true\n",
      json: #"{"roles":"Développeur : Python","open":true}"#,
      fixed: ("roles: \"Développeur : Python\"\nopen: true\n", .safe)),
    Mistake(
      code: .colonInValue, text: "roles: L’équipe d'ici1️⃣:2️⃣ Python\nopen: true\n",
      json: #"{"roles":"L’équipe d'ici: Python","open":true}"#,
      fixed: ("roles: \"L’équipe d'ici: Python\"\nopen: true\n", .safe)),
    Mistake(
      code: .colonInValue, text: "url: https://beta.gouv.fr1️⃣:2️⃣ recrutement\nopen: true\n",
      json: #"{"url":"https://beta.gouv.fr: recrutement","open":true}"#,
      fixed: ("url: \"https://beta.gouv.fr: recrutement\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .missingSpaceAfterColon, text: "roles: a\nopen1️⃣:2️⃣true\n", json: #"{"roles":"a","open":true}"#,
      fixed: ("roles: a\nopen: true\n", .safe)),
    Mistake(
      code: .missingSpaceAfterColon, text: "open1️⃣:2️⃣true\nroles: a\n", json: #"{"open":true,"roles":"a"}"#,
      fixed: ("open: true\nroles: a\n", .safe)),
    Mistake(
      code: .missingSpaceAfterColon, text: "roles: a\nmailto1️⃣:2️⃣a@b.fr\n", json: #"{"roles":"a","mailto":"a@b.fr"}"#,
      fixed: ("roles: a\nmailto: a@b.fr\n", .unsafe)),
    Mistake(
      code: .missingColon, text: "1️⃣Titre du poste2️⃣\nroles: a\nopen: true\n", json: #"{"roles":"a","open":true}"#),
    Mistake(
      code: .missingColon, text: "roles: a\n1️⃣suite du texte2️⃣\n  encore\net encore\nopen: true\n",
      json: #"{"roles":"a","open":true}"#),
    Mistake(
      code: .missingColon, text: "roles:\n1️⃣description2️⃣\n  suite\nopen: true\n", json: #"{"roles":null,"open":true}"#),
    Mistake(
      code: .dashOnKeyLine, text: "roles: 1️⃣-2️⃣ a\nopen: true\n", json: #"{"roles":["a"],"open":true}"#,
      fixed: ("roles:\n       - a\nopen: true\n", .unsafe)),
    Mistake(
      code: .missingDash, text: "roles:\n  - a\n  1️⃣b2️⃣\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles:\n  - a\n  - b\nopen: true\n", .unsafe)),
    Mistake(
      code: .missingSpaceAfterDash, text: "roles:\n  - a\n  1️⃣-2️⃣b\nopen: true\n",
      json: #"{"roles":["a","b"],"open":true}"#, fixed: ("roles:\n  - a\n  - b\nopen: true\n", .safe)),
    Mistake(
      code: .unexpectedDash, text: "roles: a\n1️⃣- b2️⃣\n- c\nopen: true\n", json: #"{"roles":"a","open":true}"#),
    Mistake(
      code: .mergeConflict,
      text: "open: true\n1️⃣<<<<<<< HEAD2️⃣\nroles: a\n=======\nroles: b\n>>>>>>> branche\ntype: c\n",
      json: #"{"open":true,"roles":"a","type":"c"}"#),
    Mistake(
      code: .secondDocument, text: "roles: a\n1️⃣---2️⃣\nopen: true\n", json: #"{"roles":"a"}"#,
      fixed: ("roles: a\nopen: true\n", .unsafe)),
    Mistake(
      code: .badBlockHeader, text: "text: 1️⃣> un texte2️⃣\nopen: true\n", json: #"{"text":"","open":true}"#,
      fixed: ("text: \"> un texte\"\nopen: true\n", .unsafe)),
  ]

  static let values: [Mistake] = [
    Mistake(
      code: .apostropheInQuotes, text: "title: 'l1️⃣'2️⃣équipe'\nopen: true\n",
      json: #"{"title":"l'équipe","open":true}"#, fixed: ("title: 'l''équipe'\nopen: true\n", .safe)),
    Mistake(
      code: .quoteInQuotes, text: "title: \"Le 1️⃣\"2️⃣bon\" poste\"\nopen: true\n",
      json: #"{"title":"Le \"bon\" poste","open":true}"#,
      fixed: ("title: \"Le \\\"bon\\\" poste\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedQuote, text: "title: 1️⃣\"Développeur2️⃣\nroles: \"a\"\nopen: true\n",
      json: #"{"title":"Développeur","roles":"a","open":true}"#,
      fixed: ("title: \"Développeur\"\nroles: \"a\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedQuote, text: "title: 1️⃣'Développeur2️⃣\n  Python\nopen: true\n",
      json: #"{"title":"Développeur Python","open":true}"#,
      fixed: ("title: 'Développeur\n  Python'\nopen: true\n", .unsafe)),
    Mistake(
      code: .textAfterQuote, text: "title: \"Le poste\" 1️⃣à Paris2️⃣\nopen: true\n",
      json: #"{"title":"Le poste","open":true}"#,
      fixed: ("title: '\"Le poste\" à Paris'\nopen: true\n", .unsafe)),
    Mistake(
      code: .textAfterApostrophe, text: "title: 'Le poste' 1️⃣à Paris2️⃣\nopen: true\n",
      json: #"{"title":"Le poste","open":true}"#,
      fixed: ("title: \"'Le poste' à Paris\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .otherColon, text: "title 1️⃣=2️⃣ Le poste\nopen: true\n",
      json: #"{"title":"Le poste","open":true}"#, fixed: ("title: Le poste\nopen: true\n", .unsafe)),
    Mistake(
      code: .otherColon, text: "open: true\ntitle1️⃣：2️⃣Le poste\n",
      json: #"{"open":true,"title":"Le poste"}"#, fixed: ("open: true\ntitle: Le poste\n", .unsafe)),
    Mistake(
      code: .starsAroundKey, text: "1️⃣**title**2️⃣: Le poste\nopen: true\n",
      json: #"{"title":"Le poste","open":true}"#, fixed: ("title: Le poste\nopen: true\n", .unsafe)),
    Mistake(
      code: .starsAroundKey, text: "open: true\n1️⃣*title*2️⃣: Le poste\n",
      json: #"{"open":true,"title":"Le poste"}"#, fixed: ("open: true\ntitle: Le poste\n", .unsafe)),
    Mistake(
      code: .otherComment, text: "open: true\n1️⃣//2️⃣ une note\ntitle: a\n",
      json: #"{"open":true,"title":"a"}"#, fixed: ("open: true\n# une note\ntitle: a\n", .unsafe)),
    Mistake(
      code: .otherComment, text: "open: true\n1️⃣<!--2️⃣ une note -->\ntitle: a\n",
      json: #"{"open":true,"title":"a"}"#, fixed: ("open: true\n# une note \ntitle: a\n", .unsafe)),
    Mistake(
      code: .trailingSemicolon, text: "list: [a, b]1️⃣;2️⃣\nopen: true\n",
      json: #"{"list":["a","b"],"open":true}"#, fixed: ("list: [a, b]\nopen: true\n", .safe)),
    Mistake(
      code: .bulletList, text: "list:\n  1️⃣*2️⃣ un\n  * deux\nopen: true\n",
      json: #"{"list":"* un * deux","open":true}"#, fixed: ("list:\n  - un\n  - deux\nopen: true\n", .unsafe)),
    Mistake(
      code: .escapedApostrophe, text: "title: \"l1️⃣\\'2️⃣équipe\"\nopen: true\n",
      json: #"{"title":"l\\'équipe","open":true}"#, fixed: ("title: \"l'équipe\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .badEscape, text: "path: \"C:1️⃣\\U2️⃣sers\\nom\"\nopen: true\n",
      json: #"{"path":"C:\\Users\nom","open":true}"#,
      fixed: ("path: \"C:\\\\Users\\\\nom\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .badEscape, text: "path: \"C:1️⃣\\p2️⃣ath\"\nopen: true\n", json: #"{"path":"C:\\path","open":true}"#,
      fixed: ("path: \"C:\\\\path\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .reservedCharacter, text: "contact: 1️⃣@2️⃣equipe\nopen: true\n", json: #"{"contact":"@equipe","open":true}"#,
      fixed: ("contact: \"@equipe\"\nopen: true\n", .safe)),
    Mistake(
      code: .reservedCharacter, text: "contact: 1️⃣`2️⃣equipe`\nopen: true\n",
      json: #"{"contact":"`equipe`","open":true}"#, fixed: ("contact: \"`equipe`\"\nopen: true\n", .safe)),
    Mistake(
      code: .reservedCharacter, text: "score: 1️⃣%2️⃣50\nopen: true\n", json: #"{"score":"%50","open":true}"#,
      fixed: ("score: \"%50\"\nopen: true\n", .safe)),
    Mistake(
      code: .placeholder, text: "title: 1️⃣{{ titre }} senior2️⃣\nopen: true\n",
      json: #"{"title":"{{ titre }} senior","open":true}"#,
      fixed: ("title: \"{{ titre }} senior\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .placeholder, text: "title: 1️⃣{% if a %}b{% endif %}2️⃣\nopen: true\n",
      json: #"{"title":"{% if a %}b{% endif %}","open":true}"#,
      fixed: ("title: \"{% if a %}b{% endif %}\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .typographicQuotes, text: "title: 1️⃣“2️⃣Poste: dev”\nopen: true\n",
      json: #"{"title":"“Poste: dev”","open":true}"#, fixed: ("title: \"Poste: dev\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .unknownAlias, text: "title: 1️⃣*urgent*2️⃣ poste\nopen: true\n",
      json: #"{"title":"*urgent* poste","open":true}"#, fixed: ("title: \"*urgent* poste\"\nopen: true\n", .safe)),
    Mistake(
      code: .textAfterFlow, text: "title: [CDI] 1️⃣Poste : dev2️⃣\nopen: true\n",
      json: #"{"title":"[CDI] Poste : dev","open":true}"#, fixed: ("title: \"[CDI] Poste : dev\"\nopen: true\n", .safe)),
    Mistake(
      code: .textAfterFlow, text: "techno: [Ruby, Go] 1️⃣et SQL2️⃣\nopen: true\n",
      json: #"{"techno":"[Ruby, Go] et SQL","open":true}"#,
      fixed: ("techno: \"[Ruby, Go] et SQL\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .trailingComma, text: "title: \"a\"1️⃣,2️⃣\nopen: true\n", json: #"{"title":"a","open":true}"#,
      fixed: ("title: \"a\"\nopen: true\n", .safe)),
    Mistake(
      code: .extraComma, text: "roles: [a, b,1️⃣,2️⃣ c]\nopen: true\n", json: #"{"roles":["a","b","c"],"open":true}"#,
      fixed: ("roles: [a, b, c]\nopen: true\n", .safe)),
    Mistake(
      code: .unclosedQuote, text: "roles: [\"a\", 1️⃣\"b2️⃣]\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [\"a\", \"b\"]\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedQuote, text: "roles: [1️⃣\"a2️⃣, \"b\"]\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [\"a\", \"b\"]\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedQuote, text: "roles: [{a: 1️⃣'b2️⃣ } ]\nopen: true\n", json: #"{"roles":[{"a":"b"}],"open":true}"#,
      fixed: ("roles: [{a: 'b' } ]\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedQuote, text: "roles: [1️⃣\"a, b2️⃣]\nopen: true\n", json: #"{"roles":["a, b"],"open":true}"#,
      fixed: ("roles: [\"a, b\"]\nopen: true\n", .displayOnly)),
    Mistake(
      code: .unclosedQuote, text: "roles: [a, 1️⃣'b2️⃣\"]\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [a, 'b']\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedQuote, text: "roles: 1️⃣\"b2️⃣'\nopen: true\n", json: #"{"roles":"b","open":true}"#,
      fixed: ("roles: \"b\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .apostropheInQuotes, text: "roles: ['l1️⃣'2️⃣équipe', 'dev']\nopen: true\n",
      json: #"{"roles":["l'équipe","dev"],"open":true}"#,
      fixed: ("roles: ['l''équipe', 'dev']\nopen: true\n", .safe)),
    Mistake(
      code: .quoteInQuotes, text: "roles: [\"le 1️⃣\"2️⃣dev\" web\", b]\nopen: true\n",
      json: #"{"roles":["le \"dev\" web","b"],"open":true}"#,
      fixed: ("roles: [\"le \\\"dev\\\" web\", b]\nopen: true\n", .unsafe)),
    Mistake(
      code: .missingComma, text: "roles: [\"a\"1️⃣;2️⃣ \"b\"]\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [\"a\", \"b\"]\nopen: true\n", .unsafe)),
    Mistake(code: .missingComma, text: "roles: ['a'1️⃣b2️⃣]\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#),
    Mistake(
      code: .missingComma, text: "roles: [\"a\" 1️⃣\"2️⃣b\"]\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [\"a\", \"b\"]\nopen: true\n", .unsafe)),
    Mistake(
      code: .unclosedFlow, text: "roles: 1️⃣[2️⃣a, b\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [a, b]\nopen: true\n", .unsafe)),
    Mistake(
      code: .wrongBracket, text: "roles: [a, b1️⃣}2️⃣\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [a, b]\nopen: true\n", .unsafe)),
    Mistake(
      code: .extraBracket, text: "roles: [a, b]1️⃣]2️⃣\nopen: true\n", json: #"{"roles":["a","b"],"open":true}"#,
      fixed: ("roles: [a, b]\nopen: true\n", .unsafe)),
    Mistake(
      code: .commentNeedsSpace, text: "roles: [a]1️⃣#2️⃣ note\nopen: true\n", json: #"{"roles":["a"],"open":true}"#,
      fixed: ("roles: [a] # note\nopen: true\n", .safe)),
  ]

  /// Good YAML that is noted without being an error.
  static let suspects: [Mistake] = [
    Mistake(
      code: .placeholder, text: "title: 1️⃣{{ titre }}2️⃣\nopen: true\n",
      json: #"{"title":{"{ titre }":null},"open":true}"#, fixed: ("title: \"{{ titre }}\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .typographicQuotes, text: "title: 1️⃣“2️⃣dev”\nopen: true\n", json: #"{"title":"“dev”","open":true}"#,
      fixed: ("title: \"dev\"\nopen: true\n", .unsafe)),
    Mistake(
      code: .unexpectedDash, text: "roles: a\n  1️⃣-2️⃣ b\nopen: true\n", json: #"{"roles":"a - b","open":true}"#),
    Mistake(
      code: .missingSpaceAfterDash, text: "roles:\n  1️⃣-2️⃣a\n  -b\nopen: true\n", json: #"{"roles":"-a -b","open":true}"#,
      fixed: ("roles:\n  - a\n  - b\nopen: true\n", .unsafe)),
    Mistake(
      code: .trailingComma, text: "open: true1️⃣,2️⃣\nroles: a\n", json: #"{"open":"true,","roles":"a"}"#,
      fixed: ("open: true\nroles: a\n", .unsafe)),
  ]

  @Test(arguments: indentation + lines + values)
  func oneMistakeIsOneError(_ mistake: Mistake) throws {
    let text = MarkedText(mistake.text)
    let result = YAMLParser.parse(text.bytes, options: .frontMatter)
    #expect(result.errors.map(\.code) == [mistake.code])
    try check(result, result.errors, mistake, text)
  }

  @Test(arguments: suspects)
  func suspectsAreNoErrors(_ mistake: Mistake) throws {
    let text = MarkedText(mistake.text)
    let result = YAMLParser.parse(text.bytes, options: .frontMatter)
    #expect(result.errors.isEmpty)
    #expect(result.suspects.map(\.code) == [mistake.code])
    try check(result, result.suspects, mistake, text)
  }

  private func check(_ result: YAMLResult, _ found: [YAMLError], _ mistake: Mistake, _ text: MarkedText) throws {
    let error = try #require(found.first)
    #expect(error.range == text.range)
    let json = try JSONPrinter.print(result.tree)
    #expect(String(decoding: json, as: UTF8.self) == mistake.json + "\n")
    #expect(error.fix?.applicability == mistake.fixed?.applicability)
    guard let fix = error.fix, let fixed = mistake.fixed else { return }
    let mended = text.bytes.applying(fix.edits)
    #expect(String(decoding: mended, as: UTF8.self) == fixed.text)
    let after = YAMLParser.parse(mended, options: .frontMatter)
    #expect(after.errors.isEmpty)
    // What is read in spite of the mistake is what a safe fix gives.
    if fix.applicability == .safe { #expect(try JSONPrinter.print(after.tree) == json) }
  }

  /// A sign after a quote that is open would become text of that quote.
  @Test(arguments: ["o: [\"\n\",: ]\n", "o: [\"a\n\"b: c\",: ]\n", "o: {a: 'x\n', b: y, : ]\n", "o: [\"a\nb: c\n"])
  func fixesOfAnOpenQuoteComeToAnEnd(_ text: String) {
    var bytes = Array(text.utf8)
    for _ in 0..<10 {
      guard let fix = YAMLParser.parse(bytes, options: .frontMatter).errors.lazy.compactMap(\.fix).first else { return }
      bytes = bytes.applying(fix.edits)
    }
    Issue.record("still fixes: \(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  @Test func messagesAreWhole() {
    for code in YAMLErrorCode.allCases {
      let message = code.message(showing: "x")
      for text in [message.fr, message.en] {
        #expect(!text.hasSuffix(".") && !text.contains("\n") && !text.contains("  "), "\(code)")
      }
      // French typography: a non-breaking space before a colon and inside quotes, the curly apostrophe.
      for wrong in [" :", " ;", "« ", " »", " ?", " !"] { #expect(!message.fr.contains(wrong), "\(code)") }
    }
  }
}
