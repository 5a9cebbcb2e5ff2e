import DataTree
import Foundation
import SourceText
import TestSupport
import Testing
import YAML

/// One case of the YAML test suite.
struct SuiteCase: CustomTestStringConvertible, Sendable {
  let id: String
  let input: [UInt8]
  let events: [UInt8]
  let json: [UInt8]?
  let isError: Bool

  var testDescription: String { id }

  /// Every case of the suite, sub-cases included, in the order of their ids.
  static func all() throws -> [SuiteCase] {
    let folder = "conformance/yaml-test-suite"
    var cases: [SuiteCase] = []
    let root = SharedData.url(folder)
    guard let files = FileManager.default.enumerator(atPath: root.path) else { return [] }
    for case let path as String in files where path.hasSuffix("/in.yaml") {
      let id = String(path.dropLast("/in.yaml".count))
      let place = "\(folder)/\(id)"
      cases.append(
        SuiteCase(
          id: id, input: try SharedData.bytes("\(place)/in.yaml"), events: try SharedData.bytes("\(place)/test.event"),
          json: SharedData.exists("\(place)/in.json") ? try SharedData.bytes("\(place)/in.json") : nil,
          isError: SharedData.exists("\(place)/error")))
    }
    return cases.sorted { $0.id < $1.id }
  }
}

@Suite(.enabled(if: SharedData.exists("conformance/yaml-test-suite"), Comment(rawValue: SharedData.why)))
struct ConformanceTests {
  /// The cases that are known to fail, and why. A case that passes must not stand here.
  static let knownFailures: [String: String] = [:]

  @Test func eventsAndErrors() throws {
    let cases = try SuiteCase.all()
    #expect(cases.count >= 275)
    for item in cases {
      let result = YAMLParser.parse(item.input)
      let passes =
        item.isError
        ? !result.errors.isEmpty : result.errors.isEmpty && EventPrinter.print(result.tree) == item.events
      if Self.knownFailures[item.id] != nil {
        #expect(!passes, "\(item.id) passes now: take it off the list")
      } else {
        #expect(
          passes, "\(item.id): \(result.errors)\n\(String(decoding: EventPrinter.print(result.tree), as: UTF8.self))")
      }
    }
  }

  @Test(arguments: ["\r\n", "\r"])
  func lineEndsDoNotMatter(_ lineEnd: String) throws {
    let cases = try SuiteCase.all().filter { !$0.isError && !$0.input.contains(0x0D) }
    #expect(cases.count >= 200)
    for item in cases {
      let input = item.input.flatMap { $0 == 0x0A ? Array(lineEnd.utf8) : [$0] }
      let result = YAMLParser.parse(input)
      #expect(result.errors.isEmpty, "\(item.id)")
      #expect(EventPrinter.print(result.tree) == item.events, "\(item.id)")
    }
  }

  @Test(arguments: YAMLEncoding.allCases)
  func encodingsDoNotMatter(_ encoding: YAMLEncoding) throws {
    for item in try SuiteCase.all() where !item.isError && item.input.first ?? 0x80 < 0x80 && item.input.count > 1 {
      for mark in ["", "\u{FEFF}"] {
        let result = YAMLParser.parseFile(encode(mark + String(decoding: item.input, as: UTF8.self), encoding))
        #expect(result.encoding == encoding, "\(item.id)")
        #expect(EventPrinter.print(result.tree) == item.events, "\(item.id)")
      }
    }
  }

  private func encode(_ text: String, _ encoding: YAMLEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf32BigEndian: text.unicodeScalars.flatMap { unit in [24, 16, 8, 0].map { UInt8(unit.value >> $0 & 255) } }
    case .utf32LittleEndian:
      text.unicodeScalars.flatMap { unit in [0, 8, 16, 24].map { UInt8(unit.value >> $0 & 255) } }
    }
  }

  @Test func valuesAsJSON() throws {
    let cases = try SuiteCase.all().filter { $0.json != nil && !$0.isError }
    #expect(cases.count >= 190)
    for item in cases {
      let printed = try JSONPrinter.print(YAMLParser.parse(item.input).tree)
      let values = try splitJSON(printed).map { try JSONValue($0) }
      let expected = try splitJSON(item.json ?? []).map { try JSONValue($0) }
      #expect(values == expected, "\(item.id): \(String(decoding: printed, as: UTF8.self))")
    }
  }

  @Test func tokensCoverEveryByte() throws {
    let cases = try SuiteCase.all()
    #expect(cases.count >= 275)
    for item in cases {
      let tokens = YAMLParser.parse(item.input, options: YAMLOptions(keepsTokens: true)).tokens
      #expect(uncovered(item.input, tokens).isEmpty, "\(item.id)")
    }
  }

  /// The offsets of bytes that are in no token and are no blank either, and of tokens that overlap the one before.
  private func uncovered(_ input: [UInt8], _ tokens: [Token]) -> [Int] {
    var offsets: [Int] = []
    var position = 0
    for token in tokens {
      if token.range.start < position { offsets.append(token.range.start) }
      offsets += (position..<max(position, token.range.start)).filter { ![0x20, 0x09, 0x0A, 0x0D].contains(input[$0]) }
      position = max(position, token.range.end)
    }
    return offsets + (position..<input.count).filter { ![0x20, 0x09, 0x0A, 0x0D].contains(input[$0]) }
  }
}
