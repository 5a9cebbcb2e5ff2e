/// `iri-reference`: `IRI-reference` of RFC 3987, 2.2.
enum IRIReferenceFormat {
  @Sendable static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    IRISyntax(allowsUnicode: true).isReference(text)
  }
}
