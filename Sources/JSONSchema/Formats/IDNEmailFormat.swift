internal import Addresses

/// `idn-email`: `Mailbox` of RFC 5321 as RFC 6531, 3.3, extends it.
enum IDNEmailFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    EmailAddress.isValid(Array(text), allowingInternational: true)
  }
}
