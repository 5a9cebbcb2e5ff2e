import Foundation
import TestSupport
import Testing

/// `Package.swift` declares for every target the modules that its files import, and no others.
@Suite struct ManifestTests {
  @Test func targetsDependOnWhatTheyImport() throws {
    let manifest = try String(contentsOf: SharedData.package.appendingPathComponent("Package.swift"), encoding: .utf8)
    let targets = manifest.matches(
      of: /\.(target|testTarget|executableTarget)\(\s*name: "([^"]+)"(.*?)swiftSettings:/.dotMatchesNewlines())
    #expect(targets.count > 30)
    let names = Set(targets.map { String($0.output.2) })
    let programs = Set(targets.filter { $0.output.1 == "executableTarget" }.map { String($0.output.2) })
    for target in targets {
      let (name, rest) = (String(target.output.2), target.output.3)
      let folder =
        rest.firstMatch(of: /path: "([^"]+)"/).map { String($0.output.1) }
        ?? "\(target.output.1 == "testTarget" ? "Tests" : "Sources")/\(name)"
      let list = rest.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
      // A program is named so that it is built before the tests that run it.
      let declared = Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) }).subtracting(programs)
      let imported = try Self.imports(in: folder).intersection(names)
      #expect(declared.sorted() == imported.sorted(), "dependencies of \(name)")
    }
  }

  /// There is no code that could speak to a network: nothing of the package opens a socket or loads an address.
  @Test func nothingOpensAConnection() throws {
    let root = SharedData.package.appendingPathComponent("Sources")
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let call = text.firstMatch(
        of: /\b(socket|connect|getaddrinfo|gethostbyname)\(|\bURLSession\b|import (FoundationNetworking|Network)$/
          .anchorsMatchLineEndings())
      #expect(call == nil, "\(path)")
    }
  }

  /// The modules that the Swift files of a folder import.
  private static func imports(in folder: String) throws -> Set<String> {
    let root = SharedData.package.appendingPathComponent(folder)
    var modules: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      for line in text.matches(
        of: /^ *(?:(?:@testable|public|package|internal|private) )?import (\w+)$/.anchorsMatchLineEndings())
      {
        modules.insert(String(line.output.1))
      }
    }
    return modules
  }
}
