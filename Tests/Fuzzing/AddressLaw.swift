import Addresses
import DataTree
import JSON
import SourceText

/// What the readers of e-mail addresses promise of any bytes.
enum EmailLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let whole = ByteRange(0, bytes.count)
    for profile in EmailAddress.Profile.allCases {
      switch EmailAddress.parse(bytes, in: whole, profile: profile) {
      case .success(let address):
        try require(address.range == whole, "an address is not the whole text")
        try RangeLaw.checkApart([address.localRange, address.domainRange], bytes, "address")
        try require(!address.domainRange.isEmpty, "an address without a domain")
        if profile == .smtp {
          try require(EmailAddress.isValid(bytes, allowingInternational: true), "a good address is not valid")
          try require(
            EmailAddress.isValid(bytes, allowingInternational: false) == !address.isInternational,
            "letters and the answer to letters do not agree")
        }
      case .failure(let error):
        try RangeLaw.checkInside(error.range, bytes, error.kind.rawValue)
        try RangeLaw.checkMessage(error.message(showing: "x"), error.kind.rawValue)
      }
      try checkJSON(InspectionPrinter.email(bytes, profile: profile, language: .en))
    }
    try checkMoved(bytes)
    try checkList(bytes)
  }

  /// What stands around an address does not change what is read of it.
  private static func checkMoved(_ bytes: [UInt8]) throws(BrokenLaw) {
    let before = Array("a@b.fr,".utf8)
    let inside = ByteRange(before.count, before.count + bytes.count)
    let alone = EmailAddress.parse(bytes, in: ByteRange(0, bytes.count))
    let moved = EmailAddress.parse(before + bytes + Array("@".utf8), in: inside)
    switch (alone, moved) {
    case (.success(let left), .success(let right)):
      try require(left.localRange.moved(by: before.count) == right.localRange, "another address is read inside a text")
    case (.failure(let left), .failure(let right)):
      try require(
        left.kind == right.kind && left.range.moved(by: before.count) == right.range,
        "another error is found inside a text")
    default: throw BrokenLaw(description: "an address is good alone and bad inside a text, or the reverse")
    }
  }

  private static func checkList(_ bytes: [UInt8]) throws(BrokenLaw) {
    let entries = AddressList.split(bytes, in: ByteRange(0, bytes.count))
    try RangeLaw.checkApart(entries.map(\.range), bytes, "entries")
    for (index, entry) in entries.enumerated() {
      try RangeLaw.checkWhole(entry.range, bytes, "entry")
      try require(!entry.range.isEmpty, "an empty entry")
      try require((entry.separator == nil) == (index == 0), "an entry without a separator")
      if let separator = entry.separator { try RangeLaw.checkWhole(separator, bytes, "separator") }
    }
  }
}

/// What the reader of `mailto:` promises of any bytes.
enum MailtoLaw {
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    let uri = MailtoURI.parse(bytes, in: ByteRange(0, bytes.count))
    try check(uri, bytes)
    if uri.isValid { try checkWrittenAgain(uri) }
    try checkRepair(bytes)
    try checkJSON(InspectionPrinter.mailto(bytes, language: .en))
  }

  private static func check(_ uri: MailtoURI, _ bytes: [UInt8]) throws(BrokenLaw) {
    try RangeLaw.checkInside(uri.pathRange, bytes, "path")
    try RangeLaw.checkApart(uri.fields.map { $0.nameRange.union($0.valueRange) }, bytes, "fields")
    for recipient in uri.recipients { try RangeLaw.checkInside(recipient.range, bytes, "recipient") }
    for error in uri.errors {
      try RangeLaw.checkInside(error.range, bytes, error.code)
      try RangeLaw.checkMessage(error.message(showing: "x"), error.code)
    }
    for (left, right) in zip(uri.errors, uri.errors.dropFirst()) {
      try require(left.range <= right.range, "errors are not in order")
    }
    if uri.isValid {
      try require(uri.recipients.allSatisfy(\.isValid), "a valid link to a bad address")
    }
  }

  /// A valid link that is written from what was read of it says the same.
  private static func checkWrittenAgain(_ uri: MailtoURI) throws(BrokenLaw) {
    let path = uri.recipients.filter { $0.place == .path }
    var text = Array("mailto:".utf8)
    text += path.map { PercentCoding.encode($0.address) }.joined(separator: [UInt8(ascii: ",")])
    for (index, field) in uri.fields.enumerated() {
      text.append(UInt8(ascii: index == 0 ? "?" : "&"))
      text += PercentCoding.encode(field.name) + [UInt8(ascii: "=")]
      // In `to`, only a raw comma parts two addresses (RFC 6068, 2).
      let isList = field.name == Array("to".utf8) && !field.value.contains(UInt8(ascii: "\""))
      text += isList ? encodedList(field.value) : PercentCoding.encode(field.value)
    }
    let again = MailtoURI.parse(text, in: ByteRange(0, text.count))
    let shown = String(decoding: text, as: UTF8.self)
    try require(again.isValid, "written again, it is not valid | \(shown) \(again.errors.map(\.code))")
    try require(
      again.recipients.map(\.address) == uri.recipients.map(\.address),
      "written again, it has other recipients | \(shown)")
    try require(
      again.fields.map(\.name) == uri.fields.map(\.name) && again.fields.map(\.value) == uri.fields.map(\.value),
      "written again, it has other fields | \(shown)")
  }

  private static func encodedList(_ text: [UInt8]) -> [UInt8] {
    let parts = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return Array(parts.map { PercentCoding.encode($0) }.joined(separator: [UInt8(ascii: ",")]))
  }

  /// Replacements come to an end, and none is left to be made.
  private static func checkRepair(_ bytes: [UInt8]) throws(BrokenLaw) {
    var text = bytes
    for _ in 0..<10 {
      var edits: [Edit] = []
      for error in MailtoURI.parse(text, in: ByteRange(0, text.count)).errors {
        guard let replacement = error.replacement, error.range.start >= edits.last?.range.end ?? 0,
          edits.last?.range != error.range
        else { continue }
        edits.append(Edit(error.range, replacement))
      }
      let next = text.applying(edits)
      if next == text { return }
      text = next
    }
    throw BrokenLaw(description: "repair does not come to an end")
  }
}

/// A text is one JSON value.
func checkJSON(_ text: String) throws(BrokenLaw) {
  do {
    _ = try JSONParser.parse(Array(text.utf8))
  } catch {
    throw BrokenLaw(description: "no JSON | \(error.range) of \(text)")
  }
}
