import Fuzzing
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the readers promise of any bytes, on the inputs that are kept and on some that are made of them; `.ci/fuzz`
/// tries millions more.
@Suite struct LawTests {
  private static let folder = SharedData.package.appendingPathComponent("Tests/Fuzzing")
  static let readers = FuzzedReader.all.map(\.name)

  /// How many inputs are made, where one takes long.
  private static let counts = ["document": 20, "linter": 20, "messages": 40, "name": 8, "reader": 20, "report": 8]

  private static func seeds(_ reader: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appendingPathComponent("Corpora/\(reader)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  /// The words of a dictionary of libFuzzer: one a line, in double quotes, with `\xAB` for a byte.
  private static func words(_ reader: String) throws -> [[UInt8]] {
    let file = try Data(contentsOf: folder.appendingPathComponent("Dictionaries/\(reader).dict"))
    return Array(file).split(separator: 0x0A).filter { $0.first == UInt8(ascii: "\"") }.map { line in
      var word: [UInt8] = []
      var rest = line.dropFirst().dropLast()
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x") else {
          word.append(byte)
          continue
        }
        word.append(UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(3)
      }
      return word
    }
  }

  @Test func everyReaderHasACorpusAndADictionary() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appendingPathComponent("Corpora").path)
    #expect(folders.sorted() == Self.readers)
    for reader in Self.readers {
      #expect(try !Self.seeds(reader).isEmpty, "\(reader)")
      #expect(try Self.words(reader).allSatisfy { !$0.isEmpty && $0.count <= 64 }, "\(reader)")
    }
  }

  @Test(arguments: readers)
  func keptInputsKeepTheLaws(_ name: String) throws {
    let reader = try #require(FuzzedReader.named(name))
    for (seed, bytes) in try Self.seeds(name) {
      #expect(throws: Never.self, "\(name)/\(seed)") { try reader.check(bytes) }
    }
  }

  @Test(arguments: readers)
  func changedInputsKeepTheLaws(_ name: String) throws {
    let reader = try #require(FuzzedReader.named(name))
    let seeds = try Self.seeds(name).map(\.bytes)
    let words = try Self.words(name)
    var mutator = Mutator(seed: 2022)
    for _ in 0..<Self.counts[name, default: 100] {
      let bytes = mutator.input(from: seeds, words: words)
      #expect(throws: Never.self, "\(name): \(bytes)") { try reader.check(bytes) }
    }
  }
}
