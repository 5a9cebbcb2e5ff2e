/// `uri-reference`: `URI-reference` of RFC 3986, 4.1.
enum URIReferenceFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    IRISyntax(allowsUnicode: false).isReference(text)
  }
}
