extension Keyword {
  /// The schema that is applied in this place (2020-12 core, 8.2.3.1).
  static let ref = Keyword("$ref", .core, .all, .uriReference) { builder, site in
    guard let reference = builder.text(site.value),
      let target = builder.compiler.resolve(
        reference, from: builder.resource, document: builder.document, node: site.value)
    else { return }
    builder.add(.reference(target.id), site)
  }
}
