import Addresses
import SourceText
import Testing

/// What is wrong with `text` and where, as `kind:text at the range`; `nil` where nothing is.
private func error(_ text: String, _ profile: EmailAddress.Profile = .smtp) -> String? {
  let bytes = Array("<\(text)>".utf8)
  guard case .failure(let error) = EmailAddress.parse(bytes, in: ByteRange(1, bytes.count - 1), profile: profile)
  else { return nil }
  return
    "\(error.kind.rawValue):\(String(decoding: bytes[error.range.indices], as: UTF8.self))@\(error.range.start - 1)"
}

@Suite struct EmailAddressTests {
  @Test func partsHaveRanges() throws {
    let text = "à prenom.nom@exemple.fr."
    let start = 3
    let end = text.utf8.count - 1
    let address = try EmailAddress.parse(Array(text.utf8), in: ByteRange(start, end)).get()
    #expect(address.localRange == ByteRange(3, 13))
    #expect(address.domainRange == ByteRange(14, 24))
    #expect(!address.isQuoted && !address.isLiteral && !address.isInternational)
    let other = try EmailAddress.parse(Array("\"é\"@[::1]".utf8), in: ByteRange(0, 10), profile: .header).get()
    #expect(other.isQuoted && other.isLiteral && other.isInternational)
  }

  @Test(arguments: [
    ("", "empty:@0"),
    ("nom", "missing-at:@3"),
    ("@a.fr", "empty-local-part:@0"),
    ("nom@", "empty-domain:@4"),
    ("a@b@c.fr", "several-ats:@@3"),
    ("a..b@c.fr", "misplaced-dot:.@2"),
    ("a.@c.fr", "misplaced-dot:.@1"),
    ("a@c.fr.", "misplaced-dot:.@6"),
    ("a@-c.fr", "misplaced-hyphen:-@2"),
    ("a@c-.fr", "misplaced-hyphen:-@3"),
    ("a b@c.fr", "whitespace: @1"),
    ("a@c.fr ", "whitespace: @6"),
    ("a,b@c.fr", "invalid-local-character:,@1"),
    ("a@c,fr", "invalid-domain-character:,@3"),
    ("a@c_d.fr", "invalid-domain-character:_@3"),
    ("a@é😀.fr", "invalid-domain-character:😀@4"),
    ("\"a@c.fr", "unclosed-quote:\"@0"),
    ("\"a\"b@c.fr", "text-beside-quote:b@3"),
    ("a@[1.2.3.4", "unclosed-literal:[@2"),
    ("a@[1.2.3.400]", "invalid-literal:1.2.3.400@3"),
    ("\u{200B}a@c.fr", "invalid-local-character:\u{200B}@0"),
    ("\u{301}a@c.fr", "invalid-local-character:\u{301}@0"),
  ])
  func errorsHaveRanges(_ text: String, _ expected: String) {
    #expect(error(text) == expected)
  }

  @Test func commentsBelongToHeaders() {
    let text = "(le (petit) \\) chat) Jean . \"D.\" @ exemple.fr (ici)"
    #expect(error(text, .header) == nil)
    #expect(error(text) != nil)
    #expect(error("(((a@b.fr", .header) == "unclosed-comment:(@0")
  }

  @Test func lengthsAreCounted() {
    let local = String(repeating: "a", count: 64)
    let label = String(repeating: "b", count: 63)
    #expect(error("\(local)@\(label).fr") == nil)
    #expect(error("\(local)a@b.fr")?.hasPrefix("local-part-too-long") == true)
    #expect(error("a@\(label)b.fr")?.hasPrefix("label-too-long") == true)
    #expect(error("a@\(label).\(label).\(label).\(label).fr")?.hasPrefix("domain-too-long") == true)
    #expect(error("aaaa@\(label).\(label).\(label).\(String(label.prefix(59)))")?.hasPrefix("address-too-long") == true)
    // "bücher" becomes "xn--bcher-kva": 59 more letters than in "b" make a label of 63 bytes and one more of 64.
    #expect(error("a@ü\(String(repeating: "b", count: 54)).fr") == nil)
    #expect(error("a@ü\(String(repeating: "b", count: 58)).fr")?.hasPrefix("label-too-long") == true)
  }

  @Test func lettersOutsideASCIIAreAQuestionOfTheFormat() {
    let bytes = Array("rené@exemple.fr".utf8)
    #expect(EmailAddress.isValid(bytes, allowingInternational: true))
    #expect(!EmailAddress.isValid(bytes, allowingInternational: false))
    #expect(!EmailAddress.isValid([0x61, 0xFF, 0x40, 0x62], allowingInternational: true))
  }

  @Test(arguments: [
    ("a@b.fr, c@d.fr", ["a@b.fr", "c@d.fr"]),
    ("a@b.fr;c@d.fr;", ["a@b.fr", "c@d.fr"]),
    ("a@b.fr et c@d.fr", ["a@b.fr", "c@d.fr"]),
    (" a@b.fr , c@d.fr and e@f.fr\n", ["a@b.fr", "c@d.fr", "e@f.fr"]),
    ("a@b.fr c@d.fr", ["a@b.fr", "c@d.fr"]),
    ("Jean, Marie <m@n.fr>; \"D, J\" <d@j.fr>", ["Jean", "m@n.fr", "d@j.fr"]),
    ("jean.dupont et marie.durand", ["jean.dupont", "marie.durand"]),
    ("Jean Dupont", ["Jean Dupont"]),
    ("Jean a@b.fr", ["Jean a@b.fr"]),
    ("et", ["et"]),
    ("", []),
    (" ,; ", []),
  ])
  func listsAreTakenApart(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let entries = AddressList.split(bytes, in: ByteRange(0, bytes.count))
    #expect(entries.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) } == expected)
    for entry in entries.dropFirst() {
      #expect(entry.separator.map { $0.end == entry.range.start && !$0.isEmpty } == true)
    }
  }

  @Test func everyMessageIsWritten() {
    for kind in EmailError.Kind.allCases { expectGoodTypography(kind.message(showing: "x")) }
  }
}

/// French has a non-breaking space before double signs and inside guillemets, and its own apostrophe.
func expectGoodTypography(_ message: Message) {
  #expect(!message.fr.isEmpty && !message.en.isEmpty)
  for wrong in [" :", " ;", " ?", " !", "« ", " »", "'"] {
    #expect(!message.fr.contains(wrong), "\(message.fr)")
  }
  // A finding's message follows its severity on one line: no capital, no full stop.
  for text in [message.fr, message.en] {
    #expect(!text.hasSuffix(".") && text.first?.isUppercase == false, "\(text)")
  }
}
