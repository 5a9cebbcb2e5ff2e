import SourceText
import Testing

@Suite struct CharacterReferenceTests {
  @Test(arguments: [
    ("&amp;", "&"), ("&nbsp;", "\u{A0}"), ("&eacute; ", "é"), ("&Gamma;&copy;", "Γ"), ("&sup2;", "²"), ("&diams;", "♦"),
    ("&#233;", "é"), ("&#xE9;", "é"), ("&#X2014;", "—"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
  ])
  func readsNamesAndNumbers(_ text: String, _ character: Unicode.Scalar) throws {
    let bytes = Array(text.utf8)
    let reference = try #require(CharacterReference.read(at: 0, in: bytes, limit: bytes.count))
    #expect(reference.value == character)
    #expect(reference.length == (text.prefix { $0 != ";" }).utf8.count + 1)
  }

  @Test(arguments: [
    "&am;", "&ampx;", "&Amp;", "&amp", "&;", "&#;", "&#x;", "&#12a;", "&#12345678;", "&a b;", "&amp=26;",
  ])
  func leavesAllElse(_ text: String) {
    #expect(CharacterReference.read(at: 0, in: Array(text.utf8), limit: text.utf8.count) == nil)
  }
}
