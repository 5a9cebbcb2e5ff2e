internal import Addresses

/// `email`: `Mailbox` of RFC 5321, 4.1.2.
enum EmailFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    EmailAddress.isValid(Array(text), allowingInternational: false)
  }
}
