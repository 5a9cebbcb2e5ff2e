import JSONSchema
import Schemas
import TestSupport
import Testing

@testable import PostingLint

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the program carries compiled is what it would make of the schema of the folder.
@Suite struct PostingImageTests {
  private static let file = SharedData.package.appendingPathComponent("schemas/BundledPosting.swift")

  @Test func theImageIsThatOfTheSchema() throws {
    let image = try #require(DocumentSchema.postingImage())
    let source = """
      // Made by the tests of PostingLint with UPDATE_EXPECTED=1 from `posting.schema.json`: change that file, not this one.
      // swift-format-ignore-file

      extension BundledSchemas {
        /// The schema of postings, compiled: the numbers of its `SchemaImage`.
        public static let postingNumbers: [Int32] = [
      \(numberRows(image.numbers))  ]

        /// The schema of postings, compiled: the names of its `SchemaImage`.
        public static let postingNames: [UInt8] = [
      \(numberRows(image.names))  ]
      }

      """
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" { try Data(source.utf8).write(to: Self.file) }
    #expect(try Data(contentsOf: Self.file) == Data(source.utf8), "run the tests with UPDATE_EXPECTED=1, build again")
  }

  @Test func whatTheProgramKnowsOfTheSchemaIsInIt() {
    let tree = DocumentSchema.bundled(BundledSchemas.posting)
    #expect(DocumentSchema.titleKeys(tree) == TitleKey.ofPostings)
    #expect(ReferenceFolder.declared(in: tree) == ReferenceFolder.ofPostings)
  }
}
