import DataTree
import Foundation
import TOML
import TestSupport
import Testing

/// The cases of toml-test, as its lists name them for each version.
@Suite(.enabled(if: SharedData.exists("conformance/toml-test"), Comment(rawValue: SharedData.why)))
struct ConformanceTests {
  /// The cases that are known to fail, and why. A case that passes must not stand here.
  static let knownFailures: [String: String] = [:]

  private static let folder = "conformance/toml-test"

  private func cases(_ version: TOMLVersion) throws -> [String] {
    let list = String(decoding: try SharedData.bytes("\(Self.folder)/files-toml-\(version.rawValue).0"), as: UTF8.self)
    return list.split(separator: "\n").map(String.init).filter {
      $0.hasSuffix(".toml") && SharedData.exists("\(Self.folder)/\($0)")
    }
  }

  @Test(arguments: TOMLVersion.allCases)
  func validAndInvalid(_ version: TOMLVersion) throws {
    let cases = try cases(version)
    #expect(cases.count >= 550)
    for item in cases {
      let result = TOMLParser.parse(
        try SharedData.bytes("\(Self.folder)/\(item)"), options: TOMLOptions(version: version))
      var passes = !result.errors.isEmpty
      if item.hasPrefix("valid/") {
        let expected = try SharedData.bytes("\(Self.folder)/\(item.dropLast(5)).json")
        let isSame = try areSame(json(TaggedPrinter.print(result.tree)), json(expected))
        passes = result.errors.isEmpty && isSame
      }
      if Self.knownFailures[item] != nil {
        #expect(!passes, "\(item) passes: take it off the list")
      } else {
        #expect(
          passes, "\(item): \(result.errors) \(String(decoding: TaggedPrinter.print(result.tree), as: UTF8.self))")
      }
    }
  }

  private func json(_ bytes: [UInt8]) throws -> Any { try JSONSerialization.jsonObject(with: Data(bytes)) }

  /// A time without the zeros at the end of its fraction, which say nothing.
  private func withoutZeros(_ time: String) -> String {
    guard let dot = time.firstIndex(of: ".") else { return time }
    let digits = time[dot...].dropFirst().prefix(while: \.isNumber)
    return time[..<dot] + "." + digits.reversed().drop { $0 == "0" }.reversed() + time[digits.endIndex...]
  }

  /// Whether two tagged values are the same; floats are compared as numbers, times without needless zeros.
  private func areSame(_ left: Any, _ right: Any) -> Bool {
    switch (left, right) {
    case (let left as [Any], let right as [Any]):
      return left.count == right.count && zip(left, right).allSatisfy { areSame($0, $1) }
    case (let left as [String: Any], let right as [String: Any]):
      if left["type"] as? String == "float", let first = left["value"] as? String,
        let second = right["value"] as? String,
        right["type"] as? String == "float", let one = Double(first), let two = Double(second)
      {
        return one == two || one.isNaN && two.isNaN
      }
      if let type = left["type"] as? String, type.contains("time"), type == right["type"] as? String,
        let first = left["value"] as? String, let second = right["value"] as? String
      {
        return withoutZeros(first) == withoutZeros(second)
      }
      return left.count == right.count
        && left.allSatisfy { key, value in right[key].map { areSame(value, $0) } ?? false }
    case (let left as String, let right as String): return Array(left.utf8) == Array(right.utf8)
    default: return false
    }
  }
}
