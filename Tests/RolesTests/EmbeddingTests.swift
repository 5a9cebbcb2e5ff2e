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
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(Self.literal(text)).write(to: Self.source)
    }
    let isSame = bundledRoles == text
    #expect(isSame, "schemas/roles.json changed: run the tests once with UPDATE_EXPECTED=1, then build again")
  }

  /// The Swift file whose literal has the value `text`.
  private static func literal(_ text: [UInt8]) -> [UInt8] {
    var result = Array(
      """
      extension BundledSchemas {
        /// The vocabulary of roles: the text of `roles.json`.
        public static let roles: StaticString = #\"\"\"

      """.utf8)
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty { result += Array("    ".utf8) + line }
      result.append(UInt8(ascii: "\n"))
    }
    result += Array("    \"\"\"#\n}\n".utf8)
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
