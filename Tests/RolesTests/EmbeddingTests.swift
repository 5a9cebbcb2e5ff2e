import Roles
import Schemas
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The vocabulary that is compiled in is the file of the folder.
@Suite struct EmbeddingTests {
  private static let file = SharedData.package.appendingPathComponent("schemas/roles.json")
  private static let source = SharedData.package.appendingPathComponent("schemas/BundledRoles.swift")

  @Test func embeddedTextIsTheFile() throws {
    let text = Array(try Data(contentsOf: Self.file))
    let source = Data(try Self.literal(text))
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" { try source.write(to: Self.source) }
    #expect(try Data(contentsOf: Self.source) == source, "run the tests once with UPDATE_EXPECTED=1, then build again")
    let isSame = bundledRoles == text
    #expect(isSame, "schemas/roles.json changed: run the tests once with UPDATE_EXPECTED=1, then build again")
  }

  /// The Swift file whose literal has the value `text`.
  private static func literal(_ text: [UInt8]) throws -> [UInt8] {
    var result = Array(
      """
      // Made by the tests of Roles with UPDATE_EXPECTED=1 from `roles.json`: change that file, not this one.
      // swift-format-ignore-file

      extension BundledSchemas {
        /// The vocabulary of roles: the text of `roles.json`.
        public static let roles: StaticString = #\"\"\"

      """.utf8)
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty { result += Array("    ".utf8) + line }
      result.append(UInt8(ascii: "\n"))
    }
    result += Array("    \"\"\"#\n".utf8)
    let image = try RoleVocabulary(json: text).image
    result += Array(
      """

        /// The same vocabulary made ready: the numbers of its `RoleImage`.
        public static let roleNumbers: [Int32] = [
      \(numberRows(image.numbers))  ]

        /// The same vocabulary made ready: the texts of its `RoleImage`.
        public static let roleTexts: StaticString = #"\(String(decoding: image.texts, as: UTF8.self))"#
      }

      """.utf8)
    return result
  }

  @Test func vocabularyIsSound() throws {
    let vocabulary = try RoleVocabulary(json: bundledRoles)
    #expect(vocabulary.roleNames.count > 50)
    #expect(Set(vocabulary.roleNames).count == vocabulary.roleNames.count, "a role stands twice")
    let known: Set<String> = [
      "Animation", "Autre", "Coaching", "Data", "Déploiement", "Design", "Développement", "Intraprenariat", "Produit",
      "Support", "Attributaire",
    ]
    #expect(Set(vocabulary.domainNames).isSubset(of: known))
  }
}
