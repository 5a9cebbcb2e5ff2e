import Addresses
import SourceText
import Testing

@Suite struct InspectionPrinterTests {
  @Test func goodAddressesShowTheirParts() {
    #expect(
      InspectionPrinter.email(Array("\"a\"@b.fr".utf8), language: .en) == """
        {"valid": true, "address": "\\"a\\"@b.fr", "profile": "5321", "local": "\\"a\\"", "domain": "b.fr", \
        "quoted": true, "literal": false, "international": false, "errors": []}
        """)
  }

  @Test func hostileTextIsEscaped() {
    let bytes: [UInt8] = [0x1B, 0x5B, 0x0A, 0xFF] + Array("\u{202E}\u{85}\\".utf8)
    for json in [
      InspectionPrinter.email(bytes, language: .en),
      InspectionPrinter.mailto(Array("mailto:".utf8) + bytes, language: .en),
    ] {
      #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E && $0.value != 0x85 })
      #expect(json.contains("\\u001B[\\n\u{FFFD}\\u202E\\u0085\\\\"))
    }
  }

  @Test func fieldsThatStandTwiceAreJoinedOrTheFirstCounts() {
    let json = InspectionPrinter.mailto(
      Array("mailto:a@b.fr?cc=c@d.fr&subject=x&To=e@f.fr&CC=g@h.fr&subject=y".utf8), language: .en)
    #expect(
      json == """
        {"valid": true, "to": ["a@b.fr", "e@f.fr"], "headers": {"cc": "c@d.fr,g@h.fr", "subject": "x"}, "errors": []}
        """)
  }

  @Test func theProfileDecides() {
    let bytes = Array("(c) a . b@c.fr".utf8)
    #expect(InspectionPrinter.email(bytes, language: .en).hasPrefix("{\"valid\": false"))
    #expect(InspectionPrinter.email(bytes, profile: .header, language: .en).hasPrefix("{\"valid\": true"))
  }
}
