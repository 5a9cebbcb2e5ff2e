/// `uri`: `URI` of RFC 3986, 3.
enum URIFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    IRISyntax(allowsUnicode: false).isAbsolute(text)
  }
}
