import Foundation
import TestSupport
import Testing

/// The folders of PostingLint are floors: a file names types of its own floor and of those below.
@Suite struct FloorTests {
  private static let floors = ["Documents", "Linting", "Vocabulary", "Rules", "Engine", "Reporters", "Workspace"]
  private static let folder = SharedData.package.appendingPathComponent("Sources/PostingLint")

  /// The code of a floor, without comments and texts.
  private static func code(of floor: String) throws -> String {
    let folder = folder.appendingPathComponent(floor)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let whole = try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined()
    return whole.replacing(#/"(?:[^"\\\n]|\\.)*"/#, with: "").replacing(#/\/\/[^\n]*/#, with: "")
  }

  private static func types(in code: String) -> Set<Substring> {
    let declaration =
      #/(?m)^(?:public |package |indirect |final |private |fileprivate )*(?:struct|enum|class|protocol|typealias) ([A-Z]\w*)/#
    return Set(code.matches(of: declaration).map(\.output.1))
  }

  private static func words(in code: String) -> Set<Substring> {
    Set(code.matches(of: #/[\w.]+/#).compactMap { $0.output.split(separator: ".").first })
  }

  @Test func everyFolderIsAFloor() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names.filter { !$0.contains(".") }) == Set(Self.floors))
    #expect(names.filter { $0.hasSuffix(".swift") }.isEmpty)
  }

  @Test func noArrowPointsUp() throws {
    let codes = try Self.floors.map(Self.code)
    for (place, code) in codes.enumerated() {
      let words = Self.words(in: code)
      for above in codes.indices where above > place {
        let named = words.intersection(Self.types(in: codes[above])).subtracting(Self.types(in: code))
        #expect(named.isEmpty, "\(Self.floors[place]) names \(named.sorted()) of \(Self.floors[above])")
      }
    }
  }

  @Test func theManualNamesTheFloors() throws {
    let page = String(
      decoding: try checkoutFile("Sources/PostingLint/PostingLint.docc/TheModules.md"), as: UTF8.self)
    #expect(page.contains(Self.floors.map { "`\($0)`" }.joined(separator: ", ")), "in their order")
  }
}
