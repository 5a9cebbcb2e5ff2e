extension PostingServer {
  mutating func answerHover(_ id: RequestID, _ place: TextPlace) { respond(id) { $0.null() } }
  mutating func answerCompletion(_ id: RequestID, _ place: TextPlace) { respond(id) { $0.array { _ in } } }
  mutating func answerDefinition(_ id: RequestID, _ place: TextPlace) { respond(id) { $0.null() } }
  mutating func answerDocumentSymbol(_ id: RequestID, _ uri: DocumentURI) { respond(id) { $0.array { _ in } } }
}
