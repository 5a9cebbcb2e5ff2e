/// `json-pointer`: RFC 6901, 3; not the form in a URI fragment.
enum JSONPointerFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    var isEscape = false
    for byte in text {
      if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
      isEscape = byte == UInt8(ascii: "~")
    }
    return !isEscape && FormatText.isUTF8(text)
  }
}
