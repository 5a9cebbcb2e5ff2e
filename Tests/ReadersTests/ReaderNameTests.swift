import Arguments
import Readers
import Testing

@Suite struct ReaderNameTests {
  @Test func commandOffersEveryReaderAndItsOtherNames() {
    let names = Reader.allCases.map(\.name) + Reader.allCases.flatMap(\.profile.aliases)
    #expect(Set(names) == Set(OptionInfo.readers))
    #expect(names.count == Set(names).count)
  }

  @Test func everyNameIsFoundAndNoOther() {
    for name in OptionInfo.readers { #expect(Reader(name: name) != nil, "\(name)") }
    #expect(Reader(name: "docusaurus") == .grayMatter)
    #expect(Reader(name: "astro") == .jsYAML)
    for name in ["", "Jekyll", "hugo ", "hugo-0.1"] { #expect(Reader(name: name) == nil, "\(name)") }
  }
}
