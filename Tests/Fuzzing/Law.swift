import Addresses
import DataTree
import JSON
import Markdown
import Mojibake
import PostingLint
import SourceText
import TOML
import YAML

/// A promise of the program that some bytes showed to be broken.
package struct BrokenLaw: Error, CustomStringConvertible {
  /// What was promised, and what came instead.
  package let description: String
}

/// Throws unless a promise holds.
func require(_ holds: Bool, _ promise: @autoclosure () -> String) throws(BrokenLaw) {
  if !holds { throw BrokenLaw(description: promise()) }
}

/// One reader of the program with what it promises of any bytes.
package struct FuzzedReader: Sendable {
  /// The name: that of its folder in `Corpora` and of its file in `Dictionaries`.
  package let name: String
  /// Reads the bytes and throws where a promise is broken.
  package let check: @Sendable ([UInt8]) throws(BrokenLaw) -> Void
  /// Only reads, for ``Growth``; `nil` where the size of the text is bounded, or the work.
  let read: (@Sendable ([UInt8]) -> Void)?

  init(
    _ name: String, _ check: @escaping @Sendable ([UInt8]) throws(BrokenLaw) -> Void,
    read: (@Sendable ([UInt8]) -> Void)? = nil
  ) {
    self.name = name
    self.check = check
    self.read = read
  }

  /// Reads the bytes many times over and throws where the time is out of proportion to the size.
  package func checkGrowth(_ bytes: [UInt8]) throws(BrokenLaw) { try Growth.check(self, bytes) }

  /// All of them, by name.
  package static let all: [FuzzedReader] = [
    FuzzedReader("configuration", ConfigurationLaw.check) {
      _ = try? ConfigurationReader.read(Source(path: SourcePath("a"), bytes: $0))
    },
    FuzzedReader("content-model", DraftLaw.checkContentModel),
    FuzzedReader("document", DocumentLaw.check),
    FuzzedReader("email", EmailLaw.check) {
      _ = EmailAddress.parse($0, in: ByteRange(0, $0.count), profile: .header)
      _ = AddressList.split($0, in: ByteRange(0, $0.count))
    },
    FuzzedReader("front-matter", FrontMatterLaw.check) { _ = FrontMatter($0) },
    FuzzedReader("glob", GlobLaw.check),
    FuzzedReader("inference", DraftLaw.checkInference),
    FuzzedReader("json", JSONLaw.check) { _ = try? JSONParser.parse($0) },
    FuzzedReader("linter", LinterLaw.check, read: LinterLaw.read),
    FuzzedReader("mailto", MailtoLaw.check) { _ = MailtoURI.parse($0, in: ByteRange(0, $0.count)) },
    FuzzedReader("markdown", MarkdownLaw.check) { _ = MarkdownScan.scan($0) },
    FuzzedReader("messages", ServerLaw.checkMessages),
    FuzzedReader("mojibake", MojibakeLaw.check) {
      _ = MojibakeScan.findings(in: $0)
      _ = LegacyDecoding.findings(in: $0)
      _ = Composition.findings(in: $0)
    },
    FuzzedReader("name", ReportLaw.checkName),
    FuzzedReader("pattern", PatternLaw.check),
    FuzzedReader("reader", ReaderLaw.check, read: ReaderLaw.read),
    FuzzedReader("report", ReportLaw.check),
    FuzzedReader("role", RoleLaw.check) { RoleLaw.read($0) },
    FuzzedReader("scalar", ScalarLaw.check),
    FuzzedReader("schema", SchemaLaw.check),
    FuzzedReader("stream", ServerLaw.checkStream),
    FuzzedReader("toml", TOMLLaw.check) { _ = TOMLParser.parse($0) },
    FuzzedReader("yaml", YAMLLaw.check) { _ = YAMLParser.parse($0) },
  ]

  /// The reader of that name.
  package static func named(_ name: String) -> FuzzedReader? {
    all.first { Array($0.name.utf8) == Array(name.utf8) }
  }
}
