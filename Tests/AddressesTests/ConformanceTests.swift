import Addresses
import SourceText
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

private func cases<Case: Decodable>(_ path: String, _ type: Case.Type) throws -> [Case] {
  let lines = try SharedData.bytes("conformance/email/" + path).split(separator: 0x0A)
  return try lines.map { try JSONDecoder().decode(type, from: Data($0)) }
}

private struct AddressCase: Decodable {
  var id: String
  var address: String
  var group: String
}

private struct MailtoCase: Decodable {
  var id: String
  var uri: String
  var valid: Bool
  var to: [String]?
  var headers: [String: String]?
}

private struct MailtoAnswer: Decodable, Equatable {
  var valid: Bool
  var to: [String]
  var headers: [String: String]
}

private struct EmailAnswer: Decodable {
  var valid: Bool
}

private struct FormatGroup: Decodable {
  struct Test: Decodable {
    var data: Value
    var valid: Bool
  }
  /// A format says something of strings only.
  struct Value: Decodable {
    var text: String?
    init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
  }
  var tests: [Test]
}

@Suite(.enabled(if: SharedData.exists("conformance/email/mailto.jsonl"), Comment(rawValue: SharedData.why)))
struct ConformanceTests {
  /// Labels that the profile for headers contradicts: RFC 5322, 4.4 allows `word *("." word)` with quoted words, 3.4.1
  /// any printable text in brackets, and 3.4.1 a blank at the end.
  private static let laxInHeaders: Set<String> = [
    "obsolete.\"quoted\".atom@example.com", "me@[IPv6:::G]", "me@[untaggedtext]", "me@[tag:invalid space]", "me@x ",
  ]

  @Test(arguments: ["isemail.jsonl", "email-validator.jsonl"])
  func addresses(_ file: String) throws {
    let all = try cases(file, AddressCase.self)
    #expect(all.count >= 50)
    for test in all {
      let bytes = Array(test.address.utf8)
      let answer = try JSONDecoder().decode(
        EmailAnswer.self, from: Data(InspectionPrinter.email(bytes, language: .en).utf8))
      let isGood = ["accept", "unusual", "intl-accept"].contains(test.group)
      #expect(answer.valid == isGood, "\(test.id) \(test.address.debugDescription) \(test.group)")
      let header = EmailAddress.parse(bytes, in: ByteRange(0, bytes.count), profile: .header)
      let isGoodInHeaders = (try? header.get()) != nil
      if isGood || test.group == "5322-only" {
        #expect(isGoodInHeaders, "\(test.id) \(test.address.debugDescription) \(header)")
      } else if !Self.laxInHeaders.contains(test.address), bytes.count < 60 {
        #expect(!isGoodInHeaders, "\(test.id) \(test.address.debugDescription)")
      }
    }
  }

  @Test(
    .enabled(if: SharedData.exists("conformance/json-schema-test-suite/tests"), Comment(rawValue: SharedData.why)),
    arguments: [("email.json", false), ("idn-email.json", true)])
  func formats(_ file: String, _ allowingInternational: Bool) throws {
    let path = "conformance/json-schema-test-suite/tests/draft2020-12/optional/format/" + file
    let groups = try JSONDecoder().decode([FormatGroup].self, from: Data(try SharedData.bytes(path)))
    var count = 0
    for test in groups.flatMap(\.tests) {
      guard let text = test.data.text else { continue }
      count += 1
      let isValid = EmailAddress.isValid(Array(text.utf8), allowingInternational: allowingInternational)
      #expect(isValid == test.valid, "\(text.debugDescription)")
    }
    #expect(count >= 10)
  }

  @Test func mailto() throws {
    let all = try cases("mailto.jsonl", MailtoCase.self)
    #expect(all.count >= 40)
    for test in all {
      let json = InspectionPrinter.mailto(Array(test.uri.utf8), language: .en)
      let answer = try JSONDecoder().decode(MailtoAnswer.self, from: Data(json.utf8))
      #expect(answer.valid == test.valid, "\(test.id) \(test.uri) \(json)")
      if let to = test.to { #expect(answer.to == to, "\(test.id)") }
      if let headers = test.headers { #expect(answer.headers == headers, "\(test.id)") }
    }
  }
}
