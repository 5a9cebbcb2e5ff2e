import Pattern
import Testing

private func matches(_ pattern: String, _ text: String) throws -> Bool {
  try CompiledPattern(compiling: pattern).matches(Array(text.utf8))
}

@Test(
  arguments: [
    // Where it matches and where it does not; none is anchored unless it says so.
    ("", ["", "a"], []),
    ("a", ["a", "xay"], ["", "A", "b"]),
    ("^a*$", ["", "a", "aaa"], ["abc", "ba", "a\n"]),
    ("^(a|bc)+$", ["a", "bc", "abca"], ["", "b", "abb"]),
    ("^(?:a|)$", ["", "a"], ["aa"]),
    ("a{2}", ["aa", "aaa"], ["a"]),
    ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
    ("^a{2,}$", ["aa", "aaaaa"], ["a", ""]),
    ("^a{0}b$", ["b"], ["ab"]),
    ("^a{0,1}?b??$", ["", "a", "b", "ab"], ["ba", "aa"]),
    ("^[a-c]+?$", ["abc"], ["abd", ""]),
    ("^[^a-c]$", ["d", "é", "🐲", "\n"], ["a", "", "de"]),
    ("^[]$", [], ["", "a"]),
    ("^[^]$", ["a", "\n", "🐲"], ["", "ab"]),
    ("^[-a]+$", ["-a-"], ["b"]),
    ("^[a-]+$", ["-a-"], ["b"]),
    ("^[\\]\\-\\\\^]+$", ["]-\\^"], ["a"]),

    ("^.$", ["a", "é", "🐲", "\u{85}"], ["\n", "\r", "\u{2028}", "\u{2029}", "ab", ""]),
    ("^(?s:.)$", ["a", "\n", "\u{2028}"], ["ab"]),
    ("(?m:^b$)", ["a\nb", "b", "a\r\nb\u{2028}c"], ["ab", "bc"]),
    ("^(?m:^)b$", ["b"], ["a\nb"]),
    ("\\bcat\\b", ["cat", "a cat.", "é cat é", "écaté"], ["cats", "concat", "_cat"]),
    ("^\\B\\Bé\\B$", ["é"], ["e"]),
    ("\\Bb", ["ab"], ["b", "-b"]),
    ("^\\d\\D\\w\\W\\s\\S$", ["1aA- x", "0éz\u{E9}\u{FEFF}1"], ["aa", "10A- x"]),
    ("^\\cA\\x41\\u0042\\u{43}\\0$", ["\u{1}ABC\0"], ["ABC"]),
    ("^\\t\\n\\v\\f\\r[\\b]$", ["\t\n\u{B}\u{C}\r\u{8}"], [""]),
    ("^\\ud83d\\udc32$", ["🐲"], ["🐉"]),
    ("^[\\ud83d\\udc32-\\ud83d\\udc33]$", ["🐲", "🐳"], ["🐉"]),
    ("^\\u{1F432}+$", ["🐲🐲"], ["🐲🐉"]),
    ("^\\ud83d$", [], ["🐲", "\u{FFFD}"]),
    ("\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/", ["^$\\.*+?()[]{}|/"], [""]),
    ("é", ["é"], ["e\u{301}"]),
    ("^(?:(?:a*)*)*$", ["", "aaa"], ["b"]),
    ("^(a?){3}$", ["", "aaa"], ["aaaa"]),
    ("^(\\w+\\s?)+$", ["a b c", "ab"], ["a  b", ""]),
    ("^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}$", ["192.168.0.1", "1.2.3.255"], ["1.2.3.256", "1.2.3"]),
  ] as [(String, [String], [String])])
func matchesAsECMA262(_ pattern: String, _ good: [String], _ bad: [String]) throws {
  for text in good { #expect(try matches(pattern, text), "\(pattern) should match \(text.debugDescription)") }
  for text in bad { #expect(try !matches(pattern, text), "\(pattern) should not match \(text.debugDescription)") }
}

@Test(
  arguments: [
    ("^(?=.*[A-Z])(?=.*\\d).{4,}$", ["aB1x", "1aaB"], ["aB1", "ab12", "ABCD"]),
    ("^(?!foo)", ["bar", ""], ["foobar"]),
    ("^(?!.*secret).*$", ["public"], ["a secret"]),
    ("foo(?=bar)", ["foobar"], ["foo", "foobaz"]),
    ("(?<=\\$)\\d+", ["$42"], ["42", "€42"]),
    ("(?<!\\$)\\b\\d+", ["42", "€42"], ["$42"]),
    ("^(?=(?!b).a)", ["aa"], ["ba", "bb"]),
    ("(?<=(?<!x)ab)c", ["abc", "yabc"], ["xabc", "bc"]),
    ("(?<=^ab.*)z", ["abz", "ab..z"], ["z", "aabz"]),
    ("(?<=a(?=b))b", ["ab"], ["b", "cb"]),
    ("^(?:(?=a)a|b)*$", ["abab"], ["abc"]),
    ("a(?!$)", ["ab", "aa"], ["a", "ba"]),
  ] as [(String, [String], [String])])
func looksAroundAsECMA262(_ pattern: String, _ good: [String], _ bad: [String]) throws {
  try matchesAsECMA262(pattern, good, bad)
  // The same conditions through the matcher of back-references; the group takes no part and matches nothing.
  try matchesAsECMA262("(?:\(pattern))(?:(z)|)\\1", good, bad.filter { !$0.contains("z") })
}

@Test(
  arguments: [
    ("^(.)\\1$", ["aa", "éé", "🐲🐲"], ["ab", "a"]),
    ("^(?<q>['\"]).*?\\k<q>$", ["'a'", "\"'\""], ["'a\"", "'"]),
    ("\\k<a>(?<a>x)", ["x"], ["y"]),
    ("\\1(a)", ["a"], ["b"]),
    ("^(?:(?<y>\\d{4})|(?<y>\\d{2}))-\\k<y>$", ["2024-2024", "24-24"], ["2024-24"]),
    ("^(?:(a)|b)*\\1$", ["ab", "aaa", "b"], ["aba\u{0}"]),
    ("(?<=\\1(a))b", ["aab"], ["ab", "b"]),
    ("(?<=(a)\\1)b", ["ab"], ["b"]),
    ("^(?=(a+))a*b\\1$", ["aabaa", "aabaa"], ["aaba"]),
    ("^(?!(a)\\1)..\\1$", ["ab"], ["aa"]),
    ("^(z)((a+)?(b+)?(c))*\\1$", ["zaacbbbcacz"], ["zaacbbbcac"]),
    ("^(a*)*\\1b$", ["b", "aab"], ["aa"]),
    ("^(?:a*?|(x)\\1)*$", ["", "aa", "xxaxx"], ["x"]),
    ("^(?<$é_1>.)\\k<$\\u00e9_1>$", ["aa"], ["ab"]),
  ] as [(String, [String], [String])])
func refersBackAsECMA262(_ pattern: String, _ good: [String], _ bad: [String]) throws {
  try matchesAsECMA262(pattern, good, bad)
}

@Test(
  arguments: [
    ("^\\p{L}+$", ["abcÉπ漢字가"], ["1", "-", "\u{301}"]),
    ("^\\p{Lu}\\p{Ll}$", ["Éa"], ["aÉ"]),
    ("^\\p{Letter}\\p{digit}\\p{punct}\\p{General_Category=Zs}\\p{gc=Sc}$", ["a৪! €"], ["a"]),
    ("^\\P{L}$", ["1"], ["a"]),
    ("^[\\p{Lu}\\P{L}]$", ["A", "1"], ["a"]),
    ("^\\p{Script=Greek}\\p{sc=Cyrl}\\p{Script_Extensions=Han}$", ["πя漢", "πя\u{3001}"], ["aя漢"]),
    ("^\\p{sc=Latin}+$", ["aÉ"], ["π", "1"]),
    ("^\\p{scx=Deva}$", ["\u{964}", "अ"], ["a"]),
    ("^\\p{sc=Deva}$", ["अ"], ["\u{964}"]),
    ("^\\p{Alphabetic}\\p{White_Space}\\p{Emoji_Presentation}\\p{ASCII}\\p{Any}$", ["é 🐲a\u{10FFFF}"], ["1"]),
    ("^\\p{Uppercase}\\p{Lower}\\p{ASCII_Hex_Digit}\\p{ID_Start}\\p{XIDC}$", ["AaFa1"], ["aA"]),
    ("^\\p{RI}\\p{Extended_Pictographic}\\p{Emoji_Component}$", ["🇫😀#"], ["a"]),
    ("^\\p{Cn}\\p{Co}\\p{Cs}?$", ["\u{378}\u{E000}"], ["ab"]),
    ("^\\p{Assigned}$", ["a"], ["\u{378}"]),
    ("^\\p{LC}\\p{Cased_Letter}$", ["aǅ"], ["a漢"]),
  ] as [(String, [String], [String])])
func knowsUnicodeProperties(_ pattern: String, _ good: [String], _ bad: [String]) throws {
  try matchesAsECMA262(pattern, good, bad)
}

@Test(
  arguments: [
    ("^(abc]", .loneBracket, 5), ("(abc", .unclosedGroup, 0), ("a)", .unmatchedParenthesis, 1),
    ("[a", .unclosedClass, 0), ("[^", .unclosedClass, 0), ("]", .loneBracket, 0), ("}", .loneBracket, 0),
    ("a{", .badQuantifier, 1), ("{", .loneBracket, 0), ("{1}", .nothingToRepeat, 0), ("a{,2}", .badQuantifier, 1),
    ("*", .nothingToRepeat, 0), ("a**", .nothingToRepeat, 2), ("a|*", .nothingToRepeat, 2), ("^*", .nothingToRepeat, 1),
    ("(?=a)*", .nothingToRepeat, 5), ("(?<=a)?", .nothingToRepeat, 6), ("\\b+", .nothingToRepeat, 2),
    ("a{2}{3}", .nothingToRepeat, 4), ("a???", .nothingToRepeat, 3), ("a{2,1}", .quantifierOutOfOrder, 1),
    ("\\", .trailingBackslash, 0), ("\\a", .unknownEscape, 0), ("^\\S(|(.|\\n)*\\S)\\Z", .unknownEscape, 15),
    ("\\-", .unknownEscape, 0), ("\\e", .unknownEscape, 0), ("\\_", .unknownEscape, 0), ("\\ ", .unknownEscape, 0),
    ("\\é", .unknownEscape, 0), ("[\\B]", .unknownEscape, 1), ("\\00", .unknownEscape, 0), ("[\\1]", .unknownEscape, 1),
    ("\\c1", .badCodeEscape, 0), ("\\c", .badCodeEscape, 0), ("\\x4", .badCodeEscape, 0), ("\\u004", .badCodeEscape, 0),
    ("\\u{}", .badCodeEscape, 0), ("\\u{110000}", .badCodeEscape, 0), ("\\u{41", .badCodeEscape, 0),
    ("\\p", .unknownProperty, 0), ("\\pL", .unknownProperty, 0), ("\\p{Foo}", .unknownProperty, 0),
    ("\\p{letter}", .unknownProperty, 0), ("\\p{Greek}", .unknownProperty, 0), ("\\p{sc=greek}", .unknownProperty, 0),
    ("\\p{L", .unknownProperty, 0), ("\\p{gc}", .unknownProperty, 0), ("\\p{Alphabetic=Y}", .unknownProperty, 0),
    ("\\p{^L}", .unknownProperty, 0), ("\\p{IsGreek}", .unknownProperty, 0), ("\\p{ L}", .unknownProperty, 0),
    ("[b-a]", .rangeOutOfOrder, 1), ("[a-\\d]", .classInRange, 1), ("[\\w-z]", .classInRange, 1),
    ("(?", .unknownGroup, 2), ("(?P<a>b)", .unknownGroup, 0), ("(?#a)", .unknownGroup, 0), ("(?>a)", .unknownGroup, 0),
    ("(?i)a", .unsupportedModifier, 2), ("(?i:a)", .unsupportedModifier, 2), ("(?ss:a)", .unsupportedModifier, 3),
    ("(?<1a>b)", .badGroupName, 2), ("(?<>b)", .badGroupName, 2), ("(?<a", .badGroupName, 2),
    ("(?<a>b)(?<a>c)", .duplicateGroupName, 7), ("(?<a>b|(?<a>c))", .duplicateGroupName, 7),
    ("\\1", .unknownGroupReference, 0), ("(a)\\2", .unknownGroupReference, 3), ("\\k<a>", .unknownGroupReference, 0),
    ("\\k", .unknownGroupReference, 0), ("(?<a>b)\\k<c>", .unknownGroupReference, 7),
  ] as [(String, PatternError.Reason, Int)])
func refusesWithThePlace(_ pattern: String, _ reason: PatternError.Reason, _ offset: Int) throws {
  let error = #expect(throws: PatternError.self) { _ = try CompiledPattern(compiling: pattern) }
  #expect(error?.reason == reason, "\(pattern)")
  #expect(error?.offset == offset, "\(pattern)")
  #expect(throws: PatternError.self) { try CompiledPattern.check(Array(pattern.utf8)) }
}

@Test func matchesAPartOfTheBytes() throws {
  let pattern = try CompiledPattern(compiling: "^b\\b$")
  let bytes = Array("abc".utf8)
  #expect(try pattern.matches(bytes, in: 1..<2))
  #expect(try !pattern.matches(bytes, in: 0..<2))
  #expect(try !pattern.matches(bytes, in: 2..<90))
}

@Test func saysWhatIsWrongInTwoLanguages() throws {
  #expect(PatternError.Reason.allCases.count > 20)
  for reason in PatternError.Reason.allCases {
    #expect(!reason.english.isEmpty && !reason.french.isEmpty)
    for wrong in [" :", " ;", " ?", " !", " »", "« ", "'"] {
      #expect(!reason.french.utf8.elementsEqual(wrong.utf8) && !reason.french.contains(wrong), "\(reason)")
    }
  }
}
