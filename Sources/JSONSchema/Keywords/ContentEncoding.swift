extension Keyword {
  /// How a text holds bytes (2020-12 validation, 8.3): an annotation. Draft-07 (8) leaves checking to the reader, and
  /// there `base64` is checked.
  static let contentEncoding = Keyword("contentEncoding", .content, .all, .text) { builder, site in
    builder.addContentCheck(site)
  }
}
