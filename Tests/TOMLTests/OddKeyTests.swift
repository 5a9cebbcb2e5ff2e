import SourceText
import TOML
import Testing

/// Lines that begin with what no key begins with.
@Suite struct OddKeyTests {
  @Test(arguments: ["é, b\n", "😀,\nk = 1\n", " é, c = 2\n"])
  func noMistakeStandsInsideACharacter(_ text: String) {
    let bytes = Array(text.utf8)
    for error in TOMLParser.parse(bytes).errors {
      for offset in [error.range.start, error.range.end] where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80, "\(error.range)")
      }
      #expect(error.code != .invalidUTF8)
    }
  }
}
