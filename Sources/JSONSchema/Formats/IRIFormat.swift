/// `iri`: `IRI` of RFC 3987, 2.2.
enum IRIFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    IRISyntax(allowsUnicode: true).isAbsolute(text)
  }
}
