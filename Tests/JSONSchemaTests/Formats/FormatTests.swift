import JSONSchema
import Testing

private func expect(_ format: String, good: [String], bad: [String]) {
  for text in good {
    #expect(StandardFormats.isValid(name: format, text: Array(text.utf8)) == true, "\(format) \(text.debugDescription)")
  }
  for text in bad {
    #expect(
      StandardFormats.isValid(name: format, text: Array(text.utf8)) == false, "\(format) \(text.debugDescription)")
  }
}

private func repeated(_ unit: String, _ count: Int) -> String { String(repeating: unit, count: count) }

@Test func formatsAreInOrderAndFound() {
  let names = StandardFormats.all.map { $0.name }
  #expect(names == names.sorted())
  #expect(names.count == 19)
  #expect(StandardFormats.all.filter { !$0.isInDraft07 }.map { $0.name } == ["duration", "uuid"])
  #expect(StandardFormats.isValid(name: "colour", text: Array("red".utf8)) == nil)
  #expect(StandardFormats.named("Date") == nil)
}

@Test func datesAndTimes() {
  expect("date", good: ["2024-02-29", "0000-01-01"], bad: ["2023-02-29", "2024-2-29", "2024-02-29T", "١٩٦٣-٠٦-١٩"])
  expect(
    "time", good: ["00:00:00Z", "23:59:59.123456789+23:59", "23:59:60z", "00:59:60+01:00"],
    bad: ["00:00Z", "00:00:00", "00:00:00.Z", "00:00:00,5Z", "12:00:60Z", "00:00:00+0100", "00:00:00−01:00"])
  expect(
    "date-time",
    good: [
      "2024-02-29t12:00:00z", "2016-12-31T23:59:60Z", "2016-06-30T23:59:60Z", "2017-01-01T00:59:60+01:00",
      "2016-12-31T15:59:60-08:00", "2016-03-01T05:29:60+05:30",
    ],
    bad: [
      "2024-02-29 12:00:00Z", "2024-02-29T12:00:00", "2016-12-30T23:59:60Z", "2017-01-02T00:59:60+01:00",
      "2016-12-30T15:59:60-08:00", "2024-02-30T12:00:00Z",
    ])
  expect("duration", good: ["P1Y1M1DT1H1M1S", "PT1S", "P1W"], bad: ["P1H", "PT1W", "P1DT", "p1d", "PT1M1H", "P1.5D"])
}

@Test func numbersOfTheNetwork() {
  expect("ipv4", good: ["1.2.3.4"], bad: ["01.2.3.4", "1.2.3.04", "1.2.3", "1.2.3.4.", "00.0.0.0", "1.2.3.1234"])
  expect(
    "ipv6", good: ["::", "1::", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "::1.2.3.4", "A::f"],
    bad: [
      "", ":", ":::", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:1.2.3.4",
      "1.2.3.4::", "::1.2.3.4:5", "1:::2", "1::2:", "::%1", "::g", "1:2:3:4:5:6:1.2.3",
    ])
}

@Test func hostnames() {
  expect(
    "hostname",
    good: [
      "www.example.com", "localhost", "a", "1", "3com.com", "a-b", "a--b", "xn--4gbwdl.xn--wgbh1c", "XN--BCHER-KVA.de",
      "xn--ihqwcrb4cv8a8dqg056pqjye", "xn--zca29lwxobi7a", "xn--qmbc", repeated("a", 63), "123.456", "1.2.3",
      repeated("abcdefghi.", 25) + "abc",
    ],
    bad: [
      "", ".", "1.2.3.4", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "a b", "é", "a．b", "xn--X", "xn--", "xn--a",
      "xn--abc-",
      "xn--bcher-kva-", "XN--aa---o47jg78q", "xn--hello-txk", "xn--hello-zed", "xn--hello-6bf", "xn--chb89f",
      repeated("a", 64), repeated("abcdefghi.", 25) + "abcd", "a\n", "a.b:80", "xn--bcher-kvA!",
    ])
}

/// A-labels of the texts below, and of texts that no U-label may be.
@Test func labelsInPunycode() {
  let good = [
    "xn--ll-0ea", "xn--wva3je", "xn--4dbc5h", "xn--4dbc8h", "xn--k8j5u", "xn--bck0j", "xn--vek778f", "xn--ngba1o",
    "xn--dmb", "xn--11b2ezcw70k", "xn--11b2ezcs70k", "xn--ngba5hb2804a", "xn--fa-hia", "xn--zca29lwxobi7a", "xn--qmbc",
  ]
  let bad = [
    "xn--al-0ea", "xn--l-fda", "xn--la-0ea", "xn--l-gda", "xn--S-jib3p", "xn--wva3j", "xn--A-2hc5h", "xn--5db1e",
    "xn--A-2hc8h", "xn--defabc-k64e", "xn--vek", "xn--ngb6iyr", "xn--11b2er09f", "xn--02b508i", "xn--02b308i",
    "xn--chb89f", "xn--07jceefgh4c", "xn--hello-txk", "xn--hello-zed", "xn--hello-6bf", "xn----9fa", "xn----bga",
    "xn--e-xbb", "xn--1a-uld", "xn--1-0hc", "xn--n3h", "xn--9ca45i",
  ]
  expect("hostname", good: good, bad: bad)
  expect("idn-hostname", good: good, bad: bad)
}

@Test func internationalHostnames() {
  expect(
    "idn-hostname",
    good: [
      "실례.테스트", "bücher.example", "例え。テスト", "a．b", "a｡b", "faß.de", "\u{1EB9}\u{301}", "ßς་〇", "۽۾", "l·l", "α͵β",
      "א׳ב", "א״ב", "・ぁ",
      "・ァ", "・丈", "ب٠ب", "۰0", "क्‍ष", "क्‌ष", "بي‌بي", "xn--ihqwcrb4cv8a8dqg056pqjye", "localhost", "Host-1",
      "نامه\u{200C}ای",
      repeated("a", 63), "xn--bcher-kva", repeated("é", 56), "a1.א", "א.א1", "1.é", "ب.xn--bcher-kva",
    ],
    bad: [
      "", ".", "。", "．", "｡", ".a", "a.", "a。", "a..b", "〮실〮례.테스트", "실〮례.테스트", "-> $1.00 --", "xn--X", "ab--cd", "aé--b",
      "XN--aa---o47jg78q", "-hello", "hello-", "-é", "é-", "\u{903}hello", "\u{300}hello", "\u{488}hello", "ـߺ",
      "〱〲〳〴〵〮〯〻",
      "a·l", "·l", "l·a", "l·", "α͵S", "α͵", "A׳ב", "׳ב", "A״ב", "def・abc", "・", "ب٠۰", "क‍ष", "‍ष", "‌ष", "a\u{200C}b",
      "Bücher", "e\u{301}", "ａ", "a_b", "é b", "א1a", "1א", "aא", "1.א", "א.2a", "xn--4db.1a", "a-1.ب.3",
      "ب.۰", repeated("é", 60), repeated("a", 64), "①", "☃",
      "\u{212A}",
      "a\u{323}\u{307}b", "\u{E9}\u{323}", "\u{1EB9}\u{301}\u{316}", "\u{1100}\u{1161}", repeated("실", 400),
    ])
}

@Test func identifiers() {
  expect(
    "uri",
    good: [
      "http://foo.bar/?baz=qux#quuux", "http://foo.com/blah_(wikipedia)_blah#cite-1", "urn:oasis:names", "tel:+1-816",
      "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "mailto:a@b.fr",
      "ldap://[2001:db8::7]/c=GB?objectClass?one",
      "http://[v1.a:b]", "http://", "file:///etc", "a:", "http://h:", "http://h:80?q#f", "h:/a//b",
      "http://a/b?c?/d#e?/",
    ],
    bad: [
      "", "//foo.bar", "/abc", "abc", "\\\\WINDOWS\\fileshare", "http:// shouldfail.com", ":// should fail",
      "bar,baz:foo", "1a:b", "http://é", "http://a/é", "http://a/<b>", "http://a/{b}", "http://a/^", "http://a/`",
      "http://a/|", "http://a/\"", "http://a\\b", "http://a/%4", "http://a/%zz", "http://[::1", "http://::1]",
      "http://[1]", "http://[::1]a", "http://h:8a", "http://a@b@c", "http://a#b#c", "https://[@example.org/test.txt",
      "http://[v.a]", "http://[vg.a]", "http://[v1.]", "http://a/[b]", "http://a?[b]", "http://a\n",
    ])
  expect(
    "uri-reference",
    good: ["", "#", "?", "//h", "/a", "a", "a/b:c", "./a:b", "//h:80/a", "#frag", "abc?q", "http://a", "//"],
    bad: ["\\a", "#a\\b", "1:b", ":a", "a:b c", "é", "//[", "//h:x", "%", "#a#b", "a b"])
  expect(
    "iri", good: ["http://ƒøø.ßår/?∂éœ=πîx#πîüx", "http://a?\u{E000}"],
    bad: [
      "é:a", "http://a/\u{E000}", "http://a#\u{E000}", "http://a/\u{FFFE}", "http://a/\u{80}", "/é", "http://a/é b",
    ])
  expect("iri-reference", good: ["é", "//é/è?ê#ë", "é/a:b"], bad: ["é:b", "é\\", "\u{FFFF}", "é<"])
  expect(
    "uri-template", good: ["{?x,y*}", "a%20{b}", "{+path:6}/here", "{=a}", "{a%20b}", "é{x}"],
    bad: [
      "{", "}", "{}", "{a", "a%2", "{a:}", "{a:*}", "{a**}", "{+}", "{a b}", "{.}", "{a.}", "{%4}", "{{a}}", "a|b",
      "{é}",
    ])
  expect("uuid", good: ["2EB8AA08-AA98-11EA-B4AA-73B441D16380"], bad: ["", "2EB8AA08AA9811EAB4AA73B441D16380"])
}

@Test func pointersAndPatterns() {
  expect("json-pointer", good: ["", "/", "/a~0~1/é"], bad: ["a", "/~", "/~2", "#/a"])
  expect(
    "relative-json-pointer", good: ["0", "1/a", "0#", "10", "0+1/a", "0-10", "2+1#"],
    bad: ["", "/a", "-1", "01", "0##", "a", "0a", "0+", "0+01", "0+1a"])
  expect(
    "regex", good: ["", "([abc])+\\s+$", "^\\p{L}$", "(?<a>.)\\k<a>", "(x{1000}){1000}"],
    bad: ["^(abc]", "^\\S(|(.|\\n)*\\S)\\Z", "\\a", "[a", "a**", "\\p{Foo}", "(?P<a>b)"])
}

@Test func badBytesHaveNoFormat() {
  let texts: [[UInt8]] = [[0xFF], [0x2F, 0xC3], [0x61, 0x3A, 0xED, 0xA0, 0x80], [0x23, 0x80], [0x30, 0x2F, 0xFF]]
  for format in StandardFormats.all {
    for text in texts { #expect(!format.isValid(text[...]), "\(format.name) \(text)") }
  }
}

@Test func formatsTakeLongAndRandomText() {
  var state: UInt64 = 7
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let pieces = [
    "-", ":", ".", "/", "{", "}", "[", "]", "%41", "@", "#", "xn--", "2024", "12", "T", "Z", "P", "~1", "é", "ب", "٠",
    "::", "e\u{301}", "a",
  ]
  for format in StandardFormats.all {
    for unit in ["a", "1", ":", ".", "é", "%41", "/", "{a}", "(", "ب", "xn--a."] {
      _ = format.isValid(Array(repeated(unit, 20_000).utf8)[...])
    }
    for _ in 0..<300 {
      var text: [UInt8] = []
      for _ in 0..<next(9) { text += next(30) == 0 ? [UInt8(next(256))] : Array(pieces[next(pieces.count)].utf8) }
      _ = format.isValid(text[...])
    }
  }
}
