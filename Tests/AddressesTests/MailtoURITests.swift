import Addresses
import SourceText
import Testing

/// `code:text at the range>replacement` for every error of `text`.
private func errors(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  return MailtoURI.parse(bytes, in: ByteRange(0, bytes.count)).errors.map { error in
    let place = String(decoding: bytes[error.range.indices], as: UTF8.self)
    return "\(error.code):\(place)" + (error.replacement.map { ">" + String(decoding: $0, as: UTF8.self) } ?? "")
  }
}

@Suite struct MailtoURITests {
  @Test func partsHaveRanges() throws {
    let text = "(mailto:a@b.fr,%63@d.fr?CC=e@f.fr&subject=C%C3%A9)"
    let bytes = Array(text.utf8)
    func at(_ range: ByteRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }
    let uri = MailtoURI.parse(bytes, in: ByteRange(1, bytes.count - 1))
    #expect(uri.isValid)
    #expect(at(uri.pathRange) == "a@b.fr,%63@d.fr")
    #expect(uri.recipients.map { at($0.range) } == ["a@b.fr", "%63@d.fr", "e@f.fr"])
    #expect(uri.recipients.map { String(decoding: $0.address, as: UTF8.self) } == ["a@b.fr", "c@d.fr", "e@f.fr"])
    #expect(uri.recipients.map(\.place) == [.path, .path, .cc])
    let subject = try #require(uri.field("subject"))
    #expect(at(subject.nameRange) == "subject" && at(subject.valueRange) == "C%C3%A9")
    #expect(subject.value == Array("Cé".utf8))
  }

  @Test(arguments: [
    ("mailto:a@b.fr", []),
    ("a@b.fr", ["missing-scheme:>mailto:"]),
    ("mailto a@b.fr", ["missing-scheme:mailto >mailto:"]),
    ("mailto :a@b.fr", ["missing-scheme:mailto :>mailto:"]),
    ("mailtoto@b.fr", ["missing-scheme:>mailto:"]),
    ("mailto;a@b.fr", ["missing-scheme:mailto;>mailto:"]),
    ("Mail:a@b.fr", ["missing-scheme:Mail:>mailto:"]),
    ("malito:a@b.fr", ["missing-scheme:malito:>mailto:"]), ("malto:a@b.fr", ["missing-scheme:malto:>mailto:"]),
    ("mailtto:a@b.fr", ["missing-scheme:mailtto:>mailto:"]),
    ("http://mailto:a@b.fr", ["missing-scheme:http://mailto:>mailto:"]),
    ("mailto:mailto:a@b.fr", ["repeated-scheme:mailto:>"]),
    ("mailto://a@b.fr", ["authority://>"]),
    ("mailto:/ /a@b.fr", ["authority:/ />"]),
    ("mailto: a@b.fr", ["raw-space: >"]),
    ("mailto:a@b.fr, c@d.fr", ["raw-space: >"]),
    ("mailto:a @b.fr", ["raw-space: "]),
    ("mailto:a@b.fr?subject=un deux", ["raw-space: >%20"]),
    ("mailto:a@b.fr;c@d.fr", ["semicolon:;>,"]),
    ("mailto:a@b.fr;", ["empty-recipient:;>"]),
    ("mailto:,", ["empty-recipient:,>"]),
    ("mailto:,a@b.fr", ["empty-recipient:,>"]),
    ("mailto:a@b.fr,,c@d.fr", ["empty-recipient:,>"]),
    ("mailto:a@b.fr?cc=c@d.fr;e@f.fr", ["semicolon:;>,"]),
    ("mailto:a@b.fr?cc=J%20%3Cc@d.fr%3E,%20e@f.fr", []),
    ("mailto:a@b.fr?to=J%20%3Cc@d.fr%3E", ["bad-address-whitespace:J%20%3Cc@d.fr%3E>c@d.fr"]),
    ("mailto:ab.fr", ["bad-address-missing-at:"]),
    ("mailto:a%20b@c.fr", ["bad-address-whitespace:%20"]),
    ("mailto:a@b.fr?subject=100%", ["bad-escape:%>%25"]),
    ("mailto:a@b.fr?subject=%E9", ["invalid-utf8:%E9"]),
    ("mailto:a@b.fr?subject=%ED%A0%80", ["lone-surrogate:%ED%A0%80"]),
    ("mailto:a@b.fr&subject=x", ["missing-question-mark:&>?"]),
    ("mailto:a@b.fr?cc=c@d.fr?subject=x", ["second-question-mark:?>&"]),
    ("mailto:a@b.fr?subject=quoi?", ["character-not-encoded:?>%3F"]),
    ("mailto:a@b.fr?", ["empty-field:?>"]),
    ("mailto:a@b.fr?subject=x&", ["empty-field:&>"]),
    ("mailto:a@b.fr?&subject=x", ["empty-field:&>"]),
    ("mailto:a@b.fr?subject=x&&body=y", ["empty-field:&>"]),
    ("mailto:a@b.fr?subject", ["incomplete-field:subject"]),
    ("mailto:a@b.fr?=x", ["incomplete-field:=x"]),
    ("mailto:a@b.fr?subject=no#1", ["fragment:#>%23"]),
    ("mailto:a@b.fr?subject=chargé·e", ["letter-not-encoded:é·>%C3%A9%C2%B7"]),
    ("mailto:a@b.fr?subject=a/b", ["character-not-encoded:/>%2F"]),
  ])
  func errorsHaveRangesAndReplacements(_ text: String, _ expected: [String]) {
    #expect(errors(text) == expected)
  }

  @Test(arguments: [
    ("mailto:", true), ("MAILTO:a@b.fr", true), ("a@b.fr", true), ("a@b.fr?subject=x/y", true), ("e-mail:a@b.fr", true),
    ("a@b.fr;c@d.fr", true), (" mailto :a@b.fr", true), ("https://a@b.fr", false), ("git@github.com:a/b", false),
    ("@a", false), ("/@a", false), ("tel:1", false), ("", false), ("#a@b", false), ("https://b.fr/?x=a@b.fr", false),
    ("logo@2x.png", false), ("plan@2024.pdf", false), ("paquet@1.2.3", false), ("paquet@derniere", false),
    ("fiche@v2.md", false), ("rendez-vous@lundi.ics", false), ("./a@b.fr", false), ("a@b.io", true),
    ("a@b.design", true),
    ("a@b.xn--p1ai", true), ("a[at]b.fr", true), ("a (at) b.fr", true), ("a＠b.fr", true), ("un[at]deux", false),
    ("<a@b.fr>", true), ("page", false),
  ])
  func targetsMeantForMailAreKnown(_ text: String, _ expected: Bool) {
    #expect(MailtoURI.isMeant(Array(text.utf8), in: ByteRange(0, text.utf8.count)) == expected)
  }

  /// Writing what every error proposes gives a good URI, wherever each of them proposes something.
  @Test(arguments: [
    "a@b.fr;c@d.fr, e@f.fr?subject=Déjà vu / 100%&body=", "mailto a@b.fr&subject=é?cc=c@d.fr",
    "mailto:mailto: a@b.fr,?",
    "mailto://a@b.fr;;;c@d.fr?&&subject=x&&", "mailto:a@b.fr,,;c@d.fr?subject=a#b=c", ",?&", " ;a@b.fr;; ?&&",
  ])
  func replacementsMend(_ text: String) {
    var bytes = Array(text.utf8)
    for _ in 0..<5 {
      let uri = MailtoURI.parse(bytes, in: ByteRange(0, bytes.count))
      if uri.isValid { return }
      let edits = uri.errors.compactMap { error in error.replacement.map { Edit(error.range, $0) } }
      #expect(Fix(Message(fr: "", en: ""), .safe, edits) != nil, "\(uri.errors)")
      bytes = bytes.applying(edits)
    }
    Issue.record("\(String(decoding: bytes, as: UTF8.self))")
  }

  /// What stands round an address, or in place of its signs, is never encoded.
  @Test(arguments: [
    ("mailto:<a@b.fr>", "a@b.fr"), ("mailto:“a@b.fr”", "a@b.fr"), ("mailto:\"a@b.fr\"", "a@b.fr"),
    ("mailto:[a@b.fr]", "a@b.fr"), ("mailto:Alix <a@b.fr>", "a@b.fr"), ("mailto:a@b.fr>", "a@b.fr"),
    ("mailto:\u{A0}a@b.fr", "a@b.fr"), ("mailto:a@b.fr.", "a@b.fr"), ("mailto:a[at]b.fr", "a@b.fr"),
    ("mailto:a (at) b [dot] fr", "a@b.fr"), ("mailto:a＠b.fr", "a@b.fr"), ("mailto:a@b–c.fr", "a@b-c.fr"),
    ("mailto:a@b.fr|c@d.fr", "a@b.fr,c@d.fr"), ("mailto:a@b.fr et c@d.fr", "a@b.fr,c@d.fr"),
    ("mailto:[a@b.fr](mailto:a@b.fr)", "a@b.fr"), ("mailto:a@b.fr%2Cc@d.fr", "a@b.fr,c@d.fr"),
    ("mailto:a@b.fr/c@d.fr", "a@b.fr,c@d.fr"),
  ])
  func badAddressesAreMended(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let uri = MailtoURI.parse(bytes, in: ByteRange(0, bytes.count))
    #expect(uri.errors.count == 1)
    let replacement = uri.errors.first?.replacement.map { String(decoding: $0, as: UTF8.self) }
    #expect(replacement == expected)
    guard case .badAddress = uri.errors.first?.kind else {
      Issue.record("\(uri.errors)")
      return
    }
    let edits = uri.errors.compactMap { error in error.replacement.map { Edit(error.range, $0) } }
    let mended = bytes.applying(edits)
    #expect(MailtoURI.parse(mended, in: ByteRange(0, mended.count)).isValid)
  }

  @Test(arguments: [
    ("mailto:é.a@b.fr", ["accent-in-name:é"]),
    ("mailto:a@é.fr", ["letter-not-encoded:é>%C3%A9"]),
    ("mailto:é@é", ["accent-in-name:é", "letter-not-encoded:é>%C3%A9"]),
    ("mailto:<é@b.fr>", ["bad-address-invalid-local-character:<"]),
    ("mailto:a@b.fr?cc=c[at]d.fr", ["bad-address-missing-at:c[at]d.fr>c@d.fr"]),
    ("mailto:a@b.fr?cc=[x", ["bad-address-missing-at:"]),
    ("mailto:a&b@c.fr", ["character-not-encoded:&>%26"]),
    ("mailto:a@b.fr subject=c", ["missing-question-mark: >?"]),
    ("mailto:a@b.fr?cc=c@d.fr subject=e f", ["missing-question-mark: >&", "raw-space: >%20"]),
    ("mailto:h%C3%A9@b.fr", []),
    ("mailto:a@b,fr", ["comma-for-dot:,>."]),
    ("mailto:a@b,fr?cc=c@d,fr", ["comma-for-dot:,>.", "comma-for-dot:,>."]),
    ("mailto:a@b.fr,fr", ["bad-address-missing-at:"]),
  ])
  func nothingIsEncodedBlindly(_ text: String, _ expected: [String]) {
    #expect(errors(text) == expected)
  }

  @Test(arguments: [
    ("sujet", "subject"), ("objet", "subject"), ("sbuject", "subject"), ("bdy", "body"), ("corps", "body"),
    ("copie", "cc"), ("cci", "bcc"), ("subject", nil), ("x-note", nil), ("in-reply-to", nil), ("", nil),
  ])
  func fieldsOfMailProgramsAreRecognised(_ name: String, _ meant: String?) {
    let text = Array("mailto:a@b.fr?\(name)=c".utf8)
    #expect(MailtoURI.parse(text, in: ByteRange(0, text.count)).fields.first?.meantName == meant)
  }

  @Test func everyMessageIsWritten() {
    let kinds: [MailtoError.Kind] = [
      .missingScheme, .repeatedScheme, .authority, .rawSpace, .semicolon, .emptyRecipient, .commaForDot, .accentInName,
      .badEscape,
      .invalidUTF8,
      .loneSurrogate, .missingQuestionMark, .secondQuestionMark, .emptyField, .incompleteField, .fragment,
      .letterNotEncoded, .characterNotEncoded,
    ]
    for kind in kinds {
      expectGoodTypography(kind.message(showing: "x"))
    }
  }

  @Test func codingGoesRoundTrip() {
    let text = Array("a é/%😀 ~".utf8)
    let encoded = PercentCoding.encode(text)
    #expect(String(decoding: encoded, as: UTF8.self) == "a%20%C3%A9%2F%25%F0%9F%98%80%20~")
    let decoded = PercentCoding.decode(encoded, in: ByteRange(0, encoded.count))
    #expect(decoded.bytes == text && decoded.errors.isEmpty)
    #expect(decoded.source(of: ByteRange(2, 4)) == ByteRange(4, 10))
  }
}

@Suite struct HostileAddressTests {
  @Test(arguments: [
    "a", "@", ".", "a.", "\"", "\\", "(", "()", "[", "[IPv6:", ":", ",", ";", " ", "&", "?", "=", "%", "%C3",
    "%ED%A0%80", "é",
    "ü.", "\u{202E}\u{5D0}", "\u{301}", "a@b,", "a@b;", "a@b.fr ", " et ", "<", ">", "&amp;", "&cc=", "?cc=", "mailto:",
    "a@é.",
    "\r\n ", "?cc=%3C", "/", "<a@b>",
  ])
  func megabytesEnd(_ unit: String) {
    for prefix in ["", "a@", "mailto:", "mailto:a@b?cc=", "\"", "("] {
      check(Array((prefix + String(repeating: unit, count: 20_000 / unit.utf8.count)).utf8))
    }
  }

  @Test func anyBytesGiveRangesInside() {
    var state: UInt64 = 7
    let alphabet = Array("mailto:a@b.fr?&=%,;\"\\()[]<> é\r\ncC3".utf8) + [0x00, 0xFF, 0xC3, 0xED, 0xA0]
    for _ in 0..<5000 {
      let bytes = (0..<40).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      check(bytes)
      check(Array("mailto:".utf8) + bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let whole = ByteRange(0, bytes.count)
    for profile in EmailAddress.Profile.allCases {
      switch EmailAddress.parse(bytes, in: whole, profile: profile) {
      case .success(let address):
        #expect(address.localRange.end < address.domainRange.start && whole.contains(address.domainRange))
      case .failure(let error): #expect(whole.contains(error.range))
      }
    }
    _ = MailtoURI.isMeant(bytes, in: whole)
    let uri = MailtoURI.parse(bytes, in: whole)
    var areInside = uri.errors.allSatisfy { whole.contains($0.range) }
    areInside = areInside && uri.recipients.allSatisfy { whole.contains($0.range) }
    areInside = areInside && uri.fields.allSatisfy { whole.contains($0.nameRange) && whole.contains($0.valueRange) }
    areInside = areInside && AddressList.split(bytes, in: whole).allSatisfy { whole.contains($0.range) }
    #expect(areInside, "\(String(decoding: bytes.prefix(100), as: UTF8.self))")
  }
}
