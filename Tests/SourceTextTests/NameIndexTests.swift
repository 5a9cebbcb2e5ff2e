import SourceText
import Testing

@Suite struct NameIndexTests {
  @Test func namesAreNumberedInTheirOrderAndFoundByTheirBytes() {
    var index = NameIndex()
    #expect(index.number(of: []) == nil)
    let names =
      (0..<500).map { Array("name \($0)".utf8) } + [[], [0], [0, 0], Array("é".utf8), Array("e\u{301}".utf8)]
    for (number, name) in names.enumerated() {
      let added = index.insert(name)
      #expect(added.number == number && added.isNew)
    }
    for (number, name) in names.enumerated() {
      let again = index.insert(name)
      #expect(again.number == number && !again.isNew)
      #expect(index.number(of: name) == number)
      #expect(index[number].elementsEqual(name))
    }
    #expect(index.count == names.count)
    #expect(index.number(of: Array("name 500".utf8)) == nil)
  }
}
