/// `email`: `Mailbox` of RFC 5321, 4.1.2.
enum EmailFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains { $0 >= 0x80 } && MailboxHook.isMailbox(text)
  }
}

/// Where the module `Addresses` will answer.
enum MailboxHook {
  static func isMailbox(_ text: ArraySlice<UInt8>) -> Bool {
    guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
    return at > text.startIndex && at + 1 < text.endIndex
  }
}
